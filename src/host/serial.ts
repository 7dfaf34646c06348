/** Google keeps a date as a number: days since 30 December 1899, local; a date format makes it read as a Date. */
const EPOCH = Date.UTC(1899, 11, 30);
const MS_PER_DAY = 86_400_000;

/** Whether a number format shows dates or times: it has y, m, d, h or s outside quotes and brackets. */
export const isDateFormat = (format: string): boolean =>
  /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));

/** The serial number of a local date and time given by its parts (month from 1). */
export const serialOf = (year: number, month: number, day: number, ms = 0): number =>
  (Date.UTC(year, month - 1, day) + ms - EPOCH) / MS_PER_DAY;

/** The serial of a Date, by its local parts. */
export const serialOfDate = (d: Date): number => {
  const ms = ((d.getHours() * 60 + d.getMinutes()) * 60 + d.getSeconds()) * 1000 + d.getMilliseconds();
  return serialOf(d.getFullYear(), d.getMonth() + 1, d.getDate(), ms);
};

/** The Date, of the class given, whose local parts a serial stands for. */
export function dateOfSerial(serial: number, DateClass: DateConstructor): Date {
  const u = new Date(EPOCH + Math.round(serial * MS_PER_DAY));
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
