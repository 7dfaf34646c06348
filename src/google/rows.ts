/**
 * Writing rows of tabs that were read: added, overwritten, filled in by id and heading. What people may move
 * or change at that very moment is read back. One file, because all of it goes through the same few functions
 * for a row's cells.
 */
import type { Problem } from "../domain/words/problem";
import { problem, stop } from "../domain/words/problem";
import type { Cells } from "../domain/tables/read";
import type { CellValue, Columns, Table } from "../domain/tables/table";
import { cellOf, headingsOf, isCentred, rowOf, textOf } from "../domain/tables/table";
import { typed, typedAsText } from "./cells";
import type { Sheet, Tab } from "./workbook";
import { cellsOf } from "./workbook";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The tab's headings in their order there. */
const headingsIn = (tab: Tab): string[] => (tab.cells[0] ?? []).map(textOf);

/**
 * What staff entered is refused where the workbook is too old to have a place for it; the add-on's own notes
 * go without.
 */
const notYet = (table: Table, field = ""): Error => {
  const heading = table.columns[field]?.heading ?? "";
  const wrong = `This workbook does not have ${heading === "" ? "this tab" : `"${heading}"`} yet, so nothing was saved.`;
  return stop(
    problem(table.tab, null, heading, wrong, "The next hourly run adds it, or Prepare workbook does."),
  );
};

/** The tab's sheet. */
function sheetToWrite<C extends Columns>({ sheet, table }: Tab<C>): Sheet {
  if (sheet) return sheet;
  throw notYet(table as Table);
}

/** The field's column, from 0. */
function placeToWrite<C extends Columns>({ places, table }: Tab<C>, field: string): number {
  const place = places.get(field);
  if (place !== undefined) return place;
  throw notYet(table as Table, field);
}

type RecordFor<C extends Columns> = { [K in keyof C]: unknown };

/** A record as the row of the tab's own columns, ready to write. */
const line = <C extends Columns>(tab: Tab<C>, record: RecordFor<C>): CellValue[] =>
  rowOf(tab.table, record, headingsIn(tab)).map(typed);

/** Adds a record after the last row; on an add-on's own tab only. */
export function append<C extends Columns>(tab: Tab<C>, record: RecordFor<C>): void {
  sheetToWrite(tab).appendRow(line(tab, record));
}

/**
 * Adds a record made in the sidebar after the last row, in one call, whatever the format of the row it comes
 * into.
 */
export function appendTyped<C extends Columns>(tab: Tab<C>, record: RecordFor<C>): void {
  for (const [field, value] of Object.entries(record))
    if (!tab.places.has(field) && textOf(cellOf(value)) !== "") throw notYet(tab.table as Table, field);
  const formats = new Map(Object.values(tab.table.columns).map((column) => [column.heading, column.format]));
  const headings = headingsIn(tab);
  const values = rowOf(tab.table, record, headings);
  sheetToWrite(tab).appendRow(
    values.map((value, i) => (formats.get(headings[i] ?? "") === "@" ? typedAsText(value) : value)),
  );
}

/** Adds rows of cells, as they were in this tab, after the last row. */
export function appendCells(tab: Tab, rows: readonly CellValue[][]): void {
  const [sheet, [headings = []]] = [sheetToWrite(tab), tab.cells];
  const columns = headings.map((text) =>
    Object.values(tab.table.columns).find(({ heading }) => heading === textOf(text)),
  );
  for (const row of rows) {
    sheet.appendRow(row.map(typed));
    sheet
      .getRange(sheet.getLastRow(), 1, 1, row.length)
      .setNumberFormats([columns.map((c) => c?.format ?? "@")]);
  }
}

/**
 * Adds records after the last row, in one write and into rows made for them, so that nothing typed there
 * meanwhile is written over: also where the last row is known from reading and is another by now.
 */
export function appendAll<C extends Columns>(
  tab: Tab<C>,
  records: readonly { [K in keyof C]: unknown }[],
  last = sheetToWrite(tab).getLastRow(),
): void {
  if (records.length === 0) return;
  const sheet = sheetToWrite(tab);
  const width = headingsIn(tab).length;
  // Rows made under the headings would look like headings; those there are blank and look right.
  if (last > 1) sheet.insertRowsAfter(last, records.length);
  const rows = records.map((record) => line(tab, record));
  sheet.getRange(last + 1, 1, rows.length, width).setValues(rows);
}

/**
 * Overwrites one row, found in this run's reading; on an add-on's own tab only. Columns that people added
 * stay.
 */
export function overwrite<C extends Columns>(tab: Tab<C>, row: number, record: RecordFor<C>): void {
  const declared = new Set(tab.places.values());
  const values = line(tab, record).map((value, i) =>
    declared.has(i) ? value : typed(tab.cells[row - 1]?.[i] ?? ""),
  );
  sheetToWrite(tab).getRange(row, 1, 1, values.length).setValues([values]);
}

