/** The demo's pupils as those who write records see them: who was there on which days, and with whom. */
import type { Day } from "../../domain/words/days";
import { isGrade } from "../../domain/words/grades";
import { nameInUse } from "../../domain/hub/names";
import { TEACHING } from "../../domain/hub/rights";
import type { Pupil, StaffMember } from "../../domain/tables/people";
import type { WeekRow } from "../../domain/tables/weeklyGrades";
import { yearGroupOf } from "../../domain/hub/yearGroup";
import type { Enrolled } from "../weeks";
import { daysHere } from "../weeks";

/** One school week in which the pupil was there. */
export interface LearnersWeek {
  /** The week's place in the year. */
  place: number;
  halfTerm: string;
  /** The open days inside the pupil's placements, not after the demo's Friday. */
  days: readonly Day[];
  row: WeekRow;
}

export interface Learner {
  pupil: Pupil;
  name: string;
  /** 17 for `U017`. */
  number: number;
  /** The pupil's first day at the hub. */
  firstDay: Day;
  weeks: readonly LearnersWeek[];
  /** All days of these weeks, oldest first. */
  days: readonly Day[];
  /** Whether a placement goes on at the demo's Friday. */
  isHere: boolean;
  isPrimary: boolean;
  keyWorker: StaffMember;
  /** Who sets literacy and numeracy targets: the key worker, or else another of the teaching staff. */
  teacher: StaffMember;
}

export interface School extends Enrolled {
  staff: readonly StaffMember[];
  rows: readonly WeekRow[];
  /** The open days of the whole year. */
  openDays: readonly Day[];
}

/** The last year group of primary school. */
const LAST_PRIMARY = 6;

/** A week that a pupil is away from as a whole has marks, and none of them a grade. */
const isAway = ({ grades }: WeekRow): boolean =>
  Object.values(grades).some((mark) => mark !== null) && !Object.values(grades).some(isGrade);

/** Pupils with at least one day at the hub so far. */
export function learnersOf(school: School): Learner[] {
  const rowOf = new Map(school.rows.map((row) => [`${row.week}|${row.pupil}`, row]));
  const teaching = school.staff.filter(({ role }) => TEACHING.includes(role));
  return school.pupils.flatMap((pupil, i) => {
    const placements = school.placements.filter((p) => p.pupil === pupil.id);
    const { weeks, at, friday } = school.year;
    const present = weeks.slice(0, at + 1).flatMap((week, place): LearnersWeek[] => {
      const row = rowOf.get(`${week.week}|${pupil.id}`);
      const days = daysHere(placements, week).filter((day) => day <= friday);
      return row && days.length > 0 && !isAway(row) ? [{ place, halfTerm: week.halfTerm, days, row }] : [];
    });
    const keyWorker = school.staff.find(({ name }) => name === pupil.keyWorker) ?? teaching[0];
    const other = teaching[(i + 1) % teaching.length];
    if (present.length === 0 || !keyWorker || !other) return [];
    return {
      pupil,
      name: nameInUse(pupil),
      number: i + 1,
      firstDay: placements.map((p) => p.firstDay).sort()[0] ?? "",
      weeks: present,
      days: present.flatMap(({ days }) => days),
      isHere: placements.some((p) => p.firstDay <= friday && friday <= (p.lastDay ?? friday)),
      isPrimary: (yearGroupOf(pupil, weeks[at]?.year ?? "") ?? LAST_PRIMARY + 1) <= LAST_PRIMARY,
      keyWorker,
      teacher: TEACHING.includes(keyWorker.role) ? keyWorker : other,
    };
  });
}
