/** Makes the week's rows, newest week under the headings, for every pupil with a placement that week who has none. */
import type { SchoolWeek } from "../domain/calendar";
import { weekAt } from "../domain/calendar";
import { missingWeekRows } from "../domain/weekRows";
import { dayOf } from "../domain/days";
import type { Problem } from "../domain/problem";
import { problem } from "../domain/problem";
import { EVERYBODY } from "../domain/rights";
import { textOf } from "../domain/tables/table";
import type { Tab } from "../google/workbook";
import { insertUnderHeadings } from "../google/workbook";
import type { Report, Run } from "./job";
import { loadSettings, runByPerson } from "./job";
import { forgetCentre, loadCentre } from "./loadCentre";
import { showOverview } from "./overview";
import { showProblems } from "./problems";
import type { Outcome } from "./weeklyUpdate";

/** From the menu. */
export const makeThisWeeksRows = (): Report =>
  runByPerson(EVERYBODY, (run) => {
    loadSettings(run);
    const week = weekAt(loadCentre(run).centre.weeks, dayOf(run.now));
    const said = week ? weekRows(run, week).counts : "Today is in no school week of the Calendar.";
    showOverview(run);
    showProblems(run);
    return { said: week ? `Week beginning ${week.week}: ${said}.` : said };
  });

export function weekRows(run: Run, week: SchoolWeek): Outcome {
  const { centre, weekly } = loadCentre(run);
  const records = missingWeekRows(week, centre);
  if (records.length > 0) {
    insertUnderHeadings(weekly, records);
    forgetCentre(run, weekly.table.tab);
    run.problems.push(...missingAfter(loadCentre(run).weekly, records));
  }
  return { state: "done", counts: `${records.length} rows made`, outboxRows: null };
}

/** Rows that cannot be found again after they were written. */
function missingAfter(weekly: Tab, records: readonly Record<string, unknown>[]): Problem[] {
  const [week = 0, pupil = 0] = ["week", "pupil"].map((field) => weekly.places.get(field) ?? 0);
  const there = new Set(weekly.cells.map((row) => `${textOf(row[week] ?? "")}|${textOf(row[pupil] ?? "")}`));
  return records
    .filter((record) => !there.has(`${String(record["week"])}|${String(record["pupil"])}`))
    .map((record) =>
      problem(
        weekly.table.tab,
        null,
        "Pupil id",
        `The row of ${String(record["pupil"])} for ${String(record["week"])} was made but is not there.`,
        "Choose Make this week's rows again.",
      ),
    );
}
