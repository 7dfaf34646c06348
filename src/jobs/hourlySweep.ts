/**
 * What the clock runs every hour: finds what is due from Calendar, Settings and Runs, and makes what is
 * missing.
 */
import { longDay } from "../domain/words/days";
import { schoolWeeks } from "../domain/hub/calendar";
import type { Work } from "../domain/hub/due";
import { dueWork } from "../domain/hub/due";
import { missedUpdates, ROWS } from "../domain/weekly/due";
import { JOB_CHECKS } from "../domain/words/foundBy";
import { problem, refusal, sentenceOf } from "../domain/words/problem";
import { runs } from "../domain/tables/ledger";
import { reports } from "../domain/tables/reports";
import type { Settings } from "../domain/tables/settings";
import { log, removeTriggers } from "../google/run";
import { flush } from "../google/workbook";
import type { AnyHappening } from "./happenings";
import { HAPPENINGS } from "./happenings";
import { bringUpToDate } from "./hub/newVersion";
import type { Answer, Run } from "./run/job";
import { checkClock, checkOriginal, HEARTBEAT, loadSettings, problemOf, runByClock } from "./run/job";
import { load } from "./run/load";
import { hasHub, loadCalendar } from "./run/loadHub";
import { note } from "./run/notes";
import { showOverview } from "./weekly/overview";
import { showProblems } from "./run/showProblems";
import { RESERVE_MS } from "./mail/sendThroughLedger";
import type { Kept } from "./run/writeRun";
import { writeRun } from "./run/writeRun";

const SWEEP: Kept = { name: HEARTBEAT, keeps: "latest" };

export const hourlySweep = (): Answer => runByClock(sweep);

function sweep(run: Run): Answer {
  const settings = loadSettings(run);
  if (!settings.automation) return { said: "Automation is off, so nothing was done." };
  if (settings.owner.toLowerCase() !== run.by.toLowerCase()) {
    removeTriggers(HEARTBEAT);
    return { said: "The automation belongs to somebody else, so this trigger was removed." };
  }
  checkOriginal(run, settings);
  bringUpToDate(run);
  const weeks = schoolWeeks(loadCalendar(run).records);
  const { records } = load(run, runs);
  checkClock(run, records);

  const known = { weeks, runs: records, settings, now: run.now };
  note(run, "Overdue updates", missedUpdates(known).map(missedProblem));
  const isApproved = load(run, reports).records.some(({ state }) => state === "approved");
  const all = dueWork<AnyHappening>(HAPPENINGS, { ...known, isApproved });
  const started = all.filter(() => run.timeLeft() > RESERVE_MS);
  // Making rows takes a moment only.
  if (started.some(({ happening }) => happening.name !== ROWS)) {
    const what = started.map(whatOf).join(", ");
    writeRun(run, SWEEP, { for: "", state: "running", counts: what, outboxRows: null });
    flush();
  }
  const outcomes = started.map((due) => doWork(run, settings, due));

  if (hasHub(run)) showOverview(run);
  const counts = outcomes.map(({ said }) => said).join(" ") || "Nothing was due.";
  const version = `workbook version ${loadSettings(run).preparedBy}`;
  writeRun(run, SWEEP, { for: "", state: "done", counts: version, outboxRows: null });
  showProblems(run);
  flush();
  log(`${HEARTBEAT}: ${counts}`);
  // So that Google's own list of runs shows that something was not done; Problems says what.
  if (outcomes.some(({ stopped }) => stopped)) throw refusal(counts);
  return { said: counts };
}

/** `weeklyUpdate 2026-11-16`. */
const whatOf = (due: Work<AnyHappening>): string => `${due.happening.name} ${due.for}`;

/** One piece of work; one that stops is a problem, and the next goes on. */
function doWork(run: Run, settings: Settings, due: Work<AnyHappening>): { said: string; stopped: boolean } {
  const what = whatOf(due);
  try {
    const { state, counts, outboxRows } = due.happening.run(run, settings, due);
    writeRun(run, due.happening, { for: due.for, state, counts, outboxRows });
    note(run, stopOf(due));
    return { said: `${what}: ${counts}.`, stopped: false };
  } catch (error) {
    const found = problemOf(run, error);
    note(run, stopOf(due), [found]);
    return { said: `${what} stopped: ${sentenceOf(found)}`, stopped: true };
  }
}

const stopOf = ({ happening }: Work<AnyHappening>) => `${JOB_CHECKS[happening.name]}, stopped` as const;

const missedProblem = ({ week }: { week: string }) =>
  problem(
    runs.tab,
    null,
    "",
    `The update for the week beginning ${longDay(week)} was not finished within six days.`,
    "A lead must decide (menu, Send now).",
  );
