/** A cell's value as the sheet shows it; the common number formats only. */
import type { Cell } from "../model/model";
import { displayDate, isDateFormat } from "../model/serial";

export function display(cell: Cell | undefined, format: string): string {
  if (!cell) return "";
  if (typeof cell.v === "boolean") return cell.v ? "TRUE" : "FALSE";
  if (typeof cell.v === "string") return cell.v;
  if (isDateFormat(format)) return displayDate(cell.v, format);
  return displayNumber(cell.v, format);
}

function displayNumber(value: number, format: string): string {
  const pattern = /([#0,]*0)(\.0+)?(%?)/.exec(format);
  // An automatic number shows at most ten significant digits.
  if (!pattern) return String(Number(value.toPrecision(10)));
  const [whole, digits = "", decimals = "", percent = ""] = pattern;
  const places = Math.max(0, decimals.length - 1);
  const text = numberFormat(places, (digits.match(/0/g) ?? []).length, digits.includes(",")).format(
    Math.abs(percent ? value * 100 : value),
  );
  const around = format.replace(/\[\$([^\]-]*)[^\]]*\]/g, "$1").replace(/"/g, "");
  return (value < 0 ? "-" : "") + around.replace(whole, text + percent);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once for each of the few there are: making one takes longer than showing a hundred numbers. */
function numberFormat(places: number, integers: number, isGrouped: boolean): Intl.NumberFormat {
  const key = `${places} ${integers} ${isGrouped}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      minimumIntegerDigits: integers,
      useGrouping: isGrouped,
    });
  formats.set(key, made);
  return made;
}
