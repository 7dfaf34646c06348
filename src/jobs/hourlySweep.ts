/** What the clock runs every hour: which work is due, from Calendar, Settings and Runs, and no more reading than that. */
import type { SchoolWeek } from "../domain/calendar";
import { calendarProblems, closedWeeks, isTooOld, schoolWeeks } from "../domain/calendar";
import { dayOf } from "../domain/days";
import { problem, stop } from "../domain/problem";
import { calendar } from "../domain/tables/calendar";
import type { Run as RunRow } from "../domain/tables/ledger";
import { runs } from "../domain/tables/ledger";
import type { Settings } from "../domain/tables/settings";
import { settings as settingsTable } from "../domain/tables/settings";
import { log, removeTriggers } from "../google/run";
import { append, flush, overwrite } from "../google/workbook";
import type { Report, Run } from "./job";
import { load, loadSettings, runJob, showProblems } from "./job";
import { sendWeeklyUpdate } from "./weeklyUpdate";

const HEARTBEAT = "hourlySweep";
const UPDATE = "weeklyUpdate";

export const hourlySweep = (): Report => runJob(sweep);

function sweep(run: Run): Report {
  const settings = loadSettings(run);
  if (settings.automation !== "on") return { said: "Automation is off, so nothing was done." };
  if (settings.owner.toLowerCase() !== run.by.toLowerCase()) {
    removeTriggers(HEARTBEAT);
    return { said: "The automation belongs to somebody else, so this trigger was removed." };
  }
  checkOriginal(run, settings);

  const days = load(run, calendar);
  const [unusable] = calendarProblems(days.records);
  if (unusable) throw stop(unusable);
  const log_ = load(run, runs);
  const counted = Math.max(0, ...log_.records.map((row) => row.outboxRows ?? 0));

  const open = openWeeks(schoolWeeks(days.records), log_.records, settings, run);
  const due = open.filter((week) => !isTooOld(week, settings.closingTime, run.now));
  for (const week of open) if (!due.includes(week)) run.problems.push(missed(week));

  const said = due.map((week) => {
    const { state, counts, outboxRows } = sendWeeklyUpdate(run, settings, week, days, counted);
    writeRun(run, log_, { job: UPDATE, for: week.week, state, counts, outboxRows });
    return `Update for the week of ${week.week}: ${counts}.`;
  });
  const counts = said.length > 0 ? said.join(" ") : "Nothing was due.";
  writeRun(run, log_, { job: HEARTBEAT, for: "", state: "done", counts: "", outboxRows: null });
  showProblems(run);
  flush();
  log(`${HEARTBEAT}: ${counts}`);
  return { said: counts };
}

/** In a copy of the workbook nothing is sent. */
function checkOriginal(run: Run, settings: Settings): void {
  if (settings.workbookId === run.workbook.getId()) return;
  const wrong =
    "This is a copy: the workbook's own id is not the one in Settings, so nothing is sent from here.";
  throw stop(
    problem(settingsTable.tab, null, "Value", wrong, "Work in the original, or turn the automation on here."),
  );
}

/** Closed weeks, since the automation was first on, whose update is not finished. */
function openWeeks(
  weeks: readonly SchoolWeek[],
  rows: readonly RunRow[],
  settings: Settings,
  run: Run,
): SchoolWeek[] {
  const done = new Set(
    rows.filter((row) => row.job === UPDATE && row.state === "done").map((row) => row.for),
  );
  return closedWeeks(weeks, settings.closingTime, run.now).filter(
    (week) =>
      settings.firstOn !== "" &&
      (week.days[week.days.length - 1] ?? "") >= dayOf(settings.firstOn) &&
      !done.has(week.week),
  );
}

const missed = (week: SchoolWeek) =>
  problem(
    runs.tab,
    null,
    "",
    `The update for the week of ${week.week} was not finished within six days.`,
    "A lead decides whether it is still sent.",
  );

type RunsTab = ReturnType<typeof load<typeof runs.columns>>;

/** One row per job and week: overwritten where it stands, or added. */
function writeRun(run: Run, tab: RunsTab, row: Omit<RunRow, "at" | "by">): void {
  const record = { ...row, at: run.now.replace("T", " "), by: run.by };
  const present = tab.records.find((r) => r.job === row.job && r.for === row.for);
  if (present) overwrite(tab, present.row, record);
  else append(tab, record);
}
