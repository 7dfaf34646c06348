/**
 * Broad dip: two or more areas of one placement below their levels in each of more than three weeks running.
 */
import { isNotified } from "./episode";
import { isBelow } from "../words/grades";
import type { Rule } from "../words/ruleNumbers";
import { RULE } from "../words/ruleNumbers";
import type { SeriesState } from "./seriesState";

/** The areas' states after one and the same week, by area id. */
export type AreasWeek = Readonly<Record<string, SeriesState>>;

export interface BroadDip {
  /** Index of the week in which it is said. */
  readonly at: number;
  /** The weeks of the run up to then, each with the ids of the areas below. */
  readonly weeks: readonly { readonly at: number; readonly areas: readonly string[] }[];
}

/**
 * The broad dips of a placement, each said once per run. Areas in a notified episode have had their own
 * notice and are not counted, from the very week that notifies; weeks with no area graded are skipped. A
 * fresh start ends a run by itself: the weeks that establish new levels are below none. Worked example, below
 * each week: Behaviour and Attendance, Behaviour and Engagement, Engagement and Numeracy, Numeracy and
 * Attendance -> said in the fourth week, though no area was low for more than two.
 */
export function broadDips(weeks: readonly AreasWeek[], rule: Rule = RULE): BroadDip[] {
  const dips: BroadDip[] = [];
  let run: BroadDip["weeks"] = [];
  weeks.forEach((week, at) => {
    const states = Object.entries(week);
    if (states.every(([, { grade }]) => grade === null)) return;
    const areas = states.flatMap(([id, state]) => (isDip(state) ? [id] : []));
    run = areas.length >= rule.dipAreas ? [...run, { at, areas }] : [];
    if (run.length === rule.threshold + 1) dips.push({ at, weeks: run });
  });
  return dips;
}

/** Graded below its level this week, outside a notified episode. */
const isDip = ({ grade, level, episode }: SeriesState): boolean =>
  grade !== null && level !== null && isBelow(grade, level.grade) && !isNotified(episode);
