/**
 * How every job runs: under the lock, in the right workbook, its problems shown, its reading done once per
 * tab.
 */
import type { Moment } from "../../domain/words/days";
import { minutesBetween, momentIn, momentInWords } from "../../domain/words/days";
import type { Saved } from "../../domain/tables/forms";
import type { Check } from "../../domain/words/foundBy";
import type { Problem } from "../../domain/words/problem";
import { problem, refusal, stop } from "../../domain/words/problem";
import type { Role } from "../../domain/hub/rights";
import { EVERYBODY, memberWith, whyRefused } from "../../domain/hub/rights";
import type { RunRow as RunRow } from "../../domain/tables/ledger";
import { runs } from "../../domain/tables/ledger";
import type { StaffMember } from "../../domain/tables/people";
import { staff } from "../../domain/tables/people";
import type { Read } from "../../domain/tables/read";
import { recordsIn } from "../../domain/tables/read";
import type { Settings } from "../../domain/tables/settings";
import { settings as settingsTable, settingsFrom } from "../../domain/tables/settings";
import { toast } from "../../google/dialog";
import { clock, runningAs, underLock } from "../../google/run";
import type { Reading, Tab } from "../../google/workbook";
import { checkLocale, flush, openWorkbook, readTab, readWhole } from "../../google/workbook";
import { load, once } from "./load";
import type { Notes } from "./notes";
import { add, note, noteAnew } from "./notes";
import { showProblems } from "./showProblems";

/** One run of a job: when and as whom it runs, what it has read, the problems it has found. */
export interface Run extends Reading, Notes {
  now: Moment;
  timeLeft: () => number;
  by: string;
  /** What was read, by tab; emptied for a tab that is written to. */
  tabs: Map<string, unknown>;
  /**
   * The last reading of each tab, to say which row a problem is in; it outlives a write, which moves no rows.
   */
  readings: Map<string, Tab>;
}

/** What a job says it did, in a sentence, for the person at the menu and the local host's report. */
export interface Answer {
  said: string;
  /** What a dialog shows next, in HTML that is safe to show. */
  page?: string;
}

/** The clock waits for nobody; a person may as well wait for a sweep that is nearly over. */
const CLOCK_WAIT_MS = 1_000;
const PERSON_WAIT_MS = 8_000;

const begin = (): Run => ({
  ...clock(),
  workbook: openWorkbook(),
  by: runningAs(),
  renamed: [],
  problems: [],
  checks: new Set(),
  tabs: new Map(),
  readings: new Map(),
});

/** The clock's run: one that finds the lock taken leaves everything to the other. */
export function runByClock(job: (run: Run) => Answer): Answer {
  const run = begin();
  const report = underLock(CLOCK_WAIT_MS, () =>
    guarded(
      run,
      () => {
        checkLocale(run.workbook);
        return job(run);
      },
      "Hourly sweep",
    ),
  );
  return report ?? { said: "Another run is at work, so this one did nothing." };
}

/** A person's run: refused to anybody whose role in Staff is none of these. */
export const runByPerson = (roles: readonly Role[], job: (run: Run) => Answer): Answer =>
  runByAnybody((run) => {
    refuseOthers(run, roles);
    checkLocale(run.workbook);
    return job(run);
  });

/**
 * The same for a job that reads most of the tabs: first of all the whole reading is made, the tab Staff in
 * it. None of them is a command of the menu: whoever called one shows what it said.
 */
export const runOverAll = (roles: readonly Role[], job: (run: Run) => Answer): Answer =>
  locked(begin(), (run) => {
    run.whole = readWhole(run.workbook);
    refuseOthers(run, roles);
    checkLocale(run.workbook);
    return job(run);
  });

/** For a workbook that may not have a Staff tab, or the right locale, yet: the job itself looks at both. */
export function runByAnybody(job: (run: Run) => Answer): Answer {
  const run = begin();
  const report = locked(run, job);
  if (report.page === undefined) toast(run.workbook, report.said);
  return report;
}

function locked(run: Run, job: (run: Run) => Answer): Answer {
  const report = underLock(PERSON_WAIT_MS, () => guarded(run, job));
  if (!report) throw refusal(`${whoIsAtWork(run)} Nothing was done. Try again in a minute.`);
  return report;
}

export function refuseOthers(run: Run, roles: readonly Role[]): void {
  const refused = whyRefused(run.by, load(run, staff).records, roles);
  if (refused) throw refusal(refused);
}

/** A person's look through the sidebar: without the lock, because it writes nothing. */
export function lookByPerson<T>(look: (run: Run, by: StaffMember) => T): T {
  const run = begin();
  return look(run, memberOf(run, EVERYBODY));
}

