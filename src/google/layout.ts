/** How a tab looks and guards itself: everything derived from its table's declaration. */
import type { CellValue, Column, Table } from "../domain/tables/table";
import type { Sheet } from "./workbook";

/** Letter colours, background then text: each pair has a contrast of at least 4.5 to 1. */
const COLOURS: [letter: string, background: string, font: string][] = [
  ["G", "#c8ecd0", "#0b4f1c"],
  ["A", "#ffe2a0", "#653c00"],
  ["R", "#f9cdc8", "#7d1410"],
];
const HEADER = { background: "#1f3a5f", font: "#ffffff" };
const TAB_COLOURS = { staff: "#1f3a5f", addOn: "#8a94a0" };

/** Formats, notes, widths, drop-downs, colours and protection for the columns whose headings stand in row 1. */
export function layOut(sheet: Sheet, table: Table, headings: readonly CellValue[]): void {
  const rows = sheet.getMaxRows() - 1;
  const columns = headings.map((heading) => Object.values(table.columns).find((c) => c.heading === heading));
  columns.forEach((column, i) => {
    if (column) layOutColumn(sheet, column, i + 1, rows);
  });
  const header = sheet.getRange(1, 1, 1, headings.length);
  header.setFontWeight("bold").setBackground(HEADER.background).setFontColor(HEADER.font);
  header.setWrap(true).setVerticalAlignment("middle");
  header.setNotes([columns.map((column) => column?.note ?? "")]);
  sheet.setFrozenRows(1);
  sheet.setTabColor(table.addOnOnly ? TAB_COLOURS.addOn : TAB_COLOURS.staff);
  colourGrades(sheet, columns, rows);
  if (table.addOnOnly) protect(sheet, table);
  if (table.hidden) sheet.hideSheet();
}

function layOutColumn(sheet: Sheet, column: Column, at: number, rows: number): void {
  sheet.setColumnWidth(at, column.width);
  const body = sheet.getRange(2, at, rows, 1);
  body
    .setNumberFormat(column.format)
    .setVerticalAlignment("top")
    .setWrap(column.wrap === true);
  if (column.graded || column.format === "yyyy-mm-dd") body.setHorizontalAlignment("center");
  if (!column.choices) return;
  const dropDown = SpreadsheetApp.newDataValidation()
    .requireValueInList([...column.choices], true)
    .setAllowInvalid(!column.strict)
    .setHelpText(column.note)
    .build();
  body.setDataValidation(dropDown);
}

function colourGrades(sheet: Sheet, columns: readonly (Column | undefined)[], rows: number): void {
  const ranges = columns.flatMap((column, i) => (column?.graded ? [sheet.getRange(2, i + 1, rows, 1)] : []));
  if (ranges.length === 0) return;
  const rules = COLOURS.map(([letter, background, font]) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(letter)
      .setBackground(background)
      .setFontColor(font)
      .setBold(true)
      .setRanges(ranges)
      .build(),
  );
  sheet.setConditionalFormatRules(rules);
}

/** A warning, not a wall: the description finds it again, so that it is never added twice. */
function protect(sheet: Sheet, table: Table): void {
  const description = `Hub Tracker writes ${table.tab}`;
  const present = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  if (!present.some((p) => p.getDescription() === description))
    sheet.protect().setDescription(description).setWarningOnly(true);
}
