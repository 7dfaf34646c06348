/** The tracker workbook: finding its tabs, reading each once, writing whole blocks. */
import type { Problem } from "../domain/problem";
import { problem, stop } from "../domain/problem";
import type { Cells } from "../domain/tables/read";
import { columnsIn } from "../domain/tables/read";
import { KNOWN_BY, whichIsWhich } from "../domain/tables/whichIsWhich";
import type { CellValue, Columns, Table } from "../domain/tables/table";
import { headingsOf, isCentred, rowOf, textOf } from "../domain/tables/table";
import { read, typed, typedAsText } from "./cells";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab as it was read: its cells from the top left, and the column of each of the table's fields, from 0. */
export interface Tab<C extends Columns = Columns> {
  table: Table<C>;
  sheet: Sheet;
  cells: Cells;
  places: ReadonlyMap<string, number>;
}

/** What tabs are read with. */
export interface Reading {
  workbook: Spreadsheet;
  problems: Problem[];
  whole?: WholeReading | null;
}

/**
 * The whole reading: every tab read at once, with one call each, where headings leave no doubt which tab is which. By tab;
 * values go to whoever reads the tab first, because later ones may be others.
 */
export type WholeReading = ReadonlyMap<string, { sheet: Sheet; values: unknown[][] | null }>;

export const LOCALE = "en_GB";
export const TIME_ZONE = "Europe/London";

/** The workbook this script belongs to; without one no job can work. */
export function openWorkbook(): Spreadsheet {
  const workbook = SpreadsheetApp.getActiveSpreadsheet() as Spreadsheet | null;
  if (!workbook) throw new Error("Google gave no active workbook to this run, so nothing was done.");
  return workbook;
}

