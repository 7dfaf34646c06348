/**
 * The service SpreadsheetApp: the workbook that the run has, and all the kinds of object that lead on from
 * it.
 */
import type { Execution } from "../run/execution";
import { DOCUMENT, hasDocument, needs } from "../run/rights";
import type { Service } from "../run/service";
import { UI_OBJECTS, uiOf } from "../services/ui";
import { PROTECTION, ProtectionType } from "./protection";
import type { HostRange } from "./range";
import { FILTER, RANGE } from "./range";
import type { HostSelection } from "./selection";
import { SELECTION } from "./selection";
import type { HostSheet } from "./sheet";
import { SHEET } from "./sheet";
import { HostSpreadsheet, SPREADSHEET } from "./spreadsheet";
import {
  BOOLEAN_CONDITION,
  BooleanCriteria,
  COLOUR_RULE,
  COLOUR_RULE_BUILDER,
  ColourRuleBuilder,
  DataValidationCriteria,
  VALIDATION,
  VALIDATION_BUILDER,
  ValidationBuilder,
} from "./validation";

const SPREADSHEET_APP = {
  flush: "",
  getActive: "",
  getActiveRange: "",
  getActiveSheet: "",
  getActiveSpreadsheet: "",
  getCurrentCell: "",
  getSelection: "",
  getUi: "",
  newConditionalFormatRule: "",
  newDataValidation: "",
};

class HostSpreadsheetApp implements Record<keyof typeof SPREADSHEET_APP, unknown> {
  readonly ProtectionType = ProtectionType;
  readonly DataValidationCriteria = DataValidationCriteria;
  readonly BooleanCriteria = BooleanCriteria;
  readonly #execution: Execution;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  /** Null where the run has no document. */
  getActiveSpreadsheet = (): HostSpreadsheet | null =>
    this.#document("getActiveSpreadsheet", (book) => this.#execution.wrap("Spreadsheet", book));
  getActive = (): HostSpreadsheet | null => this.getActiveSpreadsheet();
  getActiveSheet = (): HostSheet | null => this.#document("getActiveSheet", (book) => book.getActiveSheet());

  /** What the person has selected; the first cell where nobody said. */
  getActiveRange = (): HostRange | null => this.#document("getActiveRange", (book) => book.getActiveRange());
  getCurrentCell = (): HostRange | null => this.#document("getCurrentCell", (book) => book.getCurrentCell());
  getSelection = (): HostSelection | null => this.#document("getSelection", (book) => book.getSelection());

  flush = (): void => this.#execution.flush();
  newDataValidation = (): ValidationBuilder =>
    this.#execution.wrap("DataValidationBuilder", new ValidationBuilder(this.#execution.wrap));
  newConditionalFormatRule = (): ColourRuleBuilder =>
    this.#execution.wrap("ConditionalFormatRuleBuilder", new ColourRuleBuilder(this.#execution.wrap));
  getUi = () => uiOf(this.#execution);

  #document<T>(what: string, of: (book: HostSpreadsheet) => T): T | null {
    needs(this.#execution, `SpreadsheetApp.${what}`, DOCUMENT, "spreadsheets.currentonly");
    return hasDocument(this.#execution) ? of(new HostSpreadsheet(this.#execution)) : null;
  }
}

export const spreadsheetApp: Service = {
  name: "SpreadsheetApp",
  objects: {
    SpreadsheetApp: { methods: SPREADSHEET_APP },
    Spreadsheet: { methods: SPREADSHEET },
    Sheet: { methods: SHEET },
    Range: { methods: RANGE },
    Filter: { methods: FILTER },
    Selection: { methods: SELECTION },
    Protection: { methods: PROTECTION },
    DataValidation: { methods: VALIDATION },
    DataValidationBuilder: { methods: VALIDATION_BUILDER },
    ConditionalFormatRule: { methods: COLOUR_RULE },
    ConditionalFormatRuleBuilder: { methods: COLOUR_RULE_BUILDER },
    BooleanCondition: { methods: BOOLEAN_CONDITION },
    ...UI_OBJECTS,
  },
  make: (execution) => execution.wrap("SpreadsheetApp", new HostSpreadsheetApp(execution)),
};
