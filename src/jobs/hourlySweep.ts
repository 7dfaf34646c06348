/** What the clock runs every hour: finds what is due from Calendar, Settings and Runs, and makes what is missing. */
import { schoolWeeks } from "../domain/hub/calendar";
import type { JobName, Work } from "../domain/weekly/due";
import { dueReportWork, dueWork } from "../domain/weekly/due";
import { problem, refusal, sentenceOf } from "../domain/words/problem";
import { runs } from "../domain/tables/ledger";
import { reports } from "../domain/tables/reports";
import type { Settings } from "../domain/tables/settings";
import { log, removeTriggers } from "../google/run";
import { flush } from "../google/workbook";
import { chaseBlanks } from "./weekly/chaseBlanks";
import { dataCheck } from "./hub/checkPasted";
import { deteriorationCheck } from "./deterioration/deteriorationCheck";
import { eveningCheck } from "./weekly/eveningCheck";
import type { Answer, Run } from "./run/job";
import { checkClock, checkOriginal, HEARTBEAT, loadSettings, problemOf, runByClock } from "./run/job";
import { load } from "./run/load";
import { hasHub, loadCalendar } from "./run/loadHub";
import { carryOnReports } from "./reports/makeReports";
import { templateAskedFor } from "./reports/newTemplate";
import { showOverview } from "./weekly/overview";
import { showProblems } from "./run/showProblems";
import { RESERVE_MS } from "./mail/sendThroughLedger";
import { sendReports } from "./reports/sendReports";
import { weekRows } from "./weekly/weekRows";
import { weeklyUpdate } from "./weekly/weeklyUpdate";
import { writeRun } from "./run/writeRun";
import type { Outcome } from "./run/outcome";

const JOBS: Record<JobName, (run: Run, settings: Settings, work: Work) => Outcome> = {
  weekRows: (run, _settings, { week }) => weekRows(run, week),
  dataCheck,
  reminders: (run, settings, { week }) => chaseBlanks(run, settings, week),
  weeklyUpdate: (run, settings, { week }) => weeklyUpdate(run, settings, week),
  deteriorationCheck,
  eveningCheck,
  sendReports,
  newTemplate: (run, _settings, work) => templateAskedFor(run, work.for),
  makeReports: (run, _settings, work) => carryOnReports(run, work.for),
};

export const hourlySweep = (): Answer => runByClock(sweep);

function sweep(run: Run): Answer {
  const settings = loadSettings(run);
  if (settings.automation !== "on") return { said: "Automation is off, so nothing was done." };
  if (settings.owner.toLowerCase() !== run.by.toLowerCase()) {
    removeTriggers(HEARTBEAT);
    return { said: "The automation belongs to somebody else, so this trigger was removed." };
  }
  checkOriginal(run, settings);
  const weeks = schoolWeeks(loadCalendar(run).records);
  const { records } = load(run, runs);
  checkClock(run, records);

  const { work, missed } = dueWork(weeks, records, settings, run.now);
  run.problems.push(...missed.map(missedProblem));
  const isApproved = load(run, reports).records.some(({ state }) => state === "approved");
  const all = [...work, ...dueReportWork(weeks, records, isApproved, run.now)];
  const started = all.filter(() => run.timeLeft() > RESERVE_MS);
  // Making rows takes a moment only.
  if (started.some(({ job }) => job !== "weekRows")) {
    const what = started.map(({ job, for: key }) => `${job} ${key}`).join(", ");
    writeRun(run, { job: HEARTBEAT, for: "", state: "running", counts: what, outboxRows: null });
    flush();
  }
  const outcomes = started.map((due) => doWork(run, settings, due));

  if (hasHub(run)) showOverview(run);
  const counts = outcomes.map(({ said }) => said).join(" ") || "Nothing was due.";
  writeRun(run, { job: HEARTBEAT, for: "", state: "done", counts: "", outboxRows: null });
  showProblems(run);
  flush();
  log(`${HEARTBEAT}: ${counts}`);
  // So that Google's own list of runs shows that something was not done; Problems says what.
  if (outcomes.some(({ stopped }) => stopped)) throw refusal(counts);
  return { said: counts };
}

/** One piece of work; one that stops is a problem, and the next goes on. */
function doWork(run: Run, settings: Settings, due: Work): { said: string; stopped: boolean } {
  try {
    const { state, counts, outboxRows } = JOBS[due.job](run, settings, due);
    writeRun(run, { job: due.job, for: due.for, state, counts, outboxRows });
    return { said: `${due.job} ${due.for}: ${counts}.`, stopped: false };
  } catch (error) {
    const found = problemOf(run, error);
    run.problems.push(found);
    run.checked.add(found.tab);
    return { said: `${due.job} ${due.for} stopped: ${sentenceOf(found)}`, stopped: true };
  }
}

const missedProblem = ({ week }: { week: string }) =>
  problem(
    runs.tab,
    null,
    "",
    `The update for the week of ${week} was not finished within six days.`,
    "A lead decides: menu, Send now.",
  );
