/** Reading one pupil's rows of a tab, and none of anybody else's: cheap however long the tab grows. */
import type { Cells, Placed } from "../domain/tables/read";
import { recordsIn } from "../domain/tables/read";
import type { Columns, RecordOf, Table } from "../domain/tables/table";
import { textOf } from "../domain/tables/table";
import type { Tab } from "../google/workbook";
import { readTab } from "../google/workbook";
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

/** In the order of their rows. What cannot be read is left out here and told of by the jobs that check the tab. */
export function ownRecords<C extends Columns>(
  run: Run,
  table: Table<C>,
  pupil: string,
): Placed<RecordOf<Table<C>>>[] {
  const tab = readTab(run.workbook, table, run.problems);
  return recordsIn(
    table,
    rowsWith(tab, "pupil", (text) => text === pupil),
    tab.places,
  ).records;
}
