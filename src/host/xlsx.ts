/** The workbook as a real .xlsx file and back; the only file that names hucre. */
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { Cell as XlsxCell, CellStyle, Sheet as XlsxSheet, WriteSheet } from "hucre/xlsx";
import { newSheet } from "./blank";
import type { Area, Cell, ColourRule, Sheet, Style, Validation, Workbook } from "./model";
import { a1 } from "./range";
import { serialOf } from "./serial";

const PIXELS_PER_CHARACTER = 7;
const rgb = (colour: string): { rgb: string } => ({ rgb: colour.replace("#", "").toUpperCase() });
const rangeOf = (area: Area): string => `${a1(area.row, area.column)}:${a1(area.lastRow, area.lastColumn)}`;

export async function xlsxOf(workbook: Workbook): Promise<Uint8Array> {
  const visible = workbook.sheets.findIndex((sheet) => !sheet.hidden);
  return writeXlsx({ sheets: workbook.sheets.map(written), activeSheet: Math.max(0, visible) });
}

function written(sheet: Sheet): WriteSheet {
  const styles = Array.from({ length: sheet.columns }, (_, column) => stylesOf(sheet, column));
  return {
    name: sheet.name,
    rows: [],
    columns: styles.map((style, column) => ({
      width: (sheet.widths[column] ?? 100) / PIXELS_PER_CHARACTER,
      // Row 2's style stands for the column, so that rows added in another program look right.
      style: styleOf(style(1)),
    })),
    cells: cellsOf(sheet, styles),
    rowDefs: heightsOf(sheet, styles),
    dataValidations: sheet.validations.flatMap(validationsOf),
    conditionalRules: sheet.colourRules.flatMap(colourRulesOf),
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    hidden: sheet.hidden,
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(sheet.tabColour ? { view: { tabColor: rgb(sheet.tabColour) } } : {}),
  };
}

/** Text that looks like one of the format's own escapes is escaped itself, so that it comes back as it was. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

/** A column's style by row. */
function stylesOf(sheet: Sheet, column: number): (row: number) => Style {
  const byRow = (sheet.styles[column] ?? []).flatMap((run) =>
    Array.from({ length: run.rows }, () => run.style),
  );
  return (row) => byRow[row] ?? {};
}

function cellsOf(sheet: Sheet, styles: ((row: number) => Style)[]): Map<string, Partial<XlsxCell>> {
  const cells = new Map<string, Partial<XlsxCell>>();
  for (const [row, line] of Object.entries(sheet.cells))
    for (const [column, cell] of Object.entries(line))
      cells.set(`${row},${column}`, {
        value: typeof cell.v === "string" ? escaped(cell.v) : cell.v,
        ...(cell.f ? { formula: cell.f.slice(1), formulaResult: cell.v } : {}),
        style: styleOf(styles[Number(column)]?.(Number(row)) ?? {}),
      });
  for (const [row, line] of Object.entries(sheet.notes))
    for (const [column, note] of Object.entries(line)) {
      const key = `${row},${column}`;
      cells.set(key, {
        ...(cells.get(key) ?? { value: "" }),
        comment: { author: "Hub Tracker", text: note },
      });
    }
  return cells;
}

const PIXELS_PER_LETTER = 6;
const LINE_POINTS = 13;

/** Rows high enough for their wrapped texts: spreadsheet programs do not work that out for a file they did not write. */
function heightsOf(sheet: Sheet, styles: ((row: number) => Style)[]): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>();
  for (const [row, line] of Object.entries(sheet.cells)) {
    const lines = Object.entries(line).map(([column, cell]) => {
      if (!styles[Number(column)]?.(Number(row)).wrap) return 1;
      return Math.ceil((String(cell.v).length * PIXELS_PER_LETTER) / (sheet.widths[Number(column)] ?? 100));
    });
    const most = Math.max(1, ...lines);
    if (most > 1) heights.set(Number(row), { height: most * LINE_POINTS + 2 });
  }
  return heights;
}