/**
 * Writes cells of one of the add-on's own columns on a tab where staff type too, by sheet row, and looks
 * again: a row that people moved meanwhile is reported, never written over silently.
 */
export function fillColumn<C extends Columns>(
  tab: Tab<C>,
  field: keyof C & string,
  values: ReadonlyMap<number, CellValue>,
): Problem[] {
  const [sheet, place] = [sheetToWrite(tab), placeToWrite(tab, field)];
  for (const block of blocksOf([...values.keys()])) {
    const range = sheet.getRange(block[0] ?? 0, place + 1, block.length, 1);
    range.setValues(block.map((row) => [typed(values.get(row) ?? "")]));
  }
  SpreadsheetApp.flush();
  const after = cellsOf(sheet);
  const heading = tab.table.columns[field]?.heading ?? "";
  return [...values].flatMap(([row, value]) => {
    const expected = (tab.cells[row - 1] ?? []).map((cell, i) => (i === place ? value : cell));
    if (expected.map(textOf).join("|") === (after[row - 1] ?? []).map(textOf).join("|")) return [];
    const wrong = `Somebody moved or changed this row while ${heading} was being written to it.`;
    return [problem(tab.table.tab, row, heading, wrong, `Check that ${heading} is right.`)];
  });
}

/**
 * Writes several fields of one row and looks again: the row is known by its key, its columns by their
 * headings. Where people moved either at that very moment, what the cells held that were hit is put back, and
 * the run stops: nothing is saved, and nobody's cells are lost.
 */
export function fillRow<C extends Columns>(
  tab: Tab<C>,
  row: number,
  values: Partial<Record<keyof C & string, CellValue>>,
): void {
  const [sheet, was] = [sheetToWrite(tab), tab.cells[row - 1] ?? []];
  // What is already there is not written, so that finding it elsewhere shows that the row was moved.
  const placed = new Map(
    Object.entries(values)
      .filter(([field, value]) => tab.places.has(field) || textOf(value as CellValue) !== "")
      .map(([field, value]) => [placeToWrite(tab, field), value as CellValue] as const)
      .filter(([place, value]) => textOf(was[place] ?? "") !== textOf(value)),
  );
  if (placed.size === 0) return;
  writeCells(sheet, row, placed);
  const after = cellsOf(sheet);
  const isIt = (at: number): boolean =>
    plain(after[0]) === plain(tab.cells[0]) && keyIn(tab, after, at) === keyIn(tab, tab.cells, row - 1);
  if (isIt(row - 1)) return;
  // Moved after it was written: all is well.
  const isWritten = (cells: readonly CellValue[]): boolean =>
    [...placed].every(([place, value]) => textOf(cells[place] ?? "") === textOf(value));
  if (after.some((cells, at) => isIt(at) && isWritten(cells))) return;
  const before = [...placed.keys()].map((place) => [place, cellBefore(tab, after, row - 1, place)] as const);
  writeCells(sheet, row, new Map(before));
  const wrong = "Somebody moved or changed this row while it was being saved, so nothing was saved.";
  throw stop(problem(tab.table.tab, row, "", wrong, "Look at it and try again."));
}

const plain = (cells: readonly CellValue[] = []): string => cells.map(textOf).join("|");

/** What names a row, its columns found by the headings in these cells. */
function keyIn({ table }: Pick<Tab, "table">, cells: Cells, at: number): string {
  const headings = (cells[0] ?? []).map(textOf);
  const fields = table.key.length > 0 ? table.key : Object.keys(table.columns);
  const places = fields.map((field) => headings.indexOf(table.columns[field]?.heading ?? ""));
  return places.map((place) => textOf(cells[at]?.[place] ?? "")).join("|");
}

/** What the cell held, as it was read, of the row and the column that are there now. */
function cellBefore(tab: Tab, after: Cells, at: number, place: number): CellValue {
  const key = keyIn(tab, after, at);
  const row = tab.cells.find((_, i) => i > 0 && keyIn(tab, tab.cells, i) === key);
  const [then, now] = [tab.cells, after].map((cells) => (cells[0] ?? []).map(textOf)) as [string[], string[]];
  const found = then.indexOf(now[place] ?? "");
  // A heading nobody knows: a new column, which held nothing, or one that was only renamed.
  const column = found < 0 && !now.includes(then[place] ?? "") ? place : found;
  return row?.[column] ?? "";
}

/**
 * By column, from 0; neighbours go in one call. From right to left, each kept before the next: states stand
 * left of what they rest on, so a run that dies in between leaves a row that is not done yet, never one that
 * says it is.
 */