/** Makes the workbook British and says what its locale was, or `time zone` where only that was another. */
export function setLocale(workbook: Spreadsheet): string {
  const [locale, zone] = [workbook.getSpreadsheetLocale(), workbook.getSpreadsheetTimeZone()];
  if (locale !== LOCALE) workbook.setSpreadsheetLocale(LOCALE);
  if (zone !== TIME_ZONE) workbook.setSpreadsheetTimeZone(TIME_ZONE);
  return locale === LOCALE && zone !== TIME_ZONE ? "time zone" : locale;
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
export function readTab<C extends Columns>(reading: Reading, table: Table<C>): Tab<C> {
  const held = reading.whole?.get(table.tab);
  if (!held?.values) return tabIn(held?.sheet ?? sheetOf(reading, table), table);
  const { sheet, values } = held;
  held.values = null;
  return tabFrom(sheet, values, table);
}

/** A tab of which only the headings are read, to add to. */
export function readHeadings<C extends Columns>(reading: Reading, table: Table<C>): Tab<C> {
  const sheet = sheetOf(reading, table);
  return tabFrom(sheet, sheet.getRange("1:1").getValues(), table);
}

/**
 * Reads every tab at once, with one call each and one for them all; null where it is not wholly certain which is which,
 * and every tab is then found by its name. A tab that somebody renamed is not told of here, because asking for names
 * costs a call each; jobs that read by name, the morning's check among them, tell of it.
 */
export function readWhole(workbook: Spreadsheet): WholeReading | null {
  const sheets = workbook.getSheets();
  // People's own tabs, or one that is missing: not worth reading any.
  if (sheets.length !== KNOWN_BY.length) return null;
  const values = valuesOfAll(sheets);
  const places = values && whichIsWhich(values.map(([headings = []]) => [headings.map(read)]));
  if (!values || !places) return null;
  return new Map(
    sheets.flatMap((sheet, i) => {
      const tab = [...places].find(([, place]) => place === i)?.[0];
      return tab === undefined ? [] : [[tab, { sheet, values: values[i] ?? null }] as const];
    }),
  );
}

function valuesOfAll(sheets: readonly Sheet[]): unknown[][][] | null {
  try {
    return sheets.map(valuesOf);
  } catch {
    // One was deleted at this very moment; reading it by its name says so.
    return null;
  }
}

/** The row that a person has selected, the first of several; nothing where nothing is. */
export function selectedRow(workbook: Spreadsheet): CellValue[] {
  const range = workbook.getActiveRange() as GoogleAppsScript.Spreadsheet.Range | null;
  if (!range) return [];
  const row = range.getRow();
  return (range.getSheet().getRange(`${row}:${row}`).getValues()[0] ?? []).map(read);
}

/** Reads a tab again after something was written to it. */
export const readAgain = <C extends Columns>({ sheet, table }: Tab<C>): Tab<C> => tabIn(sheet, table);

const tabIn = <C extends Columns>(sheet: Sheet, table: Table<C>): Tab<C> =>
  tabFrom(sheet, valuesOf(sheet), table);

function tabFrom<C extends Columns>(sheet: Sheet, values: unknown[][], table: Table<C>): Tab<C> {
  const cells = values.map((row) => row.map(read));
  const places = columnsIn(table, cells[0] ?? []);
  if ("wrong" in places) throw stop(places);
  return { table, sheet, cells, places };
}

/** A count of -1 reaches to the last row or column with content: one call less than a range and its values. */
function valuesOf(sheet: Sheet): unknown[][] {
  try {
    return sheet.getSheetValues(1, 1, -1, -1);
  } catch {
    // Google does not say what becomes of an empty tab; if it was anything else, this says it.
    return sheet.getDataRange().getValues();
  }
}

const cellsOf = (sheet: Sheet): CellValue[][] => valuesOf(sheet).map((row) => row.map(read));

/** Tabs by name, with their cells as they stand, whatever their headings. */
export const cellsOfTabs = (
  workbook: Spreadsheet,
  isWanted: (name: string) => boolean,
): [string, CellValue[][]][] =>
  workbook
    .getSheets()
    .map((sheet) => [sheet.getName(), sheet] as const)
    .filter(([name]) => isWanted(name))
    .map(([name, sheet]) => [name, cellsOf(sheet)]);

const sheetOf = ({ workbook, problems }: Reading, table: Pick<Table, "tab">): Sheet =>
  workbook.getSheetByName(table.tab) ?? sheetByHeadings(workbook, table as Table, problems);

/** The tab's formulas, "" where a cell has none. */
export const formulasOf = ({ sheet }: Tab): string[][] => sheet.getDataRange().getFormulas();

function sheetByHeadings(workbook: Spreadsheet, table: Table, problems: Problem[]): Sheet {
  const candidates = workbook.getSheets().filter((sheet) => hasHeadings(sheet, table));
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

/** The cells of row 1. */
export function firstRowOf(sheet: Sheet): CellValue[] {
  const columns = sheet.getLastColumn();
  return columns === 0 ? [] : (sheet.getRange(1, 1, 1, columns).getValues()[0] ?? []).map(read);
}

export function firstRowNotes(sheet: Sheet): string[] {
  const columns = sheet.getLastColumn();
  return columns === 0 ? [] : (sheet.getRange(1, 1, 1, columns).getNotes()[0] ?? []);
}

/** Columns are counted from 0 here. */
export const putHeading = (sheet: Sheet, place: number, heading: string): void =>
  void sheet.getRange(1, place + 1).setValue(typed(heading));

/** A new column before the one at `place`; it takes no drop-downs over from its neighbour. */
export function addColumn(sheet: Sheet, place: number, heading: string): void {
  if (place < sheet.getMaxColumns()) sheet.insertColumnBefore(place + 1);
  else sheet.insertColumnAfter(sheet.getMaxColumns());
  sheet.getRange(1, place + 1, sheet.getMaxRows(), 1).clearDataValidations();
  putHeading(sheet, place, heading);
}

/** Whether every heading of the table stands in row 1. */
export const hasHeadings = (sheet: Sheet, table: Table): boolean =>
  !("wrong" in columnsIn(table, firstRowOf(sheet)));

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

/** Adds a record made in the sidebar after the last row, in one call, whatever the format of the row it comes into. */
export function appendTyped<C extends Columns>(tab: Tab<C>, record: RecordFor<C>): void {
  const formats = new Map(Object.values(tab.table.columns).map((column) => [column.heading, column.format]));
  const headings = headingsIn(tab);
  const values = rowOf(tab.table, record, headings);
  tab.sheet.appendRow(
    values.map((value, i) => (formats.get(headings[i] ?? "") === "@" ? typedAsText(value) : value)),
  );
}

/** Adds rows of cells, as they stood in this tab, after the last row. */
export function appendCells(
  { sheet, table, cells: [headings = []] }: Tab,
  rows: readonly CellValue[][],
): void {
  const columns = headings.map((text) =>
    Object.values(table.columns).find(({ heading }) => heading === textOf(text)),
  );
  for (const row of rows) {
    sheet.appendRow(row.map(typed));
    sheet
      .getRange(sheet.getLastRow(), 1, 1, row.length)
      .setNumberFormats([columns.map((c) => c?.format ?? "@")]);
  }
}

/**
 * Adds records after the last row, in one write and into rows made for them, so that nothing typed there meanwhile is
 * written over: also where the last row is known from reading and is another by now.
 */
export function appendAll<C extends Columns>(
  tab: Tab<C>,
  records: readonly { [K in keyof C]: unknown }[],
  last = tab.sheet.getLastRow(),
): void {
  if (records.length === 0) return;
  const width = headingsIn(tab).length;
  // Rows made under the headings would look like headings; those there are blank and look right.
  if (last > 1) tab.sheet.insertRowsAfter(last, records.length);
  const rows = records.map((record) => line(tab, record));
  tab.sheet.getRange(last + 1, 1, rows.length, width).setValues(rows);
}

/** Overwrites one row, found in this run's reading; on an add-on's own tab only. Columns that people added stay. */
export function overwrite<C extends Columns>(tab: Tab<C>, row: number, record: RecordFor<C>): void {
  const declared = new Set(tab.places.values());
  const values = line(tab, record).map((value, i) =>
    declared.has(i) ? value : typed(tab.cells[row - 1]?.[i] ?? ""),
  );
  tab.sheet.getRange(row, 1, 1, values.length).setValues([values]);
}

/**
 * Writes cells of one of the add-on's own columns on a tab where staff type too, by sheet row, and looks again: a row
 * that people moved meanwhile is reported, never written over silently.
 */
export function fillColumn<C extends Columns>(
  tab: Tab<C>,
  field: keyof C & string,
  values: ReadonlyMap<number, CellValue>,
): Problem[] {
  const place = tab.places.get(field) ?? 0;
  for (const block of blocksOf([...values.keys()])) {
    const range = tab.sheet.getRange(block[0] ?? 0, place + 1, block.length, 1);
    range.setValues(block.map((row) => [typed(values.get(row) ?? "")]));
  }
  SpreadsheetApp.flush();
  const after = cellsOf(tab.sheet);
  const heading = tab.table.columns[field]?.heading ?? "";
  return [...values].flatMap(([row, value]) => {
    const expected = (tab.cells[row - 1] ?? []).map((cell, i) => (i === place ? value : cell));
    if (expected.map(textOf).join("|") === (after[row - 1] ?? []).map(textOf).join("|")) return [];
    const wrong = `Somebody moved or changed this row just as ${heading} was written into it.`;
    return [problem(tab.table.tab, row, heading, wrong, `Check that its ${heading} is right.`)];
  });
}

/**
 * Writes several fields of one row and looks again: the row is known by its key, its columns by their headings. Where
 * people moved either at that very moment, what stood in the cells that were hit is put back, and the run stops:
 * nothing is saved, and nobody's cells are lost.
 */
export function fillRow<C extends Columns>(
  tab: Tab<C>,
  row: number,
  values: Partial<Record<keyof C & string, CellValue>>,
): void {
  const was = tab.cells[row - 1] ?? [];
  // What stands there already is not written, so that finding it elsewhere tells that the row was moved.
  const placed = new Map(
    Object.entries(values)
      .map(([field, value]) => [tab.places.get(field) ?? 0, value as CellValue] as const)
      .filter(([place, value]) => textOf(was[place] ?? "") !== textOf(value)),
  );
  if (placed.size === 0) return;
  writeCells(tab, row, placed);
  const after = cellsOf(tab.sheet);
  const isIt = (at: number): boolean =>
    plain(after[0]) === plain(tab.cells[0]) && keyIn(tab, after, at) === keyIn(tab, tab.cells, row - 1);
  if (isIt(row - 1)) return;
  // Moved after it was written: all is well.
  const isWritten = (cells: readonly CellValue[]): boolean =>
    [...placed].every(([place, value]) => textOf(cells[place] ?? "") === textOf(value));
  if (after.some((cells, at) => isIt(at) && isWritten(cells))) return;
  const before = [...placed.keys()].map((place) => [place, cellBefore(tab, after, row - 1, place)] as const);
  writeCells(tab, row, new Map(before));
  const wrong = "Somebody moved or changed this row just as it was written to, so nothing was saved.";
  throw stop(problem(tab.table.tab, row, "", wrong, "Look at it, and do it again."));
}

const plain = (cells: readonly CellValue[] = []): string => cells.map(textOf).join("|");

/** What names a row, its columns found by their headings as they stand in these cells. */
function keyIn({ table }: Pick<Tab, "table">, cells: Cells, at: number): string {
  const headings = (cells[0] ?? []).map(textOf);
  const fields = table.key.length > 0 ? table.key : Object.keys(table.columns);
  const places = fields.map((field) => headings.indexOf(table.columns[field]?.heading ?? ""));
  return places.map((place) => textOf(cells[at]?.[place] ?? "")).join("|");
}

/** What the cell held, as it was read, of the row and the column that now stand there. */
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
 * By column, from 0; neighbours go in one call. From right to left, each kept before the next: states stand left of what
 * they rest on, so a run that dies in between leaves a row that is not done yet, never one that says it is.
 */
function writeCells(
  { sheet }: Pick<Tab, "sheet">,
  row: number,
  placed: ReadonlyMap<number, CellValue>,
): void {
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
  const width = headingsIn(tab).length;
  const height = Math.max(records.length, tab.cells.length - 1);
  if (height === 0) return;
  const blank = Array.from({ length: width }, () => "");
  const values = Array.from({ length: height }, (_, i) => (records[i] ? line(tab, records[i]) : blank));
  // Where there are no more than were read, there is room.
  const missing = height < tab.cells.length ? 0 : height + 1 - tab.sheet.getMaxRows();
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
  const formats = Object.values(table.columns).map((column) => column.format);
  // Formats first, or `07:00` would become a time of day.
  sheet
    .getRange(1, 1, rows.length, headings.length)
    .setNumberFormats([headings.map(() => "@"), ...records.map(() => formats)])
    .setValues(rows);
}

/** Writes headings and rows over all that stood in a tab; false where there is no such tab. On an add-on's own tab only. */
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
 * Puts records into new rows right under the headings, looking as the rows below do: Google lets new rows look like the
 * headings above them. Blank rows already there are used first.
 */
export function insertUnderHeadings<C extends Columns>(
  { sheet, table, cells }: Tab<C>,
  records: readonly Record<string, unknown>[],
): void {
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
  // Kept before the values: without the new rows these would go into other people's, and a day in a cell that never got
  // its format would be a number, and its row nobody's.
  SpreadsheetApp.flush();
  target.setValues(records.map((record) => rowOf(table, record as RecordFor<C>, headings).map(typed)));
  SpreadsheetApp.flush();
}

/** Shows hidden tabs and says how many there were. */
export function showAll(workbook: Spreadsheet): number {
  const hidden = workbook.getSheets().filter((sheet) => sheet.isSheetHidden());
  for (const sheet of hidden) sheet.showSheet();
  return hidden.length;
}
