/** How every job runs: under the lock, in the right workbook, its problems shown, its reading done once per tab. */
import type { Moment } from "../domain/days";
import type { Problem } from "../domain/problem";
import { problem } from "../domain/problem";
import type { Read } from "../domain/tables/read";
import { recordsIn } from "../domain/tables/read";
import type { ProblemRow } from "../domain/tables/ledger";
import { problems as problemsTable } from "../domain/tables/ledger";
import type { Settings } from "../domain/tables/settings";
import { settings as settingsTable, settingsFrom } from "../domain/tables/settings";
import type { Columns, RecordOf, Table } from "../domain/tables/table";
import { clock, runningAs, underLock } from "../google/run";
import type { Tab } from "../google/workbook";
import { checkLocale, flush, openWorkbook, readTab, replaceAll } from "../google/workbook";

type Workbook = ReturnType<typeof openWorkbook>;

/** One run of a job: when and as whom it runs, what it has read, the problems it has found. */
export interface Run {
  workbook: Workbook;
  now: Moment;
  timeLeft: () => number;
  by: string;
  problems: Problem[];
  /** Tabs whose problems this run looked for: their rows on the Problems tab are replaced. */
  checked: Set<string>;
}

/** What a job says it did, in a sentence, for the person at the menu and the local host's report. */
export interface Report {
  said: string;
}

/** Runs a job. A run that finds the lock taken leaves; a job that must stop says why on the Problems tab and throws. */
export function runJob(job: (run: Run) => Report): Report {
  const { now, timeLeft } = clock();
  const workbook = openWorkbook();
  const run: Run = { workbook, now, timeLeft, by: runningAs(), problems: [], checked: new Set() };
  const report = underLock(() => {
    try {
      checkLocale(workbook);
      return job(run);
    } catch (error) {
      stopRun(run, error);
      throw error;
    }
  });
  return report ?? { said: "Another run is at work; this one left everything to it." };
}

/** Reads a tab once and takes note of what is wrong in it. */
export function load<C extends Columns>(run: Run, table: Table<C>): Tab<C> & Read<RecordOf<Table<C>>> {
  run.checked.add(table.tab);
  const tab = readTab(run.workbook, table, run.problems);
  const read = recordsIn(table, tab.cells, tab.places);
  run.problems.push(...read.problems);
  return { ...tab, ...read };
}

/** The settings; where one that decides who receives what is invalid, the job stops. */
export function loadSettings(run: Run): Settings {
  const read = load(run, settingsTable);
  const { settings, problems } = settingsFrom(read.records);
  run.problems.push(...problems);
  return settings;
}

/** Writes the run's problems to their tab: those of the tabs it checked anew, the others as they were. */
export function showProblems(run: Run): void {
  const tab = load(run, problemsTable);
  const keyOf = (p: Pick<ProblemRow, "tab" | "heading" | "wrong">) => [p.tab, p.heading, p.wrong].join("|");
  const since = new Map(tab.records.map((row) => [keyOf(row), row.since]));
  const others = tab.records.filter((row) => !run.checked.has(row.tab));
  const found = run.problems.map((p): ProblemRow => ({
    ...p,
    since: since.get(keyOf(p)) || run.now.replace("T", " "),
  }));
  const rows = [...found, ...others];
  const plain = (row: ProblemRow) =>
    JSON.stringify([row.tab, row.row, row.heading, row.wrong, row.remedy, row.since]);
  const same =
    rows.length === tab.records.length &&
    rows.every((row, i) => plain(row) === plain(tab.records[i] as ProblemRow));
  if (!same) replaceAll(tab, rows);
}

/** Adds why a run stopped to the Problems tab, if that can still be written, and keeps all that stood there. */
function stopRun(run: Run, error: unknown): void {
  const known = (error as { problem?: Problem }).problem;
  const wrong = `The run of ${run.now.replace("T", " ")} stopped: ${error instanceof Error ? error.message : String(error)}`;
  run.problems = [
    known ?? problem("Runs", null, "", wrong, "Run it again; if it stops again, ask for help."),
  ];
  run.checked = new Set([run.problems[0]?.tab ?? ""]);
  if (known?.tab === problemsTable.tab) return;
  showProblems(run);
  flush();
}
