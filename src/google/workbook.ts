/** The tracker workbook: finding its tabs, reading each once, writing whole blocks. */
import type { Problem } from "../domain/problem";
import { problem, stop } from "../domain/problem";
import type { Cells } from "../domain/tables/read";
import { columnsIn } from "../domain/tables/read";
import type { CellValue, Columns, Table } from "../domain/tables/table";
import { headingsOf, rowOf, textOf } from "../domain/tables/table";
import { read, typed } from "./cells";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab as it was read: its cells from the top left, and the column of each of the table's fields, from 0. */
export interface Tab<C extends Columns = Columns> {
  table: Table<C>;
  sheet: Sheet;
  cells: Cells;
  places: ReadonlyMap<string, number>;
}

export const LOCALE = "en_GB";
export const TIME_ZONE = "Europe/London";

/** The workbook this script belongs to; without one no job can work. */
export function openWorkbook(): Spreadsheet {
  const workbook = SpreadsheetApp.getActiveSpreadsheet() as Spreadsheet | null;
  if (!workbook) throw new Error("Google gave no active workbook to this run, so nothing was done.");
  return workbook;
}

/** Stops where dates would be misread: 3/9 is 3 September only in a British workbook. */
export function checkLocale(workbook: Spreadsheet): void {
  const [locale, zone] = [workbook.getSpreadsheetLocale(), workbook.getSpreadsheetTimeZone()];
  if (locale === LOCALE && zone === TIME_ZONE) return;
  const wrong = `The workbook's locale is ${locale} and its time zone ${zone}, so dates would be misread.`;
  throw stop(
    problem("Settings", null, "", wrong, "Run Prepare workbook, then check the dates typed before."),
  );
}

export const flush = (): void => SpreadsheetApp.flush();

/** Reads a tab, found by its name or else by its headings; throws where it, or a heading, is missing. */
export function readTab<C extends Columns>(
  workbook: Spreadsheet,
  table: Table<C>,
  problems: Problem[],
): Tab<C> {
  const named = workbook.getSheetByName(table.tab);
  const sheet = named ?? sheetByHeadings(workbook, table, problems);
  const cells = cellsOf(sheet);
  const places = columnsIn(table, cells[0] ?? []);
  if ("wrong" in places) throw stop(places);
  return { table, sheet, cells, places };
}

export const cellsOf = (sheet: Sheet): CellValue[][] =>
  sheet
    .getDataRange()
    .getValues()
    .map((row) => row.map(read));

function sheetByHeadings(workbook: Spreadsheet, table: Table, problems: Problem[]): Sheet {
  const candidates = workbook.getSheets().filter((sheet) => {
    const columns = sheet.getLastColumn();
    const headings = columns === 0 ? [] : (sheet.getRange(1, 1, 1, columns).getValues()[0] ?? []).map(read);
    return !("wrong" in columnsIn(table, headings));
  });
  const [found] = candidates;
  if (!found || candidates.length > 1) {
    const wrong = found
      ? `There is no tab "${table.tab}", and ${candidates.length} tabs have its headings.`
      : `The tab "${table.tab}" is missing.`;
    throw stop(problem(table.tab, null, "", wrong, "Undo the change, or run Prepare workbook."));
  }
  const wrong = `The tab "${table.tab}" is now called "${found.getName()}"; it was found by its headings.`;
  problems.push(problem(table.tab, null, "", wrong, `Rename it to "${table.tab}".`));
  return found;
}

/** The tab's headings in the order in which they stand. */
const headingsIn = (tab: Tab): string[] => (tab.cells[0] ?? []).map(textOf);

type RecordFor<C extends Columns> = { [K in keyof C]: unknown };

/** A record as the row of the tab's own columns, ready to write. */
const line = <C extends Columns>(tab: Tab<C>, record: RecordFor<C>): CellValue[] =>
  rowOf(tab.table, record, headingsIn(tab)).map(typed);

/** Adds a record after the last row; on an add-on's own tab only. */
export function append<C extends Columns>(tab: Tab<C>, record: RecordFor<C>): void {
  tab.sheet.appendRow(line(tab, record));
}

/** Overwrites one row, found in this run's reading; on an add-on's own tab only. */
export function overwrite<C extends Columns>(tab: Tab<C>, row: number, record: RecordFor<C>): void {
  const values = line(tab, record);
  tab.sheet.getRange(row, 1, 1, values.length).setValues([values]);
}

/** Replaces all rows under the headings; on an add-on's own tab only. */
export function replaceAll<C extends Columns>(tab: Tab<C>, records: readonly RecordFor<C>[]): void {
  const width = headingsIn(tab).length;
  const height = Math.max(records.length, tab.cells.length - 1);
  if (height === 0) return;
  const blank = Array.from({ length: width }, () => "");
  const values = Array.from({ length: height }, (_, i) => (records[i] ? line(tab, records[i]) : blank));
  const missing = height + 1 - tab.sheet.getMaxRows();
  if (missing > 0) tab.sheet.insertRowsAfter(tab.sheet.getMaxRows(), missing);
  tab.sheet.getRange(2, 1, height, width).setValues(values);
}

/** Writes the table's headings and first rows into an empty tab. */
export function fillEmpty<C extends Columns>(
  sheet: Sheet,
  table: Table<C>,
  records: readonly RecordFor<C>[],
): void {
  const headings = headingsOf(table as Table);
  const rows = [headings, ...records.map((record) => rowOf(table, record, headings).map(typed))];
  sheet.getRange(1, 1, rows.length, headings.length).setValues(rows);
}
