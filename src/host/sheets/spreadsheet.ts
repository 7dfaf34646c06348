/** SpreadsheetApp's Spreadsheet, over the workbook's model. */
import { parseA1 } from "../model/a1";
import { newSheet } from "../model/blank";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { Sheet } from "../model/model";
import type { HostRange } from "./range";
import { activated } from "./range";
import { HostSelection, select, sheetInFront } from "./selection";
import { isTimeZone } from "../model/serial";
import type { HostUser } from "../services/session";
import { userOf } from "../services/session";
import { checkName, HostSheet } from "./sheet";
import { SheetRef } from "./sheetRef";
import type { Has } from "../run/used";
import { ownerOf } from "../model/accounts";

export const SPREADSHEET = {
  deleteSheet: "f",
  getActiveCell: "",
  getActiveRange: "",
  getActiveSheet: "",
  getCurrentCell: "",
  getId: "",
  getName: "",
  getNumSheets: "",
  getOwner: "",
  getRange: "s",
  getSelection: "",
  getSheetById: "n",
  getSheetByName: "s",
  getSheetId: "",
  getSheets: "",
  getSpreadsheetLocale: "",
  getSpreadsheetTimeZone: "",
  getUrl: "",
  insertSheet: " | s | n | s n",
  moveActiveSheet: "n",
  setActiveRange: "f",
  setActiveSheet: "f | f b",
  setSpreadsheetLocale: "s",
  setSpreadsheetTimeZone: "s",
  toast: "s | s s | s s n?",
};

declare module "../run/used" {
  interface Hosts {
    Spreadsheet: [GoogleAppsScript.Spreadsheet.Spreadsheet, HostSpreadsheet];
  }
}

export class HostSpreadsheet implements Has<
  GoogleAppsScript.Spreadsheet.Spreadsheet,
  typeof SPREADSHEET,
  "insertSheet"
> {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  getId = (): string => this.#execution.workspace.state.workbookId;
  getName = (): string => "tracker";
  getUrl = (): string => `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  getSpreadsheetLocale = (): string => this.#execution.workspace.workbook.locale;
  getSpreadsheetTimeZone = (): string => this.#execution.workspace.workbook.timeZone;
  getOwner = (): HostUser => userOf(this.#execution, ownerOf(this.#execution.workspace.state));
  getNumSheets = (): number => this.#models().length;
  getSheets = (): HostSheet[] => this.#models().map((model) => this.#sheet(model));
  getActiveSheet = (): HostSheet => this.#sheet(sheetInFront(this.#execution));
  getSheetId = (): number => sheetInFront(this.#execution).id;
  getSelection = (): HostSelection => this.#execution.wrap("Selection", new HostSelection(this.#execution));
  getActiveRange = (): HostRange => new HostSelection(this.#execution).getActiveRange();
  getActiveCell = (): HostRange => new HostSelection(this.#execution).getCurrentCell();
  getCurrentCell = (): HostRange => this.getActiveCell();

  setSpreadsheetLocale(locale: string): void {
    if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) throw new Exception(`Invalid argument: ${locale}`);
    this.#execution.change({ op: "workbook", set: { locale } });
  }

  setSpreadsheetTimeZone(timeZone: string): void {
    if (!isTimeZone(timeZone)) throw new Exception(`Invalid argument: ${timeZone}`);
    this.#execution.change({ op: "workbook", set: { timeZone } });
  }

  getSheetByName(name: string): HostSheet | null {
    const model = this.#models().find((sheet) => sheet.name === name);
    return model ? this.#sheet(model) : null;
  }

  getSheetById(id: number): HostSheet | null {
    const model = this.#models().find((sheet) => sheet.id === id);
    return model ? this.#sheet(model) : null;
  }

  insertSheet(first?: string | number, second?: number): HostSheet {
    const name = typeof first === "string" ? first : this.#freeName();
    const index = typeof first === "number" ? first : (second ?? this.#models().length);
    checkName(this.#execution, name, null);
    if (index < 0 || index > this.#models().length) throw new Exception(`Invalid argument: ${index}`);
    const id = this.#execution.workspace.state.nextSheetId;
    this.#execution.change({ op: "state", set: { nextSheetId: id + 1 } });
    this.#execution.change({ op: "insertSheet", index, sheet: newSheet(id, name) });
    select(this.#execution, id);
    return new SheetRef(this.#execution, id).sheet();
  }

  deleteSheet(sheet: HostSheet): void {
    const { id } = HostSheet.refOf(sheet).model();
    const left = this.#models().filter((model) => model.id !== id && !model.hidden);
    if (left.length === 0) throw new Exception("You can't remove all the sheets in a document.");
    this.#execution.change({ op: "deleteSheet", sheet: id });
  }

  setActiveSheet(sheet: HostSheet): HostSheet {
    select(this.#execution, HostSheet.refOf(sheet).model().id);
    return sheet;
  }

  setActiveRange = (held: HostRange): HostRange =>
    activated(held, "SpreadsheetApp.Spreadsheet.setActiveRange");

  /** To a position from 1. */
  moveActiveSheet(position: number): void {
    if (position < 1 || position > this.#models().length)
      throw new Exception(`Invalid argument: ${position}`);
    this.#execution.change({ op: "moveSheet", sheet: sheetInFront(this.#execution).id, index: position - 1 });
  }

  getRange(notation: string): HostRange {
    const named = parseA1(notation)?.sheet;
    const model = named
      ? this.#models().find((sheet) => sheet.name === named)
      : sheetInFront(this.#execution);
    if (!model) throw new Exception("Range not found");
    return new HostSheet(this.#execution, new SheetRef(this.#execution, model.id)).getRange(notation);
  }

  toast(message: string, title = ""): void {
    this.#execution.toasts.push(title ? `${title}: ${message}` : message);
  }

  #models = (): Sheet[] => this.#execution.workspace.workbook.sheets;
  #sheet = (model: Sheet): HostSheet => new SheetRef(this.#execution, model.id).sheet();

  #freeName(): string {
    let number = this.#models().length + 1;
    while (this.#models().some((sheet) => sheet.name === `Sheet${number}`)) number += 1;
    return `Sheet${number}`;
  }
}
