/**
 * Days and times as text: a day is `yyyy-mm-dd`, a moment `yyyy-mm-ddThh:mm[:ss]` in London. All arithmetic
 * is on days in UTC, so that no clock change can move one: a week after Sunday 18 October is Sunday 25
 * October.
 */
export type Day = string;
export type Moment = string;

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MS_PER_DAY = 86_400_000;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Whether a text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(utc(text)) && addDays(text, 0) === text;
}

/** The day that many days later: `2026-10-19`, 7 -> `2026-10-26`. */
export function addDays(day: Day, days: number): Day {
  return new Date(utc(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Days from the first to the second: `2026-11-16`, `2026-11-20` -> 4. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((utc(second) - utc(first)) / MS_PER_DAY);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(utc(day)).getUTCDay() + 6) % 7;
}

/** The Monday of the day's week, which is the week's name. */
export function weekOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

/** `2026-11-16` -> `16 November 2026`. */
export function longDay(day: Day): string {
  return `${shortDay(day)} ${day.slice(0, 4)}`;
}

/** `2026-11-16` -> `16 November`. */
export function shortDay(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}

/** `2026-11-17` -> `Tuesday 17 November`. */
export function dayWithWeekday(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]} ${shortDay(day)}`;
}

/** `2026-11-20 16:40` -> `16:40 on 20 November 2026`; what is not a moment stays as it is. */
export function momentInWords(moment: string): string {
  const [day = "", time = ""] = moment.split(/[ T]/);
  return isDay(day) && time !== "" ? `${time.slice(0, 5)} on ${longDay(day)}` : moment;
}

/** Days from `first` to `last`, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));
}

export const dayOf = (moment: Moment): Day => moment.slice(0, 10);

/** Minutes from the first moment to the second by the wall clock; a clock change counts for nothing. */
export function minutesBetween(first: Moment, second: Moment): number {
  const minutes = (moment: Moment): number =>
    utc(dayOf(moment)) / 60_000 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
  return minutes(second) - minutes(first);
}

/** A moment as people write it: `2026-11-20T16:40` -> `2026-11-20 16:40`, and back. */
export const spaced = (moment: Moment): string => moment.replace("T", " ");
export const momentIn = (text: string): Moment => text.replace(" ", "T");
