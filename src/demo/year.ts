/** The demo's Friday and a school year invented around it. */
import type { SchoolWeek } from "../domain/hub/calendar";
import { schoolWeeks } from "../domain/hub/calendar";
import type { Day, Moment } from "../domain/words/days";
import { addDays, dayOf, daysBetween, weekOf, weekdayOf } from "../domain/words/days";
import type { CalendarRow } from "../domain/tables/calendar";

/** What a pupil's weeks follow from; `at` is the Friday's place in `weeks`, never below 9. */
export interface DemoYear {
  seed: number;
  friday: Day;
  calendar: CalendarRow[];
  weeks: SchoolWeek[];
  at: number;
}

/** Each half-term's school weeks and the weeks of holiday after it. */
const HALF_TERMS = [
  ["Autumn 1", 8, 1],
  ["Autumn 2", 7, 2],
  ["Spring 1", 6, 1],
  ["Spring 2", 5, 2],
  ["Summer 1", 6, 1],
  ["Summer 2", 7, 0],
] as const;
const FIRST_WEEK = 10;

/**
 * Single days inside half-terms: half-term, week from 1, first and last weekday from 0, kind, name, provider.
 * Never a Friday after week 10.
 */
const SINGLE_DAYS = [
  [0, 5, 4, 4, "closure", "INSET day", ""],
  [1, 1, 0, 1, "provider holiday", "Extended half-term holiday", "P04"],
  [2, 1, 0, 0, "closure", "INSET day", ""],
  [2, 4, 0, 1, "closure", "Closed: no heating", ""],
  [4, 3, 0, 0, "closure", "Bank holiday", ""],
] as const;

/** The latest Friday whose 16:40 is not after the moment. */
export function demoFriday(now: Moment): Day {
  const today = dayOf(now);
  const friday = addDays(today, -((weekdayOf(today) + 3) % 7));
  return `${friday}T16:40` <= now ? friday : addDays(friday, -7);
}

/** How many weeks after the year's first Monday each half-term starts. */
const STARTS = HALF_TERMS.map((_, i) =>
  HALF_TERMS.slice(0, i).reduce((sum, [, weeks, holiday]) => sum + weeks + holiday, 0),
);
const OFFSETS = HALF_TERMS.flatMap(([, weeks], i) =>
  Array.from({ length: weeks }, (_, w) => (STARTS[i] ?? 0) + w),
);

/**
 * The Monday of the year's first week: that of 1 September where the Friday then lies in the tenth school
 * week or later, else moved by as few weeks as make it so. Worked example: Friday 2026-11-20 -> 2026-08-31.
 */
function firstMonday(friday: Day): Day {
  const calendarYear = Number(friday.slice(0, 4));
  const candidates = [calendarYear, calendarYear - 1].flatMap((year) => {
    const usual = weekOf(`${year}-09-01`);
    const passed = daysBetween(usual, weekOf(friday)) / 7;
    return OFFSETS.slice(FIRST_WEEK - 1).map((offset) => ({ usual, moved: passed - offset }));
  });
  const best = candidates.reduce((a, b) => (Math.abs(b.moved) < Math.abs(a.moved) ? b : a));
  return addDays(best.usual, best.moved * 7);
}

/** The Calendar's rows of the school year around the Friday. The year starts on a Tuesday. */
export function calendarAround(friday: Day): CalendarRow[] {
  const first = firstMonday(friday);
  const starts = Number(first.slice(0, 4));
  const year = `${starts}-${String(starts + 1).slice(2)}`;
  const dayIn = (halfTerm: number, week: number, weekday: number) =>
    addDays(first, ((STARTS[halfTerm] ?? 0) + week - 1) * 7 + weekday);
  const halfTerms = HALF_TERMS.map(([name, weeks], i): CalendarRow => ({
    year,
    kind: "half-term",
    name,
    firstDay: dayIn(i, 1, i === 0 ? 1 : 0),
    lastDay: dayIn(i, weeks, 4),
    provider: "",
  }));
  const single = SINGLE_DAYS.map(([halfTerm, week, from, to, kind, name, provider]): CalendarRow => ({
    year,
    kind,
    name,
    firstDay: dayIn(halfTerm, week, from),
    lastDay: dayIn(halfTerm, week, to),
    provider,
  }));
  return [...halfTerms, ...single];
}

export function demoYear(seed: number, now: Moment): DemoYear {
  const friday = demoFriday(now);
  const calendar = calendarAround(friday);
  const weeks = schoolWeeks(calendar);
  return { seed, friday, calendar, weeks, at: weeks.findIndex((w) => w.week === weekOf(friday)) };
}
