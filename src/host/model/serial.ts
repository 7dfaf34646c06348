/**
 * Google keeps a date as a number: days since 30 December 1899, local; a date format makes it read as a Date.
 */
const EPOCH = Date.UTC(1899, 11, 30);
const MS_PER_DAY = 86_400_000;

/** Whether a number format shows dates or times: it has y, m, d, h or s outside quotes and brackets. */
export const isDateFormat = (format: string): boolean =>
  /[ymdhs]/i.test(format.replace(/"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\./gi, ""));

/** The serial number of a local date and time given by its parts (month from 1). */
export const serialOf = (year: number, month: number, day: number, ms = 0): number =>
  (Date.UTC(year, month - 1, day) + ms - EPOCH) / MS_PER_DAY;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const two = "2-digit";
    const parts = { day: two, month: two, hour: two, minute: two, second: two } as const;
    clock = new Intl.DateTimeFormat("en-GB", {
      ...parts,
      year: "numeric",
      hourCycle: "h23",
      calendar: "iso8601",
      timeZone,
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** What a clock in the zone shows at an instant, as if it were UTC: milliseconds. */
export function localTime(instant: number, timeZone: string): number {
  const part = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

/** Whether there is a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    return clockOf(name) !== undefined;
  } catch {
    return false; // Intl throws a RangeError for a zone it does not know; there is no other way to ask.
  }
}

let own = { env: "", zone: "" };

/** Whether this program's own local time is the zone's; asked for every cell, so remembered. */
function isOwnZone(timeZone: string): boolean {
  const env = process.env["TZ"] ?? "-";
  if (own.env !== env) own = { env, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return own.zone === timeZone;
}

/** The serial of a Date, by what a clock in the zone (this program's, unless given) shows then. */
export const serialOfDate = (d: Date, timeZone?: string): number => {
  if (timeZone !== undefined && !isOwnZone(timeZone))
    return (localTime(d.getTime(), timeZone) - EPOCH) / MS_PER_DAY;
  const ms = ((d.getHours() * 60 + d.getMinutes()) * 60 + d.getSeconds()) * 1000 + d.getMilliseconds();
  return serialOf(d.getFullYear(), d.getMonth() + 1, d.getDate(), ms);
};

/** The Date, of the class given, at which a clock in the zone shows what a serial means. */
export function dateOfSerial(serial: number, DateClass: DateConstructor, timeZone?: string): Date {
  const local = EPOCH + Math.round(serial * MS_PER_DAY);
  if (timeZone !== undefined && !isOwnZone(timeZone)) {
    const guess = local - (localTime(local, timeZone) - local);
    return new DateClass(guess - (localTime(guess, timeZone) - local));
  }
  const u = new Date(local);
  return new DateClass(
    u.getUTCFullYear(),
    u.getUTCMonth(),
    u.getUTCDate(),
    u.getUTCHours(),
    u.getUTCMinutes(),
    u.getUTCSeconds(),
    u.getUTCMilliseconds(),
  );
}
const two = (n: number): string => String(n).padStart(2, "0");

/** A serial in a date format, as it is displayed; the common patterns only. */
export function displayDate(serial: number, format: string): string {
  const u = new Date(EPOCH + Math.round(serial * MS_PER_DAY));
  let hours = false;
  return format.replace(/y+|d+|h+|s+|m+/gi, (part) => {
    const letter = part[0]?.toLowerCase();
    if (letter === "y") return part.length > 2 ? String(u.getUTCFullYear()) : two(u.getUTCFullYear() % 100);
    if (letter === "d") return part.length > 1 ? two(u.getUTCDate()) : String(u.getUTCDate());
    if (letter === "s") return two(u.getUTCSeconds());
    if (letter === "h") {
      hours = true;
      return two(u.getUTCHours());
    }
    const value = hours ? u.getUTCMinutes() : u.getUTCMonth() + 1;
    hours = false;
    return part.length > 1 ? two(value) : String(value);
  });
}
