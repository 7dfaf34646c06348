/** What the deterioration rule reads: one series, a week or a marker between two weeks at a time. */
import type { Grade, Mark } from "../words/grades";

/** What a week says to the rule. `ungraded` says nothing yet; `noSchool` is not a school week at all. */
export type SeriesWeek = Grade | "ungraded" | "away" | "noSchool";

/** A week, or what happened between two: a new academic year, or a plan closed with a newly agreed level. */
export type WeekStep = SeriesWeek | "freshStart" | { readonly agreed: Grade };

/**
 * What a mark in the sheet says to the rule. Blank, `U`, `E` and what cannot be read are ungraded: they may
 * yet become a grade, or might have been one. `T` and `I` are away. `H` is not a school week.
 */
export function seriesWeekOf(mark: Mark): SeriesWeek {
  switch (mark) {
    case "G":
    case "A":
    case "R":
      return mark;
    case null:
    case "?":
    case "U":
    case "E":
      return "ungraded";
    case "T":
    case "I":
      return "away";
    case "H":
      return "noSchool";
  }
}
