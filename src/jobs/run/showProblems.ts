/** The Problems tab: what this run found replaces the rows of the tabs it read, the others stay. */
import { spaced } from "../../domain/words/days";
import { inShort } from "../../domain/words/problem";
import type { ProblemRow } from "../../domain/tables/ledger";
import { problems as problemsTable } from "../../domain/tables/ledger";
import { replaceAll } from "../../google/rows";
import type { Run } from "./job";
import { load } from "./load";

export function showProblems(run: Run): void {
  const tab = load(run, problemsTable);
  const keyOf = (p: Pick<ProblemRow, "tab" | "heading" | "wrong">) => [p.tab, p.heading, p.wrong].join("|");
  const since = new Map(tab.records.map((row) => [keyOf(row), row.since]));
  const others = tab.records.filter((row) => !run.checked.has(row.tab));
  const short = run.problems.map((p) => ({ ...p, wrong: inShort(p.wrong) }));
  const found = short.map((p): ProblemRow => ({ ...p, since: since.get(keyOf(p)) || spaced(run.now) }));
  const rows = [...new Map([...found, ...others].map((row) => [lineOf(row), row])).values()];
  const same =
    rows.length === tab.records.length && rows.every((row, i) => lineOf(row) === lineOf(tab.records[i]));
  if (!same) replaceAll(tab, rows);
  run.tabs.delete(problemsTable.tab);
}

const lineOf = (row: ProblemRow | undefined): string =>
  JSON.stringify(row && [row.tab, row.row, row.heading, row.wrong, row.remedy, row.since]);
