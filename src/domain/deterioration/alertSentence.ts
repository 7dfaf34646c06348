/**
 * Why a series says what it says: sentences made from its weeks alone, so that every alert explains itself.
 */
import type { Episode, EventKind } from "../rule/episode";
import { isBelow, WORDS } from "../words/grades";
import { gradesOf, levelSentence, mondaysOf, weeksOfLevel } from "./levelSentence";
import { goodWeeks, weeksWithoutGrade } from "./notCounted";
import { daysListed, inWords, schoolWeeksInWords, weeksBeginning, weekSpan, weeksOf } from "../words/phrases";
import type { Series } from "../rule/placementSeries";
import type { Rule } from "../words/ruleNumbers";
import { RULE } from "../words/ruleNumbers";
import type { Level } from "../rule/seriesState";
import type { GradedWeek } from "../rule/seriesWeeks";
import { awayWeeks, isGraded, lastGraded, redWindow, runOf } from "../rule/seriesWeeks";

/** An event of a series, with `at` an index into its entries: `series.states[at].events` has `kind`. */
export interface AlertFacts {
  readonly series: Series;
  readonly at: number;
  readonly kind: EventKind;
}

/**
 * Worked example, notify in the week of 20 October: `Overall was Green in the weeks beginning 8 and 15
 * September. It has been below Green for four school weeks: Amber, Amber, Red, Amber (22 September to 20
 * October). The week of 13 October was a holiday and did not count.`
 */
export const alertSentence = (alert: AlertFacts, rule: Rule = RULE): string =>
  sentencesOf(alert, rule).join(" ");

function sentencesOf(alert: AlertFacts, rule: Rule): string[] {
  const { series, at, kind } = alert;
  const { level, episode } = series.states[at] ?? { level: null, episode: null };
  switch (kind) {
    case "warning":
    case "notify":
    case "worse":
    case "stillBelow":
      return level && episode
        ? [...belowLevel(series, level, episode, rule), ...ending(alert, level, rule)]
        : [];
    case "recovered":
      return level ? recovered(alert, level, rule) : [];
    case "reestablish":
      return [outdated(alert, rule)];
    case "agreed":
      return level ? [levelSentence(series, level, rule)] : [];
    case "oftenRed":
      return oftenRed(alert, rule);
  }
}

function belowLevel(series: Series, level: Level, episode: Episode, rule: Rule): string[] {
  const { weeks, below } = runOf(series, episode);
  return [
    levelSentence(series, level, rule),
    `It has been below ${WORDS[level.grade]} ${runInWords(below)}.`,
    ...uncounted(series, level, episode, rule),
    ...workedOut([...weeksOfLevel(series, level, rule), ...weeks.filter(isGraded)]),
  ];
}

/** `for two school weeks: Amber, Red (22 September to 29 September)`. */
const runInWords = (below: readonly GradedWeek[]): string =>
  `for ${schoolWeeksInWords(below.length)}: ${gradesOf(below)} (${weekSpan(mondaysOf(below))})`;

function uncounted(series: Series, level: Level, episode: Episode, rule: Rule): string[] {
  const { weeks, good } = runOf(series, episode);
  return [...weeksWithoutGrade(weeks), ...goodWeeks(good, level.grade, rule)];
}

/** Of an overall that nobody entered. */
function workedOut(weeks: readonly GradedWeek[]): string[] {
  const derived = weeks.filter((week) => week.derived);
  if (derived.length === 0) return [];
  const when = derived.length === weeks.length ? "all these weeks" : weeksOf(mondaysOf(derived));
  return [`In ${when} it was worked out from the areas.`];
}

/** How close a warning is; after the notice, which way it is going. */
function ending({ series, at, kind }: AlertFacts, level: Level, rule: Rule): string[] {
  const [before, now] = lastGraded(series, at, 2);
  if (!before || !now) return [];
  if (kind === "warning")
    return [
      `One more week below ${WORDS[level.grade]} makes it more than ${schoolWeeksInWords(rule.threshold)}.`,
    ];
  if (kind === "worse")
    return [`${WORDS[now.mark]} is its lowest since it fell below ${WORDS[level.grade]}.`];
  if (kind !== "stillBelow") return [];
  if (now.mark === before.mark) return ["The latest week is the same as the graded week before."];
  const way = isBelow(now.mark, before.mark) ? "down" : "up";
  return [`The latest week is ${way} from ${WORDS[before.mark]} to ${WORDS[now.mark]}.`];
}

/** The week that ends an episode has none left: it is read off the week before. */
function recovered({ series, at }: AlertFacts, level: Level, rule: Rule): string[] {
  const episode = series.states[at - 1]?.episode;
  if (!episode) return [];
  const back = lastGraded(series, at, rule.recover);
  const { weeks, below } = runOf(series, episode);
  return [
    `${series.name} was ${gradesOf(back)} in ${weeksBeginning(mondaysOf(back))}: back at its level, ${WORDS[level.grade]}.`,
    `Before that it was below ${WORDS[level.grade]} ${runInWords(below)}.`,
    ...uncounted(series, level, episode, rule),
    ...workedOut([...weeks.filter(isGraded), ...back]),
  ];
}

function outdated({ series, at }: AlertFacts, rule: Rule): string {
  const away = awayWeeks(series, at, rule);
  const span = weekSpan(mondaysOf(away));
  return `${series.name} was away for ${schoolWeeksInWords(away.length)} (${span}), so the next ${inWords(rule.establish)} graded weeks set a new level.`;
}

function oftenRed({ series, at }: AlertFacts, rule: Rule): string[] {
  const counted = redWindow(series, at, rule);
  const red = counted.filter(({ mark }) => mark === "R");
  return [
    `${series.name} was Red in ${inWords(red.length)} of the last ${inWords(counted.length)} graded weeks that count: those beginning ${daysListed(mondaysOf(red))}.`,
    ...workedOut(red),
  ];
}
