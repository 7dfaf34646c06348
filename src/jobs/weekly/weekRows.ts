/**
 * Makes the week's rows, newest week under the headings, for every pupil with a placement that week who has
 * none.
 */
import type { SchoolWeek } from "../../domain/hub/calendar";
import { weekAt } from "../../domain/hub/calendar";
import { missingWeekRows } from "../../domain/hub/weekRows";
import { dayOf, longDay } from "../../domain/words/days";
import type { Problem } from "../../domain/words/problem";
import { problem } from "../../domain/words/problem";
import { EVERYBODY } from "../../domain/hub/rights";
import type { CellValue } from "../../domain/tables/table";
import { textOf } from "../../domain/tables/table";
import type { Tab } from "../../google/workbook";
import { appendCells, insertUnderHeadings } from "../../google/rows";
import { readAgain } from "../../google/workbook";
import type { Answer, Run } from "../run/job";
import { loadSettings, runByPerson } from "../run/job";
import { forgetHub, loadHub } from "../run/loadHub";
import { note } from "../run/notes";
import { showOverview } from "./overview";
import { showProblems } from "../run/showProblems";
import type { Outcome } from "../run/outcome";

/** From the menu. */
export const makeThisWeeksRows = (): Answer =>
  runByPerson(EVERYBODY, (run) => {
    loadSettings(run);
    const week = weekAt(loadHub(run).hub.weeks, dayOf(run.now));
    const said = week ? weekRows(run, week).counts : "Today is not in any school week of the Calendar.";
    showOverview(run);
    showProblems(run);
    return { said: week ? `Week beginning ${longDay(week.week)}: ${said}.` : said };
  });

export function weekRows(run: Run, week: SchoolWeek): Outcome {
  const { hub, weekly } = loadHub(run);
  const records = missingWeekRows(week, hub);
  note(run, "Monday's rows");
  if (records.length > 0) {
    insertUnderHeadings(weekly, records);
    forgetHub(run, weekly.table.tab);
    const after = loadHub(run).weekly;
    const gone = putBack(run, weekly, after);
    note(run, "Monday's rows", [...missingAfter(after, records), ...gone]);
    if (gone.length > 0) forgetHub(run, weekly.table.tab);
  }
  return { state: "done", counts: `${records.length} rows made`, outboxRows: null };
}

/** A row's week and pupil. */
const keyIn = ({ places }: Tab, row: readonly CellValue[]): string =>
  ["week", "pupil"].map((field) => textOf(row[places.get(field) ?? 0] ?? "")).join("|");

/**
 * Rows that were there and are gone: sorted at that very moment, they were where the new ones were written.
 */
function lostRows(before: Tab, after: Tab): CellValue[][] {
  const there = new Set(after.cells.map((row) => keyIn(after, row)));
  const headings = (before.cells[0] ?? []).map(textOf);
  return before.cells
    .slice(1)
    .filter((row) => keyIn(before, row) !== "|" && !there.has(keyIn(before, row)))
    .map((row) => (after.cells[0] ?? []).map((heading) => row[headings.indexOf(textOf(heading))] ?? ""));
}

function putBack(run: Run, before: Tab, after: Tab): Problem[] {
  if (lostRows(before, after).length === 0) return [];
  // A row inserted during a reading pushes the last one out of it: only what a second look misses, too, is
  // gone.
  const lost = lostRows(before, readAgain(run, after));
  appendCells(after, lost);
  return lost.map((row) =>
    problem(
      after.table.tab,
      null,
      "Pupil id",
      `The row ${keyIn(after, row)} disappeared while rows were being made. It has been put back below all the others.`,
      "Sort the tab by Week to move it. If you had just deleted it, delete it again.",
    ),
  );
}

/** Rows that cannot be found again after they were written. */
function missingAfter(weekly: Tab, records: readonly Record<string, unknown>[]): Problem[] {
  const there = new Set(weekly.cells.map((row) => keyIn(weekly, row)));
  return records
    .filter((record) => !there.has(`${String(record["week"])}|${String(record["pupil"])}`))
    .map((record) =>
      problem(
        weekly.table.tab,
        null,
        "Pupil id",
        `The row for ${String(record["pupil"])} in the week beginning ${longDay(String(record["week"]))} was made but is not there.`,
        "Choose Make this week's rows again.",
      ),
    );
}
