/** Writes the Overview again; once in each run that read Weekly grades, and from the menu. */
import { closedWeeks } from "../../domain/hub/calendar";
import { dayOf } from "../../domain/words/days";
import { judgementsOf } from "../../domain/rule/judgements";
import { halfTermTo, overviewRows, weekHeading } from "../../domain/weekly/overviewRows";
import { problem } from "../../domain/words/problem";
import { EVERYBODY } from "../../domain/hub/rights";
import { overview } from "../../domain/tables/overview";
import { plans } from "../../domain/tables/plans";
import { targets } from "../../domain/tables/targets";
import { fillWhole } from "../../google/rows";
import type { Answer, Run } from "../run/job";
import { loadSettings, runByPerson } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { noteAnew } from "../run/notes";
import { showProblems } from "../run/showProblems";

export const refreshOverview = (): Answer =>
  runByPerson(EVERYBODY, (run) => {
    showOverview(run);
    showProblems(run);
    return { said: "The Overview is up to date." };
  });

export function showOverview(run: Run): void {
  const { hub } = loadHub(run);
  const weeks = halfTermTo(hub.weeks, dayOf(run.now));
  const table = overview(weeks.map(weekHeading));
  const settings = loadSettings(run);
  const closed = closedWeeks(hub.weeks, settings.closingTime, run.now);
  const judgements = judgementsOf(hub, closed, load(run, plans).records, settings);
  const rows = overviewRows(weeks, hub, judgements, settings, load(run, targets).records);
  noteAnew(run, "Overview", fillWhole(run.workbook, table, rows) ? [] : [missing]);
}

const missing = problem(
  "Overview",
  null,
  "",
  "The tab is missing.",
  "Run Prepare workbook. Grades and updates work without this tab.",
);
