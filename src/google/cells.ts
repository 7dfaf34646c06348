/**
 * What goes into a cell and what comes out: the one place where dates and Google's parsing are dealt with.
 */
import { isFormulaLike } from "../domain/words/formulaLike";
import type { CellValue } from "../domain/tables/table";

const two = (n: number): string => String(n).padStart(2, "0");

/**
 * A date cell as text: `2026-11-16`, with its time where it has one, the time alone where Google keeps no day
 * (it then says 30 December 1899). Local getters are London's, because appsscript.json sets the script's time
 * zone.
 */
export function dateText(date: Date): string {
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (date.getFullYear() < 1900) return time;
  return time === "00:00" ? day : `${day} ${time}`;
}

/** Duck-typed, because a date may come from outside this script's own global scope. */
const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === "[object Date]";

/** A value as Google gives it, as the domain takes it. */
export const read = (value: unknown): CellValue => {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return isDate(value) ? dateText(value) : String(value ?? "");
};

/**
 * A value that stays what it is: text that Google would take for a formula gets an apostrophe, which is not
 * read back.
 */
export const typed = (value: CellValue): CellValue =>
  typeof value === "string" && isFormulaLike(value) ? `'${value}` : value;

/** What Google would take for a number, a date, a time or yes and no in a cell that is not set to text. */
const PARSED = /^[\s\p{Cf}]*[-\d.,:£$€¥(%]|^(?:true|false)$|^\p{L}{3,9}\.? ?\d/iu;

/**
 * The same for a cell whose format nobody has set yet: a text that Google would take for something else stays
 * a text.
 */
export const typedAsText = (value: CellValue): CellValue =>
  typeof value === "string" && PARSED.test(value) ? `'${value}` : typed(value);
