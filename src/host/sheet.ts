/** SpreadsheetApp's Sheet, over the workbook's model. */
import { Exception, mismatch } from "./calls";
import type { Execution } from "./execution";
import type { Area, Operation, Protection, Sheet } from "./model";
import { HostRange } from "./range";
import type { HostColourRule } from "./validation";
import { HostColourRule as ColourRuleObject } from "./validation";

export class HostSheet {
  constructor(
    private readonly execution: Execution,
    readonly model: Sheet,
  ) {}

  getName = (): string => this.model.name;
  getSheetId = (): number => this.model.id;
  getMaxRows = (): number => this.model.rows;
  getMaxColumns = (): number => this.model.columns;
  getFrozenRows = (): number => this.model.frozenRows;
  isSheetHidden = (): boolean => this.model.hidden;
  getColumnWidth = (column: number): number => this.model.widths[column - 1] ?? 100;

  setName(name: string): this {
    const others = this.execution.workspace.workbook.sheets.filter((sheet) => sheet !== this.model);
    if (others.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      throw new Exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
    return this.set({ name });
  }

  getLastRow(): number {
    return Math.max(0, ...Object.keys(this.model.cells).map((row) => Number(row) + 1));
  }

  getLastColumn(): number {
    const columns = Object.values(this.model.cells).flatMap((line) => Object.keys(line));
    return columns.reduce((last, column) => Math.max(last, Number(column) + 1), 0);
  }

  getDataRange(): HostRange {
    return this.rangeOf(1, 1, Math.max(1, this.getLastRow()), Math.max(1, this.getLastColumn()));
  }

  getRange(row: number, column: number, rows = 1, columns = 1): HostRange {
    if ([row, column, rows, columns].some((n) => typeof n !== "number"))
      throw mismatch("SpreadsheetApp.Sheet.getRange", row, column, rows, columns);
    return this.rangeOf(row, column, rows, columns);
  }

  appendRow(values: unknown[]): this {
    if (!Array.isArray(values)) throw mismatch("SpreadsheetApp.Sheet.appendRow", values);
    const row = this.getLastRow() + 1;
    if (row > this.model.rows) this.insert("insertRows", this.model.rows, row - this.model.rows);
    if (values.length > this.model.columns)
      this.insert("insertColumns", this.model.columns, values.length - this.model.columns);
    this.bareRange(row, 1, 1, values.length).setValues([values]);
    return this;
  }

  insertRowsAfter(after: number, count: number): this {
    this.checkRow(after);
    return this.insert("insertRows", after, count);
  }

  insertRowsBefore(before: number, count: number): this {
    this.checkRow(before);
    return this.insert("insertRows", before - 1, count);
  }

  insertColumnsAfter(after: number, count: number): this {
    return this.insert("insertColumns", after, count);
  }

  deleteRows(first: number, count: number): void {
    this.checkRow(first);
    if (count >= this.model.rows) throw new Exception("You can't delete all the rows on the sheet.");
    this.execution.change({ op: "deleteRows", sheet: this.model.id, at: first - 1, count });
  }

  deleteRow = (row: number): void => this.deleteRows(row, 1);

  deleteColumns(first: number, count: number): void {
    if (count >= this.model.columns) throw new Exception("You can't delete all the columns on the sheet.");
    this.execution.change({ op: "deleteColumns", sheet: this.model.id, at: first - 1, count });
  }

  setFrozenRows = (frozenRows: number): void => void this.set({ frozenRows });
  setFrozenColumns = (frozenColumns: number): void => void this.set({ frozenColumns });
  setColumnWidth = (column: number, width: number): this =>
    this.set({ widths: { ...this.model.widths, [column - 1]: width } });
  hideSheet = (): this => this.set({ hidden: true });
  showSheet = (): this => this.set({ hidden: false });
  setTabColor = (tabColour: string | null): this => this.set({ tabColour });

  setConditionalFormatRules(rules: HostColourRule[]): void {
    this.set({ colourRules: rules.map((rule) => rule.rule) });
  }

  getConditionalFormatRules = (): HostColourRule[] =>
    this.model.colourRules.map((rule) =>
      this.execution.wrap("ConditionalFormatRule", new ColourRuleObject(rule)),
    );

  protect(): HostProtection {
    const present = this.model.protections.find((p) => p.area === null);
    if (present) return this.protection(present.id);
    const id = this.execution.workspace.state.nextProtectionId;
    this.execution.change({ op: "state", set: { nextProtectionId: id + 1 } });
    const added: Protection = { id, area: null, description: "", warningOnly: false };
    this.set({ protections: [...this.model.protections, added] });
    return this.protection(id);
  }

  getProtections = (): HostProtection[] => this.model.protections.map((p) => this.protection(p.id));

  private protection = (id: number): HostProtection =>
    this.execution.wrap("Protection", new HostProtection(this.execution, this.model, id));

  private checkRow(row: number): void {
    if (row < 1 || row > this.model.rows) throw new Exception("Those rows are out of bounds.");
  }

  private insert(op: "insertRows" | "insertColumns", at: number, count: number): this {
    if (!(count >= 1)) throw new Exception("The number of rows in the range must be at least 1.");
    this.execution.change({ op, sheet: this.model.id, at, count });
    return this;
  }

  private set(set: Extract<Operation, { op: "sheet" }>["set"]): this {
    this.execution.change({ op: "sheet", sheet: this.model.id, set });
    return this;
  }

  private rangeOf(row: number, column: number, rows: number, columns: number): HostRange {
    return this.execution.wrap("Range", this.bareRange(row, column, rows, columns));
  }

  /** A range whose use by the host itself is not a service call. */
  private bareRange(row: number, column: number, rows: number, columns: number): HostRange {
    if (!(rows >= 1)) throw new Exception("The number of rows in the range must be at least 1.");
    if (!(columns >= 1)) throw new Exception("The number of columns in the range must be at least 1.");
    const area: Area = {
      row: row - 1,
      column: column - 1,
      lastRow: row + rows - 2,
      lastColumn: column + columns - 2,
    };
    if (row < 1 || column < 1 || area.lastRow >= this.model.rows || area.lastColumn >= this.model.columns)
      throw new Exception("The coordinates of the range are outside the dimensions of the sheet.");
    return new HostRange(this.execution, this.model, area);
  }
}

export class HostProtection {
  constructor(
    private readonly execution: Execution,
    private readonly sheet: Sheet,
    private readonly id: number,
  ) {}

  getDescription = (): string => this.model().description;
  isWarningOnly = (): boolean => this.model().warningOnly;
  setDescription = (description: string): this => this.set({ description });
  setWarningOnly = (warningOnly: boolean): this => this.set({ warningOnly });

  remove(): void {
    this.keep(this.sheet.protections.filter((p) => p.id !== this.id));
  }

  private model(): Protection {
    const found = this.sheet.protections.find((p) => p.id === this.id);
    if (!found) throw new Exception("The protection has been removed.");
    return found;
  }

  private set(change: Partial<Protection>): this {
    this.keep(this.sheet.protections.map((p) => (p.id === this.id ? { ...p, ...change } : p)));
    return this;
  }

  private keep(protections: Protection[]): void {
    this.execution.change({ op: "sheet", sheet: this.sheet.id, set: { protections } });
  }
}
