/** A period in numbers and words: attendance, counts of grades, the change from before. */
import type { SchoolWeek } from "../../hub/calendar";
import { areasIn, overallOf, touches } from "../../hub/hub";
import type { Grade, Mark } from "../../words/grades";
import { derivedOverall, GRADES, isGrade, WORDS } from "../../words/grades";
import type { Own, Period } from "./ownPeriod";

type Sheet = Pick<Own, "hub" | "pupil">;

/** The period's weeks that the placement touches. */
export const weeksHere = ({ weeks }: Period, { placement }: Pick<Own, "placement">): SchoolWeek[] =>
  weeks.filter((week) => touches(placement, week));

export function overallIn(week: SchoolWeek, { hub, pupil }: Sheet): Mark {
  const row = hub.rows.get(`${week.week}|${pupil.id}`);
  return row ? overallOf(row, hub.areas).overall : null;
}

export const markOfWeek = (week: SchoolWeek, area: string, { hub, pupil }: Sheet): Mark =>
  hub.rows.get(`${week.week}|${pupil.id}`)?.grades[area] ?? null;

/** The one grade that represents several weeks: the lower median of those there are. */
export function typical(marks: readonly Mark[]): Grade | null {
  const grade = derivedOverall(marks.filter(isGrade));
  return grade !== null && isGrade(grade) ? grade : null;
}

/** `{G: 4, A: 2, R: 0}`. */
export const countsOf = (marks: readonly Mark[]): Record<Grade, number> =>
  Object.fromEntries(GRADES.map((grade) => [grade, marks.filter((mark) => mark === grade).length])) as Record<
    Grade,
    number
  >;

const RANK: readonly Grade[] = GRADES;

/** `up from Amber last half-term`, `the same as last half-term`; "" where one of them has no grade. */
export function changeSince(now: Grade | null, before: Grade | null): string {
  if (now === null || before === null) return "";
  const steps = RANK.indexOf(now) - RANK.indexOf(before);
  if (steps === 0) return "the same as last half-term";
  return `${steps > 0 ? "up" : "down"} from ${WORDS[before]} last half-term`;
}

export interface Attendance {
  offered: number;
  attended: number;
}

/** Of the sessions offered to this pupil in these weeks; weeks without numbers do not count. */
export function attendanceIn(weeks: readonly SchoolWeek[], { hub, pupil }: Sheet): Attendance {
  const rows = weeks.flatMap((week) => hub.rows.get(`${week.week}|${pupil.id}`) ?? []);
  const counted = rows.filter(({ offered, attended }) => offered !== null && attended !== null);
  return {
    offered: counted.reduce((sum, { offered }) => sum + (offered ?? 0), 0),
    attended: counted.reduce((sum, { attended }) => sum + (attended ?? 0), 0),
  };
}

/** `93%`; "" where nothing was offered. */
export const percentOf = ({ offered, attended }: Attendance): string =>
  offered === 0 ? "" : `${Math.round((100 * attended) / offered)}%`;

/** Areas graded in the period's last week. */
export const areasOf = ({ period, hub }: Pick<Own, "period" | "hub">) =>
  areasIn(hub.areas, period.weeks[period.weeks.length - 1]?.week ?? "");
