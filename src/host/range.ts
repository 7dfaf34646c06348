/** SpreadsheetApp's Range, over the workbook's model. */
import type { Execution } from "./execution";
import { Exception, mismatch } from "./calls";
import type { Area, Cell, Sheet, Style, Validation } from "./model";
import { parse } from "./parse";
import { dateOfSerial, displayDate, isDateFormat, serialOfDate } from "./serial";
import type { Used } from "./used";
import { HostValidation } from "./validation";

export const MAX_CHARACTERS = 50_000;

type Google = Used<
  GoogleAppsScript.Spreadsheet.Range,
  | "getValues"
  | "setValues"
  | "getValue"
  | "setValue"
  | "getDisplayValues"
  | "getFormulas"
  | "setNumberFormat"
  | "getNumberFormats"
  | "setFontWeight"
  | "setBackground"
  | "setFontColor"
  | "setWrap"
  | "setVerticalAlignment"
  | "setHorizontalAlignment"
  | "setNote"
  | "setNotes"
  | "getNotes"
  | "setDataValidation"
  | "getDataValidations"
  | "clearContent"
  | "getRow"
  | "getColumn"
  | "getLastRow"
  | "getLastColumn"
  | "getNumRows"
  | "getNumColumns"
  | "getA1Notation"
>;

/** The text of a cell for `setValue`'s parsing, and its value as Google would hand it out. */
export class HostRange implements Google {
  constructor(
    private readonly execution: Execution,
    private readonly model: Sheet,
    readonly area: Area,
  ) {}

  getRow = (): number => this.area.row + 1;
  getColumn = (): number => this.area.column + 1;
  getLastRow = (): number => this.area.lastRow + 1;
  getLastColumn = (): number => this.area.lastColumn + 1;
  getNumRows = (): number => this.area.lastRow - this.area.row + 1;
  getNumColumns = (): number => this.area.lastColumn - this.area.column + 1;

  getA1Notation(): string {
    const first = a1(this.area.row, this.area.column);
    const last = a1(this.area.lastRow, this.area.lastColumn);
    return first === last ? first : `${first}:${last}`;
  }

  // Google's own type here is any[][]: a cell may hold anything.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getValues(): any[][] {
    this.execution.counter.cells += this.getNumRows() * this.getNumColumns();
    return this.map((row, column) => this.valueAt(row, column));
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getValue(): any {
    this.execution.counter.cells += 1;
    return this.valueAt(this.area.row, this.area.column);
  }

  getDisplayValues(): string[][] {
    this.execution.counter.cells += this.getNumRows() * this.getNumColumns();
    return this.map((row, column) => {
      const v = this.cellAt(row, column)?.v ?? "";
      const format = this.styleAt(row, column).numberFormat ?? "";
      if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
      return typeof v === "number" && isDateFormat(format) ? displayDate(v, format) : String(v);
    });
  }

  getFormulas = (): string[][] => this.map((row, column) => this.cellAt(row, column)?.f ?? "");
  getNumberFormats = (): string[][] =>
    this.map((row, column) => this.styleAt(row, column).numberFormat ?? "General");
  getNotes = (): string[][] => this.map((row, column) => this.model.notes[row]?.[column] ?? "");

  setValue(value: unknown): this {
    if (typeof value === "function" || value === undefined || Array.isArray(value))
      throw mismatch("SpreadsheetApp.Range.setValue", value);
    return this.write(this.map(() => value));
  }

  setValues(values: unknown): this {
    if (!isGrid(values)) throw mismatch("SpreadsheetApp.Range.setValues", values);
    this.checkSize(values);
    return this.write(values);
  }

  clearContent(): this {
    return this.write(this.map(() => ""));
  }

  setNote(note: string | null): this {
    return this.writeNotes(this.map(() => note ?? ""));
  }

  setNotes(notes: (string | null)[][]): this {
    this.checkSize(notes);
    return this.writeNotes(notes.map((line) => line.map((note) => note ?? "")));
  }

  setNumberFormat = (numberFormat: string): this => this.style({ numberFormat });
  setFontWeight = (weight: string | null): this => this.style({ bold: weight === "bold" || undefined });
  setBackground = (background: string | null): this => this.style({ background: background ?? undefined });
  setFontColor = (fontColor: string | null): this => this.style({ fontColor: fontColor ?? undefined });
  setWrap = (wrap: boolean): this => this.style({ wrap: wrap || undefined });
  setVerticalAlignment = (vertical: "top" | "middle" | "bottom" | null): this =>
    this.style({ vertical: vertical ?? undefined });
  setHorizontalAlignment = (horizontal: "left" | "center" | "normal" | "right" | null): this =>
    this.style({ horizontal: horizontal === "normal" ? undefined : (horizontal ?? undefined) });

  setDataValidation(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): this {
    const kept = this.model.validations
      .map((validation) => ({
        ...validation,
        areas: validation.areas.flatMap((area) => without(area, this.area)),
      }))
      .filter((validation) => validation.areas.length > 0);
    const added = rule ? [{ ...(rule as unknown as HostValidation).rule, areas: [this.area] }] : [];
    this.execution.change({ op: "sheet", sheet: this.model.id, set: { validations: [...kept, ...added] } });
    return this;
  }

