/** The workbook as a real .xlsx file and back; the only file that names hucre. */
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { Cell as FileCell, Sheet as FileSheet, WriteSheet } from "hucre/xlsx";
import { MAX_LIST } from "../archive/limits";
import { plainWorkbook } from "../archive/workbook";
import { newSheet } from "../model/blank";
import type { Sheet, Style, Workbook } from "../model/model";
import type { Marks } from "./xlsxRules";
import {
  areaFrom,
  colourRuleFrom,
  colourRuleOf,
  Lists,
  PLAIN_MARKS,
  rangeOf,
  validationFrom,
  validationOf,
} from "./xlsxRules";
import { fileStyleOf, isPlain, rgb, runsFrom, styleByRow, styleFrom, colourFrom } from "./xlsxStyle";
import { checkHoldable, escaped, fileNames, valueFrom } from "./xlsxTexts";

const PIXELS_PER_CHARACTER = 7;
const DEFAULT_WIDTH = 100;
/** So many empty rows below the content have their styles, for what is typed there in another program. */
const SPARE_ROWS = 100;

/**
 * What .xlsx cannot hold, or not exactly: ids, grid sizes, style runs, warnings, long help texts and the
 * like.
 */
export interface WorkbookSupplement extends Omit<Workbook, "sheets"> {
  sheets: Layout[];
}
type Layout = Omit<Sheet, "cells">;

/** The workbook without its cells, to be kept beside the file. */
export const supplementOf = ({ sheets, ...rest }: Workbook): WorkbookSupplement => ({
  ...rest,
  sheets: sheets.map((sheet) => ({ ...sheet, cells: {} })),
});

/** Throws a sentence that names the cell when a text cannot be held. */
export async function xlsxOf(workbook: Workbook, marks: Marks = PLAIN_MARKS): Promise<Uint8Array> {
  workbook.sheets.forEach(checkHoldable);
  const names = namesOf(workbook, marks);
  const lists = new Lists(marks.listsTab);
  const sheets = workbook.sheets.map((sheet, i) =>
    written(sheet, names[i] ?? sheet.name, { lists, author: marks.author }),
  );
  const visible = workbook.sheets.findIndex((sheet) => !sheet.hidden);
  return writeXlsx({
    sheets: lists.columns.length > 0 ? [...sheets, listsTab(lists)] : sheets,
    activeSheet: Math.max(0, visible),
    namedRanges: workbook.sheets.flatMap((sheet, i) => filterNameOf(sheet, names[i] ?? sheet.name)),
    defaultFont: { name: "Arial", size: 10 },
  });
}

/** LibreOffice takes a tab's filter only if this name covers its range too, as in Excel's own files. */
function filterNameOf({ filter }: Sheet, name: string) {
  if (!filter) return [];
  const range = rangeOf(filter).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return [{ name: "_xlnm._FilterDatabase", range: `'${name.replace(/'/g, "''")}'!${range}`, scope: name }];
}

const namesOf = ({ sheets }: WorkbookSupplement, { listsTab }: Marks): string[] =>
  fileNames(
    sheets.map(({ name }) => name),
    [listsTab],
  );

function listsTab({ columns, tab }: Lists): WriteSheet {
  const rows = Array.from({ length: Math.max(...columns.map((list) => list.length)) }, (_, row) =>
    columns.map((list) => (list[row] === undefined ? null : escaped(list[row]))),
  );
  return { name: tab, rows, veryHidden: true };
}

