/** The hub as jobs see it: tables joined, references resolved to ids; and what its rows say at a glance. */
import type { Rhythm, SchoolWeek } from "./calendar";
import type { Day } from "../words/days";
import type { Mark } from "../words/grades";
import { derivedOverall } from "../words/grades";
import type { Area } from "../tables/areas";
import type { CalendarRow } from "../tables/calendar";
import type { Placement, Provider, Pupil, StaffMember } from "../tables/people";
import type { InRow } from "../tables/read";
import type { Reward } from "../tables/rewards";
import type { WeekRow } from "../tables/weeklyGrades";

/** All that jobs read about pupils and their weeks, checked and with references resolved to ids. */
export interface Hub {
  weeks: readonly SchoolWeek[];
  providers: readonly InRow<Provider>[];
  /** Providers' own, each with its provider's id. */
  holidays: readonly CalendarRow[];
  staff: readonly StaffMember[];
  /** By pupil id; a pupil without one belongs to the leads. */
  keyWorkers: ReadonlyMap<string, StaffMember>;
  pupils: ReadonlyMap<string, Pupil>;
  placements: readonly InRow<Placement>[];
  /** Placements that cannot be read but name a provider: that provider is told "1 pupil to follow". */
  unreadablePlacements: ReadonlyMap<string, number>;
  areas: readonly Area[];
  /** By `week|pupil`. */
  rows: ReadonlyMap<string, InRow<WeekRow>>;
  /** Each with the Monday of the week whose update reports it; null for none. */
  rewards: readonly (InRow<Reward> & { readonly toldIn: Day | null })[];
  /** `week|pupil` of all rows there are, also of those that cannot be used. */
  takenRows: ReadonlySet<string>;
  /**
   * `week|pupil|provider` of what was kept back for good; empty where the ledger was not asked
   * (`restriction.ts`).
   */
  withheld: ReadonlySet<string>;
}

/** Whether a placement touches an open day of the week. */
export const touches = (placement: Placement, week: SchoolWeek): boolean =>
  week.days.some(
    (day) => placement.firstDay <= day && (placement.lastDay === null || day <= placement.lastDay),
  );

export const lastDayIn = (placement: Placement, week: SchoolWeek): Day =>
  [...week.days].reverse().find((d) => placement.lastDay === null || d <= placement.lastDay) ?? week.week;

/**
 * Of placements of one pupil, the one that lasts longest; of those the first to begin. Undefined for none.
 */
export function lastingOf(placements: readonly Placement[]): Placement | undefined {
  const endOf = (p: Placement): Day => p.lastDay ?? "9999-12-31";
  const lasts = (a: Placement, b: Placement): boolean =>
    endOf(a) === endOf(b) ? a.firstDay <= b.firstDay : endOf(a) > endOf(b);
  return placements.find((p) => placements.every((other) => lasts(p, other)));
}

/** Pupils with a placement or a row in the week, at any provider. */
export function pupilsIn(week: SchoolWeek, hub: Hub): Pupil[] {
  const here = new Set(hub.placements.filter((p) => touches(p, week)).map((p) => p.pupil));
  return [...hub.pupils.values()].filter(({ id }) => here.has(id) || hub.takenRows.has(`${week.week}|${id}`));
}

/** Areas in use in a week: not yet retired. */
export const areasIn = (areas: readonly Area[], week: Day): Area[] =>
  areas.filter((area) => area.retiredFrom === null || week < area.retiredFrom);

export function overallOf(row: WeekRow, areas: readonly Area[]): { overall: Mark; derived: boolean } {
  if (row.overall !== null) return { overall: row.overall, derived: false };
  const overall = derivedOverall(areasIn(areas, row.week).map((area) => row.grades[area.id] ?? null));
  return { overall, derived: overall !== null };
}

export const rhythmOf = ({ id, cadence }: Provider, { holidays }: Hub): Rhythm => ({
  cadence,
  holidays: holidays.filter((holiday) => holiday.provider === id),
});