function writeCells(sheet: Sheet, row: number, placed: ReadonlyMap<number, CellValue>): void {
  for (const [i, block] of blocksOf([...placed.keys()])
    .reverse()
    .entries()) {
    if (i > 0) SpreadsheetApp.flush();
    const range = sheet.getRange(row, (block[0] ?? 0) + 1, 1, block.length);
    range.setValues([block.map((place) => typed(placed.get(place) ?? ""))]);
  }
}

/** Runs of neighbouring numbers: 2, 3, 5 -> [2, 3], [5]. */
function blocksOf(numbers: readonly number[]): number[][] {
  const blocks: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const block = blocks[blocks.length - 1];
    if (block && block[block.length - 1] === number - 1) block.push(number);
    else blocks.push([number]);
  }
  return blocks;
}

/** Replaces all rows under the headings; on an add-on's own tab only. */
export function replaceAll<C extends Columns>(tab: Tab<C>, records: readonly RecordFor<C>[]): void {
  const [sheet, width] = [sheetToWrite(tab), headingsIn(tab).length];
  const height = Math.max(records.length, tab.cells.length - 1);
  if (height === 0) return;
  const blank = Array.from({ length: width }, () => "");
  const values = Array.from({ length: height }, (_, i) => (records[i] ? line(tab, records[i]) : blank));
  // If there are no more rows than were read, there is room.
  const missing = height < tab.cells.length ? 0 : height + 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  sheet.getRange(2, 1, height, width).setValues(values);
}

/** Writes the table's headings and first rows into an empty tab. */
export function fillEmpty<C extends Columns>(
  sheet: Sheet,
  table: Table<C>,
  records: readonly RecordFor<C>[],
): void {
  const headings = headingsOf(table as Table);
  const rows = [headings, ...records.map((record) => rowOf(table, record, headings).map(typed))];
  const formats = Object.values(table.columns).map((column) => column.format);
  // Formats first, or `07:00` would become a time of day.
  sheet
    .getRange(1, 1, rows.length, headings.length)
    .setNumberFormats([headings.map(() => "@"), ...records.map(() => formats)])
    .setValues(rows);
}

/**
 * Writes headings and rows over everything in a tab; false if there is no such tab. Only on a tab of the
 * add-on's own.
 */
export function fillWhole<C extends Columns>(
  workbook: Spreadsheet,
  table: Table<C>,
  records: readonly Record<string, unknown>[],
): boolean {
  const sheet = workbook.getSheetByName(table.tab);
  if (!sheet) return false;
  const headings = headingsOf(table as Table);
  const rows = records.map((record) => rowOf(table, record as RecordFor<C>, headings).map(typed));
  const blank = headings.map(() => "");
  const height = Math.max(rows.length + 1, sheet.getLastRow());
  const missing = height - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const below = Array.from({ length: height - rows.length - 1 }, () => blank);
  sheet.getRange(1, 1, height, headings.length).setValues([headings, ...rows, ...below]);
  return true;
}

/**
 * Puts records into new rows right under the headings, looking as the rows below do: Google lets new rows
 * look like the headings above them. Blank rows already there are used first.
 */
export function insertUnderHeadings<C extends Columns>(
  tab: Tab<C>,
  records: readonly Record<string, unknown>[],
): void {
  const { table, cells } = tab;
  const sheet = sheetToWrite(tab);
  const headings = (cells[0] ?? []).map(textOf);
  const isBlank = (row: readonly CellValue[] | undefined) =>
    row?.every((cell) => textOf(cell) === "") === true;
  const firstFilled = cells.findIndex((row, i) => i > 0 && !isBlank(row));
  const free = firstFilled < 0 ? records.length : firstFilled - 1;
  const missing = Math.max(0, records.length - free);
  if (missing > 0) sheet.insertRowsBefore(2, missing);
  const columns = headings.map((h) => Object.values(table.columns).find((column) => column.heading === h));
  const model = sheet.getRange(records.length + 2, 1, 1, headings.length).getDataValidations()[0] ?? [];
  const target = sheet.getRange(2, 1, records.length, headings.length);
  const each = <T>(line: readonly T[]): T[][] => records.map(() => [...line]);
  target
    .setFontWeight("normal")
    .setBackground(null)
    .setFontColor(null)
    .setVerticalAlignment("top")
    .setHorizontalAlignments(
      each(columns.map((column) => (column && isCentred(column) ? "center" : "normal"))),
    )
    .setWraps(each(columns.map((column) => column?.wrap === true)))
    .setNumberFormats(each(columns.map((column) => column?.format ?? "General")))
    .setDataValidations(each(model));
  // Kept before the values: without the new rows these would go into other people's, and a day in a cell that
  // never got its format would be a number, and its row nobody's.
  SpreadsheetApp.flush();
  target.setValues(records.map((record) => rowOf(table, record as RecordFor<C>, headings).map(typed)));
  SpreadsheetApp.flush();
}
