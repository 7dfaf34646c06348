/** SpreadsheetApp's Sheet, over the workbook's model. */
import { parseA1 } from "../model/a1";
import { mismatch, unwrap } from "../run/calls";
import type { EnumValue } from "../run/enums";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import { usedColumns, usedRows } from "../model/grid";
import type { Operation, Sheet } from "../model/model";
import { colourOf } from "./colours";
import { HostProtection, protectionOf, ProtectionType } from "./protection";
import { activated, HostFilter, HostRange } from "./range";
import { HostSelection, select } from "./selection";
import type { SheetRef } from "./sheetRef";
import { HostSpreadsheet } from "./spreadsheet";
import type { Has } from "../run/used";
import { HostColourRule } from "./validation";

export const SHEET = {
  activate: "",
  appendRow: "a",
  autoResizeRows: "n n",
  clear: " | -o",
  clearContents: "",
  deleteColumn: "n",
  deleteColumns: "n n",
  deleteRow: "n",
  deleteRows: "n n",
  getActiveCell: "",
  getActiveRange: "",
  getColumnWidth: "n",
  getConditionalFormatRules: "",
  getCurrentCell: "",
  getDataRange: "",
  getFilter: "",
  getFrozenColumns: "",
  getFrozenRows: "",
  getIndex: "",
  getLastColumn: "",
  getLastRow: "",
  getMaxColumns: "",
  getMaxRows: "",
  getName: "",
  getParent: "",
  getProtections: "f",
  getRange: "s | n n | n n n | n n n n",
  getRowHeight: "n",
  getSelection: "",
  getSheetId: "",
  getSheetValues: "n n n n",
  getTabColor: "",
  hideColumns: "n | n n",
  hideSheet: "",
  insertColumnAfter: "n",
  insertColumnBefore: "n",
  insertColumnsAfter: "n n",
  insertColumnsBefore: "n n",
  insertRowAfter: "n",
  insertRowBefore: "n",
  insertRowsAfter: "n n",
  insertRowsBefore: "n n",
  isColumnHiddenByUser: "n",
  isSheetHidden: "",
  moveColumns: "f n",
  protect: "",
  setActiveRange: "f",
  setColumnWidth: "n n",
  setColumnWidths: "n n n",
  setConditionalFormatRules: "a",
  setFrozenColumns: "n",
  setFrozenRows: "n",
  setName: "s",
  setRowHeight: "n n",
  setRowHeights: "n n n",
  setTabColor: "s?",
  showColumns: "n | n n",
  showSheet: "",
  sort: "n | n b",
};

declare module "../run/used" {
  interface Hosts {
    Sheet: [GoogleAppsScript.Spreadsheet.Sheet, HostSheet];
  }
}

/** Cells in a whole workbook, and columns in a sheet. */
const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 18_278;
/** Pixels. */
const DEFAULT_HEIGHT = 21;

export class HostSheet implements Has<
  GoogleAppsScript.Spreadsheet.Sheet,
  typeof SHEET,
  "getProtections" | "getTabColor"
