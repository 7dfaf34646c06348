/** The host's workbook as the grid's. */
import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import { styleAt } from "../../model/grid";
import type { Sheet, StyleRun, Workbook } from "../../model/model";
import { newGridCell } from "./cells";
import { heightsOf } from "./heights";
import { colourRules, dropDowns, notes, rangeOf } from "./rules";
import { gridStyle } from "./style";

export const UNIT = "workbook";
export const gridId = (sheet: number): string => String(sheet);

const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 24;
const HEADING_HEIGHT = 40;

/** The style that most of a column's cells have is the column's; only the others have one of their own. */
const usual = (runs: readonly StyleRun[]): StyleRun["style"] =>
  runs.reduce<StyleRun>((most, run) => (run.rows > most.rows ? run : most), { rows: 0, style: {} }).style;

/** Gives each different style a short name, because the grid compares names. */
function namesFor(styles: Record<string, IStyleData>) {
  const names = new Map<string, string>();
  return (style: IStyleData): string => {
    const text = JSON.stringify(style);
    let name = names.get(text);
    if (name === undefined) {
      name = `s${names.size}`;
      names.set(text, name);
      styles[name] = style;
    }
    return name;
  };
}

type Name = ReturnType<typeof namesFor>;

/**
 * A cell has a style of its own where its column's would not do: where it differs, where there is content
 * (formats of numbers are looked for in the cell) and under a drop-down (whose arrow is put where the cell's
 * own style says).
 */
function cellsOf(sheet: Sheet, name: Name): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const at = (row: number): Record<number, ICellData> => (cells[row] ??= {});
  const dropDownColumns = new Set(
    sheet.validations.flatMap(({ areas }) =>
      areas.flatMap(({ column, lastColumn }) =>
        Array.from({ length: lastColumn - column + 1 }, (_, i) => column + i),
      ),
    ),
  );
  for (const [column, runs] of Object.entries(sheet.styles)) {
    const most = JSON.stringify(usual(runs));
    const all = dropDownColumns.has(Number(column));
    let row = 0;
    for (const run of runs) {
      const own = all || JSON.stringify(run.style) !== most ? name(gridStyle(run.style)) : null;
      for (let i = 0; own !== null && i < run.rows; i += 1) at(row + i)[Number(column)] = { s: own };
      row += run.rows;
    }
  }
  for (const [row, line] of Object.entries(sheet.cells)) {
    const made = at(Number(row));
    for (const [column, cell] of Object.entries(line)) {
      const s = name(gridStyle(styleAt(sheet, Number(row), Number(column))));
      made[Number(column)] = { s, ...newGridCell(cell) };
    }
  }
  return cells;
}

function sheetData(sheet: Sheet, name: Name): Partial<IWorksheetData> {
  const columns = Array.from({ length: sheet.columns }, (_, column) => {
    const s = name(gridStyle(usual(sheet.styles[column] ?? [])));
    const hd = column in sheet.hiddenColumns ? 1 : 0;
    return [column, { w: sheet.widths[column] ?? DEFAULT_WIDTH, hd, s }] as const;
  });
  const heights = heightsOf(sheet, DEFAULT_HEIGHT);
  if (sheet.frozenRows > 0 && !(0 in sheet.heights)) heights[0] = { h: HEADING_HEIGHT, ia: 0 };
  return {
    id: gridId(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? 1 : 0,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows || -1,
      startColumn: sheet.frozenColumns || -1,
    },
    defaultStyle: gridStyle({}),
    defaultColumnWidth: DEFAULT_WIDTH,
    defaultRowHeight: DEFAULT_HEIGHT,
    columnData: Object.fromEntries(columns),
    rowData: heights,
    cellData: cellsOf(sheet, name),
    mergeData: [],
  };
}

/** `filters`: the criteria a person has set on this page, by tab, which the host does not know. */
export function snapshotOf(workbook: Workbook, filters: Record<string, unknown> = {}): IWorkbookData {
  const styles: Record<string, IStyleData> = {};
  const name = namesFor(styles);
  const sheets = workbook.sheets.map((sheet) => [gridId(sheet.id), sheetData(sheet, name)] as const);
  const each = (of: (sheet: Sheet) => unknown) =>
    JSON.stringify(Object.fromEntries(workbook.sheets.map((sheet) => [gridId(sheet.id), of(sheet)])));
  const filtered = workbook.sheets.flatMap(({ id, filter }) =>
    filter ? [[gridId(id), filters[gridId(id)] ?? { ref: rangeOf(filter) }] as const] : [],
  );
  return {
    id: UNIT,
    name: "",
    appVersion: "0.25.1",
    // Of the grid's own words; there is no British set.
    locale: "enUS" as IWorkbookData["locale"],
    sheetOrder: workbook.sheets.map(({ id }) => gridId(id)),
    styles,
    sheets: Object.fromEntries(sheets),
    resources: [
      { name: "SHEET_CONDITIONAL_FORMATTING_PLUGIN", data: each(colourRules) },
      { name: "SHEET_DATA_VALIDATION_PLUGIN", data: each(dropDowns) },
      { name: "SHEET_NOTE_PLUGIN", data: each(notes) },
      { name: "SHEET_FILTER_PLUGIN", data: JSON.stringify(Object.fromEntries(filtered)) },
    ],
  };
}