function styleOf(style: Style): CellStyle {
  return {
    ...(style.numberFormat ? { numFmt: style.numberFormat } : {}),
    font: {
      name: "Arial",
      size: 10,
      ...(style.bold ? { bold: true } : {}),
      ...(style.fontColor ? { color: rgb(style.fontColor) } : {}),
    },
    ...(style.background
      ? { fill: { type: "pattern", pattern: "solid", fgColor: rgb(style.background) } }
      : {}),
    ...(style.wrap || style.horizontal || style.vertical
      ? {
          alignment: {
            ...(style.wrap ? { wrapText: true } : {}),
            ...(style.horizontal ? { horizontal: style.horizontal } : {}),
            ...(style.vertical
              ? { vertical: style.vertical === "middle" ? ("center" as const) : style.vertical }
              : {}),
          },
        }
      : {}),
  };
}

/** Excel shows at most 255 characters of help; the whole of it stays in state.json. */
const MAX_HELP = 255;
const validationsOf = (v: Validation): NonNullable<WriteSheet["dataValidations"]> =>
  v.areas.map((area) => ({
    type: "list",
    values: v.list,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: v.allowInvalid ? "warning" : "stop",
    errorTitle: "Not in the list",
    errorMessage: `Please use one of: ${v.list.join(", ")}.`.slice(0, MAX_HELP),
    ...(v.help ? { showInputMessage: true, inputMessage: v.help.slice(0, MAX_HELP) } : {}),
    range: rangeOf(area),
  }));

const colourRulesOf = (rule: ColourRule, index: number): NonNullable<WriteSheet["conditionalRules"]> =>
  rule.areas.map((area) => ({
    type: "cellIs",
    operator: "equal",
    formula: `"${rule.textEquals.replace(/"/g, '""')}"`,
    priority: index + 1,
    range: rangeOf(area),
    style: {
      ...(rule.background
        ? {
            fill: {
              type: "pattern",
              pattern: "solid",
              bgColor: rgb(rule.background),
              fgColor: rgb(rule.background),
            },
          }
        : {}),
      font: {
        ...(rule.fontColor ? { color: rgb(rule.fontColor) } : {}),
        ...(rule.bold ? { bold: true } : {}),
      },
    },
  }));

/**
 * The workbook in an .xlsx file. Content and the order of tabs are the file's; how a tab looks comes from `known`, the
 * layout kept in state.json, where a tab of that name is there, because .xlsx cannot hold all of it.
 */
export async function workbookFrom(bytes: Uint8Array, known: Workbook): Promise<Workbook> {
  const file = await readXlsx(bytes);
  let nextId = Math.max(0, ...known.sheets.map((sheet) => sheet.id)) + 1;
  const sheets = file.sheets.map((read) => {
    const layout = known.sheets.find((sheet) => sheet.name === read.name) ?? newSheet(nextId++, read.name);
    const cells = contentOf(read);
    const lastRow = Math.max(0, ...Object.keys(cells).map(Number)) + 1;
    const lastColumn =
      Math.max(0, ...Object.values(cells).flatMap((line) => Object.keys(line).map(Number))) + 1;
    return {
      ...layout,
      cells,
      rows: Math.max(layout.rows, lastRow),
      columns: Math.max(layout.columns, lastColumn),
    };
  });
  return { locale: known.locale, timeZone: known.timeZone, sheets };
}

function contentOf(sheet: XlsxSheet): Sheet["cells"] {
  const cells: Sheet["cells"] = {};
  sheet.rows.forEach((line, row) =>
    line.forEach((value, column) => {
      const detail = sheet.cells?.get(`${row},${column}`);
      const v = plain(detail?.formula ? (detail.formulaResult ?? value) : value);
      if (v === null && !detail?.formula) return;
      const cell: Cell = { v: v ?? "", ...(detail?.formula ? { f: `=${detail.formula}` } : {}) };
      (cells[row] ??= {})[column] = cell;
    }),
  );
  return cells;
}

function plain(value: unknown): Cell["v"] | null {
  if (value instanceof Date) {
    const ms = value.getTime() % 86_400_000;
    return serialOf(
      value.getUTCFullYear(),
      value.getUTCMonth() + 1,
      value.getUTCDate(),
      ms < 0 ? ms + 86_400_000 : ms,
    );
  }
  if (value === null || value === undefined || value === "") return null;
  return value as Cell["v"];
}