function written(
  sheet: Sheet,
  name: string,
  { lists, author }: { lists: Lists; author: string },
): WriteSheet {
  const styles = Array.from({ length: sheet.columns }, (_, column) => styleByRow(sheet.styles[column]));
  const tabColor = rgb(sheet.tabColour);
  const { frozenRows, frozenColumns } = sheet;
  return {
    name,
    rows: [],
    columns: styles.map((_, column) => ({
      width: (sheet.widths[column] ?? DEFAULT_WIDTH) / PIXELS_PER_CHARACTER,
      ...(column in sheet.hiddenColumns ? { hidden: true } : {}),
    })),
    cells: cellsOf(sheet, styles, author),
    rowDefs: heightsOf(sheet, styles),
    dataValidations: sheet.validations.map((v) => validationOf(v, lists)),
    conditionalRules: sheet.colourRules.flatMap(colourRuleOf),
    ...(frozenRows || frozenColumns ? { freezePane: { rows: frozenRows, columns: frozenColumns } } : {}),
    hidden: sheet.hidden,
    // Excel knows walls only: a warning, or a wall around a part, stays in state.json.
    ...(sheet.protections.some((p) => !p.area && !p.warningOnly) ? { protection: { sheet: true } } : {}),
    ...(sheet.filter ? { autoFilter: { range: rangeOf(sheet.filter) } } : {}),
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(tabColor ? { view: { tabColor } } : {}),
  };
}

const lastOf = (indexes: readonly string[]): number =>
  indexes.reduce((last, index) => Math.max(last, Number(index)), -1);

function cellsOf(
  sheet: Sheet,
  styles: ((row: number) => Style)[],
  author: string,
): Map<string, Partial<FileCell>> {
  const cells = new Map<string, Partial<FileCell>>();
  const last = Math.min(sheet.rows - 1, lastOf(Object.keys(sheet.cells)) + SPARE_ROWS);
  styles.forEach((styleAt, column) => {
    for (let row = 0; row <= last; row += 1)
      if (!isPlain(styleAt(row)))
        cells.set(`${row},${column}`, { value: null, style: fileStyleOf(styleAt(row)) });
  });
  for (const [row, line] of Object.entries(sheet.cells))
    for (const [column, cell] of Object.entries(line)) {
      const v = typeof cell.v === "string" ? escaped(cell.v) : cell.v;
      cells.set(`${row},${column}`, {
        style: fileStyleOf(styles[Number(column)]?.(Number(row)) ?? {}),
        ...(cell.f ? { value: null, formula: cell.f.slice(1), formulaResult: v } : { value: v }),
      });
    }
  for (const [row, line] of Object.entries(sheet.notes))
    for (const [column, note] of Object.entries(line)) {
      const key = `${row},${column}`;
      const comment = { author, text: escaped(note) };
      cells.set(key, { ...(cells.get(key) ?? { value: null }), comment });
    }
  return cells;
}

const PIXELS_PER_LETTER = 6;
const LINE_POINTS = 13;
const PADDING_POINTS = 2;
const POINTS_PER_PIXEL = 0.75;

/**
 * Rows as high as they were set, the others high enough for their wrapped texts: spreadsheet programs do not
 * work that out for a file they did not write.
 */
function heightsOf(sheet: Sheet, styles: ((row: number) => Style)[]): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>();
  for (const [row, line] of Object.entries(sheet.cells)) {
    const lines = Object.entries(line).map(([column, cell]) => {
      if (!styles[Number(column)]?.(Number(row)).wrap) return 1;
      const width = sheet.widths[Number(column)] ?? DEFAULT_WIDTH;
      return Math.ceil((String(cell.v).length * PIXELS_PER_LETTER) / width);
    });
    const most = Math.max(1, ...lines);
    if (most > 1) heights.set(Number(row), { height: most * LINE_POINTS + PADDING_POINTS });
  }
  for (const [row, pixels] of Object.entries(sheet.heights))
    heights.set(Number(row), { height: pixels * POINTS_PER_PIXEL });
  return heights;
}

/** A height as `heightsOf` gives to texts of several lines; other programs round it by less than a point. */
function isForLines(points: number): boolean {
  const lines = Math.round((points - PADDING_POINTS) / LINE_POINTS);
  return lines > 1 && Math.abs(points - PADDING_POINTS - lines * LINE_POINTS) < 1;
}

