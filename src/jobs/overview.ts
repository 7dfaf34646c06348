/** Writes the Overview anew; once in each run that read Weekly grades, and from the menu. */
import { dayOf } from "../domain/days";
import { halfTermTo, overviewRows, weekHeading } from "../domain/overviewRows";
import { problem } from "../domain/problem";
import { EVERYBODY } from "../domain/rights";
import { overview } from "../domain/tables/overview";
import { fillWhole } from "../google/workbook";
import type { Report, Run } from "./job";
import { loadSettings, runByPerson } from "./job";
import { loadCentre } from "./loadCentre";
import { showProblems } from "./problems";

export const refreshOverview = (): Report =>
  runByPerson(EVERYBODY, (run) => {
    loadSettings(run);
    showOverview(run);
    showProblems(run);
    return { said: "The Overview is up to date." };
  });

export function showOverview(run: Run): void {
  const { centre } = loadCentre(run);
  const weeks = halfTermTo(centre.weeks, dayOf(run.now));
  const table = overview(weeks.map(weekHeading));
  run.checked.add(table.tab);
  if (!fillWhole(run.workbook, table, overviewRows(weeks, centre)))
    run.problems.push(
      problem(
        table.tab,
        null,
        "",
        "The tab is missing.",
        "Run Prepare workbook; grades and updates do not need it.",
      ),
    );
}
