/**
 * The edit that Google tells a simple trigger of, in as few service calls as can be: it fires at every
 * keystroke's end.
 */
import type { Cells } from "../domain/tables/read";
import type { CellValue } from "../domain/tables/table";
import { textOf } from "../domain/tables/table";
import { read, typed } from "./cells";
import type { Sheet } from "./workbook";

export interface Edit {
  workbook: GoogleAppsScript.Spreadsheet.Spreadsheet;
  sheet: Sheet;
  range: Range;
  /** From 1, ends included. */
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
  /** Row 1 of the tab. */
  headings: CellValue[];
}

/** The edit, or null where it was on another tab: two calls then. */
export function editIn(event: GoogleAppsScript.Events.SheetsOnEdit, tab: string): Edit | null {
  const { range, source } = event;
  const sheet = range.getSheet();
  if (sheet.getName() !== tab) return null;
  const { row, column, lastRow, lastColumn } = endsOf(range);
  const headings = (sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0] ?? []).map(read);
  return { workbook: source, sheet, range, row, column, lastRow, lastColumn, headings };
}

type Range = GoogleAppsScript.Spreadsheet.Range;

/** In one call where the notation names both ends, as it does for all but whole rows and columns. */
function endsOf(range: Range): Pick<Edit, "row" | "column" | "lastRow" | "lastColumn"> {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range.getA1Notation());
  if (!match)
    return {
      row: range.getRow(),
      column: range.getColumn(),
      lastRow: range.getLastRow(),
      lastColumn: range.getLastColumn(),
    };
  const [, letters = "", row = "", lastLetters = letters, lastRow = row] = match;
  return {
    row: Number(row),
    column: numberOf(letters),
    lastRow: Number(lastRow),
    lastColumn: numberOf(lastLetters),
  };
}

/** `AB` -> 28. */
const numberOf = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

/** The texts under a heading of another tab, in lower case; none if the tab or the heading is missing. */
export function columnValues(
  workbook: GoogleAppsScript.Spreadsheet.Spreadsheet,
  tab: string,
  heading: string,
): string[] {
  const [first = [], ...rows] = workbook.getSheetByName(tab)?.getDataRange().getValues() ?? [];
  const place = first.map(String).indexOf(heading);
  return place < 0 ? [] : rows.map((row) => textOf(read(row[place])).toLowerCase()).filter(Boolean);
}

/** A part of the edit: all its rows, `width` columns from `first`, which counts from 0 within the edit. */
export function blockOf(edit: Edit, first: number, width: number): Range {
  const whole = edit.lastColumn - edit.column + 1;
  if (first === 0 && width === whole) return edit.range;
  return edit.sheet.getRange(edit.row, edit.column + first, edit.lastRow - edit.row + 1, width);
}

export const valuesOf = (block: Range): CellValue[][] => block.getValues().map((row) => row.map(read));
export const hasFormulas = (block: Range): boolean => block.getFormulas().flat().some(Boolean);
export const writeBlock = (block: Range, cells: Cells): void =>
  void block.setValues(cells.map((row) => row.map(typed)));

/** The same value in one column of the edited rows, never in the headings. */
export function writeDown(edit: Edit, column: number, value: CellValue): void {
  const first = Math.max(2, edit.row);
  const values = Array.from({ length: edit.lastRow - first + 1 }, () => [typed(value)]);
  edit.sheet.getRange(first, column, values.length, 1).setValues(values);
}
