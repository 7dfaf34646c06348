/**
 * Pupils whose weeks tell what the rule of domain.md section 4 is for, told backwards from the demo's Friday.
 */
import type { Mark } from "../domain/words/grades";
import type { DemoYear } from "./year";

/** A story's overall in the week at this place (0 is the year's first), or undefined where chance goes on. */
type Story = (week: number, year: DemoYear) => Mark | undefined;

/**
 * Letters for the weeks up to the one at `last`, oldest first; Green before them, chance after. `.` is not
 * entered.
 */
const upTo =
  (letters: string, last: (year: DemoYear) => number): Story =>
  (week, year) => {
    const place = week - last(year) + letters.length - 1;
    const letter = place < 0 ? "G" : letters[place];
    return letter === "." ? null : (letter as Mark | undefined);
  };

const friday = (year: DemoYear) => year.at;

/** The first week of the half-term that the Friday is in. */
function afterHoliday({ weeks, at }: DemoYear): number {
  return at + 1 - (weeks[at]?.number ?? 1);
}

/** Weeks before the Friday in which these two start; the others start with the year. */
const STARTS_BEFORE: Record<string, number> = { U003: 7, U004: 5 };

/** The place of the week in which a pupil's first placement starts. */
export const startOf = (pupil: string, at: number): number => at - (STARTS_BEFORE[pupil] ?? at);

const STORIES: Record<string, Story> = {
  // Plain trigger: the fourth week below is the Friday's.
  U001: upTo("AARA", friday),
  // Three weeks down, a holiday, and the fourth after it.
  U002: upTo("AARA", afterHoliday),
  // A honeymoon of three weeks, then steadily Amber.
  U003: (week, { at }) => (week < startOf("U003", at) + 3 ? "G" : "A"),
  // Red from day one.
  U004: () => "R",
  // Recovered, and Student of the Week.
  U005: upTo("AARAGGG", friday),
  // Relapse.
  U006: upTo("AARAGGAA", friday),
  // Six weeks off ill.
  U007: upTo("IIIIIIAA", friday),
  // Only attendance collapses.
  U008: upTo("G", friday),
  // Grades missing on two Fridays.
  U009: upTo("AG.G.A", friday),
};

export const storyOf = (pupil: string, week: number, year: DemoYear): Mark | undefined =>
  STORIES[pupil]?.(week, year);

/**
 * Attendance in a story's graded weeks: Green, so that the overall alone tells the story, except where it is
 * the story.
 */
export function attendanceInStory(pupil: string, week: number, { at }: DemoYear): "G" | "A" | "R" {
  if (pupil !== "U008" || week < at - 5) return "G";
  return week === at - 5 ? "A" : "R";
}
