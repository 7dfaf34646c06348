/** Days and times as the page writes them; all of them London's. */

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** As if London's clock were UTC, which is all that arithmetic on days needs. */
const instantOf = (text: string): number => Date.parse(`${text.slice(0, 16)}Z`);

/** `2026-11-20T16:40:05` -> `Fri 20 Nov 2026, 16:40`. */
export function longTime(text: string): string {
  const at = new Date(instantOf(text));
  const day = `${DAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day}, ${text.slice(11, 16)}`;
}

/** An instant such as a message's date, in London. */
export const longInstant = (iso: string): string =>
  longTime(new Date(iso).toLocaleString("sv-SE", { timeZone: "Europe/London" }).replace(" ", "T"));

const DAY = 86_400_000;

/**
 * The next such weekday (0 is Sunday) at a time, after `now`: `2026-11-20T16:40`, 5, `16:40` ->
 * `2026-11-27T16:40`.
 */
export function nextTime(now: string, weekday: number, time: string): string {
  let at = Date.parse(`${now.slice(0, 10)}T${time}Z`);
  while (at <= instantOf(now) || new Date(at).getUTCDay() !== weekday) at += DAY;
  return new Date(at).toISOString().slice(0, 16);
}

/** The clock's time, `seconds` after the server told it. */
export const later = (text: string, seconds: number): string =>
  new Date(Date.parse(`${text.slice(0, 19)}Z`) + seconds * 1000).toISOString().slice(0, 19);
