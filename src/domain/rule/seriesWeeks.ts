/** The weeks of a judged series that an explanation mentions. */
import type { Episode } from "./episode";
import type { Grade } from "../words/grades";
import { isGrade } from "../words/grades";
import type { Series, SheetWeek } from "./placementSeries";
import type { Rule } from "../words/ruleNumbers";
import type { SeriesState } from "./seriesState";

export interface JudgedWeek extends SheetWeek {
  readonly state: SeriesState;
}
export interface GradedWeek extends JudgedWeek {
  readonly mark: Grade;
}

/** The weeks from one index of the entries to another, both included; markers between weeks are left out. */
export const weeksIn = ({ entries, states }: Series, first: number, last: number): JudgedWeek[] =>
  entries.slice(first, last + 1).flatMap((entry, i) => {
    const state = states[first + i];
    return "week" in entry && state ? [{ ...entry, state }] : [];
  });

export const isGraded = (week: JudgedWeek): week is GradedWeek => isGrade(week.mark);

/** The last `count` graded weeks up to an index, oldest first. */
export const lastGraded = (series: Series, at: number, count: number): GradedWeek[] =>
  weeksIn(series, 0, at).filter(isGraded).slice(-count);

/**
 * An episode's weeks: those graded below the level, which count, and the good ones between them, which do
 * not.
 */
export function runOf(series: Series, { first, last }: Episode) {
  const weeks = weeksIn(series, first, last);
  const counted = ({ state }: JudgedWeek) => state.episode?.last === state.at;
  const graded = weeks.filter(isGraded);
  return { weeks, below: graded.filter(counted), good: graded.filter((week) => !counted(week)) };
}

/** The graded weeks that Often Red looks at: the last six since the level was set, agreed or recovered to. */
export function redWindow(series: Series, at: number, rule: Rule): GradedWeek[] {
  const opens = series.states.slice(0, at + 1).map(({ at: i, level, events }) => {
    const establishing = level === null || (level.set === "established" && level.at === i);
    return establishing || events.includes("agreed") || events.includes("recovered");
  });
  return weeksIn(series, opens.lastIndexOf(true) + 1, at)
    .filter(isGraded)
    .slice(-rule.redOf);
}

/** The away weeks since the last graded one. */
export function awayWeeks(series: Series, at: number, rule: Rule): JudgedWeek[] {
  return weeksIn(series, 0, at)
    .filter(({ mark }) => mark === "T" || mark === "I")
    .slice(-rule.away);
}
