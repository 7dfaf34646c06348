/** The tab Runs: what ran for what, and how far it came. */
import { spaced } from "../../domain/words/days";
import type { RunRow } from "../../domain/tables/ledger";
import { runs } from "../../domain/tables/ledger";
import { append, overwrite } from "../../google/rows";
import type { Run } from "./job";
import { load } from "./load";

/** What is kept in Runs of something that happens. */
export interface Kept {
  /** What its rows are called. */
  name: string;
  /**
   * One row, overwritten whatever it is for, that only says when it last ran; or one for each thing that it
   * is for.
   */
  keeps: "latest" | "each";
}

/** Overwrites the row where it is, or adds it. */
export function writeRun(run: Run, { name, keeps }: Kept, row: Omit<RunRow, "job" | "at" | "by">): void {
  const tab = load(run, runs);
  const record = { ...row, job: name, at: spaced(run.now), by: run.by };
  const at = tab.records.findIndex((r) => r.job === name && (keeps === "latest" || r.for === row.for));
  const present = tab.records[at];
  if (present) {
    overwrite(tab, present.row, record);
    tab.records[at] = { ...record, row: present.row };
  } else {
    append(tab, record);
    run.tabs.delete(runs.tab);
  }
}
