/** Texts, names and dates as an .xlsx file can hold them. */
import type { Cell, Sheet } from "../model/model";
import { a1 } from "../model/a1";

const MAX_TEXT = 32_767;
/** Half of a character, and the two code points that no XML holds. */
const UNHOLDABLE = /\p{Surrogate}|[\uFFFE\uFFFF]/u;

/** Refuses, before anything is written, what would come back otherwise than it was. */
export function checkHoldable(sheet: Sheet): void {
  for (const [row, line] of Object.entries(sheet.cells))
    for (const [column, { v, f }] of Object.entries(line)) {
      const where = `${sheet.name}, cell ${a1(Number(row), Number(column))}`;
      if (typeof v === "number" && !Number.isFinite(v))
        throw new Error(`${where}, contains an invalid number. Enter it again.`);
      const text = `${v}${f ?? ""}`;
      if (text.length > MAX_TEXT)
        throw new Error(
          `${where}, has ${text.length} characters. An .xlsx file can have at most ${MAX_TEXT} in a cell. Shorten the text.`,
        );
      if (UNHOLDABLE.test(text))
        throw new Error(
          `${where}, contains a broken character that an .xlsx file cannot store. Enter the text again.`,
        );
    }
}

const ERROR_TEXT = /^#(?=[A-Z/0]+[!?]?(?:[A-Z]+[!?]?)?$)/;

/**
 * Text that would be read as one of the format's own escapes is escaped itself, and so is the # of a text
 * that looks like an error value, so that both come back as the texts they were. `#N/A` -> `_x0023_N/A`
 */
export const escaped = (text: string): string =>
  text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replace(ERROR_TEXT, "_x0023_");

const MAX_NAME = 31;

/**
 * Names for the tabs that Excel accepts: at most 31 characters, without []:*?/\ and all different whatever
 * the case.
 */
export function fileNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return names.map((name) => {
    const allowed = name.replace(/[[\]:*?/\\]|^'|'$/g, "_").replace(/^history$/i, "History_") || "_";
    let result = allowed.slice(0, MAX_NAME);
    for (let n = 2; used.has(result.toLowerCase()); n += 1)
      result = `${allowed.slice(0, MAX_NAME - String(n).length - 1)}~${n}`;
    used.add(result.toLowerCase());
    return result;
  });
}

const MS_PER_DAY = 86_400_000;
/** .xlsx knows a 29 February 1900, so its days before 1 March 1900 count from one day later than Google's. */
const MARCH_1900 = Date.UTC(1900, 2, 1);

/**
 * A value as the model holds it, null for none; a date, which the file's reader makes of a serial, becomes
 * one again.
 */
export function valueFrom(value: unknown): Cell["v"] | null {
  if (value instanceof Date) {
    const ms = value.getTime();
    return (ms - Date.UTC(1899, 11, ms < MARCH_1900 ? 31 : 30)) / MS_PER_DAY;
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value === "" ? null : value;
  return null;
}
