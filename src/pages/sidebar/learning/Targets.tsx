/** The pupil's targets: the active ones with what is to do, those before, and a new one. */
import type { PupilPage } from "../../../domain/views/pupilView";
import type { Target } from "../../../domain/tables/targets";
import { clear, hasDraft } from "../../parts/draft";
import { Button } from "../../parts/Form";
import { unfold, unfolded } from "../../parts/state";
import { ActiveTarget } from "./Target";
import { nameOf, NewTargetForm } from "./TargetForm";
import { dayText, Facts, Soft, upper } from "../../parts/words";
import { ReadyToStretch } from "./ReadyToStretch";

/** What is being written: `new`, the id of the target that is revised, or "" for nothing. */
const WRITING = "writing";

export function Targets({ page }: { page: PupilPage }) {
  const active = page.targets.filter(({ state }) => state === "active");
  const begun = ["new", ...active.map(({ id }) => id)].find((id) => hasDraft(nameOf(id)));
  const writing = unfolded(WRITING) || begun;
  if (writing) {
    const former = active.find(({ id }) => id === writing) ?? null;
    const close = (): void => (clear(nameOf(writing)), unfold(WRITING, ""));
    return <NewTargetForm page={page} former={former} close={close} />;
  }
  return (
    <>
      <h2>Targets</h2>
      <ReadyToStretch subjects={page.readyToStretch} />
      <div class="buttons">
        <Button isFirst label="New target" onClick={() => unfold(WRITING, "new")} />
      </div>
      {active.length === 0 && <Soft>No active targets yet.</Soft>}
      {active.map((target) => (
        <ActiveTarget key={target.id} page={page} target={target} revise={() => unfold(WRITING, target.id)} />
      ))}
      <Before all={page.targets} />
    </>
  );
}

function Before({ all }: { all: readonly Target[] }) {
  const ended = all.filter(({ state }) => state !== "active");
  if (ended.length === 0) return null;
  return (
    <details>
      <summary>Earlier targets ({ended.length})</summary>
      <ul class="records">
        {ended.map((target) => (
          <li key={target.id}>
            <b>
              {upper(target.subject)}: {target.state}
            </b>
            <p>{target.wording}</p>
            <Facts of={[["What came of it", target.outcome], ...revisionOf(target, all)]} />
            <Soft>
              Set by {target.setBy}, {dayText(target.setOn)}
              {target.closedOn && `; ended ${dayText(target.closedOn)}`}
            </Soft>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What took the place of a target, and why. */
function revisionOf({ id }: Target, all: readonly Target[]): (readonly [string, string])[] {
  const revision = all.find(({ supersedes }) => supersedes === id);
  if (!revision) return [];
  return [
    ["Why it was changed", revision.revisionReason],
    ["Changed to", revision.wording],
  ];
}
