/** Drop-down lists and colour rules, and their builders. */
import type { Wrap } from "../run/calls";
import { mismatch, unwrap } from "../run/calls";
import type { EnumValue } from "../run/enums";
import { enumeration } from "../run/enums";
import { Exception } from "../run/errors";
import type { Area, ColourRule, Validation } from "../model/model";
import { colourOf } from "./colours";
import { HostRange } from "./range";
import type { Has } from "../run/used";

export type ValidationRule = Omit<Validation, "areas">;

export const DataValidationCriteria = enumeration<"VALUE_IN_LIST">("VALUE_IN_LIST");
export const BooleanCriteria = enumeration<"TEXT_EQUAL_TO">("TEXT_EQUAL_TO");

export const VALIDATION = {
  copy: "",
  getAllowInvalid: "",
  getCriteriaType: "",
  getCriteriaValues: "",
  getHelpText: "",
};
export const VALIDATION_BUILDER = {
  build: "",
  requireValueInList: "a | a b",
  setAllowInvalid: "b",
  setHelpText: "s?",
};
export const COLOUR_RULE = {
  copy: "",
  getBooleanCondition: "",
  getRanges: "",
};
export const COLOUR_RULE_BUILDER = {
  build: "",
  setBackground: "s?",
  setBold: "b?",
  setFontColor: "s?",
  setRanges: "a",
  whenTextEqualTo: "s",
};
export const BOOLEAN_CONDITION = {
  getBackground: "",
  getBold: "",
  getCriteriaType: "",
  getCriteriaValues: "",
  getFontColor: "",
};

declare module "../run/used" {
  interface Hosts {
    DataValidation: [GoogleAppsScript.Spreadsheet.DataValidation, HostValidation];
    DataValidationBuilder: [GoogleAppsScript.Spreadsheet.DataValidationBuilder, ValidationBuilder];
    ConditionalFormatRule: [GoogleAppsScript.Spreadsheet.ConditionalFormatRule, HostColourRule];
    ConditionalFormatRuleBuilder: [
      GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder,
      ColourRuleBuilder,
    ];
  }
}

export class HostValidation implements Has<
  GoogleAppsScript.Spreadsheet.DataValidation,
  typeof VALIDATION,
  "getCriteriaType" | "getHelpText"
> {
  readonly #rule: ValidationRule;
  readonly #wrap: Wrap;

  constructor(rule: ValidationRule, wrap: Wrap) {
    this.#rule = rule;
    this.#wrap = wrap;
  }

  /** For the host's own use: the rule behind what a script holds. */
  static ruleOf = (held: HostValidation): ValidationRule => unwrap(held).#rule;

  getCriteriaType = (): EnumValue => DataValidationCriteria.VALUE_IN_LIST;
  // Google's own type: what a criterion takes differs from one to the next.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getCriteriaValues = (): any[] => [[...this.#rule.list], this.#rule.showDropdown];
  getAllowInvalid = (): boolean => this.#rule.allowInvalid;
  /** Google has null where there is none, though its types say text. */
  getHelpText = (): string | null => this.#rule.help;
  copy = (): ValidationBuilder =>
    this.#wrap("DataValidationBuilder", new ValidationBuilder(this.#wrap, this.#rule));
}

export class ValidationBuilder implements Has<
  GoogleAppsScript.Spreadsheet.DataValidationBuilder,
  typeof VALIDATION_BUILDER
