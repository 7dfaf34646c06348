/** Looks into a workspace's tabs as a person would, for the local programs' reports. */
import { settings } from "../domain/tables/settings";
import type { Cells } from "../domain/tables/read";
import { columnsIn, recordsIn } from "../domain/tables/read";
import { displayDate } from "../host/model/serial";
import type { CellValue, Columns, RecordOf, Table } from "../domain/tables/table";
import type { Workspace } from "../host/model/workspace";

/**
 * A tab's records as they are in memory; none where the tab is missing or its headings are not as declared.
 */
export function rowsOf<C extends Columns>(workspace: Workspace, table: Table<C>): RecordOf<Table<C>>[] {
  const sheet = workspace.workbook.sheets.find((s) => s.name === table.tab);
  if (!sheet) return [];
  const height = Math.max(0, ...Object.keys(sheet.cells).map(Number)) + 1;
  const days = new Set(
    Object.values(table.columns).flatMap((c) => (c.format === "yyyy-mm-dd" ? [c.heading] : [])),
  );
  const shown = (row: number, column: number): CellValue => {
    const v = sheet.cells[row]?.[column]?.v ?? "";
    const isDay = typeof v === "number" && days.has(String(sheet.cells[0]?.[column]?.v));
    return isDay ? displayDate(v, "yyyy-mm-dd") : v;
  };
  const cells: Cells = Array.from({ length: height }, (_, row) =>
    Array.from({ length: sheet.columns }, (_, column) => shown(row, column)),
  );
  const places = columnsIn(table, cells[0] ?? [], () => true);
  return "wrong" in places ? [] : recordsIn(table, cells, places).records;
}

/** The account whose trigger runs the automation; the keyboard's user where Settings names none. */
export function ownerOf(workspace: Workspace): string {
  const owner = rowsOf(workspace, settings).find((row) => row.setting === "Automation owner")?.value;
  return owner || workspace.state.user;
}
