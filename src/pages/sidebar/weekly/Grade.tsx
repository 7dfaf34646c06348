/**
 * This week's grades of the pupil, made to be entered by keyboard: a letter each, then on to the next pupil.
 */
import type { Grading, PupilPage } from "../../../domain/views/pupilView";
import { call } from "../../parts/call";
import type { FormOf } from "../../parts/draft";
import { formOf } from "../../parts/draft";
import { NextStep, Words } from "../../parts/fields";
import { Button } from "../../parts/Form";
import { AreaGrade, OverallGrade } from "./GradeFields";
import { textsOf, withGrades } from "./grading";
import { openNext } from "../../parts/opening";
import { tell } from "../../parts/said";
import { save } from "../../parts/saving";
import { change, isBusy, now } from "../../parts/state";
import { Soft } from "../../parts/words";

const NAME = "Grade/week";

export const saveAndNext = (): void => saveGrades(openNext);

/** Only what was changed goes, each with what the page showed before. */
function saveGrades(onwards?: () => void): void {
  if (isBusy() || !now().page?.grading) return;
  if (!now().drafts[NAME]) return onwards ? onwards() : tell("Nothing has changed.");
  let sent: Record<string, string> = {};
  const run = () => {
    const { page, drafts } = now();
    const grading = page?.grading as Grading;
    const seen = textsOf(grading);
    const typed = Object.entries(drafts[NAME] ?? {});
    sent = Object.fromEntries(typed.map(([field, { now: text }]) => [field, text]));
    const changes = typed.map(([field, { now: text }]) => ({ field, seen: seen[field] ?? "", now: text }));
    return call("enterGrades", page?.id ?? "", grading.week, changes);
  };
  const saved = (): void => {
    const { page } = now();
    if (page?.grading) change({ page: { ...page, grading: withGrades(page.grading, sent) } });
  };
  void save({ form: NAME, run, saved, onwards });
}

export const GradeView = ({ page: { grading, knownAs } }: { page: PupilPage }) =>
  grading ? <WeekGrades grading={grading} form={formOf(NAME, textsOf(grading))} /> : <NoRow name={knownAs} />;

const NoRow = ({ name }: { name: string }) => (
  <>
    <h2>Grade</h2>
    <p>There is no row for {name} in this week's grades.</p>
    <Soft>
      Choose Make this week's rows in the add-on's menu, then Selected row above. A pupil without a placement
      this week gets no row.
    </Soft>
  </>
);

function WeekGrades({ grading, form }: { grading: Grading; form: FormOf<string> }) {
  const blank = grading.areas.findIndex(({ mark }) => mark === null);
  return (
    <form
      aria-label={`Grades, week beginning ${grading.label}`}
      onSubmit={(event) => (event.preventDefault(), saveGrades())}
    >
      <h2>Week beginning {grading.label}</h2>
      <Soft>
        Keys: G A R, or H T I U E for no grade; up and down to move; Ctrl+Enter saves and opens the next
        pupil.
      </Soft>
      {grading.areas.map((area, i) => (
        <AreaGrade key={area.id} form={form} area={area} isFirst={i === Math.max(0, blank)} />
      ))}
      <OverallGrade form={form} grading={grading} />
      <Words form={form} field="strength" label="Strength: what went well" isLong />
      <NextStep form={form} field="nextStep" label="Next step" isLong />
      <Words form={form} field="note" label="Note for provider" isLong />
      <div class="buttons low">
        <Button isFirst label="Save and next" onClick={saveAndNext} />
        <button aria-disabled={isBusy()}>Save</button>
      </div>
    </form>
  );
}
