/** A1 notation, both ways. */
import type { Area } from "./model";

/** `a1(0, 26)` -> `AA1`. */
export function a1(row: number, column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/**
 * Rows from the first column to the last, or columns from the first row to the last: Google writes no corners
 * then.
 */
export type Whole = "rows" | "columns" | null;

/** As a person selects them, by a row's number or a column's letter. */
export function wholeOf(area: Area, { rows, columns }: { rows: number; columns: number }): Whole {
  if (area.column === 0 && area.lastColumn === columns - 1) return "rows";
  return area.row === 0 && area.lastRow === rows - 1 ? "columns" : null;
}

/** `B2:C5`, `B2`, `5:7` or `B:D`. */
export function a1Of(area: Area, whole: Whole = null): string {
  if (whole === "rows") return `${area.row + 1}:${area.lastRow + 1}`;
  const [first, last] = [a1(area.row, area.column), a1(area.lastRow, area.lastColumn)];
  if (whole === "columns") return `${lettersIn(first)}:${lettersIn(last)}`;
  return first === last ? first : `${first}:${last}`;
}

const lettersIn = (notation: string): string => notation.replace(/\d+/, "");

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Corners from 0; null is an end that is left open. */
interface Corner {
  row: number | null;
  column: number | null;
}

export interface Parsed {
  /** The tab's name; null where none is given. */
  sheet: string | null;
  whole: Whole;
  /** Open ends reach those of a sheet of that size; corners may come in any order. */
  area: (rows: number, columns: number) => Area;
}

/** `'My tab'!B2:C`, `$c$2:e5`, `5:7` or `R2C3`; null where it is no notation. */
export function parseA1(text: string): Parsed | null {
  const [, quoted, plain, cells = ""] = /^(?:(?:'((?:[^']|'')+)'|([^'!]*))!)?([^!]*)$/.exec(text) ?? [];
  const corners = cornersIn(cells.replace(/\$/g, ""));
  if (!corners) return null;
  const [from, to] = corners;
  const isOpen = (side: keyof Corner): boolean => from[side] === null && to[side] === null;
  return {
    sheet: (quoted?.replace(/''/g, "'") ?? plain) || null,
    whole: isOpen("column") ? "rows" : isOpen("row") ? "columns" : null,
    area(rows, columns) {
      const [r1, r2] = [from.row ?? 0, to.row ?? rows - 1];
      const [c1, c2] = [from.column ?? 0, to.column ?? columns - 1];
      return {
        row: Math.min(r1, r2),
        column: Math.min(c1, c2),
        lastRow: Math.max(r1, r2),
        lastColumn: Math.max(c1, c2),
      };
    },
  };
}

function cornersIn(cells: string): [Corner, Corner] | null {
  const [first = "", last = first, ...more] = cells.split(":");
  const [from, to] = [cornerIn(first), cornerIn(last)];
  if (!from || !to || more.length > 0) return null;
  // One cell needs both; of two corners each needs one.
  const isSingle = !cells.includes(":");
  return isSingle && (from.row === null || from.column === null) ? null : [from, to];
}

function cornerIn(text: string): Corner | null {
  const numbers = /^R(\d+)C(\d+)$/i.exec(text);
  if (numbers) return { row: Number(numbers[1]) - 1, column: Number(numbers[2]) - 1 };
  const [, letters = "", digits = ""] = /^([A-Z]{0,3})(\d*)$/i.exec(text) ?? [];
  if (!letters && !digits) return null;
  return { row: digits ? Number(digits) - 1 : null, column: letters ? columnOf(letters) : null };
}
