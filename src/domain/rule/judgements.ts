/** The rule over a whole hub: every placement's series, and the episodes in them. */
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import type { Day } from "../words/days";
import { weekOf } from "../words/days";
import type { Episode, EventKind } from "./episode";
import type { Grade } from "../words/grades";
import { GRADES } from "../words/grades";
import type { AgreedLevel, Series } from "./placementSeries";
import { OVERALL, seriesOf } from "./placementSeries";
import type { Rule } from "../words/ruleNumbers";
import type { Area } from "../tables/areas";
import type { Placement } from "../tables/people";
import type { ActionPlan } from "../tables/plans";
import type { Settings } from "../tables/settings";

/** One placement of the running academic year, judged. */
export interface Judgement {
  placement: Placement;
  series: Series[];
}

/** `closed`: the weeks that have closed, oldest first; only those are judged. */
export const judgementsOf = (
  hub: Hub,
  closed: readonly SchoolWeek[],
  plans: readonly ActionPlan[],
  rule: Rule,
): Judgement[] =>
  hub.placements
    .map((placement) => ({
      placement,
      series: seriesOf(placement, closed, hub, agreedFor(placement.id, plans), rule),
    }))
    .filter(({ series }) => series.length > 0);

/** `L031 overall A; L031 A01 G` in a closed plan: the levels agreed for this placement. */
function agreedFor(placement: string, plans: readonly ActionPlan[]): AgreedLevel[] {
  return plans.flatMap(({ agreed, agreedFrom }) =>
    agreed.split(";").flatMap((text): AgreedLevel[] => {
      const [id, series = "", level] = text.trim().split(/\s+/);
      const grade = GRADES.find((g) => g === level);
      return id === placement && grade && agreedFrom
        ? [{ series, level: grade, from: weekOf(agreedFrom) }]
        : [];
    }),
  );
}

/** An agreed level as a plan keeps it. */
export const agreedText = (placement: string, series: string, level: Grade): string =>
  `${placement} ${series} ${level}`;

/** Whether a series' deterioration goes to the provider; the others are for staff to look at. */
export function notifies(series: string, areas: readonly Area[], settings: Settings): boolean {
  if (series === OVERALL) return settings.overallNotifies;
  return settings.keyAreasNotify && areas.find(({ id }) => id === series)?.key === "yes";
}

/** What a series said in a week. */
export interface SeriesEvent {
  week: Day;
  kind: EventKind;
  /** Index into the series' entries. */
  at: number;
}

export const eventsOf = ({ entries, states }: Series): SeriesEvent[] =>
  states.flatMap(({ events }, at) => {
    const entry = entries[at];
    return entry && "week" in entry ? events.map((kind) => ({ week: entry.week, kind, at })) : [];
  });

/** A time below the level, with what it said. */
export interface SeriesEpisode {
  episode: Episode;
  level: Grade;
  firstWeek: Day;
  /** Of this episode alone, in order. */
  events: SeriesEvent[];
  /** It goes on after the last week. */
  isOpen: boolean;
}

export function episodesOf(series: Series): SeriesEpisode[] {
  const found = new Map<number, SeriesEpisode>();
  const events = eventsOf(series);
  series.states.forEach(({ episode, level }, at) => {
    const entry = episode && series.entries[episode.first];
    if (!episode || !level || !entry || !("week" in entry)) return;
    const isOpen = at === series.states.length - 1;
    found.set(episode.first, { episode, level: level.grade, firstWeek: entry.week, events: [], isOpen });
  });
  const starts = [...found.keys()].sort((a, b) => a - b);
  for (const event of events) {
    const start = starts.filter((first) => first <= event.at).pop();
    if (start !== undefined && event.kind !== "oftenRed") found.get(start)?.events.push(event);
  }
  return [...found.values()];
}

/** The grades that a series' events up to an entry rest on, a letter each: `GGAA.RA`. */
export const gradesBehind = ({ entries }: Series, at: number): string =>
  entries
    .slice(0, at + 1)
    .map((entry) => ("week" in entry ? (entry.mark ?? ".") : entry.agreed.toLowerCase()))
    .join("");
