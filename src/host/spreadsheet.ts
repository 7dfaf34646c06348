/** SpreadsheetApp and its Spreadsheet, over the workbook's model. */
import { newSheet } from "./blank";
import { Exception } from "./calls";
import type { Execution } from "./execution";
import { DOCUMENT, needs } from "./execution";
import type { Sheet } from "./model";
import { HostSheet } from "./sheet";
import { ColourRuleBuilder, ValidationBuilder } from "./validation";

class HostSpreadsheet {
  constructor(private readonly execution: Execution) {}

  getId = (): string => this.execution.workspace.state.workbookId;
  getSpreadsheetLocale = (): string => this.execution.workspace.workbook.locale;
  getSpreadsheetTimeZone = (): string => this.execution.workspace.workbook.timeZone;
  setSpreadsheetLocale = (locale: string): void => this.execution.change({ op: "workbook", set: { locale } });
  setSpreadsheetTimeZone = (timeZone: string): void =>
    this.execution.change({ op: "workbook", set: { timeZone } });
  getNumSheets = (): number => this.models().length;
  getSheets = (): HostSheet[] => this.models().map((model) => this.sheet(model));

  getSheetByName(name: string): HostSheet | null {
    const model = this.models().find((sheet) => sheet.name === name);
    return model ? this.sheet(model) : null;
  }

  insertSheet(name: string, index = this.models().length): HostSheet {
    if (this.models().some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      throw new Exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
    const id = this.execution.workspace.state.nextSheetId;
    this.execution.change({ op: "state", set: { nextSheetId: id + 1 } });
    this.execution.change({ op: "insertSheet", index, sheet: newSheet(id, name) });
    return this.sheet(this.models()[index] as Sheet);
  }

  deleteSheet(sheet: HostSheet): void {
    const left = this.models().filter((model) => model.id !== sheet.getSheetId() && !model.hidden);
    if (left.length === 0) throw new Exception("You can't remove all the sheets in a document.");
    this.execution.change({ op: "deleteSheet", sheet: sheet.getSheetId() });
  }

  private models = (): Sheet[] => this.execution.workspace.workbook.sheets;
  private sheet = (model: Sheet): HostSheet =>
    this.execution.wrap("Sheet", new HostSheet(this.execution, model));
}

export class HostSpreadsheetApp {
  readonly ProtectionType = { RANGE: "RANGE", SHEET: "SHEET" };

  constructor(private readonly execution: Execution) {}

  getActiveSpreadsheet(): HostSpreadsheet {
    needs(this.execution, "SpreadsheetApp.getActiveSpreadsheet", DOCUMENT);
    return this.execution.wrap("Spreadsheet", new HostSpreadsheet(this.execution));
  }

  flush = (): void => this.execution.flush();
  newDataValidation = () =>
    this.execution.wrap("DataValidationBuilder", new ValidationBuilder(this.execution.wrap));
  newConditionalFormatRule = () =>
    this.execution.wrap("ConditionalFormatRuleBuilder", new ColourRuleBuilder(this.execution.wrap));

  getUi() {
    if (this.execution.mode === "trigger")
      throw new Exception("Cannot call SpreadsheetApp.getUi() from this context.");
    const { execution } = this;
    return execution.wrap("Ui", {
      createMenu: () => execution.wrap("Menu", new HostMenu(execution)),
    });
  }
}

class HostMenu {
  private readonly items: { label: string; handler: string }[] = [];
  constructor(private readonly execution: Execution) {}

  addItem(label: string, handler: string): this {
    this.items.push({ label, handler });
    return this;
  }

  addToUi(): void {
    this.execution.menu.push(...this.items);
  }
}
