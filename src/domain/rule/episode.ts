/** An episode: how a time below the level opens, counts, notifies and ends. */
import type { Grade } from "../words/grades";
import { isBelow, lowerOf } from "../words/grades";
import type { Rule } from "../words/ruleNumbers";

/** In the order in which they are told when several fall in one week. */
export type EventKind =
  "warning" | "notify" | "worse" | "stillBelow" | "recovered" | "reestablish" | "agreed" | "oftenRed";

/** A time below the level. */
export interface Episode {
  /** Index of its first week, and of its latest week below the level. */
  readonly first: number;
  readonly last: number;
  /** Graded weeks below the level since it opened. */
  readonly below: number;
  readonly lowest: Grade;
  /** Graded weeks at or above the level since the latest one below. */
  readonly good: number;
  /** Index of the week that notified; null before. */
  readonly notifiedAt: number | null;
}

export const isNotified = (episode: Episode | null): boolean =>
  episode !== null && episode.notifiedAt !== null;

export const NONE: readonly EventKind[] = [];
const WARNING: readonly EventKind[] = ["warning"];
const NOTIFY: readonly EventKind[] = ["notify"];
export const RECOVERED: readonly EventKind[] = ["recovered"];

/**
 * One more week below the level: it opens the episode or counts in it, and one week more than the threshold
 * notifies.
 */
export function afterWeekBelow(before: Episode | null, at: number, grade: Grade, rule: Rule): Episode {
  const below = before === null ? 1 : before.below + 1;
  return {
    first: before === null ? at : before.first,
    last: at,
    below,
    lowest: before === null ? grade : lowerOf(before.lowest, grade),
    good: 0,
    notifiedAt: below === rule.threshold + 1 ? at : before === null ? null : before.notifiedAt,
  };
}

/**
 * One more week at or above the level: the second running ends the episode (null), a first one only waits for
 * it.
 */
export function afterGoodWeek(before: Episode | null, rule: Rule): Episode | null {
  if (before === null || before.good + 1 >= rule.recover) return null;
  const { first, last, below, lowest, good, notifiedAt } = before;
  return { first, last, below, lowest, good: good + 1, notifiedAt };
}

/**
 * What a week below the level says, from the episode before and after it. Worked example, level Green,
 * threshold 3: A A A(warning) A(notify) R(worse) R R(still below: the third further week).
 */
export function eventsOfWeekBelow(before: Episode | null, after: Episode, rule: Rule): readonly EventKind[] {
  const further = after.below - rule.threshold - 1;
  if (further < 0) return further === -1 ? WARNING : NONE;
  if (further === 0 || before === null) return NOTIFY;
  const told: EventKind[] = [];
  if (isBelow(after.lowest, before.lowest)) told.push("worse");
  if (further % rule.repeat === 0 && further / rule.repeat <= rule.repeats) told.push("stillBelow");
  return told;
}
