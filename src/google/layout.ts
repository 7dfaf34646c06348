/** How a tab looks and guards itself: everything derived from its table's declaration. */
import type { CellValue, Column, Table } from "../domain/tables/table";
import { isCentred, textOf } from "../domain/tables/table";
import type { Sheet } from "./workbook";

/** Background, then text: each pair has a contrast of at least 4.5 to 1. */
const GREEN = ["#c8ecd0", "#0b4f1c"] as const;
const AMBER = ["#ffe2a0", "#653c00"] as const;
const RED = ["#f9cdc8", "#7d1410"] as const;
const OPEN = ["#e6e1f2", "#43336b"] as const;
const GRADES = { G: GREEN, A: AMBER, R: RED } as const;
/** The texts that are coloured; never colour alone: the text is always there too. */
const COLOURS = {
  grades: GRADES,
  overview: { ...GRADES, "G*": GREEN, "A*": AMBER, "R*": RED, blank: OPEN },
} as const;
const OUR_TEXTS: readonly string[] = Object.keys(COLOURS.overview);

const HEADER = { background: "#1f3a5f", font: "#ffffff" };
const TAB_COLOURS = { staff: "#1f3a5f", addOn: "#8a94a0" };

/** Formats, notes, widths, drop-downs, colours and protection for the columns whose headings are in row 1. */
export function layOut(
  sheet: Sheet,
  table: Table,
  headings: readonly CellValue[],
  leads: readonly string[] | null,
): void {
  const rows = sheet.getMaxRows() - 1;
  const columns = table.whole
    ? Object.values(table.columns)
    : headings.map((heading) =>
        Object.values(table.columns).find((c) => c.heading.toLowerCase() === textOf(heading).toLowerCase()),
      );
  layOutBody(sheet, columns, rows);
  const header = sheet.getRange(1, 1, 1, columns.length);
  header
    .setNumberFormat("@")
    .setFontWeight("bold")
    .setBackground(HEADER.background)
    .setFontColor(HEADER.font);
  header.setWrap(true).setVerticalAlignment("middle");
  for (const { at, run } of runsOf(columns, () => true))
    sheet.getRange(1, at, 1, run.length).setNotes([run.map((column) => column.note)]);
  sheet.setFrozenRows(1);
  sheet.setTabColor(table.addOnOnly ? TAB_COLOURS.addOn : TAB_COLOURS.staff);
  colourGrades(sheet, columns);
  if (table.addOnOnly || table.guarded) protect(sheet, table, leads);
  if (table.hidden) sheet.hideSheet();
  else sheet.showSheet();
}

/** One call for neighbouring columns that look alike; columns that people added stay as they are. */
function layOutBody(sheet: Sheet, columns: readonly (Column | undefined)[], rows: number): void {
  const body = (at: number, width: number) => sheet.getRange(2, at, rows, width);
  for (const { at, run } of runsOf(columns, () => true)) body(at, run.length).setVerticalAlignment("top");
  for (const { at, run, value } of runsOf(columns, (column) => column.format))
    body(at, run.length).setNumberFormat(value);
  for (const { at, run, value } of runsOf(columns, (column) => column.wrap === true))
    body(at, run.length).setWrap(value);
  for (const { at, run, value } of runsOf(columns, isCentred))
    if (value) body(at, run.length).setHorizontalAlignment("center");
  for (const { at, run, value } of runsOf(columns, (column) => column.width))
    sheet.setColumnWidths(at, run.length, value);
  columns.forEach((column, i) => {
    if (column?.choices) body(i + 1, 1).setDataValidation(dropDownOf(column, column.choices));
  });
}

const dropDownOf = (
  column: Column,
  choices: readonly string[],
): GoogleAppsScript.Spreadsheet.DataValidation =>
  SpreadsheetApp.newDataValidation()
    .requireValueInList([...choices], true)
    .setAllowInvalid(!column.strict)
    .setHelpText(column.note)
    .build();

interface ColumnRun<T> {
  /** The first column's number, from 1. */
  at: number;
  run: Column[];
  value: T;
}

/** Neighbouring columns of ours with the same value. */
function runsOf<T>(columns: readonly (Column | undefined)[], valueOf: (column: Column) => T): ColumnRun<T>[] {
  const runs: ColumnRun<T>[] = [];
  columns.forEach((column, i) => {
    const last = runs[runs.length - 1];
    if (!column) return;
    const value = valueOf(column);
    if (last && last.value === value && last.at + last.run.length === i + 1) last.run.push(column);
    else runs.push({ at: i + 1, run: [column], value });
  });
  return runs;
}

/**
 * Rules that people added stay. Ours begin at row 1, so that rows inserted under the headings are inside
 * them.
 */
function colourGrades(sheet: Sheet, columns: readonly (Column | undefined)[]): void {
  const rules = (["grades", "overview"] as const).flatMap((kind) => {
    const ranges = columns.flatMap((column, i) =>
      column?.coloured === kind ? [sheet.getRange(1, i + 1, sheet.getMaxRows(), 1)] : [],
    );
    return ranges.length === 0 ? [] : Object.entries(COLOURS[kind]).map((colour) => rule(colour, ranges));
  });
  if (rules.length === 0) return;
  const others = sheet.getConditionalFormatRules().filter((present) => !isOurs(present));
  sheet.setConditionalFormatRules([...rules, ...others]);
}

const rule = (
  [text, [background, font]]: readonly [string, readonly [string, string]],
  ranges: GoogleAppsScript.Spreadsheet.Range[],
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule =>
  SpreadsheetApp.newConditionalFormatRule()
    .whenTextEqualTo(text)
    .setBackground(background)
    .setFontColor(font)
    .setBold(true)
    .setRanges(ranges)
    .build();

function isOurs(present: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): boolean {
  const condition = present.getBooleanCondition();
  return (
    condition?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO &&
    OUR_TEXTS.includes(String(condition.getCriteriaValues()[0]))
  );
}

/**
 * A warning on the add-on's own tabs; around a guarded tab a wall for all but leads, where the hub wishes it.
 * The description finds it again, so that it is never added twice.
 */
function protect(sheet: Sheet, table: Table, leads: readonly string[] | null): void {
  const description = `Hub Tracker ${table.addOnOnly ? "writes" : "guards"} ${table.tab}`;
  const present = sheet
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .find((protection) => protection.getDescription() === description);
  if (!table.addOnOnly && leads === null) return present?.remove();
  const protection = present ?? sheet.protect().setDescription(description);
  protection.setWarningOnly(table.addOnOnly === true);
  if (table.addOnOnly || leads === null) return;
  const others = protection
    .getEditors()
    .map((user) => user.getEmail())
    .filter((email) => !leads.includes(email));
  protection.removeEditors(others).addEditors([...leads]);
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
}
