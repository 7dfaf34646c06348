/** Drop-down lists and colour rules, between the model and an .xlsx file's rules. */
import type { Area, ColourRule, Validation } from "../model/model";
import { a1 } from "../model/a1";
import type { FileStyle } from "./xlsxStyle";
import { colourFrom, rgb } from "./xlsxStyle";

/**
 * Excel shows at most this many characters of help, of an error and of a list in place; state.json keeps
 * everything.
 */
const MAX_HELP = 255;
const MAX_ERROR = 225;
const MAX_LIST = 255;

/** What the file calls things that the workbook itself has no name for. */
export interface Marks {
  /** The hidden tab with the lists that do not fit into a rule, one per column. */
  listsTab: string;
  /** Who wrote the notes. */
  author: string;
}
export const PLAIN_MARKS: Marks = { listsTab: "Lists of drop-downs", author: "Local host" };

export interface Grid {
  rows: number;
  columns: number;
}

export const rangeOf = (area: Area): string =>
  `${a1(area.row, area.column)}:${a1(area.lastRow, area.lastColumn)}`;
const rangesOf = (areas: readonly Area[]): string => areas.map(rangeOf).join(" ");

const columnFrom = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `$B$2:C9` -> its area, cut to the grid; null when it is none or lies outside. */
export function areaFrom(range: string, { rows, columns }: Grid): Area | null {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/i.exec(range.replace(/\$/g, ""));
  if (!match) return null;
  const [, column = "", row = "", lastColumn = column, lastRow = row] = match;
  const area = {
    row: Number(row) - 1,
    column: columnFrom(column),
    lastRow: Math.min(Number(lastRow), rows) - 1,
    lastColumn: Math.min(columnFrom(lastColumn), columns - 1),
  };
  return area.row > area.lastRow || area.column > area.lastColumn ? null : area;
}
const areasFrom = (ranges: string, grid: Grid): Area[] =>
  ranges.split(/\s+/).flatMap((range) => areaFrom(range, grid) ?? []);

/** A list in place is separated by commas; programs cut the spaces at the ends of its entries. */
const fitsInPlace = (list: readonly string[]): boolean =>
  list.join(",").length <= MAX_LIST && list.every((entry) => entry !== "" && !/[",]|^\s|\s$/.test(entry));

/** Collects lists for the hidden tab while the rules are written. */
export class Lists {
  readonly columns: (readonly string[])[] = [];

  constructor(readonly tab: string) {}

  /** What a rule says about its list: the entries, or where they are on the hidden tab. */
  entriesOf(list: readonly string[]): { values: string[] } | { formula1: string } {
    if (fitsInPlace(list)) return { values: [...list] };
    const text = JSON.stringify(list);
    let at = this.columns.findIndex((column) => JSON.stringify(column) === text);
    if (at < 0) at = this.columns.push(list) - 1;
    const letters = a1(0, at).replace(/\d+/, "");
    return { formula1: `'${this.tab.replace(/'/g, "''")}'!$${letters}$1:$${letters}$${list.length}` };
  }
}

export const validationOf = (v: Validation, lists: Lists) => ({
  type: "list" as const,
  ...lists.entriesOf(v.list),
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: v.allowInvalid ? ("warning" as const) : ("stop" as const),
  errorTitle: "Not in the list",
  errorMessage: `Please use one of: ${v.list.join(", ")}.`.slice(0, MAX_ERROR),
  ...(v.help ? { showInputMessage: true, inputMessage: v.help.slice(0, MAX_HELP) } : {}),
  range: rangesOf(v.areas),
});

interface FileValidation {
  type: string;
  values?: string[];
  formula1?: string;
  showErrorMessage?: boolean;
  errorStyle?: string;
  inputMessage?: string;
  range: string;
}

/**
 * Null for rules the model does not know. `listAt` gives the texts of a range such as `'Lists'!$A$1:$A$9`.
 */
export function validationFrom(
  v: FileValidation,
  grid: Grid,
  listAt: (reference: string) => string[] | null,
): Validation | null {
  const list = v.values ?? (v.formula1 ? listAt(v.formula1) : null);
  const areas = areasFrom(v.range, grid);
  if (v.type !== "list" || !list || areas.length === 0) return null;
  const refuses = v.showErrorMessage === true && (v.errorStyle ?? "stop") === "stop";
  return { areas, list, showDropdown: true, allowInvalid: !refuses, help: v.inputMessage ?? null };
}

/** Excel's limit for a text in a formula; a longer one stays in state.json. */
const MAX_TEXT = 255;

export function colourRuleOf(rule: ColourRule, index: number) {
  const [background, fontColor] = [rgb(rule.background), rgb(rule.fontColor)];
  if (rule.textEquals.length > MAX_TEXT) return [];
  return [
    {
      type: "cellIs" as const,
      operator: "equal" as const,
      formula: `"${rule.textEquals.replace(/"/g, '""')}"`,
      priority: index + 1,
      range: rangesOf(rule.areas),
      style: {
        ...(background
          ? {
              fill: {
                type: "pattern" as const,
                pattern: "solid" as const,
                bgColor: background,
                fgColor: background,
              },
            }
          : {}),
        font: {
          ...(fontColor ? { color: fontColor } : {}),
          ...(rule.bold === null ? {} : { bold: rule.bold }),
        },
      },
    },
  ];
}

interface FileRule {
  type: string;
  priority: number;
  operator?: string;
  formula?: string | string[];
  style?: FileStyle;
  range: string;
}

/** Null for rules the model does not know. */
export function colourRuleFrom(rule: FileRule, grid: Grid): ColourRule | null {
  const formula = Array.isArray(rule.formula) ? rule.formula[0] : rule.formula;
  const text = /^\s*"((?:[^"]|"")*)"\s*$/s.exec(formula ?? "")?.[1];
  const areas = areasFrom(rule.range, grid);
  if (rule.type !== "cellIs" || rule.operator !== "equal" || text === undefined || areas.length === 0)
    return null;
  return {
    areas,
    textEquals: text.replace(/""/g, '"'),
    background: colourFrom(rule.style?.fill?.bgColor) ?? colourFrom(rule.style?.fill?.fgColor),
    fontColor: colourFrom(rule.style?.font?.color),
    bold: rule.style?.font?.bold ?? null,
  };
}
