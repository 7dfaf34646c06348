/** The tracker workbook: finding its tabs and reading each once, all of them or by name. */
import type { Problem } from "../domain/words/problem";
import { problem, stop } from "../domain/words/problem";
import type { Cells, IsOlder } from "../domain/tables/read";
import { columnsIn, recordsIn } from "../domain/tables/read";
import { settings, versionIn } from "../domain/tables/settings";
import { VERSION } from "../domain/tables/versions";
import { knownBy, whichIsWhich } from "../domain/tables/whichIsWhich";
import type { CellValue, Columns, Table } from "../domain/tables/table";
import { headingsOf } from "../domain/tables/table";
import { read, typed } from "./cells";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A tab as it was read: its cells from the top left, and the column of each of the table's fields, from 0.
 */
export interface Tab<C extends Columns = Columns> {
  table: Table<C>;
  /** Null for a tab that the workbook is too old to have: it is read as empty. */
  sheet: Sheet | null;
  cells: Cells;
  places: ReadonlyMap<string, number>;
}

/** What tabs are read with. */
export interface Reading {
  workbook: Spreadsheet;
  /** Tabs that were found under another name. */
  renamed: Problem[];
  whole?: WholeReading | null;
}

/**
 * The whole reading: every tab read at once, with one call each, where headings leave no doubt which tab is
 * which. By tab; values go to whoever reads the tab first, because later ones may be others.
 */
export type WholeReading = ReadonlyMap<string, { sheet: Sheet; values: unknown[][] | null }>;

export const LOCALE = "en_GB";
export const TIME_ZONE = "Europe/London";

/** The workbook this script belongs to; without one no job can work. */
export function openWorkbook(): Spreadsheet {
  const workbook = SpreadsheetApp.getActiveSpreadsheet() as Spreadsheet | null;
  if (!workbook) throw new Error("Google gave this run no active workbook, so nothing was done.");
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
    problem(
      "Settings",
      null,
      "",
      wrong,
      "Run Prepare workbook, then check the dates that were typed earlier.",
    ),
  );
}

export const flush = (): void => SpreadsheetApp.flush();

/** Reads a tab, found by its name or else by its headings; throws where it, or a heading, is missing. */
export function readTab<C extends Columns>(reading: Reading, table: Table<C>): Tab<C> {
  const held = reading.whole?.get(table.tab);
  if (!held?.values) {
    const sheet = held?.sheet ?? sheetOf(reading, table);
    return sheet ? tabIn(reading, sheet, table) : emptyTab(table);
  }
  const { sheet, values } = held;
  held.values = null;
  return tabFrom(reading, sheet, values, table);
}

/** A tab of which only the headings are read, to add to. */
export function readHeadings<C extends Columns>(reading: Reading, table: Table<C>): Tab<C> {
  const sheet = sheetOf(reading, table);
  return sheet ? tabFrom(reading, sheet, sheet.getRange("1:1").getValues(), table) : emptyTab(table);
}

/**
 * Reads every tab at once, with one call each and one for them all; null where it is not wholly certain which
 * is which, and every tab is then found by its name. A tab that somebody renamed is not reported here,
 * because asking for names costs a call each; jobs that read by name, the morning's check among them, report
 * it.
 */
