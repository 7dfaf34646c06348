/** What staff need to know of a pupil: strengths first, then needs, then how this half-term goes. */
import type { PupilPage } from "../domain/pupilPage";
import { Glance } from "./Glance";
import { PROVIDER } from "./Header";
import { now } from "./state";
import { briefly, todosOf } from "./targetWords";
import { dayText, Section, Soft, Told, upper } from "./words";

export function Pupil() {
  const { page } = now();
  if (!page) return null;
  return (
    <>
      <h2 class="sr">Pupil</h2>
      <Told name={PROVIDER} text={page.providers.join(", ") || "none now"} />
      <Section title="Strengths">
        {page.strengths ? <p>{page.strengths}</p> : <Soft>Nothing written down yet.</Soft>}
      </Section>
      <Section title="What helps">
        {page.whatHelps ? <p>{page.whatHelps}</p> : <Soft>Nothing written down yet.</Soft>}
      </Section>
      {page.needs && (
        <Section title="Needs">
          <p>{page.needs}</p>
        </Section>
      )}
      <Glance glance={page.glance} />
      <Alerts alerts={page.alerts} />
      <Plan plan={page.plan} />
      <ActiveTargets page={page} />
      <Latest page={page} />
      <Section title="Who to ask">
        <dl>
          {page.whoToAsk.map(({ about, who }) => (
            <div key={about}>
              <dt>{about}</dt>
              <dd>{who}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

const STATES: Record<string, string> = {
  warning: "early warning",
  notified: "the provider has been told",
  below: "below own level",
};

const Alerts = ({ alerts }: Pick<PupilPage, "alerts">) =>
  alerts.length === 0 ? null : (
    <Section title="To look at">
      <ul class="records">
        {alerts.map(({ area, state, sentence }) => (
          <li key={`${area} ${sentence}`}>
            <b>
              {area}: {STATES[state] ?? state}
            </b>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </Section>
  );

function Plan({ plan }: Pick<PupilPage, "plan">) {
  if (!plan) return null;
  const open = plan.actions.filter(({ status }) => status === "to do" || status === "doing");
  return (
    <Section title="Action plan, open">
      <Told name="Owner" text={plan.owner || "nobody yet"} />
      <Told name="Review" text={dayText(plan.reviewOn) || "no day yet"} />
      {open.length === 0 && <Soft>No open actions.</Soft>}
      <ul class="plain">
        {open.map(({ what, who, by, status }) => (
          <li key={what}>
            {what}{" "}
            <span class="soft">{[who, by && `by ${dayText(by)}`, status].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ActiveTargets({ page }: { page: PupilPage }) {
  const active = page.targets.filter(({ state }) => state === "active");
  return (
    <Section title="Targets">
      {active.length === 0 && <Soft>No active targets.</Soft>}
      <ul class="records">
        {active.map((target) => (
          <li key={target.id}>
            <b>{upper(target.subject)}</b>
            <p>{briefly(target)}</p>
            {todosOf(target, page.today).map((todo) => (
              <p class="todo" key={todo}>
                {upper(todo)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {page.readyToStretch.map((subject) => (
        <p class="good" key={subject}>
          Ready to stretch in {subject}: the last three targets were met.
        </p>
      ))}
    </Section>
  );
}

function Latest({ page }: { page: PupilPage }) {
  const [feedback] = page.feedback.filter(({ state }) => state !== "not kept" && state !== "to check");
  const rewards = page.rewards.filter(({ kind }) => kind !== "nomination").slice(0, 2);
  return (
    <>
      {feedback && (
        <Section title="Latest feedback">
          <Told name={`${upper(feedback.subject)}, ${dayText(feedback.on)}`} text={feedback.howWell || " "} />
          <Told name="What next" text={feedback.whatNext} />
        </Section>
      )}
      {rewards.length > 0 && (
        <Section title="Latest rewards">
          {rewards.map(({ id, kind, at, reason, piece }) => (
            <Told
              key={id}
              name={`${upper(kind)}, ${dayText(at.slice(0, 10))}`}
              text={reason || piece || " "}
            />
          ))}
        </Section>
      )}
      {page.baselinesDue.length > 0 && (
        <Section title="Baselines still to do">
          <ul class="plain">
            {page.baselinesDue.map((one) => (
              <li key={one}>{upper(one)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
