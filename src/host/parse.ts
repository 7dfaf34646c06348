/** What is written into a cell is parsed as if a person had typed it, in the workbook's locale. */
import type { Cell } from "./model";
import { serialOf } from "./serial";

export interface Parsed {
  cell: Cell | null;
  /** The number format the entry brings to a cell whose format is automatic. */
  format?: string;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `format` is the cell's own number format: `@` keeps all text but formulas. */
export function parse(typed: string, format: string, locale: string): Parsed {
  if (typed === "") return { cell: null };
  if (typed.startsWith("'")) return { cell: typed.length > 1 ? { v: typed.slice(1) } : null };
  if (/^[=+]./.test(typed) && (typed.startsWith("=") || format !== "@"))
    return { cell: { v: "#ERROR!", f: typed.replace(/^\+/, "=+") } };
  if (format === "@") return { cell: { v: typed } };
  return number(typed.trim()) ?? moment(typed.trim(), locale) ?? { cell: { v: typed } };
}

function number(text: string): Parsed | null {
  if (/^true$|^false$/i.test(text)) return { cell: { v: text.toLowerCase() === "true" } };
  const match = /^([-+]?)(£?)((?:\d{1,3}(?:,\d{3})+|\d+(?: \d+)*)?(?:\.\d+)?)(e[-+]?\d+)?(%?)$/i.exec(text);
  if (!match || !/\d/.test(match[3] ?? "")) return null;
  const [, sign = "", pound, digits = "", exponent = "", percent] = match;
  const value = Number(`${sign}${digits.replace(/[, ]/g, "")}${exponent}`) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  const format = percent ? "0%" : pound ? "[$£]#,##0.00" : undefined;
  return { cell: { v: value }, ...(format ? { format } : {}) };
}

const TIME = /(?:^|[ T])(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/** Dates and times: `1/2` is 1 February in Britain and 2 January in America. */
function moment(text: string, locale: string): Parsed | null {
  const time = TIME.exec(text);
  const ms = time ? ((Number(time[1]) * 60 + Number(time[2])) * 60 + Number(time[3] ?? 0)) * 1000 : 0;
  if (time && (Number(time[1]) > 23 || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59)) return null;
  const date = text.slice(0, time ? time.index : undefined).trim();
  if (date === "") return time ? { cell: { v: ms / 86_400_000 }, format: "h:mm:ss" } : null;
  const parts = dateParts(date, locale);
  if (!parts) return null;
  const check = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  if (check.getUTCMonth() !== parts[1] - 1 || check.getUTCDate() !== parts[2]) return null;
  return { cell: { v: serialOf(...parts, ms) }, format: time ? "dd/mm/yyyy hh:mm:ss" : "dd/mm/yyyy" };
}

function dateParts(text: string, locale: string): [year: number, month: number, day: number] | null {
  const thisYear = new Date().getFullYear();
  const year = (s: string | undefined): number =>
    s === undefined ? thisYear : s.length === 2 ? 2000 + Number(s) : Number(s);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const plain = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?$/.exec(text);
  if (plain) {
    const [a, b] = [Number(plain[1]), Number(plain[2])];
    return locale === "en_US" ? [year(plain[3]), a, b] : [year(plain[3]), b, a];
  }
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*\.?(?:[- ](\d{2}|\d{4}))?$/i.exec(text);
  const month = named ? MONTHS.indexOf((named[2] ?? "").toLowerCase()) : -1;
  return named && month >= 0 ? [year(named[3]), month + 1, Number(named[1])] : null;
}
