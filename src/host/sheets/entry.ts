/** Values that a script writes or a person types, as the cells they make, or Google's refusal of them. */
import { a1 } from "../model/a1";
import { Exception } from "../run/errors";
import { formatAt, styleOperations, validationAt } from "../model/grid";
import type { Cell, Operation, Sheet } from "../model/model";
import type { Parsed, Place } from "./parse";
import { parse } from "./parse";
import { serialOfDate } from "../model/serial";

const MAX_CHARACTERS = 50_000;

/** Duck-typed: a date may come from the bundle's world or from this one. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === "[object Date]";

export interface Where {
  sheet: Sheet;
  /** The top left cell, from 0. */
  row: number;
  column: number;
  locale: string;
  timeZone: string;
  /** The year of a date typed without one. */
  year: number;
}

/**
 * A block of values as operations: all cells as one, then the formats that entries bring. Everything is
 * parsed and checked first, so that a refusal leaves nothing half done.
 */
export function entering(values: readonly (readonly unknown[])[], where: Where): Operation[] {
  const { sheet, row, column, timeZone } = where;
  const parsed = values.map((line, i) =>
    line.map((value, j) => {
      const format = formatAt(sheet, row + i, column + j);
      const made = entry(value, { ...where, format }, timeZone);
      checkEntry(sheet, made.cell, row + i, column + j);
      return format === "" ? made : { cell: made.cell };
    }),
  );
  const formats = parsed.map((line) =>
    line.map((made) => (made.format === undefined ? null : { numberFormat: made.format })),
  );
  const cells = parsed.map((line) => line.map((made) => made.cell));
  return [{ op: "cells", sheet: sheet.id, row, column, cells }, ...styleOperations(sheet.id, where, formats)];
}

export function entry(value: unknown, place: Place, timeZone: string): Parsed {
  if (value === null || value === undefined || value === "") return { cell: null };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { cell: { v: "#NUM!" } };
    return { cell: { v: place.format === "@" ? String(value) : value } };
  }
  if (typeof value === "boolean")
    return { cell: { v: place.format === "@" ? String(value).toUpperCase() : value } };
  if (isDate(value)) return dateEntry(value, place, timeZone);
  if (typeof value === "string") return parse(value, place);
  // Google writes a Java object's text here, which nobody wants; the host says so instead.
  throw new Exception("The local host writes no lists, objects or functions into a cell.");
}

function dateEntry(value: Date, place: Place, timeZone: string): Parsed {
  if (Number.isNaN(value.getTime())) return { cell: { v: "#NUM!" } };
  const serial = serialOfDate(value, timeZone);
  const day = place.locale === "en_US" ? "m/d/yyyy" : "dd/mm/yyyy";
  return { cell: { v: serial }, format: Number.isInteger(serial) ? day : `${day} hh:mm:ss` };
}

/** Half of a character, and the two code points that no XML holds. */
const NO_CHARACTER = /[\p{Surrogate}\uFFFE\uFFFF]/u;

/** Refuses what is too long or no text that a file can keep, and what a rejecting drop-down does not list. */
export function checkEntry(sheet: Sheet, cell: Cell | null, row: number, column: number): void {
  if (cell === null) return;
  if (String(cell.f ?? cell.v).length > MAX_CHARACTERS)
    throw new Exception("Your input contains more than the maximum of 50000 characters in a single cell.");
  // Google is sent texts as UTF-8, which has no half characters.
  if (NO_CHARACTER.test(String(cell.f ?? cell.v)))
    throw new Exception("Your input contains a broken character. Enter the text again.");
  const rule = validationAt(sheet, row, column);
  if (!rule || rule.allowInvalid) return;
  const text = typeof cell.v === "boolean" ? String(cell.v).toUpperCase() : String(cell.v);
  if (!rule.list.includes(text))
    throw new Exception(
      `The data you entered in cell ${a1(row, column)} violates the data validation rules set on this cell. Please enter one of the following values: ${rule.list.join(", ")}.`,
    );
}
