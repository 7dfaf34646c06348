/** The year group that a date of birth gives in a school year, unless the pupil's row overrides it. */
import type { Pupil } from "../tables/people";

/**
 * National curriculum year, 0 for Reception; null without a date of birth. With c = birth year if born in
 * September to December, else the year before, and a = the year in which the school year starts: a - c - 5.
 * Worked example, 2025-26: 2010-09-01 -> 10, 2011-08-31 -> 10, 2011-09-01 -> 9.
 */
export function yearGroupOf(pupil: Pick<Pupil, "born" | "yearGroup">, schoolYear: string): number | null {
  if (pupil.yearGroup !== null) return pupil.yearGroup;
  const starts = Number(schoolYear.slice(0, 4));
  if (pupil.born === null || !starts) return null;
  const bornIn = Number(pupil.born.slice(0, 4));
  const cohort = pupil.born.slice(5, 7) >= "09" ? bornIn : bornIn - 1;
  return starts - cohort - 5;
}
