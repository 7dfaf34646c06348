/** SpreadsheetApp's Range, over the workbook's model: one class, because Google's is one. */
import type { Whole } from "../model/a1";
import { a1Of } from "../model/a1";
import { colourOf } from "./colours";
import { mismatch, unwrap } from "../run/calls";
import { display } from "./display";
import { entering } from "./entry";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import { cellAt, formatAt, styleAt, styleOperations, validationAt, validationsWith } from "../model/grid";
import type { Area, Sheet, Style } from "../model/model";
import { HostProtection, protectionOf } from "./protection";
import { select } from "./selection";
import { dateOfSerial, isDateFormat } from "../model/serial";
import type { HostSheet } from "./sheet";
import type { SheetRef } from "./sheetRef";
import { sortedRows } from "./sort";
import type { Has } from "../run/used";
import { HostValidation } from "./validation";

export const RANGE = {
  activate: "",
  clear: "",
  clearContent: "",
  clearDataValidations: "",
  createFilter: "",
  getA1Notation: "",
  getBackground: "",
  getBackgrounds: "",
  getCell: "n n",
  getColumn: "",
  getDataValidation: "",
  getDataValidations: "",
  getDisplayValue: "",
  getDisplayValues: "",
  getFontWeights: "",
  getFormula: "",
  getFormulas: "",
  getLastColumn: "",
  getLastRow: "",
  getNote: "",
  getNotes: "",
  getNumColumns: "",
  getNumRows: "",
  getNumberFormat: "",
  getNumberFormats: "",
  getRow: "",
  getSheet: "",
  getValue: "",
  getValues: "",
  isBlank: "",
  offset: "n n | n n n | n n n n",
  protect: "",
  setBackground: "s?",
  setBackgrounds: "g",
  setDataValidation: "f?",
  setDataValidations: "g",
  setFontColor: "s?",
  setFontColors: "g",
  setFontWeight: "s?",
  setFontWeights: "g",
  setHorizontalAlignment: "s?",
  setHorizontalAlignments: "g",
  setNote: "s?",
  setNotes: "g",
  setNumberFormat: "s",
  setNumberFormats: "g",
  setValue: "v",
  setValues: "g",
  setVerticalAlignment: "s?",
  setWrap: "b",
  setWraps: "g",
  sort: "n | o | a",
};

export const FILTER = {
  getRange: "",
  remove: "",
};

declare module "../run/used" {
  interface Hosts {
    Range: [GoogleAppsScript.Spreadsheet.Range, HostRange];
    Filter: [GoogleAppsScript.Spreadsheet.Filter, HostFilter];
  }
}

type Values = readonly (readonly unknown[])[];
/** A look given back to Google's default: no member of its own. */
const PLAIN = null as unknown as undefined;

/** Cells that get the same drop-down, or none. */
interface Block {
  area: Area;
  held: HostValidation | null;
}

export class HostRange implements Has<GoogleAppsScript.Spreadsheet.Range, typeof RANGE> {
  readonly #execution: Execution;
  readonly #sheet: SheetRef;
  readonly #area: Area;
  readonly #whole: Whole;

  constructor(execution: Execution, sheet: SheetRef, area: Area, whole: Whole) {
    this.#execution = execution;
    this.#sheet = sheet;
    this.#area = area;
    this.#whole = whole;
  }

