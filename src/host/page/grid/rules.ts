/** The workbook's drop-downs and colour rules as the grid's. */
import type { IRange } from "@univerjs/core";
import type { Area, ColourRule, Sheet, Validation } from "../../model/model";

export const rangeOf = (area: Area): IRange => ({
  startRow: area.row,
  endRow: area.lastRow,
  startColumn: area.column,
  endColumn: area.lastColumn,
});

const WARNING = 2;
const ARROW = 1;

/** The grid only warns, also where the host refuses: the host's own answer then says why. */
const dropDown = (v: Validation, uid: string) => ({
  uid,
  type: "list",
  ranges: v.areas.map(rangeOf),
  formula1: JSON.stringify(v.list),
  showDropDown: v.showDropdown,
  allowBlank: true,
  showErrorMessage: true,
  error: v.help ?? `Please use one of: ${v.list.join(", ")}.`,
  errorStyle: WARNING,
  renderMode: ARROW,
});

export const dropDowns = (sheet: Sheet) => sheet.validations.map((v, i) => dropDown(v, `${sheet.id}-${i}`));

/**
 * Google's rule ignores case, the grid's does not, so each spelling a person may type has a rule of its own.
 */
function colours(rule: ColourRule, id: string) {
  const { textEquals } = rule;
  const spellings = new Set([textEquals, textEquals.toLowerCase(), textEquals.toUpperCase()]);
  return [...spellings].map((value, i) => ({
    cfId: `${id}-${i}`,
    stopIfTrue: false,
    ranges: rule.areas.map(rangeOf),
    rule: {
      type: "highlightCell",
      subType: "text",
      operator: "equal",
      value,
      style: {
        ...(rule.background ? { bg: { rgb: rule.background } } : {}),
        ...(rule.fontColor ? { cl: { rgb: rule.fontColor } } : {}),
        ...(rule.bold ? { bl: 1 } : {}),
      },
    },
  }));
}

export const colourRules = (sheet: Sheet) =>
  sheet.colourRules.flatMap((rule, i) => colours(rule, `${sheet.id}-${i}`));

const NOTE_WIDTH = 240;
const LETTERS_A_LINE = 28;
const LINE = 20;

export function notes(sheet: Sheet) {
  const lines = Object.entries(sheet.notes).map(([row, line]) => {
    const cells = Object.entries(line).map(([col, note]) => {
      const height = 24 + Math.ceil(note.length / LETTERS_A_LINE) * LINE;
      const id = `${sheet.id}-${row}-${col}`;
      return [col, { id, row: Number(row), col: Number(col), width: NOTE_WIDTH, height, note, show: false }];
    });
    return [row, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(lines);
}
