/** What staff need to know of a pupil: strengths first, then needs, then how this half-term goes. */
import { ReadyToStretch } from "../learning/ReadyToStretch";
import type { PupilPage } from "../../../domain/views/pupilView";
import { GlanceView } from "./Glance";
import { briefly, todosOf } from "../learning/targetWords";
import { dayText, Facts, Plain, SectionBox, Soft, Todos, upper, PROVIDER } from "../../parts/words";

export function PupilView({ page }: { page: PupilPage }) {
  return (
    <>
      <h2 class="sr">Pupil</h2>
      <Facts of={[[PROVIDER, page.providers.join(", ") || "none now"]]} />
      <About title="Strengths" text={page.strengths} />
      <About title="What helps" text={page.whatHelps} />
      {page.needs && <About title="Needs" text={page.needs} />}
      <GlanceView glance={page.glance} />
      <Alerts alerts={page.alerts} />
      <Plan plan={page.plan} />
      <ActiveTargets page={page} />
      <Latest page={page} />
      <Plain title="Baselines still to do" of={page.baselinesDue} />
      <SectionBox title="Who to ask">
        <Facts of={page.whoToAsk.map(({ about, who }) => [about, who] as const)} />
      </SectionBox>
    </>
  );
}

const About = ({ title, text }: { title: string; text: string }) => (
  <SectionBox title={title}>{text ? <p>{text}</p> : <Soft>Nothing written down yet.</Soft>}</SectionBox>
);

const STATES: Record<string, string> = {
  warning: "early warning",
  notified: "the provider has been told",
  below: "below own level",
};

const Alerts = ({ alerts }: Pick<PupilPage, "alerts">) =>
  alerts.length === 0 ? null : (
    <SectionBox title="To look at">
      <ul class="records">
        {alerts.map(({ area, state, sentence }) => (
          <li key={area + sentence}>
            <b>
              {area}: {STATES[state] ?? state}
            </b>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </SectionBox>
  );

function Plan({ plan }: Pick<PupilPage, "plan">) {
  if (!plan) return null;
  const open = plan.actions.filter(({ status }) => status === "to do" || status === "doing");
  const facts = [
    ["Owner", plan.owner || "nobody yet"],
    ["Review", dayText(plan.reviewOn) || "no day yet"],
  ] as const;
  return (
    <SectionBox title="Action plan, open">
      <Facts of={facts} />
      {open.length === 0 && <Soft>No open actions.</Soft>}
      <ul class="plain">
        {open.map(({ what, who, by, status }) => (
          <li key={what}>
            {what}{" "}
            <span class="soft">{[who, by && `by ${dayText(by)}`, status].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </SectionBox>
  );
}

function ActiveTargets({ page }: { page: PupilPage }) {
  const active = page.targets.filter(({ state }) => state === "active");
  return (
    <SectionBox title="Targets">
      {active.length === 0 && <Soft>No active targets.</Soft>}
      <ul class="records">
        {active.map((target) => (
          <li key={target.id}>
            <b>{upper(target.subject)}</b>
            <p>{briefly(target)}</p>
            <Todos of={todosOf(target, page.today)} />
          </li>
        ))}
      </ul>
      <ReadyToStretch subjects={page.readyToStretch} />
    </SectionBox>
  );
}

function Latest({ page }: { page: PupilPage }) {
  const [feedback] = page.feedback.filter(({ state }) => state === "open" || state === "closed");
  const rewards = page.rewards.filter(({ kind }) => kind !== "nomination").slice(0, 2);
  return (
    <>
      {feedback && (
        <SectionBox title="Latest feedback">
          <Soft>
            {upper(feedback.subject)}, {dayText(feedback.on)}
          </Soft>
          <Facts
            of={[
              ["How well", feedback.howWell],
              ["What next", feedback.whatNext],
            ]}
          />
        </SectionBox>
      )}
      {rewards.length > 0 && (
        <SectionBox title="Latest rewards">
          {rewards.map(({ id, kind, at, reason, piece }) => (
            <p key={id}>
              <b>{upper(kind)}:</b> {reason || piece} <span class="soft">{dayText(at.slice(0, 10))}</span>
            </p>
          ))}
        </SectionBox>
      )}
    </>
  );
}
