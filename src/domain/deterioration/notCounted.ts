/** Which weeks inside a run below the level did not count, and why, in sentences. */
import type { Day } from "../words/days";
import { addDays } from "../words/days";
import type { Grade } from "../words/grades";
import { isGrade, NOT_GRADED, WORDS, wordsOf } from "../words/grades";
import { capitalised, inWords, listed, weeksOf } from "../words/phrases";
import type { SheetWeek } from "../rule/placementSeries";
import type { Rule } from "../words/ruleNumbers";

/** Days by what is said of them, in the order in which each is met first. */
type Grouped<K> = ReadonlyMap<K, readonly Day[]>;

function grouped<K>(found: readonly (readonly [K, Day])[]): Grouped<K> {
  const groups = new Map<K, Day[]>();
  for (const [key, day] of found) groups.set(key, [...(groups.get(key) ?? []), day]);
  return groups;
}

/** Why a week has no grade: `not graded (not timetabled)`, `closed`; null where it has one. */
function reasonOf({ mark, derived }: SheetWeek): string | null {
  if (isGrade(mark)) return null;
  if (mark === "H") return NOT_GRADED.H;
  if (mark === "?") return "not graded (it cannot be read yet)";
  if (mark !== null) return wordsOf(mark);
  return derived ? "not graded (too few areas have a grade)" : "not graded (not entered yet)";
}

const HOLIDAY = "a holiday";

/** Mondays between two school weeks that follow each other: 6 and 20 October -> 13 October. */
function mondaysBetween(before: Day, after: Day): Day[] {
  const next = addDays(before, 7);
  return next < after ? [next, ...mondaysBetween(next, after)] : [];
}

/**
 * The weeks without a grade, and the Mondays missing among them: the calendar has no school then. `weeks`
 * follow each other from the run's first to its last. `The week of 13 October was a holiday and did not
 * count.`
 */
export function weeksWithoutGrade(weeks: readonly SheetWeek[]): string[] {
  const found = weeks.flatMap((week, i): [string, Day][] => {
    const reason = reasonOf(week);
    const holidays = mondaysBetween(weeks[i - 1]?.week ?? week.week, week.week);
    return [
      ...holidays.map((day): [string, Day] => [HOLIDAY, day]),
      ...(reason === null ? [] : [[reason, week.week] as [string, Day]]),
    ];
  });
  return [...grouped(found)].map(([reason, days]) => {
    const were = days.length === 1 ? `was ${reason}` : `were ${reason === HOLIDAY ? "holidays" : reason}`;
    return `${capitalised(weeksOf(days))} ${were} and did not count.`;
  });
}

/**
 * The good weeks inside the run: `It was Green in the week of 6 October: that week did not count; it takes
 * two weeks in a row at Green to end this.`
 */
export function goodWeeks(weeks: readonly SheetWeek[], level: Grade, rule: Rule): string[] {
  if (weeks.length === 0) return [];
  const found = weeks.flatMap(({ mark, week }): [Grade, Day][] => (isGrade(mark) ? [[mark, week]] : []));
  const were = [...grouped(found)].map(([grade, days]) => `${WORDS[grade]} in ${weeksOf(days)}`);
  const those = found.length === 1 ? "that week" : "those weeks";
  const back = level === "A" ? "Amber or Green" : WORDS[level];
  return [
    `It was ${listed(were)}: ${those} did not count; it takes ${inWords(rule.recover)} weeks in a row at ${back} to end this.`,
  ];
}