/** A person's save through the sidebar, which says itself what came of it. */
export function saveByPerson(roles: readonly Role[], save: (run: Run, by: StaffMember) => string): Saved {
  const run = begin();
  const said = underLock(PERSON_WAIT_MS, () => guarded(run, () => save(run, memberOf(run, roles))));
  if (said === null) throw refusal(`${whoIsAtWork(run)} Nothing was saved. Try again in a minute.`);
  return { said };
}

/**
 * The staff as the tab has them: no ids are given here, so that a look writes nothing and a save stays short.
 */
export const staffAsRead = (run: Run): Read<StaffMember> =>
  once(run, "the staff as read", () => {
    const { cells, places } = readTab(run, staff);
    return recordsIn(staff, cells, places);
  });

function memberOf(run: Run, roles: readonly Role[]): StaffMember {
  const everybody = staffAsRead(run).records;
  const refused = whyRefused(run.by, everybody, roles);
  const member = memberWith(run.by, everybody);
  if (refused || !member) throw refusal(refused ?? "");
  return member;
}

/**
 * Says on the Problems tab why a run stopped; where it does not, an earlier stop of the same kind is over.
 */
function guarded<T>(run: Run, job: (run: Run) => T, kind: Check = "Menu command"): T {
  note(run, kind);
  try {
    return job(run);
  } catch (error) {
    if (!(error as { told?: boolean }).told) tellStop(run, error, kind);
    throw error;
  }
}

function whoIsAtWork(run: Run): string {
  const sweeping = load(run, runs).records.find((row) => row.job === HEARTBEAT && row.state === "running");
  return sweeping
    ? `The automation of ${sweeping.by} has been at work since ${momentInWords(sweeping.at)} (${sweeping.counts}).`
    : "Somebody else's menu command is at work.";
}

/** The settings; where one that decides who receives what is invalid, the job stops. */
export function loadSettings(run: Run): Settings {
  const { records, leftOut } = load(run, settingsTable);
  const { settings, problems } = settingsFrom(records, leftOut);
  noteAnew(run, "Settings", problems);
  return settings;
}

/** In a copy of the workbook nothing is sent. */
export function checkOriginal(run: Run, settings: Settings): void {
  if (settings.workbookId === "" || settings.workbookId === run.workbook.getId()) return;
  const wrong = "This is a copy: its id is not the workbook id in Settings, so nothing is sent from here.";
  throw stop(
    problem(settingsTable.tab, null, "Value", wrong, "Work in the original, or turn the automation on here."),
  );
}

/** The sweep's row in Runs, overwritten each time: the last sign of life. */
export const HEARTBEAT = "hourlySweep";

/** Wall clocks go back by an hour once a year. */
const ALLOWED_BACK_MINUTES = 70;

/**
 * Stops while the clock is earlier than the last sweep: what is due would be computed for a time that is
 * over.
 */
export function checkClock(run: Run, rows: readonly RunRow[]): void {
  const last = rows.find((row) => row.job === HEARTBEAT)?.at ?? "";
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(last)) return;
  if (minutesBetween(run.now, momentIn(last)) <= ALLOWED_BACK_MINUTES) return;
  const wrong = `The clock says ${momentInWords(run.now)}, but the last run was at ${momentInWords(last)}. The clock has been set back.`;
  throw stop(problem(runs.tab, null, "At", wrong, "Nothing will be done until the clock is right again."));
}

/**
 * Adds why a run stopped to the Problems tab and keeps all that the checks found before, which this run did
 * not end. What stopped a person in a tab would stop its next reading, too, and goes when that does not find
 * it.
 */
function tellStop(run: Run, error: unknown, kind: Check): void {
  const found = problemOf(run, error);
  run.problems = [];
  run.checks = new Set([kind]);
  const isKnown = (error as { problem?: Problem }).problem !== undefined;
  add(run, isKnown && kind === "Menu command" ? `Reading ${found.tab}` : kind, [found]);
  try {
    showProblems(run);
    flush();
  } catch (second) {
    throw new Error(`${String(error)} (It could not be written to Problems: ${String(second)})`);
  }
}

/** The located problem behind an error; an unknown one is located in Runs. */
export function problemOf(run: Run, error: unknown): Problem {
  const known = (error as { problem?: Problem }).problem;
  if (known) return known;
  const wrong = `The run at ${momentInWords(run.now)} stopped: ${(error as Error).message ?? String(error)}`;
  return problem(runs.tab, null, "", wrong, "Run it again. If it stops again, ask for help.");
}