> {
  readonly #execution: Execution;
  readonly #ref: SheetRef;

  constructor(execution: Execution, ref: SheetRef) {
    this.#execution = execution;
    this.#ref = ref;
  }

  /** For the host's own use: the sheet behind what a script holds. */
  static refOf = (sheet: HostSheet): SheetRef => unwrap(sheet).#ref;

  getName = (): string => this.#model().name;
  getSheetId = (): number => this.#ref.id;
  getIndex = (): number => this.#execution.workspace.workbook.sheets.indexOf(this.#model()) + 1;
  getParent = (): HostSpreadsheet =>
    this.#execution.wrap("Spreadsheet", new HostSpreadsheet(this.#execution));
  getMaxRows = (): number => this.#model().rows;
  getMaxColumns = (): number => this.#model().columns;
  getLastRow = (): number => usedRows(this.#model());
  getLastColumn = (): number => usedColumns(this.#model());
  getFrozenRows = (): number => this.#model().frozenRows;
  getFrozenColumns = (): number => this.#model().frozenColumns;
  isSheetHidden = (): boolean => this.#model().hidden;
  getColumnWidth = (column: number): number => this.#model().widths[column - 1] ?? 100;
  getRowHeight = (row: number): number => this.#model().heights[row - 1] ?? DEFAULT_HEIGHT;
  isColumnHiddenByUser = (column: number): boolean => column - 1 in this.#model().hiddenColumns;
  getTabColor = (): string | null => this.#model().tabColour;

  setName(name: string): this {
    checkName(this.#execution, name, this.#ref.id);
    return this.#set({ name });
  }

  getDataRange(): HostRange {
    return this.#ref.range(1, 1, Math.max(1, this.getLastRow()), Math.max(1, this.getLastColumn()));
  }

  /** A count of -1 reaches to the last row or column with content. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Google's own type: a cell may hold anything
  getSheetValues(row: number, column: number, rows: number, columns: number): any[][] {
    const [down, right] = [
      rows === -1 ? this.getLastRow() - row + 1 : rows,
      columns === -1 ? this.getLastColumn() - column + 1 : columns,
    ];
    return unwrap(this.#ref.range(row, column, down, right)).getValues();
  }

  getRange(row: number | string, column = 1, rows = 1, columns = 1): HostRange {
    if (typeof row === "number") return this.#ref.range(row, column, rows, columns);
    const parsed = parseA1(row);
    const model = this.#model();
    if (!parsed || (parsed.sheet !== null && parsed.sheet !== model.name))
      throw new Exception("Range not found");
    return this.#ref.rangeOf(parsed.area(model.rows, model.columns), parsed.whole);
  }

  appendRow(values: unknown[]): this {
    if (values.length === 0) throw mismatch("SpreadsheetApp.Sheet.appendRow", values);
    const row = this.getLastRow() + 1;
    const { rows, columns } = this.#model();
    if (row > rows) this.#insert("insertRows", rows, row - rows);
    if (values.length > columns) this.#insert("insertColumns", columns, values.length - columns);
    this.#ref.bareRange(row, 1, 1, values.length).setValues([values]);
    return this;
  }

  insertRowsAfter = (after: number, count: number): this => this.#insertRows(after, after, count);
  insertRowsBefore = (before: number, count: number): this => this.#insertRows(before, before - 1, count);
  insertRowAfter = (after: number): this => this.#insertRows(after, after, 1);
  insertRowBefore = (before: number): this => this.#insertRows(before, before - 1, 1);
  insertColumnsAfter = (after: number, count: number): this => this.#insertColumns(after, after, count);
  insertColumnsBefore = (before: number, count: number): this =>
    this.#insertColumns(before, before - 1, count);
  insertColumnAfter = (after: number): this => this.#insertColumns(after, after, 1);
  insertColumnBefore = (before: number): this => this.#insertColumns(before, before - 1, 1);

  deleteRows(first: number, count: number): void {
    const { rows, frozenRows } = this.#model();
    checkInside("rows", first, count, rows);
    if (count >= rows) throw new Exception("You can't delete all the rows on the sheet.");
    if (first <= frozenRows && first + count > rows)
      throw new Exception("You can't delete all the non-frozen rows on the sheet.");
    if (first === frozenRows + 1 && first + count > rows)
      throw new Exception("Sorry, it is not possible to delete all non-frozen rows.");
    this.#execution.change({ op: "deleteRows", sheet: this.#ref.id, at: first - 1, count });
  }

  deleteRow = (row: number): this => (this.deleteRows(row, 1), this);

  deleteColumns(first: number, count: number): void {
    const { columns } = this.#model();
    checkInside("columns", first, count, columns);
    if (count >= columns) throw new Exception("You can't delete all the columns on the sheet.");
    this.#execution.change({ op: "deleteColumns", sheet: this.#ref.id, at: first - 1, count });
  }

  deleteColumn = (column: number): this => (this.deleteColumns(column, 1), this);

  setFrozenRows = (frozenRows: number): void => void this.#set({ frozenRows });
  setFrozenColumns = (frozenColumns: number): void => void this.#set({ frozenColumns });
  setColumnWidth = (column: number, width: number): this => this.setColumnWidths(column, 1, width);
  setColumnWidths(first: number, count: number, width: number): this {
    const columns = Array.from({ length: count }, (_, i) => [first - 1 + i, width] as const);
    return this.#set({ widths: { ...this.#model().widths, ...Object.fromEntries(columns) } });
  }

  setRowHeight = (row: number, height: number): this => this.setRowHeights(row, 1, height);

  setRowHeights(first: number, count: number, height: number): this {
    checkInside("rows", first, count, this.#model().rows);
    return this.#set({ heights: withEach(this.#model().heights, first - 1, count, height) });
  }

  /** Rows are as high as their texts again. */
  autoResizeRows(first: number, count: number): this {
    checkInside("rows", first, count, this.#model().rows);
    return this.#set({ heights: withEach<number>(this.#model().heights, first - 1, count, null) });
  }

  hideColumns(first: number, count = 1): void {
    checkInside("columns", first, count, this.#model().columns);
    this.#set({ hiddenColumns: withEach(this.#model().hiddenColumns, first - 1, count, true) });
  }

  showColumns(first: number, count = 1): void {
    checkInside("columns", first, count, this.#model().columns);
    this.#set({ hiddenColumns: withEach<true>(this.#model().hiddenColumns, first - 1, count, null) });
  }

  /** Columns of a range go before the column that now has the number given. */
  moveColumns(held: HostRange, destination: number): void {
    if (!(unwrap(held) instanceof HostRange))
      throw mismatch("SpreadsheetApp.Sheet.moveColumns", held, destination);
    const { column, lastColumn } = HostRange.areaOf(held);
    const [to, count] = [destination - 1, lastColumn - column + 1];
    checkInside("columns", destination, 1, this.#model().columns + 1);
    if (column < to && to <= lastColumn) throw new Exception("Columns cannot be moved into themselves.");
    this.#execution.change({ op: "moveColumns", sheet: this.#ref.id, at: column, count, to });
  }

  /** All rows below the frozen ones; so row 1 too, unless it is frozen. */
  sort(column: number, ascending = true): this {
    const { frozenRows, columns } = this.#model();
    const rows = this.getLastRow() - frozenRows;
    if (rows > 0) this.#ref.bareRange(frozenRows + 1, 1, rows, columns).sort({ column, ascending });
    return this;
  }

  activate(): this {
    select(this.#execution, this.#ref.id);
    return this;
  }

  setActiveRange = (held: HostRange): HostRange => activated(held, "SpreadsheetApp.Sheet.setActiveRange");
  getSelection = (): HostSelection => this.#execution.wrap("Selection", this.#selection());
  getActiveRange = (): HostRange => this.#selection().getActiveRange();
  getActiveCell = (): HostRange => this.#selection().getCurrentCell();
  getCurrentCell = (): HostRange => this.#selection().getCurrentCell();

  setTabColor = (colour: string | null): this => this.#set({ tabColour: colourOf(colour) });
  showSheet = (): this => this.#set({ hidden: false });

  hideSheet(): this {
    const others = this.#execution.workspace.workbook.sheets.filter(
      (s) => s.id !== this.#ref.id && !s.hidden,
    );
    if (others.length === 0) throw new Exception("You can't hide all the sheets in a document.");
    return this.#set({ hidden: true });
  }

  /** Values and looks go; notes and drop-downs stay. */
  clear(): this {
    this.#whole().clear();
    return this.#set({ colourRules: [] });
  }

  clearContents = (): this => (this.#whole().clearContent(), this);

  setConditionalFormatRules(rules: HostColourRule[]): void {
    this.#set({ colourRules: rules.map((rule) => HostColourRule.ruleOf(rule)) });
  }

  getConditionalFormatRules = (): HostColourRule[] =>
    this.#model().colourRules.map((rule) =>
      this.#execution.wrap(
        "ConditionalFormatRule",
        new HostColourRule(rule, this.#execution.wrap, (area) => this.#ref.rangeOf(area)),
      ),
    );

  /** A sheet has one protection of its own at most. */
  protect(): HostProtection {
    const present = this.#model().protections.find((p) => p.area === null);
    return present ? this.#protection(present.id) : protectionOf(this.#execution, this.#ref, null);
  }

  getProtections = (type: EnumValue): HostProtection[] =>
    this.#model()
      .protections.filter((p) => (p.area === null) === (type === ProtectionType.SHEET))
      .map((p) => this.#protection(p.id));

  getFilter = (): HostFilter | null =>
    this.#model().filter ? this.#execution.wrap("Filter", new HostFilter(this.#execution, this.#ref)) : null;

  #model = (): Sheet => this.#ref.model();
  #selection = (): HostSelection => new HostSelection(this.#execution, this.#ref);
  #whole = (): HostRange => this.#ref.bareRange(1, 1, this.#model().rows, this.#model().columns);
  #protection = (id: number): HostProtection =>
    this.#execution.wrap("Protection", new HostProtection(this.#execution, this.#ref, id));

  #insertRows(beside: number, at: number, count: number): this {
    checkInside("rows", beside, 1, this.#model().rows);
    return this.#insert("insertRows", at, count);
  }

  #insertColumns(beside: number, at: number, count: number): this {
    checkInside("columns", beside, 1, this.#model().columns);
    return this.#insert("insertColumns", at, count);
  }

  #insert(op: "insertRows" | "insertColumns", at: number, count: number): this {
    const what = op === "insertRows" ? "rows" : "columns";
    if (count < 1) throw new Exception(`The number of ${what} in the range must be at least 1.`);
    const { rows, columns } = this.#model();
    if (op === "insertColumns" && columns + count > MAX_COLUMNS)
      throw new Exception(`This action would increase the number of columns above ${MAX_COLUMNS}.`);
    const cells = this.#execution.workspace.workbook.sheets.reduce((n, s) => n + s.rows * s.columns, 0);
    if (cells + count * (op === "insertRows" ? columns : rows) > MAX_CELLS)
      throw new Exception(
        `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
      );
    this.#execution.change({ op, sheet: this.#ref.id, at, count });
    return this;
  }

  #set(set: Extract<Operation, { op: "sheet" }>["set"]): this {
    this.#model();
    this.#execution.change({ op: "sheet", sheet: this.#ref.id, set });
    return this;
  }
}

/** Entries with `count` from `at` set to a value, or taken away. */
function withEach<T>(
  entries: Readonly<Record<number, T>>,
  at: number,
  count: number,
  value: T | null,
): Record<number, T> {
  const changed = { ...entries };
  for (let index = at; index < at + count; index += 1)
    if (value === null) delete changed[index];
    else changed[index] = value;
  return changed;
}

function checkInside(what: "rows" | "columns", first: number, count: number, size: number): void {
  if (!Number.isInteger(first) || first < 1 || count < 1 || first + count - 1 > size)
    throw new Exception(`Those ${what} are out of bounds.`);
}

/** Names of tabs differ by more than upper and lower case. */
export function checkName(execution: Execution, name: string, own: number | null): void {
  const others = execution.workspace.workbook.sheets.filter((sheet) => sheet.id !== own);
  if (others.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
    throw new Exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
}
