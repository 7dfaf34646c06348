/** What is written into a cell is parsed as if a person had typed it, in the workbook's locale. */
import type { Cell } from "../model/model";
import { serialOf } from "../model/serial";

export interface Parsed {
  cell: Cell | null;
  /** The number format the entry brings to a cell whose format is automatic. */
  format?: string;
}

/**
 * Where a cell is typed into: its number format (`@` keeps all text but formulas) and what decides how dates
 * read.
 */
export interface Place {
  format: string;
  locale: string;
  /** The year of a date typed without one. */
  year: number;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MS_PER_DAY = 86_400_000;

/** Spaces and control or format characters, which Google skips before it looks for a formula. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}]*/u;

export function parse(typed: string, place: Place): Parsed {
  if (typed === "") return { cell: null };
  if (typed.startsWith("'")) return { cell: typed.length > 1 ? { v: typed.slice(1) } : null };
  const seen = typed.replace(UNSEEN, "");
  if (/^[=+]./s.test(seen) && (seen.startsWith("=") || place.format !== "@"))
    return { cell: { v: "#ERROR!", f: seen.replace(/^\+/, "=+") } };
  if (place.format === "@") return { cell: { v: typed } };
  const text = typed.trim();
  return number(text) ?? moment(text, place) ?? { cell: { v: typed } };
}

const CURRENCY: Record<string, string> = { "£": "[$£]#,##0.00", $: "[$$]#,##0.00", "€": "[$€]#,##0.00" };

/** `01234`, `22 34`, `1,234.5`, `5%`, `-£5`, `(5)`, `1e5`, `TRUE`. */
function number(text: string): Parsed | null {
  if (/^true$|^false$/i.test(text)) return { cell: { v: text.toLowerCase() === "true" } };
  const bracketed = /^\((.*)\)$/.exec(text);
  const match = /^(-?)([£$€]?)(-?)((?:\d{1,3}(?:,\d{3})+|\d+(?: \d+)*)?(?:\.\d*)?)(e[-+]?\d+)?(%?)$/i.exec(
    bracketed?.[1] ?? text,
  );
  if (!match || !/\d/.test(match[4] ?? "")) return null;
  const [, minus = "", currency = "", minusToo = "", digits = "", exponent = "", percent] = match;
  if ((minus && minusToo) || (bracketed && (minus || minusToo)) || (percent && currency)) return null;
  const sign = minus || minusToo || bracketed ? -1 : 1;
  const value = (sign * Number(digits.replace(/[, ]/g, "") + exponent)) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  const format = percent ? (digits.includes(".") ? "0.00%" : "0%") : CURRENCY[currency];
  return { cell: { v: value }, ...(format ? { format } : {}) };
}

const TIME = /(?:^|[ T])(\d{1,3}):(\d\d)(?::(\d\d))?(?: ?([ap])m)?$/i;

/**
 * Milliseconds of a time of day, of a length of time (25:00) where `long` is allowed; null where it is none.
 */
function timeOf(match: RegExpExecArray, long: boolean): number | null {
  const [, h = "", m = "", s = "0", half] = match;
  const [hours, minutes, seconds] = [Number(h), Number(m), Number(s)];
  if (minutes > 59 || seconds > 59 || (half && (hours < 1 || hours > 12))) return null;
  if (hours > 23 && !long) return null;
  const shifted = half ? (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0) : hours;
  return ((shifted * 60 + minutes) * 60 + seconds) * 1000;
}

/** Dates and times: `1/2` is 1 February in Britain and 2 January in America. */
function moment(text: string, place: Place): Parsed | null {
  const time = TIME.exec(text);
  const date = text.slice(0, time ? time.index : undefined).trim();
  const ms = time ? timeOf(time, date === "") : 0;
  if (ms === null) return null;
  if (date === "")
    return time ? { cell: { v: ms / MS_PER_DAY }, format: ms < MS_PER_DAY ? "h:mm:ss" : "[h]:mm:ss" } : null;
  const parts = dateParts(date, place);
  if (!parts) return null;
  const check = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  if (check.getUTCMonth() !== parts[1] - 1 || check.getUTCDate() !== parts[2]) return null;
  const day = place.locale === "en_US" ? "m/d/yyyy" : "dd/mm/yyyy";
  return { cell: { v: serialOf(...parts, ms) }, format: time ? `${day} hh:mm:ss` : day };
}

type Day = [year: number, month: number, day: number];

function dateParts(text: string, place: Place): Day | null {
  const year = (s: string | undefined): number => {
    if (s === undefined) return place.year;
    if (s.length !== 2) return Number(s);
    return Number(s) + (Number(s) < 30 ? 2000 : 1900);
  };
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[3]), Number(iso[4])];
  const plain = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (plain) {
    const [a, b] = [Number(plain[1]), Number(plain[3])];
    return place.locale === "en_US" ? [year(plain[4]), a, b] : [year(plain[4]), b, a];
  }
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthYear) return [Number(monthYear[2]), Number(monthYear[1]), 1];
  return namedDate(text, year);
}

/** `16 Nov 2026`, `16-Nov`, `Nov 16, 2026`, `November 2026`. */
function namedDate(text: string, year: (s: string | undefined) => number): Day | null {
  const monthOf = (name = ""): number => {
    const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
    return at >= 0 && LONG_MONTHS.test(name) ? at + 1 : 0;
  };
  const dayFirst = /^(\d{1,2})([-/ ])([a-z]+)\.?(?:\2(\d{2}|\d{4}))?$/i.exec(text);
  if (dayFirst && monthOf(dayFirst[3])) return [year(dayFirst[4]), monthOf(dayFirst[3]), Number(dayFirst[1])];
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text);
  if (monthFirst && monthOf(monthFirst[1]))
    return [year(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2])];
  const month = /^([a-z]+)[- ](\d{4})$/i.exec(text);
  return month && monthOf(month[1]) ? [Number(month[2]), monthOf(month[1]), 1] : null;
}

const LONG_MONTHS =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;
