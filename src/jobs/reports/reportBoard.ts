/** What staff write into reports, and how a report goes from drafting to approved. */
import { schoolWeeks } from "../../domain/hub/calendar";
import { dayOf, spaced } from "../../domain/words/days";
import type { Saved } from "../../domain/tables/forms";
import { textIn } from "../../domain/tables/forms";
import { nameInUse } from "../../domain/hub/names";
import { refusal } from "../../domain/words/problem";
import { gradingWeek } from "../../domain/views/buildPupilView";
import type { ReportStep } from "../../domain/reports/board/board";
import {
  refuseStep,
  refuseChangedSince,
  refuseNeverSent,
  refuseOldDocument,
  refuseWithoutTargets,
  refuseWording,
  refuseWriters,
  stepped,
} from "../../domain/reports/board/board";
import { periodIdOf } from "../../domain/reports/says/ownPeriod";
import { problemsOf } from "../../domain/reports/board/watched";
import {
  periodFrom,
  providerFrom,
  pupilFrom,
  pupilOrAllFrom,
  sectionFrom,
  shownFrom,
  stepFrom,
  templateFrom,
} from "../../domain/views/requests";
import { WITH_PUPILS } from "../../domain/hub/rights";
import { calendar } from "../../domain/tables/calendar";
import type { StaffMember } from "../../domain/tables/people";
import { pupils as pupilsTable } from "../../domain/tables/people";
import type { InRow } from "../../domain/tables/read";
import { recordsIn } from "../../domain/tables/read";
import type { Report, ReportComment } from "../../domain/tables/reports";
import { comments, reports, templates } from "../../domain/tables/reports";
import type { Columns, RecordOf, Table } from "../../domain/tables/table";
import { targets } from "../../domain/tables/targets";
import type { Tab } from "../../google/workbook";
import { appendTyped } from "../../google/rows";
import { flush, readTab } from "../../google/workbook";
import type { Run } from "../run/job";
import { saveByPerson, staffAsRead } from "../run/job";
import { changeRecord, ownRecords, pupilsWith, rowsWith } from "../run/ownRecords";

/** One section of the running half-term; refused where somebody changed it since it was `seen`. */
export const saveComment = (pupil: string, section: string, seen: string, text: string): Saved =>
  saveByPerson(WITH_PUPILS, (run, by) => {
    const [id, { name, label, most }] = [pupilFrom(pupil), sectionFrom(section)];
    const [shown, words] = [shownFrom(seen).trim(), textIn(text, label)];
    if (words.length > most)
      throw refusal(
        `${label} has ${words.length} characters; the limit is ${most}. Shorten it. Nothing was saved.`,
      );
    const key = { period: runningPeriod(run), pupil: id, section: name.replace("written.", "") };
    const { tab, record } = commentWith(run, key);
    const there = record?.words ?? "";
    if (there !== shown && there !== words)
      throw refusal(
        `${label}: ${record?.by || "somebody"} has just changed it. Nothing was saved. Read it, combine the two texts and save again.`,
      );
    if (there === words) return "That is already saved.";
    const written = { words, by: by.name, at: spaced(run.now) };
    if (record) changeRecord(tab, record, written);
    else {
      const [about] = pupilsWith(run, [id]);
      appendTyped(tab, { ...key, name: about ? nameInUse(about) : "", ...written });
      flush();
    }
    return `${label} is saved.`;
  });

/** Of today's school week, or the last one. */
function runningPeriod(run: Run): string {
  const { records } = wholeOf(run, calendar);
  const week = gradingWeek({ weeks: schoolWeeks(records) }, dayOf(run.now));
  if (week) return periodIdOf(week);
  throw refusal("The Calendar has no half-term that has begun. Nothing was saved.");
}

type CommentKey = Pick<ReportComment, "period" | "pupil" | "section">;

/** The section's row, or none where nobody has written it; refused where there is one that cannot be read. */
function commentWith(
  run: Run,
  { period, pupil, section }: CommentKey,
): { tab: Tab<typeof comments.columns>; record: InRow<ReportComment> | undefined } {
  const tab = readTab(run, comments);
  const { records, leftOut } = recordsIn(
    comments,
    rowsWith(tab, "pupil", (text) => text === pupil),
    tab.places,
  );
  const isIt = (one: Partial<CommentKey>): boolean => one.period === period && one.section === section;
  if (leftOut.some(({ texts }) => isIt(texts)))
    throw refusal(
      `${comments.tab} has two rows for this section. Delete one of them there. Nothing was saved.`,
    );
  return { tab, record: records.find(isIt) };
}

const SAID: Record<ReportStep, string> = {
  drafting: "Taken back. It is drafting again.",
  checked: "The report has been checked.",
  approved:
    "The report is approved. It will go with the next hourly run, or send it from the menu, Half-termly reports.",
};

/** One step of a report; that one is sent is written by sending alone. */
export const changeReport = (
  period: string,
  pupil: string,
  provider: string,
  template: string,
  to: ReportStep,
): Saved =>
  saveByPerson(WITH_PUPILS, (run, by) => {
    const step = stepFrom(to);
    const { tab, record } = reportWith(run, {
      period: periodFrom(period),
      pupil: pupilOrAllFrom(pupil),
      provider: providerFrom(provider),
      template: templateFrom(template),
    });
    refuseStep(record, step, by);
    if (step !== "drafting") refuseUnready(run, record, step, by);
    changeRecord(tab, record, stepped(step, by, run.now));
    return SAID[step];
  });

type ReportKey = Pick<Report, "period" | "pupil" | "provider" | "template">;

function reportWith(run: Run, key: ReportKey): { tab: Tab<typeof reports.columns>; record: InRow<Report> } {
  const tab = readTab(run, reports);
  const own = rowsWith(tab, "pupil", (text) => text === key.pupil);
  const record = recordsIn(reports, own, tab.places).records.find((one) =>
    (Object.keys(key) as (keyof ReportKey)[]).every((field) => one[field] === key[field]),
  );
  if (record) return { tab, record };
  throw refusal(
    `${reports.tab}: this row is no longer there or cannot be read. Open the pupil again. Nothing was changed.`,
  );
}

function refuseUnready(run: Run, report: InRow<Report>, step: ReportStep, by: StaffMember): void {
  const { pupil: id, period, template } = report;
  const written = id === "" ? [] : ownRecords(run, comments, id).filter((one) => one.period === period);
  refuseWriters(report, written, by);
  if (step === "approved") refuseChangedSince(report, written);
  if (step === "approved") {
    const { records } = wholeOf(run, templates);
    const kind = records.find((one) => one.id === template)?.kind;
    if (!kind)
      throw refusal(`${templates.tab} no longer has a row ${template}. Ask a lead. Nothing was changed.`);
    refuseNeverSent(kind);
    if (kind === "end of term")
      refuseWithoutTargets(kind, ownRecords(run, targets, id), staffAsRead(run).records);
  }
  if (written.length === 0) return;
  refuseWordingOf(run, written, id);
  if (step === "checked") refuseOldDocument(report, written);
}

function refuseWordingOf(run: Run, written: readonly ReportComment[], id: string): void {
  const everybody = wholeOf(run, pupilsTable).records;
  const pupil = everybody.find((one) => one.id === id);
  if (!pupil) throw refusal(`${pupilsTable.tab} no longer has a row ${id}. Nothing was changed.`);
  refuseWording(problemsOf(written, pupil, everybody));
}

function wholeOf<C extends Columns>(run: Run, table: Table<C>): { records: InRow<RecordOf<Table<C>>>[] } {
  const { cells, places } = readTab(run, table);
  return recordsIn(table, cells, places);
}
