/** Utilities.formatDate: Java's date patterns, the letters people use. */
import { Exception } from "../run/errors";
import { localTime } from "../model/serial";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

export function formatDate(date: Date, timeZone: string, pattern: string): string {
  // What a clock there shows, as if it were UTC.
  const shown = new Date(localTime(date.getTime(), timeZone));
  const offset = Math.round((shown.getTime() - date.getTime()) / 60_000);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (all: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replace(/''/g, "'");
    return part(all, shown, offset);
  });
}

function part(letters: string, shown: Date, offset: number): string {
  const size = letters.length;
  const pad = (n: number): string => String(n).padStart(size, "0");
  switch (letters[0]) {
    case "y":
      return size === 2 ? String(shown.getUTCFullYear()).slice(-2) : pad(shown.getUTCFullYear());
    case "M": {
      const name = MONTHS[shown.getUTCMonth()] ?? "";
      return size > 3 ? name : size === 3 ? name.slice(0, 3) : pad(shown.getUTCMonth() + 1);
    }
    case "E": {
      const name = DAYS[shown.getUTCDay()] ?? "";
      return size > 3 ? name : name.slice(0, 3);
    }
    case "d":
      return pad(shown.getUTCDate());
    case "u":
      return pad(shown.getUTCDay() || 7);
    case "H":
      return pad(shown.getUTCHours());
    case "h":
      return pad(shown.getUTCHours() % 12 || 12);
    case "m":
      return pad(shown.getUTCMinutes());
    case "s":
      return pad(shown.getUTCSeconds());
    case "S":
      return pad(shown.getUTCMilliseconds());
    case "a":
      return shown.getUTCHours() < 12 ? "AM" : "PM";
    case "Z":
    case "X":
      return offsetText(offset, letters);
    default:
      throw new Exception(`The local host has no date pattern ${letters}`);
  }
}

function offsetText(minutes: number, letters: string): string {
  if (letters.startsWith("X") && minutes === 0) return "Z";
  const two = (n: number): string => String(n).padStart(2, "0");
  const away = Math.abs(minutes);
  const colon = letters === "XXX" ? ":" : "";
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(away / 60))}${letters === "X" ? "" : colon + two(away % 60)}`;
}
