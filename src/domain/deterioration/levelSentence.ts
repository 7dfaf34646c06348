/** Where a series' level comes from, in a sentence. */
import type { Grade } from "../words/grades";
import { WORDS } from "../words/grades";
import { weeksBeginning } from "../words/phrases";
import type { Series } from "../rule/placementSeries";
import type { Rule } from "../words/ruleNumbers";
import type { Level } from "../rule/seriesState";
import type { GradedWeek } from "../rule/seriesWeeks";
import { lastGraded, weeksIn } from "../rule/seriesWeeks";

/** The weeks that set a level; an agreed one has none. */
export const weeksOfLevel = (series: Series, { set, at }: Level, rule: Rule): GradedWeek[] =>
  set === "agreed" ? [] : lastGraded(series, at, set === "raised" ? rule.rise : rule.establish);

export const gradesOf = (grades: readonly { mark: Grade }[]): string =>
  grades.map(({ mark }) => WORDS[mark]).join(", ");
export const mondaysOf = (weeks: readonly { week: string }[]): string[] => weeks.map(({ week }) => week);

/**
 * Worked examples: `Overall was Green in the weeks beginning 8 and 15 September.`; from G and A: `Overall was
 * Green, Amber in the weeks beginning 8 and 15 September, so its level is Amber, the lower of the two.`;
 * raised: `..., which raised its level to Green.`
 */
export function levelSentence(series: Series, level: Level, rule: Rule): string {
  const grade = WORDS[level.grade];
  if (level.set === "agreed") {
    const [next] = weeksIn(series, level.at, series.entries.length);
    const when = next ? ` before ${weeksBeginning([next.week])}` : "";
    return `The level of ${series.name} is ${grade}; it was agreed when a plan was closed${when}.`;
  }
  const weeks = weeksOfLevel(series, level, rule);
  const same = weeks.every(({ mark }) => mark === level.grade);
  const was = `${series.name} was ${same ? grade : gradesOf(weeks)} in ${weeksBeginning(mondaysOf(weeks))}`;
  if (level.set === "raised") return `${was}, which raised its level to ${grade}.`;
  const lowest = weeks.length === 2 ? "the lower of the two" : "the lowest of them";
  return same ? `${was}.` : `${was}, so its level is ${grade}, ${lowest}.`;
}
