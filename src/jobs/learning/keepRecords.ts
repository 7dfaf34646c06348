/**
 * What staff save in the sidebar: targets, feedback, check-ins, evidence, rewards, assessments. New records
 * are new rows, so that two people never write over each other.
 */
import type { AssessmentForm, Scores } from "../../domain/learning/assessments";
import type { CheckInForm, Ratings } from "../../domain/learning/checkIns";
import type { EvidenceForm } from "../../domain/learning/evidence";
import type { ClosingForm, FeedbackForm } from "../../domain/learning/feedback";
import type { RewardForm } from "../../domain/learning/rewards";
import type { EndingForm, TargetForm } from "../../domain/learning/targets";
import { dayOf } from "../../domain/words/days";
import type { FieldChange, Saved } from "../../domain/tables/forms";
import type { NewRecord } from "../../domain/learning/entry";
import { newAssessment } from "../../domain/learning/assessments";
import { newCheckIn } from "../../domain/learning/checkIns";
import { newEvidence } from "../../domain/learning/evidence";
import { checkedFeedback, closed, newFeedback } from "../../domain/learning/feedback";
import { chosenStudent, newReward } from "../../domain/learning/rewards";
import { endedTarget, LATER, newTarget, refuseOtherStaff, superseding } from "../../domain/learning/targets";
import { nameInUse } from "../../domain/hub/names";
import { refusal } from "../../domain/words/problem";
import { pupilFrom, pupilsFrom, recordFrom, yesFrom } from "../../domain/views/requests";
import type { Role } from "../../domain/hub/rights";
import { EVERYBODY, TEACHING, WITH_PUPILS } from "../../domain/hub/rights";
import { areas } from "../../domain/tables/areas";
import { assessments } from "../../domain/tables/assessments";
import { checkIns, evidence, feedback } from "../../domain/tables/feedback";
import type { Pupil, StaffMember } from "../../domain/tables/people";
import type { InRow } from "../../domain/tables/read";
import { recordsIn } from "../../domain/tables/read";
import { newRecordId, RECORD_LETTERS } from "../../domain/tables/records";
import { rewards } from "../../domain/tables/rewards";
import type { Columns, RecordOf, Table } from "../../domain/tables/table";
import { cellOf, textOf } from "../../domain/tables/table";
import { targets } from "../../domain/tables/targets";
import { newUuid } from "../../google/run";
import type { Tab } from "../../google/workbook";
import { appendAll, appendTyped } from "../../google/rows";
import { flush, readHeadings, readTab } from "../../google/workbook";
import type { Run } from "../run/job";
import { saveByPerson } from "../run/job";
import { changeRecord, pupilsWith, rowsWith } from "../run/ownRecords";
import { changesFrom } from "../../domain/tables/forms";

export const addTarget = (pupil: string, form: TargetForm): Saved => {
  const { supersedes } = (form ?? {}) as { supersedes?: unknown };
  return supersedes
    ? reviseTarget(recordFrom(supersedes), form)
    : addFor(targets, WITH_PUPILS, pupil, form, newTarget);
};

/**
 * The new row first: a run that dies in between leaves two active targets to see, never none; done again, it
 * finds the new one there.
 */
const reviseTarget = (former: string, form: unknown): Saved =>
  saveByPerson(WITH_PUPILS, (run, by) => {
    const { tab, record } = find(run, targets, former);
    if (record.state !== "active")
      throw refusal(`This target is already ${record.state}. Nothing was saved.`);
    refuseOtherStaff(record.subject, by);
    const { pupil, name } = record;
    const target = newTarget({ id: newId(run, targets), pupil, name, by, now: run.now }, form);
    const successors = rowsWith(tab, "supersedes", (id) => id === former);
    const isThere = recordsIn(targets, successors, tab.places).records.some(
      ({ wording }) => wording === target.wording,
    );
    if (!isThere) appendTyped(tab, target);
    flush();
    changeRecord(tab, record, superseding(dayOf(run.now)));
    return "The new target is saved. The earlier one is in its history.";
  });

export const endTarget = (id: string, form: EndingForm): Saved =>
  saveByPerson(WITH_PUPILS, (run, by) => {
    const { tab, record } = find(run, targets, recordFrom(id));
    if (record.state === "changed by agreement")
      throw refusal("Somebody else has just revised this target. Nothing was saved.");
    refuseOtherStaff(record.subject, by);
    const end = endedTarget(form, dayOf(run.now));
    changeRecord(tab, record, end);
    return `The target is ${end.state}.`;
  });

export const changeTarget = (id: string, changes: FieldChange[]): Saved =>
  saveByPerson(WITH_PUPILS, (run) => changeFields(run, targets, recordFrom(id), LATER, changes));

export const addFeedback = (pupil: string, form: FeedbackForm): Saved =>
  addFor(feedback, WITH_PUPILS, pupil, form, newFeedback);

export const closeFeedback = (id: string, form: ClosingForm): Saved =>
  saveByPerson(WITH_PUPILS, (run, by) => {
    const { tab, record } = find(run, feedback, recordFrom(id));
    const end = closed(record, form, by, run.now);
    changeRecord(tab, record, end);
    return `Closed: ${end.closedAs}, ${end.closedWho}.`;
  });

