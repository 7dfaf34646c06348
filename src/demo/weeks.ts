/** Weekly grades: a row for every pupil and school week, as staff would have entered it. */
import type { SchoolWeek } from "../domain/hub/calendar";
import type { Day } from "../domain/words/days";
import { isGrade } from "../domain/words/grades";
import { fullNameOf, nameInUse } from "../domain/hub/names";
import type { Area } from "../domain/tables/areas";
import type { Placement, Pupil } from "../domain/tables/people";
import type { WeekRow } from "../domain/tables/weeklyGrades";
import type { WeekMarks } from "./marks";
import { demoMarks } from "./marks";
import { below, drawFor } from "./random";
import { inventedTexts } from "./words";
import type { DemoYear } from "./year";

export interface Enrolled {
  year: DemoYear;
  areas: readonly Area[];
  pupils: readonly Pupil[];
  placements: readonly Placement[];
}

/**
 * Pupils whose row of the Friday's week is unfinished: nothing entered, or some areas and the overall still
 * blank.
 */
const NOTHING_YET = "U016";
const UNFINISHED = ["U012", "U019", "U026", "U033"];
const UNFINISHED_AREAS = ["A05", "A06", "A08"];
/** In the Friday's week this pupil's strength names another pupil, so that it can be seen to be withheld. */
const NAMES_ANOTHER = "U002";
const NAMED = "U004";
/** Recovered, and Student of the Week at the Friday. */
export const AWARDED = "U005";

const SESSIONS_A_DAY = 2;

/** The open days of the week that one of the pupil's placements touches. */
export const daysHere = (placements: readonly Placement[], week: SchoolWeek): Day[] =>
  week.days.filter((day) => placements.some((p) => p.firstDay <= day && day <= (p.lastDay ?? day)));

/** Sessions attended as the Attendance grade says: all, all but one or two, fewer than two thirds. */
function attendedOf(attendance: WeekMarks["grades"][string], offered: number, chance: number): number | null {
  if (attendance === "G") return offered;
  if (attendance === "A") return Math.max(0, offered - 1 - Math.round(chance));
  if (attendance === "R") return Math.max(0, Math.floor((offered * 2) / 3) - 1 - Math.round(chance));
  return attendance === "I" || attendance === "U" ? 0 : null;
}

/**
 * The name a text may use for the pupil, or null where another pupil has it too: then it would be withheld as
 * theirs.
 */
const ownNameOf = ({ id, firstName, knownAs }: Pupil, pupils: readonly Pupil[]): string | null =>
  pupils.some((other) => other.id !== id && other.firstName === firstName) ? null : knownAs || firstName;

/** The row staff would enter for a pupil's week that has these open days. */
function enteredRow(
  { year, areas, pupils }: Enrolled,
  pupil: Pupil,
  week: SchoolWeek,
  days: number,
): WeekRow {
  const draw = drawFor(year.seed, pupil.id, week.week, "row");
  const { grades, overall } = demoMarks(year, pupil.id, week.week, areas);
  const blank = overall === null && Object.values(grades).every((mark) => mark === null);
  const attendance = grades[areas.find(({ name }) => name === "Attendance")?.id ?? ""] ?? null;
  const offered = days * SESSIONS_A_DAY;
  const attended = attendedOf(attendance, offered, draw());
  const minute = String(10 + below(draw, 50));
  const awarded = pupil.id === AWARDED && week.week === year.weeks[year.at]?.week;
  const texts = inventedTexts(draw, ownNameOf(pupil, pupils), Object.values(grades).some(isGrade), awarded);
  return {
    week: week.week,
    pupil: pupil.id,
    name: nameInUse(pupil),
    keyWorker: pupil.keyWorker,
    grades,
    overall,
    ...texts,
    offered: attended === null ? null : offered,
    attended,
    changedAt: blank ? "" : `${week.days[week.days.length - 1]} ${14 + below(draw, 2)}:${minute}`,
  };
}

/** The Friday's row as it is at 16:40, a few of them unfinished and one with a name too many. */
function asOfFriday(row: WeekRow, pupils: readonly Pupil[]): WeekRow {
  const none = Object.fromEntries(Object.keys(row.grades).map((area) => [area, null]));
  if (row.pupil === NOTHING_YET)
    return {
      ...row,
      grades: none,
      overall: null,
      strength: "",
      nextStep: "",
      note: "",
      offered: null,
      attended: null,
      changedAt: "",
    };
  if (UNFINISHED.includes(row.pupil)) {
    const blanks = Object.fromEntries(UNFINISHED_AREAS.map((area) => [area, null]));
    return { ...row, grades: { ...row.grades, ...blanks }, overall: null };
  }
  const named = pupils.find(({ id }) => id === NAMED);
  if (row.pupil !== NAMES_ANOTHER || !named) return row;
  return {
    ...row,
    strength: `Built a bird table together with ${fullNameOf(named)} and shared the tools fairly.`,
  };
}

/**
 * What staff would enter for any school week of the year: one row per pupil with a placement on an open day.
 */
export function enteredRows(enrolled: Enrolled, week: Day): WeekRow[] {
  const schoolWeek = enrolled.year.weeks.find((w) => w.week === week);
  if (!schoolWeek) return [];
  return enrolled.pupils.flatMap((pupil) => {
    const own = enrolled.placements.filter((p) => p.pupil === pupil.id);
    const days = daysHere(own, schoolWeek).length;
    return days > 0 ? [enteredRow(enrolled, pupil, schoolWeek, days)] : [];
  });
}

/** All rows up to the Friday's week, the newest week first. */
export function inventedRows(enrolled: Enrolled): WeekRow[] {
  const { weeks, at } = enrolled.year;
  const newest = enteredRows(enrolled, weeks[at]?.week ?? "").map((row) => asOfFriday(row, enrolled.pupils));
  const earlier = weeks.slice(0, at).reverse();
  return [...newest, ...earlier.flatMap(({ week }) => enteredRows(enrolled, week))];
}
