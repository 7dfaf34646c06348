/** Drop-down lists and colour rules, and their builders. */
import type { Area, ColourRule, Validation } from "./model";

export type ValidationRule = Omit<Validation, "areas">;

export class HostValidation {
  constructor(readonly rule: ValidationRule) {}
  getCriteriaType = (): string => "VALUE_IN_LIST";
  getCriteriaValues = (): unknown[] => [[...this.rule.list], this.rule.showDropdown];
  getAllowInvalid = (): boolean => this.rule.allowInvalid;
  getHelpText = (): string | null => this.rule.help;
}

export class ValidationBuilder {
  private rule: ValidationRule = { list: [], showDropdown: true, allowInvalid: true, help: null };
  constructor(private readonly wrap: <T extends object>(name: string, service: T) => T) {}

  requireValueInList(list: string[], showDropdown = true): this {
    this.rule = { ...this.rule, list: list.map(String), showDropdown };
    return this;
  }
  setAllowInvalid(allowInvalid: boolean): this {
    this.rule = { ...this.rule, allowInvalid };
    return this;
  }
  setHelpText(help: string): this {
    this.rule = { ...this.rule, help };
    return this;
  }
  build(): HostValidation {
    return this.wrap("DataValidation", new HostValidation(this.rule));
  }
}

export class HostColourRule {
  constructor(readonly rule: ColourRule) {}
}

export class ColourRuleBuilder {
  private rule: ColourRule = { areas: [], textEquals: "", background: null, fontColor: null, bold: null };
  constructor(private readonly wrap: <T extends object>(name: string, service: T) => T) {}

  whenTextEqualTo(textEquals: string): this {
    this.rule = { ...this.rule, textEquals };
    return this;
  }
  setBackground(background: string | null): this {
    this.rule = { ...this.rule, background };
    return this;
  }
  setFontColor(fontColor: string | null): this {
    this.rule = { ...this.rule, fontColor };
    return this;
  }
  setBold(bold: boolean | null): this {
    this.rule = { ...this.rule, bold };
    return this;
  }
  setRanges(ranges: readonly { area: Area }[]): this {
    this.rule = { ...this.rule, areas: ranges.map((range) => range.area) };
    return this;
  }
  build(): HostColourRule {
    return this.wrap("ConditionalFormatRule", new HostColourRule(this.rule));
  }
}
