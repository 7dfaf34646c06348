/**
 * "Deteriorates for more than three weeks": the level, the episode and the events of one series, step by
 * step. A series is one area's grades, or the overall's, over the weeks of one placement in one academic
 * year. Every state is written out field by field: copied by spread, a step takes several times as long.
 */
import { afterGoodWeek, afterWeekBelow, eventsOfWeekBelow, isNotified, NONE, RECOVERED } from "./episode";
import type { Grade } from "../words/grades";
import { isBelow, lowerOf } from "../words/grades";
import { NO_RED_WEEKS, redWeeksAfter } from "./oftenRed";
import type { Rule } from "../words/ruleNumbers";
import { RULE } from "../words/ruleNumbers";
import type { WeekStep } from "./weekKinds";
import type { Level, SeriesState } from "./seriesState";
import { fresh, START } from "./seriesState";

/**
 * The state after one more step. Worked example: after G G the level is Green; A opens an episode, a third A
 * warns, a fourth notifies; then G G, two running, is a recovery.
 */
export function stateAfter(state: SeriesState, step: WeekStep, rule: Rule = RULE): SeriesState {
  const at = state.at + 1;
  // An agreed level needs no plan and no level before it; every count, run and window starts afresh with it.
  if (typeof step === "object") return fresh(at, { grade: step.agreed, set: "agreed", at }, ["agreed"]);
  switch (step) {
    case "R":
    case "A":
    case "G":
      return state.level === null
        ? afterEstablishing(state, at, step, rule)
        : afterGrade(state, state.level, at, step, rule);
    case "freshStart":
      return fresh(at, null, NONE);
    case "noSchool":
    case "ungraded":
      return afterNoGrade(state, at, state.away);
    case "away":
      return afterAway(state, at, rule);
  }
}

/** The state after each step, in order: `states[i]` is the one after `steps[i]`. */
export function statesAfter(steps: readonly WeekStep[], rule: Rule = RULE): SeriesState[] {
  let state = START;
  return steps.map((step) => (state = stateAfter(state, step, rule)));
}

/**
 * Six away weeks since the last graded one say that the level is out of date: G G, A, six weeks away ->
 * everything starts again. Where there is no level nothing is cleared, and a notified episode is kept for the
 * plan it opened.
 */
function afterAway(state: SeriesState, at: number, rule: Rule): SeriesState {
  const away = state.away + 1;
  const outdated = away >= rule.away && state.level !== null && !isNotified(state.episode);
  return outdated ? fresh(at, null, ["reestablish"]) : afterNoGrade(state, at, away);
}

const afterNoGrade = (state: SeriesState, at: number, away: number): SeriesState => ({
  at,
  grade: null,
  events: NONE,
  level: state.level,
  episode: state.episode,
  establishing: state.establishing,
  lowestEstablishing: state.lowestEstablishing,
  green: state.green,
  greenOrAmber: state.greenOrAmber,
  away,
  redWeeks: state.redWeeks,
});

/** The level is the lower of the first two graded weeks: G A -> Amber. */
function afterEstablishing(state: SeriesState, at: number, grade: Grade, rule: Rule): SeriesState {
  const establishing = state.establishing + 1;
  const lowestEstablishing = lowerOf(state.lowestEstablishing, grade);
  return {
    at,
    grade,
    events: NONE,
    level: establishing < rule.establish ? null : { grade: lowestEstablishing, set: "established", at },
    episode: null,
    establishing,
    lowestEstablishing,
    green: 0,
    greenOrAmber: 0,
    away: 0,
    redWeeks: NO_RED_WEEKS,
  };
}

function afterGrade(state: SeriesState, level: Level, at: number, grade: Grade, rule: Rule): SeriesState {
  const before = state.episode;
  const below = isBelow(grade, level.grade);
  const episode = below ? afterWeekBelow(before, at, grade, rule) : afterGoodWeek(before, rule);
  const recovered = episode === null && isNotified(before);
  const green = grade === "G" ? state.green + 1 : 0;
  const greenOrAmber = grade === "R" ? 0 : state.greenOrAmber + 1;
  // A recovery empties the window. Its own week goes too: it is never Red, so that makes no difference.
  const redWeeks = recovered ? NO_RED_WEEKS : redWeeksAfter(state.redWeeks, grade, isNotified(episode), rule);
  const told = below && episode ? eventsOfWeekBelow(before, episode, rule) : recovered ? RECOVERED : NONE;
  return {
    at,
    grade,
    events: redWeeks.said && !state.redWeeks.said ? [...told, "oftenRed"] : told,
    level: raised(level, green, greenOrAmber, at, rule),
    episode,
    establishing: state.establishing,
    lowestEstablishing: state.lowestEstablishing,
    green,
    greenOrAmber,
    away: 0,
    redWeeks,
  };
}

/**
 * The level becomes the lowest of the last three graded weeks when all of them are above it; it never falls
 * by itself. From Red, A G G raises it to Amber and one more G, so G G G, to Green.
 */
function raised(level: Level, green: number, greenOrAmber: number, at: number, rule: Rule): Level {
  const lowest: Grade = green >= rule.rise ? "G" : greenOrAmber >= rule.rise ? "A" : "R";
  return isBelow(level.grade, lowest) ? { grade: lowest, set: "raised", at } : level;
}
