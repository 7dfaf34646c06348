/**
 * From the sheet to the series: the overall and each area of one placement, over its weeks of one academic
 * year.
 */
import type { AreasWeek } from "./broadDip";
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { areasIn, overallOf, touches } from "../hub/hub";
import type { Day } from "../words/days";
import { statesAfter } from "./replay";
import type { Grade, Mark } from "../words/grades";
import type { Rule } from "../words/ruleNumbers";
import { RULE } from "../words/ruleNumbers";
import type { WeekStep } from "./weekKinds";
import { seriesWeekOf } from "./weekKinds";
import type { SeriesState } from "./seriesState";
import type { Area } from "../tables/areas";
import type { Placement } from "../tables/people";

/**
 * One week as the sheet has it; `derived`: nobody entered it, so it is worked out from the areas where they
 * suffice.
 */
export interface SheetWeek {
  readonly week: Day;
  readonly mark: Mark;
  readonly derived: boolean;
}

/** A week, or a plan closed with an agreed level before the next one. */
export type SeriesWeek = SheetWeek | { readonly agreed: Grade };

/** `states[i]` is what the rule makes of `entries[i]` and those before it. */
export interface Series {
  /** An area's id, or `overall`. */
  readonly id: string;
  readonly name: string;
  readonly entries: readonly SeriesWeek[];
  readonly states: readonly SeriesState[];
}

export const OVERALL = "overall";

/** A level agreed for one series when a plan was closed. */
export interface AgreedLevel {
  readonly series: string;
  readonly level: Grade;
  /**
   * The Monday of the first week it is valid for; before the placement's first week of the year it has
   * lapsed.
   */
  readonly from: Day;
}

type Sheet = Pick<Hub, "areas" | "rows">;

/**
 * The overall's series and then each area's, judged. `weeks` are closed school weeks, oldest first; only
 * those of the newest one's academic year that touch the placement are used. A week without a usable row is
 * ungraded, an area without a mark (it may be new) too; weeks in which an area is retired are not in its
 * series.
 */
export function seriesOf(
  placement: Placement,
  weeks: readonly SchoolWeek[],
  sheet: Sheet,
  agreed: readonly AgreedLevel[] = [],
  rule: Rule = RULE,
): Series[] {
  const year = weeks[weeks.length - 1]?.year;
  const own = weeks
    .filter((week) => week.year === year && touches(placement, week))
    .map(({ week }) => ({ week, row: sheet.rows.get(`${week}|${placement.pupil}`) }));
  const overall = own.map(({ week, row }): SheetWeek => {
    const mark = row ? overallOf(row, sheet.areas).overall : null;
    return { week, mark, derived: row?.overall === null };
  });
  const ofArea = (area: Area): SheetWeek[] =>
    own
      .filter(({ week }) => areasIn([area], week).length > 0)
      .map(({ week, row }) => ({ week, mark: row?.grades[area.id] ?? null, derived: false }));
  const withAgreed = (id: string, name: string, sheetWeeks: readonly SheetWeek[]): Series => {
    const levels = agreed.filter(({ series }) => series === id);
    return judged(id, name, withLevels(sheetWeeks, levels), rule);
  };
  return [
    withAgreed(OVERALL, "Overall", overall),
    ...sheet.areas.map((area) => withAgreed(area.id, area.name, ofArea(area))),
  ].filter(({ entries }) => entries.length > 0);
}

/** A series with what the rule makes of it. */
export const judged = (
  id: string,
  name: string,
  entries: readonly SeriesWeek[],
  rule: Rule = RULE,
): Series => ({
  id,
  name,
  entries,
  states: statesAfter(entries.map(stepOf), rule),
});

const stepOf = (entry: SeriesWeek): WeekStep => ("week" in entry ? seriesWeekOf(entry.mark) : entry);

/** Each level before the first week it is valid for; after the last week where that one is yet to come. */
function withLevels(weeks: readonly SheetWeek[], levels: readonly AgreedLevel[]): SeriesWeek[] {
  const first = weeks[0]?.week;
  if (first === undefined) return [];
  const waiting = levels
    .filter(({ from }) => from >= first)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const due = (week: Day): SeriesWeek[] => {
    const next = waiting.findIndex(({ from }) => from > week);
    return waiting.splice(0, next < 0 ? waiting.length : next).map(({ level }) => ({ agreed: level }));
  };
  return [...weeks.flatMap((week) => [...due(week.week), week]), ...due("9999-12-31")];
}

/**
 * The areas' states week by week, oldest first, in which broad dips are looked for; the overall is not an
 * area.
 */
export function areasByWeek(series: readonly Series[]): { week: Day; areas: AreasWeek }[] {
  const byWeek = new Map<Day, Record<string, SeriesState>>();
  for (const { id, entries, states } of series)
    entries.forEach((entry, i) => {
      const state = states[i];
      if (id === OVERALL || !("week" in entry) || !state) return;
      byWeek.set(entry.week, { ...byWeek.get(entry.week), [id]: state });
    });
  return [...byWeek].sort(([a], [b]) => (a < b ? -1 : 1)).map(([week, areas]) => ({ week, areas }));
}