export const checkPeerFeedback = (id: string, isKept: boolean): Saved =>
  saveByPerson(WITH_PUPILS, (run, by) => {
    const { tab, record } = find(run, feedback, recordFrom(id));
    const kept = yesFrom(isKept);
    changeRecord(tab, record, checkedFeedback(record, kept, by, run.now));
    return kept ? "Kept. The pupil may read it." : "Not kept. The words have been removed.";
  });

export const planResponse = (id: string, changes: FieldChange[]): Saved =>
  saveByPerson(WITH_PUPILS, (run) => changeFields(run, feedback, recordFrom(id), ["respondOn"], changes));

export const addCheckIn = (pupil: string, form: CheckInForm, ratings: Ratings): Saved =>
  addFor(checkIns, WITH_PUPILS, pupil, form, (entry, filled, _about, run) => {
    const tab = readTab(run, areas);
    return newCheckIn(entry, filled, ratings, recordsIn(areas, tab.cells, tab.places).records);
  });

/** One note for each of several pupils. */
export const addEvidence = (pupils: string[], form: EvidenceForm): Saved =>
  saveByPerson(WITH_PUPILS, (run, by) => {
    const found = pupilsWith(run, pupilsFrom(pupils));
    const first = newId(run, evidence);
    const records = found.map((pupil, i) =>
      newEvidence({ ...entryFor(run, by, pupil), id: i === 0 ? first : `${first}-${i + 1}` }, form),
    );
    const tab = readHeadings(run, evidence);
    if (records[0] && records.length === 1) appendTyped(tab, records[0]);
    else appendAll(tab, records);
    flush();
    return `Saved for ${records.length} ${records.length === 1 ? "pupil" : "pupils"}.`;
  });

export const addReward = (pupil: string, form: RewardForm): Saved =>
  addFor(rewards, WITH_PUPILS, pupil, form, newReward);

/** Of the open nominations; `again` says that it is known whose turn would be longer ago. */
export const chooseStudent = (nomination: string, again: boolean): Saved =>
  saveByPerson(TEACHING, (run, by) => {
    const tab = readTab(run, rewards);
    const all = recordsIn(rewards, tab.cells, tab.places).records;
    const entry = { id: newId(run, rewards), by, now: run.now };
    const chosen = chosenStudent(entry, recordFrom(nomination), all, yesFrom(again));
    appendTyped(tab, chosen);
    flush();
    return `${chosen.name} is Student of the Week.`;
  });

export const addAssessment = (pupil: string, form: AssessmentForm, scores: Scores): Saved =>
  addFor(assessments, EVERYBODY, pupil, form, (entry, filled, about) =>
    newAssessment(entry, filled, scores, about),
  );

/** One record for one pupil. */
function addFor<C extends Columns>(
  table: Table<C>,
  roles: readonly Role[],
  pupil: unknown,
  form: unknown,
  make: (entry: NewRecord, form: unknown, about: Pupil, run: Run) => { [K in keyof C]: unknown },
): Saved {
  return saveByPerson(roles, (run, by) => {
    const [found] = pupilsWith(run, [pupilFrom(pupil)]);
    if (!found) throw refusal("There is no such pupil. Nothing was saved.");
    const record = make({ ...entryFor(run, by, found), id: newId(run, table) }, form, found, run);
    appendTyped(readHeadings(run, table), record);
    flush();
    return "Saved.";
  });
}

const newId = <C extends Columns>(run: Run, { tab }: Table<C>): string =>
  newRecordId(RECORD_LETTERS[tab] ?? "", dayOf(run.now), newUuid(), 0);

const entryFor = (run: Run, by: StaffMember, pupil: Pupil): Omit<NewRecord, "id"> => ({
  pupil: pupil.id,
  name: nameInUse(pupil),
  by,
  now: run.now,
});

interface Found<C extends Columns> {
  tab: Tab<C>;
  record: InRow<RecordOf<Table<C>>>;
}

function find<C extends Columns>(run: Run, table: Table<C>, id: string): Found<C> {
  const tab = readTab(run, table);
  const [record] = recordsIn(
    table,
    rowsWith(tab, "id", (text) => text === id),
    tab.places,
  ).records;
  if (record) return { tab, record };
  throw refusal(`${table.tab}: this row is no longer there or cannot be read. Nothing was saved.`);
}

/** Saves fields that nobody changed since they were seen. */
function changeFields<C extends Columns>(
  run: Run,
  table: Table<C>,
  id: string,
  fields: readonly (keyof C & string)[],
  changes: unknown,
): string {
  const { tab, record } = find(run, table, id);
  const wanted = changesFrom(fields, changes).map((one) => {
    const { heading, schema } = table.columns[one.field] as Columns[string];
    const now = textOf(cellOf(record[one.field]));
    if (now !== one.seen && now !== one.now)
      throw refusal(
        `${heading}: somebody else has just changed it to "${now}". Nothing was saved. Open the pupil again.`,
      );
    const parsed = schema().safeParse(one.now);
    if (!parsed.success)
      throw refusal(`${heading}: ${parsed.error.issues[0]?.message ?? ""}. Nothing was saved.`);
    return [one.field, parsed.data] as const;
  });
  changeRecord(tab, record, Object.fromEntries(wanted) as Partial<Record<keyof C, unknown>>);
  return "Saved.";
}