export function readWhole(workbook: Spreadsheet): WholeReading | null {
  const sheets = workbook.getSheets();
  // People's own tabs, or one that is missing: not worth reading any.
  if (sheets.length !== knownBy().length) return null;
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
export const readAgain = <C extends Columns>(reading: Reading, tab: Tab<C>): Tab<C> =>
  tab.sheet ? tabIn(reading, tab.sheet, tab.table) : tab;

const tabIn = <C extends Columns>(reading: Reading, sheet: Sheet, table: Table<C>): Tab<C> =>
  tabFrom(reading, sheet, valuesOf(sheet), table);

function tabFrom<C extends Columns>(
  reading: Reading,
  sheet: Sheet,
  values: unknown[][],
  table: Table<C>,
): Tab<C> {
  const cells = values.map((row) => row.map(read));
  const places = columnsIn(table, cells[0] ?? [], olderThan(reading));
  if ("wrong" in places) throw stop(places);
  return { table, sheet, cells, places };
}

const emptyTab = <C extends Columns>(table: Table<C>): Tab<C> => {
  const headings = headingsOf(table as Table);
  const places = new Map(Object.keys(table.columns).map((field, place) => [field, place]));
  return { table, sheet: null, cells: [headings], places };
};

/** The version of the code that last prepared the workbook. */
export function versionOf({ workbook }: Pick<Reading, "workbook">): number {
  const sheet = workbook.getSheetByName(settings.tab);
  const cells = sheet ? cellsOf(sheet) : [];
  const places = columnsIn(settings, cells[0] ?? [], () => true);
  // A workbook without Settings is not older: nothing is excused.
  return "wrong" in places ? VERSION : versionIn(recordsIn(settings, cells, places).records);
}

/** Settings is looked into only where something new is missing. */
export const olderThan =
  (reading: Pick<Reading, "workbook">): IsOlder =>
  (since) =>
    since > versionOf(reading);

/**
 * A count of -1 reaches to the last row or column with content: one call less than a range and its values.
 */
function valuesOf(sheet: Sheet): unknown[][] {
  try {
    return sheet.getSheetValues(1, 1, -1, -1);
  } catch {
    // Google does not say what becomes of an empty tab; if it was anything else, this says it.
    return sheet.getDataRange().getValues();
  }
}

export const cellsOf = (sheet: Sheet): CellValue[][] => valuesOf(sheet).map((row) => row.map(read));

/** Tabs by name, with their cells as they are, whatever their headings. */
export const cellsOfTabs = (
  workbook: Spreadsheet,
  isWanted: (name: string) => boolean,
): [string, CellValue[][]][] =>
  workbook
    .getSheets()
    .map((sheet) => [sheet.getName(), sheet] as const)
    .filter(([name]) => isWanted(name))
    .map(([name, sheet]) => [name, cellsOf(sheet)]);

const sheetOf = (reading: Reading, table: Pick<Table, "tab">): Sheet | null =>
  reading.workbook.getSheetByName(table.tab) ?? sheetByHeadings(reading, table as Table);

/** The tab's formulas, "" where a cell has none. */
export const formulasOf = ({ sheet }: Tab): string[][] => sheet?.getDataRange().getFormulas() ?? [];

function sheetByHeadings(reading: Reading, table: Table): Sheet | null {
  const { workbook, renamed } = reading;
  const candidates = workbook.getSheets().filter((sheet) => hasHeadings(reading, sheet, table));
  const [found] = candidates;
  if (!found && table.since !== undefined && olderThan(reading)(table.since)) return null;
  if (!found || candidates.length > 1) {
    const wrong = found
      ? `There is no tab "${table.tab}", and ${candidates.length} tabs have its headings.`
      : `The tab "${table.tab}" is missing.`;
    throw stop(problem(table.tab, null, "", wrong, "Undo the change or run Prepare workbook."));
  }
  const wrong = `The tab "${table.tab}" is now called "${found.getName()}". It was found by its headings.`;
  renamed.push(problem(table.tab, null, "", wrong, `Rename it to "${table.tab}".`));
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

/** A new column after the last, by its heading alone. */
export function addHeading(sheet: Sheet, heading: string): void {
  const place = sheet.getLastColumn();
  if (place === sheet.getMaxColumns()) sheet.insertColumnAfter(place);
  putHeading(sheet, place, heading);
}

/** Whether row 1 has every heading of the table, but those that the workbook is too old to have. */
export const hasHeadings = (reading: Pick<Reading, "workbook">, sheet: Sheet, table: Table): boolean =>
  !("wrong" in columnsIn(table, firstRowOf(sheet), olderThan(reading)));

/** Shows hidden tabs and says how many there were. */
export function showAll(workbook: Spreadsheet): number {
  const hidden = workbook.getSheets().filter((sheet) => sheet.isSheetHidden());
  for (const sheet of hidden) sheet.showSheet();
  return hidden.length;
}