  /** For the host's own use: the model's area of a range that a script holds. */
  static areaOf = (range: HostRange): Area => ({ ...unwrap(range).#area });
  static sheetIdOf = (range: HostRange): number => unwrap(range).#sheet.id;

  getRow = (): number => this.#area.row + 1;
  getColumn = (): number => this.#area.column + 1;
  getLastRow = (): number => this.#area.lastRow + 1;
  getLastColumn = (): number => this.#area.lastColumn + 1;
  getNumRows = (): number => this.#area.lastRow - this.#area.row + 1;
  getNumColumns = (): number => this.#area.lastColumn - this.#area.column + 1;
  getA1Notation = (): string => a1Of(this.#area, this.#whole);
  getSheet = (): HostSheet => this.#sheet.sheet();

  getCell = (row: number, column: number): HostRange =>
    this.#sheet.range(this.#area.row + row, this.#area.column + column, 1, 1);

  offset = (
    rows: number,
    columns: number,
    height = this.getNumRows(),
    width = this.getNumColumns(),
  ): HostRange =>
    this.#sheet.range(this.#area.row + rows + 1, this.#area.column + columns + 1, height, width);

  // Google's own type here is any[][]: a cell may hold anything.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getValues(): any[][] {
    return this.#read((row, column) => this.#valueAt(row, column));
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getValue(): any {
    this.#execution.counter.cells += 1;
    return this.#valueAt(this.#area.row, this.#area.column);
  }

  getDisplayValues = (): string[][] => this.#read((row, column) => this.#shown(row, column));

  getDisplayValue(): string {
    this.#execution.counter.cells += 1;
    return this.#shown(this.#area.row, this.#area.column);
  }

  getFormulas = (): string[][] => this.#read((row, column) => cellAt(this.#model(), row, column)?.f ?? "");
  getFormula = (): string => cellAt(this.#model(), this.#area.row, this.#area.column)?.f ?? "";
  isBlank = (): boolean =>
    this.#read((row, column) => cellAt(this.#model(), row, column))
      .flat()
      .every((c) => !c);
  getNotes = (): string[][] => this.#map((row, column) => this.#model().notes[row]?.[column] ?? "");
  getNote = (): string => this.#model().notes[this.#area.row]?.[this.#area.column] ?? "";
  getNumberFormats = (): string[][] => this.#looks((style) => style.numberFormat || "General");
  getNumberFormat = (): string => this.#first(this.getNumberFormats());
  getFontWeights = () => this.#looks((style) => (style.bold ? "bold" : "normal"));
  getBackgrounds = (): string[][] => this.#looks((style) => style.background ?? "#ffffff");
  getBackground = (): string => this.#first(this.getBackgrounds());

  setValue(value: unknown): this {
    return this.#write(this.#map(() => value));
  }

  setValues(values: Values): this {
    this.#checkSize(values);
    return this.#write(values);
  }

  clearContent(): this {
    const cells = this.#map(() => null);
    const { row, column } = this.#area;
    this.#execution.change({ op: "cells", sheet: this.#model().id, row, column, cells });
    return this;
  }

  clear(): this {
    this.clearContent();
    return this.#style({
      numberFormat: PLAIN,
      bold: PLAIN,
      background: PLAIN,
      fontColor: PLAIN,
      wrap: PLAIN,
      horizontal: PLAIN,
      vertical: PLAIN,
    });
  }

  setNote = (note: string | null): this => this.#writeNotes(this.#map(() => note ?? ""));

  setNotes(notes: (string | null)[][]): this {
    this.#checkSize(notes);
    return this.#writeNotes(notes.map((line) => line.map((note) => note ?? "")));
  }

  setNumberFormat = (format: string): this => this.#style(numberFormat(format));
  setNumberFormats = (formats: string[][]): this => this.#styles(formats, numberFormat);
  setFontWeight = (weight: string | null): this => this.#style(fontWeight(weight));
  setFontWeights = (weights: (string | null)[][]): this => this.#styles(weights, fontWeight);
  setBackground = (background: string | null): this =>
    this.#style({ background: colourOf(background) ?? PLAIN });
  setBackgrounds = (backgrounds: (string | null)[][]): this =>
    this.#styles(backgrounds, (background) => ({ background: colourOf(background) ?? PLAIN }));
  setFontColor = (fontColor: string | null): this => this.#style({ fontColor: colourOf(fontColor) ?? PLAIN });
  setFontColors = (fontColors: (string | null)[][]): this =>
    this.#styles(fontColors, (fontColor) => ({ fontColor: colourOf(fontColor) ?? PLAIN }));
  setWrap = (wrap: boolean): this => this.#style({ wrap: wrap || PLAIN });
  setWraps = (wraps: boolean[][]): this => this.#styles(wraps, (wrap) => ({ wrap: wrap || PLAIN }));
  setVerticalAlignment = (vertical: "top" | "middle" | "bottom" | null): this =>
    this.#style({ vertical: vertical ?? PLAIN });
  setHorizontalAlignment = (side: Side | null): this => this.#style(aligned(side));
  setHorizontalAlignments = (sides: (Side | null)[][]): this => this.#styles(sides, aligned);

  setDataValidation(rule: HostValidation | null): this {
    return this.#validate([{ area: this.#area, held: rule }]);
  }

  setDataValidations(rules: (HostValidation | null)[][]): this {
    this.#checkSize(rules);
    const { row, column } = this.#area;
    const blocks: Block[] = [];
    for (let j = 0; j < this.getNumColumns(); j += 1)
      for (let i = 0; i < rules.length; i += 1) {
        const [last, held] = [blocks[blocks.length - 1], rules[i]?.[j] ?? null];
        if (i > 0 && last?.held === held) last.area.lastRow = row + i;
        else
          blocks.push({
            held,
            area: { row: row + i, column: column + j, lastRow: row + i, lastColumn: column + j },
          });
      }
    return this.#validate(blocks);
  }

  clearDataValidations = (): this => this.#validate([{ area: this.#area, held: null }]);

  getDataValidations(): (HostValidation | null)[][] {
    return this.#map((row, column) => {
      const found = validationAt(this.#model(), row, column);
      if (!found) return null;
      const { list, showDropdown, allowInvalid, help } = found;
      const rule = { list, showDropdown, allowInvalid, help };
      return this.#execution.wrap("DataValidation", new HostValidation(rule, this.#execution.wrap));
    });
  }

  getDataValidation = (): HostValidation | null => this.getDataValidations()[0]?.[0] ?? null;

  /** Selects it, and brings its tab to the front. */
  activate(): this {
    select(this.#execution, this.#model().id, { ...this.#area });
    return this;
  }

  /** Adds one every time, as Google does. */
  protect(): HostProtection {
    return protectionOf(this.#execution, this.#sheet, { ...this.#area });
  }

  createFilter(): HostFilter {
    if (this.#model().filter)
      throw new Exception("You can't create a filter in a sheet that already has a filter.");
    this.#execution.checkArea(this.#model(), this.#area);
    this.#execution.change({ op: "sheet", sheet: this.#model().id, set: { filter: { ...this.#area } } });
    return this.#execution.wrap("Filter", new HostFilter(this.#execution, this.#sheet));
  }

  /** By one column of the sheet or several, rows with all their cells and notes; blanks come last. */
  sort(by: unknown): this {
    const { row, column } = this.#area;
    const rows = this.#map((r, c) => ({
      cell: cellAt(this.#model(), r, c) ?? null,
      note: this.#model().notes[r]?.[c] ?? "",
    }));
    const sorted = sortedRows(rows, by, this.#area);
    const sheet = this.#model().id;
    const cells = sorted.map((line) => line.map((e) => e.cell));
    this.#execution.change({ op: "cells", sheet, row, column, cells });
    return this.#writeNotes(sorted.map((line) => line.map((e) => e.note)));
  }

  #model = (): Sheet => this.#sheet.model();
  #first = (rows: string[][]): string => rows[0]?.[0] ?? "";

  #map<T>(of: (row: number, column: number) => T): T[][] {
    return Array.from({ length: this.getNumRows() }, (_, i) =>
      Array.from({ length: this.getNumColumns() }, (_, j) => of(this.#area.row + i, this.#area.column + j)),
    );
  }

  #read<T>(of: (row: number, column: number) => T): T[][] {
    this.#execution.counter.cells += this.getNumRows() * this.getNumColumns();
    return this.#map(of);
  }

  #looks = <T extends string>(of: (style: Style) => T): T[][] =>
    this.#map((row, column) => of(styleAt(this.#model(), row, column)));

  #valueAt(row: number, column: number): unknown {
    const v = cellAt(this.#model(), row, column)?.v ?? "";
    if (typeof v !== "number" || !isDateFormat(formatAt(this.#model(), row, column))) return v;
    return dateOfSerial(v, this.#execution.Date, this.#execution.workspace.workbook.timeZone);
  }

  #shown = (row: number, column: number): string =>
    display(cellAt(this.#model(), row, column), formatAt(this.#model(), row, column));

  #checkSize(values: Values): void {
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

  #write(values: Values): this {
    const { locale, timeZone } = this.#execution.workspace.workbook;
    const year = this.#execution.now().getFullYear();
    const where = { ...this.#area, sheet: this.#model(), locale, timeZone, year };
    for (const operation of entering(values, where)) this.#execution.change(operation);
    return this;
  }

  #writeNotes(notes: string[][]): this {
    const { row, column } = this.#area;
    this.#execution.change({ op: "notes", sheet: this.#model().id, row, column, notes });
    return this;
  }

  #style(style: Style): this {
    this.#execution.change({ op: "style", sheet: this.#model().id, area: { ...this.#area }, style });
    return this;
  }

  #styles<T>(looks: T[][], styleOf: (look: T) => Style): this {
    this.#checkSize(looks);
    const styles = looks.map((line) => line.map(styleOf));
    for (const operation of styleOperations(this.#model().id, this.#area, styles))
      this.#execution.change(operation);
    return this;
  }

  #validate(blocks: readonly Block[]): this {
    const model = this.#model();
    this.#execution.checkArea(model, this.#area);
    const validations = blocks.reduce((rules, { area, held }) => {
      const given = held && unwrap(held);
      if (given && !(given instanceof HostValidation))
        throw mismatch("SpreadsheetApp.Range.setDataValidation", held);
      return validationsWith(rules, { ...area }, given && HostValidation.ruleOf(given));
    }, model.validations);
    this.#execution.change({ op: "sheet", sheet: model.id, set: { validations } });
    return this;
  }
}

type Side = "left" | "center" | "normal" | "right";
const aligned = (side: string | null): Style => ({
  horizontal: side === "normal" || side === null ? PLAIN : (side as "left" | "center" | "right"),
});

/** "General" is Google's name for the automatic format. */
const numberFormat = (format: string): Style => ({
  numberFormat: format === "" || format === "General" ? PLAIN : format,
});
const fontWeight = (weight: string | null): Style => ({ bold: weight === "bold" || PLAIN });

/** Activates what a script holds as a range, and gives it back. */
export function activated(held: HostRange, method: string): HostRange {
  const range = unwrap(held);
  if (!(range instanceof HostRange)) throw mismatch(method, held);
  range.activate();
  return held;
}

export class HostFilter implements Has<GoogleAppsScript.Spreadsheet.Filter, typeof FILTER> {
  readonly #execution: Execution;
  readonly #sheet: SheetRef;

  constructor(execution: Execution, sheet: SheetRef) {
    this.#execution = execution;
    this.#sheet = sheet;
  }

  getRange(): HostRange {
    const area = this.#sheet.model().filter;
    if (!area) throw new Exception("The filter has been removed.");
    return this.#sheet.rangeOf(area);
  }

  remove(): void {
    this.#execution.change({ op: "sheet", sheet: this.#sheet.model().id, set: { filter: null } });
  }
}
