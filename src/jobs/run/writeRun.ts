/** The tab Runs: what ran for what, and how far it came. */
import { spaced } from "../../domain/words/days";
import type { RunRow as RunRow } from "../../domain/tables/ledger";
import { runs } from "../../domain/tables/ledger";
import { append, overwrite } from "../../google/rows";
import type { Run } from "./job";
import { HEARTBEAT } from "./job";
import { load } from "./load";

/** Rows that are overwritten each time, whatever they are for: they only say when the job last ran. */
const LATEST_ONLY: readonly string[] = [
  HEARTBEAT,
  "weekRows",
  "reminders",
  "deteriorationCheck",
  "eveningCheck",
  "sendReports",
];

/** One row per job, for updates one per week; overwritten where it stands, or added. */
export function writeRun(run: Run, row: Omit<RunRow, "at" | "by">): void {
  const tab = load(run, runs);
  const record = { ...row, at: spaced(run.now), by: run.by };
  const at = tab.records.findIndex(
    (r) => r.job === row.job && (LATEST_ONLY.includes(row.job) || r.for === row.for),
  );
  const present = tab.records[at];
  if (present) {
    overwrite(tab, present.row, record);
    tab.records[at] = { ...record, row: present.row };
  } else {
    append(tab, record);
    run.tabs.delete(runs.tab);
  }
}
