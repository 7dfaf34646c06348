/**
 * What a member of staff may do to the workbook at any moment: each kind of edit, on the tab that a job works
 * on.
 */
import type { Host } from "../../host/host";

/**
 * Where an edit happens: the tab, a row of it by its cells, the column of a cell to clear or a heading to
 * rename.
 */
export interface Place {
  tab: string;
  row: Readonly<Record<string, string>>;
  heading: string;
  /** The column that is moved; that of the heading, where none is named. */
  moved?: string;
}

export const EDITS = [
  "row inserted",
  "row deleted",
  "sorted",
  "column moved",
  "column renamed",
  "tab renamed",
  "tab deleted",
  "cell cleared",
  "provider deactivated",
] as const;
/** What a heading is called after it was renamed. */
export const RENAMED = "Something else";

export type EditKind = (typeof EDITS)[number];

interface Sheet {
  getLastColumn(): number;
  getDataRange(): { getDisplayValues(): string[][] };
}

/** Row and column, from 1; null where another edit, or the job, has taken it away. */
function find(sheet: Sheet, { row, heading }: Place): { row: number; column: number } | null {
  const [headings = [], ...rows] = sheet.getDataRange().getDisplayValues();
  const isIt = (cells: string[]) => Object.entries(row).every(([h, v]) => cells[headings.indexOf(h)] === v);
  const [at, column] = [rows.findIndex(isIt), headings.indexOf(heading)];
  return at < 0 || column < 0 ? null : { row: at + 2, column: column + 1 };
}

/** Does the edit through another person's open workbook, and keeps it, as Google does at once. */
export function edit(host: Host, kind: EditKind, place: Place): void {
  const { SpreadsheetApp } = host.globals;
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const isOff = kind === "provider deactivated";
  const { moved = place.heading } = place;
  const at: Place = isOff
    ? { tab: "Providers", row: { Id: "P02" }, heading: "Active" }
    : { ...place, ...(kind === "column moved" && { heading: moved }) };
  const sheet = book.getSheetByName(at.tab);
  const found = sheet && find(sheet, at);
  if (!found) return;
  const cell = sheet.getRange(found.row, found.column);
  const acts: Record<EditKind, () => unknown> = {
    "row inserted": () => sheet.insertRowBefore(found.row),
    "row deleted": () => sheet.deleteRow(found.row),
    sorted: () => sheet.sort(2, false),
    // Past all others; the add-on finds columns by their headings.
    "column moved": () => sheet.moveColumns(sheet.getRange(1, found.column, 1, 1), sheet.getLastColumn() + 1),
    "column renamed": () => sheet.getRange(1, found.column).setValue(RENAMED),
    "tab renamed": () => sheet.setName(`${at.tab} old`),
    "tab deleted": () => book.deleteSheet(sheet),
    "cell cleared": () => cell.setValue(""),
    "provider deactivated": () => cell.setValue("no"),
  };
  acts[kind]();
  SpreadsheetApp.flush();
}