> {
  readonly #wrap: Wrap;
  #rule: ValidationRule | null;
  #rest: Pick<ValidationRule, "allowInvalid" | "help">;

  constructor(wrap: Wrap, rule: ValidationRule | null = null) {
    this.#wrap = wrap;
    this.#rule = rule;
    this.#rest = { allowInvalid: rule?.allowInvalid ?? true, help: rule?.help ?? null };
  }

  requireValueInList(list: unknown[], showDropdown = true): this {
    this.#rule = { list: list.map(String), showDropdown, ...this.#rest };
    return this;
  }

  setAllowInvalid(allowInvalid: boolean): this {
    this.#rest.allowInvalid = allowInvalid;
    return this;
  }

  setHelpText(help: string): this {
    this.#rest.help = help;
    return this;
  }

  build(): HostValidation {
    if (!this.#rule) throw new Exception("The data validation rule must have criteria.");
    const rule = { ...this.#rule, ...this.#rest };
    return this.#wrap("DataValidation", new HostValidation(rule, this.#wrap));
  }
}

export class HostColourRule implements Has<
  GoogleAppsScript.Spreadsheet.ConditionalFormatRule,
  typeof COLOUR_RULE,
  "getBooleanCondition"
> {
  readonly #rule: ColourRule;
  readonly #wrap: Wrap;
  readonly #rangeOf: (area: Area) => HostRange;

  constructor(rule: ColourRule, wrap: Wrap, rangeOf: (area: Area) => HostRange) {
    this.#rule = rule;
    this.#wrap = wrap;
    this.#rangeOf = rangeOf;
  }

  /** For the host's own use: the rule behind what a script holds. */
  static ruleOf(held: HostColourRule): ColourRule {
    const rule = unwrap(held);
    if (!(rule instanceof HostColourRule))
      throw mismatch("SpreadsheetApp.Sheet.setConditionalFormatRules", [held]);
    return structuredClone(rule.#rule);
  }

  getRanges = (): HostRange[] => this.#rule.areas.map(this.#rangeOf);

  getBooleanCondition() {
    const { textEquals, background, fontColor, bold } = this.#rule;
    return this.#wrap("BooleanCondition", {
      getCriteriaType: () => BooleanCriteria.TEXT_EQUAL_TO,
      getCriteriaValues: () => [textEquals],
      getBackground: () => background,
      getFontColor: () => fontColor,
      getBold: () => bold,
    });
  }

  copy(): ColourRuleBuilder {
    const builder = new ColourRuleBuilder(this.#wrap, this.#rule, this.getRanges());
    return this.#wrap("ConditionalFormatRuleBuilder", builder);
  }
}

const NO_RULE: ColourRule = { areas: [], textEquals: "", background: null, fontColor: null, bold: null };

export class ColourRuleBuilder implements Has<
  GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder,
  typeof COLOUR_RULE_BUILDER
> {
  readonly #wrap: Wrap;
  #rule: ColourRule;
  #ranges: readonly HostRange[];
  #hasCriterion: boolean;

  constructor(wrap: Wrap, rule: ColourRule | null = null, ranges: readonly HostRange[] = []) {
    this.#wrap = wrap;
    this.#rule = rule ?? NO_RULE;
    this.#ranges = ranges;
    this.#hasCriterion = rule !== null;
  }

  whenTextEqualTo(textEquals: string): this {
    this.#hasCriterion = true;
    return this.#with({ textEquals });
  }

  setBackground = (colour: string | null): this => this.#with({ background: colourOf(colour) });
  setFontColor = (colour: string | null): this => this.#with({ fontColor: colourOf(colour) });
  setBold = (bold: boolean | null): this => this.#with({ bold });

  setRanges(ranges: readonly HostRange[]): this {
    if (!ranges.every((range) => unwrap(range) instanceof HostRange))
      throw mismatch("SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges", ranges);
    this.#ranges = [...ranges];
    return this;
  }

  build(): HostColourRule {
    if (!this.#hasCriterion) throw new Exception("The conditional format rule must have a condition.");
    if (this.#ranges.length === 0)
      throw new Exception("The conditional format rule must have at least one range.");
    const areas = this.#ranges.map((range) => HostRange.areaOf(range));
    const byArea = (area: Area): HostRange => this.#ranges[areas.indexOf(area)] as HostRange;
    const rule = { ...this.#rule, areas };
    return this.#wrap("ConditionalFormatRule", new HostColourRule(rule, this.#wrap, byArea));
  }

  #with(change: Partial<ColourRule>): this {
    this.#rule = { ...this.#rule, ...change };
    return this;
  }
}