/**
 * The workbook in an .xlsx file, whoever wrote it. Where the file says what a file of ours with its cells
 * would say, the supplement's exact value is taken; where it says something else, someone changed it there
 * and the file counts. With `ours` the file is known to be the one written with this supplement, which then
 * counts without comparing. Throws `Unreadable` for a file from outside that is not a workbook or may do
 * harm.
 */
export async function workbookFrom(
  bytes: Uint8Array,
  supplement: WorkbookSupplement = { locale: "en_US", timeZone: "Europe/London", sheets: [] },
  { ours = false, marks = PLAIN_MARKS }: { ours?: boolean; marks?: Marks } = {},
): Promise<Workbook> {
  const file = await readWith(ours ? bytes : plainWorkbook(bytes), supplement, marks);
  if (supplement.sheets.length === 0) return file;
  const names = namesOf(supplement, marks);
  const known = file.sheets.map((sheet): Sheet => {
    const layout = supplement.sheets[names.indexOf(sheet.name)] ?? sheet;
    return { ...sheet, ...layout, rows: sheet.rows, columns: sheet.columns, cells: sheet.cells };
  });
  if (ours) return { ...file, sheets: known };
  const echo = await readWith(await xlsxOf({ ...file, sheets: known }, marks), supplement, marks);
  const sheets = file.sheets.map((sheet, i) => reconciled(sheet, echo.sheets[i] ?? sheet, known[i] ?? sheet));
  return { ...file, sheets };
}

/** Member by member, the exact value where the file and the echo agree. */
function reconciled(file: Sheet, echo: Sheet, known: Sheet): Sheet {
  const agree = (key: keyof Sheet) => JSON.stringify(file[key]) === JSON.stringify(echo[key]);
  const changed = (Object.keys(file) as (keyof Sheet)[]).filter((key) => key !== "name" && !agree(key));
  return Object.assign({ ...known }, ...changed.map((key) => ({ [key]: file[key] }))) as Sheet;
}

/** The file alone; of the supplement only ids and grid sizes, by the tab's name in the file. */
async function readWith(
  bytes: Uint8Array,
  { sheets, ...rest }: WorkbookSupplement,
  marks: Marks,
): Promise<Workbook> {
  const file = await readXlsx(bytes, { readStyles: true });
  const names = namesOf({ ...rest, sheets }, marks);
  let nextId = Math.max(-1, ...sheets.map(({ id }) => id)) + 1;
  const read = file.sheets
    .filter(({ name }) => name !== marks.listsTab)
    .map((sheet) => {
      const known = sheets[names.indexOf(sheet.name)];
      return sheetFrom(sheet, known ?? newSheet(nextId++, sheet.name), (reference) =>
        listFrom(file.sheets, sheet, reference),
      );
    });
  return { ...rest, sheets: read };
}

function sheetFrom(file: FileSheet, known: Layout, listAt: (reference: string) => string[] | null): Sheet {
  const cells = contentOf(file);
  const grid = {
    rows: Math.max(known.rows, lastOf(Object.keys(cells)) + 1),
    columns: Math.max(
      known.columns,
      ...new Set(Object.values(cells).map((line) => lastOf(Object.keys(line)) + 1)),
    ),
  };
  const frozenRows = file.freezePane?.rows ?? 0;
  return {
    id: known.id,
    name: file.name,
    hidden: file.hidden === true || file.veryHidden === true,
    ...grid,
    frozenRows,
    frozenColumns: file.freezePane?.columns ?? 0,
    tabColour: colourFrom(file.view?.tabColor),
    cells,
    notes: notesOf(file),
    widths: widthsOf(file, grid.columns),
    hiddenColumns: hiddenIn(file, grid.columns),
    heights: heightsFrom(file, grid.rows),
    styles: stylesOf(file, grid, frozenRows),
    validations: (file.dataValidations ?? []).flatMap((v) => validationFrom(v, grid, listAt) ?? []),
    colourRules: [...(file.conditionalRules ?? [])]
      .sort((a, b) => a.priority - b.priority)
      .flatMap((rule) => colourRuleFrom(rule, grid) ?? []),
    protections: file.protection?.sheet
      ? [{ id: nextProtection(known), area: null, description: "", warningOnly: false, editors: [] }]
      : [],
    filter: file.autoFilter ? areaFrom(file.autoFilter.range, grid) : null,
  };
}

