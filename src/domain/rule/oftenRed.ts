/** Often Red: how many of a series' last graded weeks are Red, said once until hardly any of them is. */
import type { Grade } from "../words/grades";
import type { Rule } from "../words/ruleNumbers";

export interface RedWeeks {
  /**
   * The last graded weeks as one whole number, so that no week costs a list: a binary digit a week, the
   * newest last, 1 for Red. `R R A R` is 1101.
   */
  readonly window: number;
  /** Often Red has been said, and may not be repeated yet. */
  readonly said: boolean;
}

export const NO_RED_WEEKS: RedWeeks = { window: 0, said: false };

/**
 * The window after one more graded week. Worked example: R R R R -> said in the fourth week, though there are
 * only four yet; then A A A A A leaves one Red of six, and it may be said again. A notified episode keeps it
 * silent: the plan has it.
 */
export function redWeeksAfter(before: RedWeeks, grade: Grade, notified: boolean, rule: Rule): RedWeeks {
  const window = ((before.window << 1) | (grade === "R" ? 1 : 0)) & ((1 << rule.redOf) - 1);
  if (window === 0) return NO_RED_WEEKS;
  const count = redsIn(window);
  const said = before.said ? count >= rule.redAgain : count >= rule.red && !notified;
  return { window, said };
}

/** How many weeks of a window are Red: 1101 -> 3. */
function redsIn(window: number): number {
  let count = 0;
  for (let rest = window; rest !== 0; rest >>>= 1) count += rest & 1;
  return count;
}
