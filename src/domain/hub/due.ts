/**
 * When the hourly sweep has something to do, from Calendar, Settings and Runs alone. Missed, late, doubled
 * and killed runs are all the same case: what has no row in Runs that says done is due, and is made when
 * somebody looks again.
 */
import type { Day, Moment } from "../words/days";
import { dayOf } from "../words/days";
import type { RunRow } from "../tables/ledger";
import type { Settings } from "../tables/settings";
import type { SchoolWeek } from "./calendar";
import { closingDayOf, weekAt } from "./calendar";

/** What is known when the sweep asks what is due. */
export interface Known {
  weeks: readonly SchoolWeek[];
  runs: readonly RunRow[];
  settings: Settings;
  now: Moment;
  /** Whether a report is approved and not sent yet. */
  isApproved: boolean;
}

/**
 * `for`: the day, or for the update the week, that it is for; or what was asked for. `week`: the last one
 * begun.
 */
export interface Occasion {
  for: string;
  week: SchoolWeek;
}

/** The occasions that are due of the happening with this name. */
export type Due = (known: Known, name: string) => Occasion[];

export interface Work<H> extends Occasion {
  happening: H;
}

/** All that is due, in the order of the happenings. */
export const dueWork = <H extends { name: string; due: Due }>(
  happenings: readonly H[],
  known: Known,
): Work<H>[] =>
  happenings.flatMap((happening) =>
    happening.due(known, happening.name).map((occasion) => ({ ...occasion, happening })),
  );

export const isDone = (runs: readonly RunRow[], name: string, key: string): boolean =>
  runs.some((row) => row.job === name && row.for === key && row.state === "done");

/** The newest week that has begun. */
export const lastBegun = ({ weeks, now }: Pick<Known, "weeks" | "now">): SchoolWeek | undefined =>
  weeks.filter(({ week }) => week <= now).pop();

export interface OpenDay extends Known {
  today: Day;
  /** `16:40`. */
  time: string;
  /** Whether the week closes today. */
  isLast: boolean;
}

/** Once on every open day, as soon as it is time. */
export const onOpenDays =
  (isTime: (day: OpenDay) => boolean): Due =>
  (known, name) => {
    const today = dayOf(known.now);
    const week = weekAt(known.weeks, today);
    if (!week?.days.includes(today) || isDone(known.runs, name, today)) return [];
    const day = { ...known, today, time: known.now.slice(11), isLast: closingDayOf(week) === today };
    return isTime(day) ? [{ for: today, week }] : [];
  };

/** What people asked for, and what a run before left, until it is done. */
export const whenAskedFor: Due = (known, name) => {
  const week = lastBegun(known);
  if (!week) return [];
  return known.runs.flatMap((row) =>
    row.job === name && row.state === "open" ? [{ for: row.for, week }] : [],
  );
};