  getDataValidations(): (GoogleAppsScript.Spreadsheet.DataValidation | null)[][] {
    return this.map((row, column) => {
      const found = this.validationAt(row, column);
      if (!found) return null;
      const made: unknown = this.execution.wrap("DataValidation", new HostValidation(found));
      return made as GoogleAppsScript.Spreadsheet.DataValidation;
    });
  }

  private map<T>(of: (row: number, column: number) => T): T[][] {
    return Array.from({ length: this.getNumRows() }, (_, i) =>
      Array.from({ length: this.getNumColumns() }, (_, j) => of(this.area.row + i, this.area.column + j)),
    );
  }

  private cellAt = (row: number, column: number): Cell | undefined => this.model.cells[row]?.[column];

  private styleAt(row: number, column: number): Style {
    let left = row;
    for (const run of this.model.styles[column] ?? []) {
      if (left < run.rows) return run.style;
      left -= run.rows;
    }
    return {};
  }

  private validationAt = (row: number, column: number): Validation | undefined =>
    this.model.validations.find((v) => v.areas.some((area) => isInside(area, row, column)));

  private valueAt(row: number, column: number): unknown {
    const v = this.cellAt(row, column)?.v ?? "";
    const isDate = typeof v === "number" && isDateFormat(this.styleAt(row, column).numberFormat ?? "");
    return isDate ? dateOfSerial(v, this.execution.Date) : v;
  }

  private checkSize(values: readonly (readonly unknown[])[]): void {
    if (values.length !== this.getNumRows())
      throw new Exception(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${this.getNumRows()}.`,
      );
    const odd = values.find((line) => line.length !== this.getNumColumns());
    if (odd)
      throw new Exception(
        `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${this.getNumColumns()}.`,
      );
  }

  /** Parses, validates, then applies all cells as one operation, with the formats that entries brought along. */
  private write(values: readonly (readonly unknown[])[]): this {
    const formats: { row: number; column: number; format: string }[] = [];
    const cells = values.map((line, i) =>
      line.map((value, j) => {
        const [row, column] = [this.area.row + i, this.area.column + j];
        const style = this.styleAt(row, column).numberFormat ?? "";
        const parsed = entry(value, style, this.execution.workspace.workbook.locale);
        if (parsed.format !== undefined && style === "") formats.push({ row, column, format: parsed.format });
        this.checkEntry(parsed.cell, row, column);
        return parsed.cell;
      }),
    );
    const { row, column } = this.area;
    this.execution.change({ op: "cells", sheet: this.model.id, row, column, cells });
    for (const { row, column, format } of formats)
      this.execution.change({
        op: "style",
        sheet: this.model.id,
        area: { row, column, lastRow: row, lastColumn: column },
        style: { numberFormat: format },
      });
    return this;
  }

  private checkEntry(cell: Cell | null, row: number, column: number): void {
    if (cell === null) return;
    if (typeof cell.v === "string" && cell.v.length > MAX_CHARACTERS)
      throw new Exception("Your input contains more than the maximum of 50000 characters in a single cell.");
    const rule = this.validationAt(row, column);
    if (rule && !rule.allowInvalid && !rule.list.includes(String(cell.v)))
      throw new Exception(
        `The data you entered in cell ${a1(row, column)} violates the data validation rules set on this cell. Please enter one of the following values: ${rule.list.join(", ")}.`,
      );
  }

  private writeNotes(notes: string[][]): this {
    const { row, column } = this.area;
    this.execution.change({ op: "notes", sheet: this.model.id, row, column, notes });
    return this;
  }

  private style(style: Style): this {
    this.execution.change({ op: "style", sheet: this.model.id, area: this.area, style });
    return this;
  }
}

function entry(value: unknown, format: string, locale: string): { cell: Cell | null; format?: string } {
  if (value === null || value === undefined || value === "") return { cell: null };
  if (typeof value === "number") return { cell: { v: format === "@" ? String(value) : value } };
  if (typeof value === "boolean") return { cell: { v: value } };
  if (Object.prototype.toString.call(value) === "[object Date]")
    return { cell: { v: serialOfDate(value as Date) }, format: "dd/mm/yyyy" };
  return parse(String(value), format, locale);
}

const isGrid = (values: unknown): values is unknown[][] =>
  Array.isArray(values) && values.every(Array.isArray);
const isInside = (a: Area, row: number, column: number): boolean =>
  a.row <= row && row <= a.lastRow && a.column <= column && column <= a.lastColumn;

/** What remains of an area without another: up to four rectangles. */
function without(a: Area, b: Area): Area[] {
  const top = Math.max(a.row, b.row);
  const bottom = Math.min(a.lastRow, b.lastRow);
  if (top > bottom || b.lastColumn < a.column || a.lastColumn < b.column) return [a];
  const parts: Area[] = [
    { ...a, lastRow: top - 1 },
    { ...a, row: bottom + 1 },
    { ...a, row: top, lastRow: bottom, lastColumn: b.column - 1 },
    { ...a, row: top, lastRow: bottom, column: b.lastColumn + 1 },
  ];
  return parts.filter((p) => p.row <= p.lastRow && p.column <= p.lastColumn);
}

export function a1(row: number, column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
