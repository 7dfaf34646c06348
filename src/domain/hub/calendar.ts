/**
 * School weeks from the Calendar's rows: which days are open, when a week closes, which update is due when.
 */
import type { Day, Moment } from "../words/days";
import { addDays, daysFrom, longDay, weekOf, weekdayOf } from "../words/days";
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { CalendarRow } from "../tables/calendar";
import type { InRow } from "../tables/read";

/** One school week: named by its Monday, with its open days in order (at least one). */
export interface SchoolWeek {
  week: Day;
  days: readonly Day[];
  halfTerm: string;
  year: string;
  /** 1 for the first school week of its half-term. */
  number: number;
  lastOfHalfTerm: boolean;
}

const within = (day: Day, rows: readonly CalendarRow[]) =>
  rows.find((r) => r.firstDay <= day && day <= r.lastDay);

/**
 * All school weeks, oldest first. A half-term may start in mid-week; two half-terms that meet in one week
 * share it, and the week counts to the later one.
 */
export function schoolWeeks(rows: readonly CalendarRow[]): SchoolWeek[] {
  const closures = rows.filter((r) => r.kind === "closure");
  const weeks = new Map<Day, SchoolWeek>();
  const halfTerms = rows
    .filter((r) => r.kind === "half-term")
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  for (const { firstDay, lastDay, name, year } of halfTerms) {
    const open = daysFrom(firstDay, lastDay).filter((day) => weekdayOf(day) < 5 && !within(day, closures));
    const byWeek = new Map<Day, Day[]>();
    for (const day of open) {
      const week = weekOf(day);
      byWeek.set(week, [...(byWeek.get(week) ?? []), day]);
    }
    [...byWeek].forEach(([week, days], i) => {
      weeks.set(week, {
        week,
        days: [...(weeks.get(week)?.days ?? []), ...days],
        halfTerm: name,
        year,
        number: i + 1,
        lastOfHalfTerm: i === byWeek.size - 1,
      });
    });
  }
  return [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
}

/** When the week closes: its last open day at the closing time. */
export const closingOf = (week: SchoolWeek, closingTime: string): Moment =>
  `${closingDayOf(week)}T${closingTime}`;

/**
 * What makes a calendar unusable: nothing in it, a half-term that ends before it starts, two that overlap.
 */
export function calendarProblems(rows: readonly InRow<CalendarRow>[]): Problem[] {
  const halfTerms = rows
    .filter((r) => r.kind === "half-term")
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const found = rows
    .filter((r) => r.lastDay < r.firstDay)
    .map((r) =>
      problem(
        "Calendar",
        r.row,
        "Last day",
        `${r.name} ends before it starts.`,
        "Correct one of the two days.",
      ),
    );
  if (halfTerms.length === 0)
    found.push(
      problem(
        "Calendar",
        null,
        "",
        "The Calendar has no half-term.",
        "Enter the half-terms with their first and last days.",
      ),
    );
  halfTerms.forEach((r, i) => {
    const before = halfTerms[i - 1];
    if (before && r.firstDay <= before.lastDay)
      found.push(
        problem(
          "Calendar",
          r.row,
          "First day",
          `${r.name} starts on ${longDay(r.firstDay)}, before ${before.name} has ended.`,
          "Correct the days so that half-terms do not overlap.",
        ),
      );
  });
  return found;
}

export type Cadence = "weekly" | "fortnightly" | "none";

/** A provider as far as it decides when an update is due. */
export interface Rhythm {
  cadence: Cadence;
  /** Its own holidays, during which an update waits for the next one. */
  holidays: readonly CalendarRow[];
}

export const closingDayOf = (week: SchoolWeek): Day => week.days[week.days.length - 1] ?? week.week;

/**
 * Whether a provider gets an update at the end of this week. Fortnightly means the 2nd, 4th … week of each
 * half-term and its last; one that would go on a day of the provider's own holiday joins the next.
 */
export function isDue(week: SchoolWeek, { cadence, holidays }: Rhythm): boolean {
  if (within(closingDayOf(week), holidays)) return false;
  if (cadence === "fortnightly") return week.number % 2 === 0 || week.lastOfHalfTerm;
  return cadence === "weekly";
}

/** An update covers at most this many weeks: a fortnight, and another that a holiday held back. */
const MOST_WEEKS = 4;

/**
 * The weeks an update at the end of `week` covers, oldest first: those before it that the provider was not
 * told about, back to the last that it was. Worked example, fortnightly: at the end of the 4th week, the 3rd
 * and the 4th.
 */
export function weeksOfUpdate(
  weeks: readonly SchoolWeek[],
  week: SchoolWeek,
  isUntold: (earlier: SchoolWeek) => boolean,
): SchoolWeek[] {
  const upTo = weeks.filter((w) => w.week <= week.week);
  let first = upTo.length - 1;
  for (let earlier = upTo[first - 1]; earlier && isUntold(earlier); earlier = upTo[first - 1]) {
    if (upTo.length - first === MOST_WEEKS) break;
    first -= 1;
  }
  return upTo.slice(Math.max(0, first));
}

/** The day the provider's next update is due after this week, or null where the calendar ends. */
export function nextDueDay(weeks: readonly SchoolWeek[], week: SchoolWeek, rhythm: Rhythm): Day | null {
  const next = weeks.find((w) => w.week > week.week && isDue(w, rhythm));
  return next ? closingDayOf(next) : null;
}

/** The weeks whose closing time has come, oldest first. */
export const closedWeeks = (weeks: readonly SchoolWeek[], closingTime: string, now: Moment): SchoolWeek[] =>
  weeks.filter((week) => closingOf(week, closingTime) <= now);

/** The school week that a day is in, open or not. */
export const weekAt = (weeks: readonly SchoolWeek[], day: Day): SchoolWeek | undefined =>
  weeks.find((w) => w.week === weekOf(day));

/** An update this old waits for a person: more than six days since its newest week closed. */
export const isTooOld = (week: SchoolWeek, closingTime: string, now: Moment): boolean => {
  const closing = closingOf(week, closingTime);
  return now > addDays(closing.slice(0, 10), 6) + closing.slice(10);
};
