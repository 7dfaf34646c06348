/**
 * Reading one pupil's rows of a tab, and none of anybody else's: cheap however long the tab grows. And
 * changing one.
 */
import { refusal } from "../../domain/words/problem";
import type { Pupil } from "../../domain/tables/people";
import { pupils as pupilsTable } from "../../domain/tables/people";
import type { Cells, InRow } from "../../domain/tables/read";
import { recordsIn } from "../../domain/tables/read";
import type { CellValue, Columns, RecordOf, Table } from "../../domain/tables/table";
import { cellOf, textOf } from "../../domain/tables/table";
import type { Tab } from "../../google/workbook";
import { fillRow } from "../../google/rows";
import { readTab } from "../../google/workbook";
import type { Run } from "./job";

/** The tab's cells with all rows blank but those in which a field is one of these. */
export function rowsWith<C extends Columns>(
  { cells, places }: Tab<C>,
  field: keyof C & string,
  wanted: (text: string) => boolean,
): Cells {
  const place = places.get(field) ?? 0;
  return cells.map((row, i) => (i === 0 || wanted(textOf(row[place] ?? "")) ? row : []));
}

/**
 * In the order of their rows. What cannot be read is left out here and reported by the jobs that check the
 * tab.
 */
export function ownRecords<C extends Columns>(
  run: Run,
  table: Table<C>,
  pupil: string,
): InRow<RecordOf<Table<C>>>[] {
  const tab = readTab(run, table);
  return recordsIn(
    table,
    rowsWith(tab, "pupil", (text) => text === pupil),
    tab.places,
  ).records;
}

/** These pupils, all of them, in the order of the tab. */
export function pupilsWith(run: Run, ids: readonly string[]): InRow<Pupil>[] {
  const tab = readTab(run, pupilsTable);
  const found = recordsIn(
    pupilsTable,
    rowsWith(tab, "id", (id) => ids.includes(id)),
    tab.places,
  ).records;
  if (found.length === ids.length) return found;
  throw refusal("This pupil is not on the Pupils tab, or the row cannot be read. Nothing was saved.");
}

/** Writes some of a record's fields, in the row in which it was read. */
export function changeRecord<C extends Columns>(
  tab: Tab<C>,
  { row }: InRow<RecordOf<Table<C>>>,
  values: Partial<Record<keyof C, unknown>>,
): void {
  const cells = Object.entries(values).map(([field, value]) => [field, cellOf(value)]);
  fillRow(tab, row, Object.fromEntries(cells) as Partial<Record<keyof C & string, CellValue>>);
}