const nextProtection = ({ protections }: Layout): number =>
  Math.max(0, ...protections.map(({ id }) => id)) + 1;

function contentOf(file: FileSheet): Sheet["cells"] {
  const cells: Sheet["cells"] = {};
  file.rows.forEach((line, row) =>
    line.forEach((value, column) => {
      const detail = file.cells?.get(`${row},${column}`);
      const formula = detail?.formula;
      const v = valueFrom(formula ? (detail.formulaResult ?? value) : value);
      if (v === null && !formula) return;
      (cells[row] ??= {})[column] = { v: v ?? "", ...(formula ? { f: `=${formula}` } : {}) };
    }),
  );
  return cells;
}

const placeOf = (key: string): [row: number, column: number] => {
  const [row = 0, column = 0] = key.split(",").map(Number);
  return [row, column];
};

function notesOf(file: FileSheet): Sheet["notes"] {
  const notes: Sheet["notes"] = {};
  for (const [key, { comment }] of file.cells ?? []) {
    const [row, column] = placeOf(key);
    if (comment?.text) (notes[row] ??= {})[column] = comment.text;
  }
  return notes;
}

function widthsOf(file: FileSheet, columns: number): Sheet["widths"] {
  const pixels = (file.columns ?? []).slice(0, columns).map(({ width }, column) => {
    return [column, Math.round((width ?? 0) * PIXELS_PER_CHARACTER)] as const;
  });
  return Object.fromEntries(pixels.filter(([, width]) => width > 0 && width !== DEFAULT_WIDTH));
}

function hiddenIn(file: FileSheet, columns: number): Sheet["hiddenColumns"] {
  const hidden: Sheet["hiddenColumns"] = {};
  (file.columns ?? []).slice(0, columns).forEach((column, i) => {
    if (column.hidden) hidden[i] = true;
  });
  return hidden;
}

function heightsFrom(file: FileSheet, rows: number): Sheet["heights"] {
  const set: Sheet["heights"] = {};
  for (const [row, { height }] of file.rowDefs ?? [])
    if (height !== undefined && row < rows && !isForLines(height))
      set[row] = Math.round(height / POINTS_PER_PIXEL);
  return set;
}

function stylesOf(
  file: FileSheet,
  grid: { rows: number; columns: number },
  headings: number,
): Sheet["styles"] {
  const byColumn = new Map<number, Map<number, Style>>();
  for (const [key, { style }] of file.cells ?? []) {
    const [row, column] = placeOf(key);
    if (!style || row >= grid.rows || column >= grid.columns) continue;
    const byRow = byColumn.get(column) ?? new Map<number, Style>();
    byColumn.set(column, byRow.set(row, styleFrom(style)));
  }
  const runs = [...byColumn].map(
    ([column, byRow]) => [column, runsFrom(byRow, grid.rows, headings)] as const,
  );
  return Object.fromEntries(runs.filter(([, list]) => list.length > 0));
}

/**
 * The texts of a one-column range, such as `'My lists'!$A$1:$A$9`; null when there is no such place, or no
 * end of it.
 */
function listFrom(sheets: readonly FileSheet[], own: FileSheet, reference: string): string[] | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([$A-Z0-9:]+)$/i.exec(
    reference.trim().replace(/^=/, ""),
  );
  const name = match?.[1]?.replace(/''/g, "'") ?? match?.[2];
  const sheet = name === undefined ? own : sheets.find((other) => other.name === name);
  const area = areaFrom(match?.[3] ?? "", { rows: sheet?.rows.length ?? 0, columns: Infinity });
  if (!sheet || !area || area.lastRow - area.row >= MAX_LIST) return null;
  const texts = sheet.rows.slice(area.row, area.lastRow + 1).map((line) => String(line[area.column] ?? ""));
  return texts.filter((text) => text !== "");
}
