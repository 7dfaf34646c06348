/**
 * The Problems tab: what the checks of this run found replaces what they found before; what others found
 * stays.
 */
import { spaced } from "../../domain/words/days";
import type { ProblemRow } from "../../domain/tables/ledger";
import { problems as problemsTable } from "../../domain/tables/ledger";
import { problemRows } from "../../domain/hub/problemRows";
import { recordsIn } from "../../domain/tables/read";
import { replaceAll } from "../../google/rows";
import { readTab } from "../../google/workbook";
import type { Run } from "./job";
import { noteReading } from "./load";

export function showProblems(run: Run): void {
  const tab = readTab(run, problemsTable);
  const kept = recordsIn(problemsTable, tab.cells, tab.places).records;
  noteReading(run, tab, []);
  const { checks, problems: found, readings } = run;
  const rows = problemRows(kept, { checks, found, readings, now: spaced(run.now) });
  const same = rows.length === kept.length && rows.every((row, i) => lineOf(row) === lineOf(kept[i]));
  if (!same) replaceAll(tab, rows);
}

const lineOf = (row: ProblemRow | undefined): string =>
  JSON.stringify(
    row && [row.tab, row.row, row.which, row.heading, row.wrong, row.remedy, row.since, row.foundBy],
  );
