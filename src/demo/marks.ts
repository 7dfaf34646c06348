/** A demo pupil's marks for any school week: chains per area that share the pupil's good and bad weeks. */
import type { Grade, Mark } from "../domain/words/grades";
import { derivedOverall, isGrade } from "../domain/words/grades";
import type { Area } from "../domain/tables/areas";
import { below, drawFor, oneOf } from "./random";
import { attendanceInStory, storyOf } from "./stories";
import type { DemoYear } from "./year";

export interface WeekMarks {
  grades: Record<string, Mark>;
  overall: Mark;
}

/** From a grade, the chance of Green and of Green or Amber in the next week (domain.md, section 9). */
const NEXT: Record<Grade, readonly [number, number]> = { G: [0.82, 0.98], A: [0.22, 0.85], R: [0.05, 0.37] };
const SHARED = 0.5;
const WEEK_OFF = 0.025;
const SINGLE_GAP = 0.035;

const stepFrom = (grade: Grade, chance: number): Grade => {
  const [green, amber] = NEXT[grade];
  if (chance < green) return "G";
  return chance < amber ? "A" : "R";
};

/**
 * Each area's grade in the week at this place. In half of the steps an area follows the chance all of the
 * pupil's areas share.
 */
function chained(year: DemoYear, pupil: string, place: number, area: string): Grade {
  const start = drawFor(year.seed, pupil, "start")();
  let grade: Grade = start < 0.5 ? "G" : start < 0.85 ? "A" : "R";
  for (const { week } of year.weeks.slice(0, place + 1)) {
    const shared = drawFor(year.seed, pupil, week)();
    const own = drawFor(year.seed, pupil, week, area);
    grade = stepFrom(grade, own() < SHARED ? shared : own());
  }
  return grade;
}

/** By chance: now and then a whole week away, or one area without a grade. */
function byChance(year: DemoYear, pupil: string, place: number, areas: readonly Area[]): WeekMarks {
  const draw = drawFor(year.seed, pupil, year.weeks[place]?.week ?? "", "gaps");
  const away: Mark | null = draw() < WEEK_OFF ? oneOf(draw, ["I", "I", "U", "T"] as const) : null;
  const markOf = ({ id }: Area): Mark => {
    const gap = draw() < SINGLE_GAP;
    return away ?? (gap ? oneOf(draw, ["E", "E", "U", "T"] as const) : chained(year, pupil, place, id));
  };
  const grades = Object.fromEntries(areas.map((area) => [area.id, markOf(area)]));
  const marks = Object.values(grades);
  return { grades, overall: away ?? (draw() < 0.03 ? null : derivedOverall(marks)) };
}

const NEIGHBOURS: Record<Grade, readonly Grade[]> = { G: ["A"], A: ["G", "R"], R: ["A"] };

/** As a pupil's story has it: most areas like the overall, a few beside it. */
function asTold(year: DemoYear, pupil: string, place: number, areas: readonly Area[], told: Mark): WeekMarks {
  const markOf = (area: Area): Mark => {
    if (!isGrade(told)) return told;
    if (area.name === "Attendance") return attendanceInStory(pupil, place, year);
    const draw = drawFor(year.seed, pupil, place, area.id, "story");
    return below(draw, 5) === 0 ? oneOf(draw, NEIGHBOURS[told]) : told;
  };
  return { grades: Object.fromEntries(areas.map((area) => [area.id, markOf(area)])), overall: told };
}

/**
 * The marks staff would enter for this pupil in any week of the year, past or to come. A week outside the
 * year has none.
 */
export function demoMarks(year: DemoYear, pupil: string, week: string, areas: readonly Area[]): WeekMarks {
  const place = year.weeks.findIndex((w) => w.week === week);
  if (place < 0) return { grades: Object.fromEntries(areas.map(({ id }) => [id, null])), overall: null };
  const told = storyOf(pupil, place, year);
  return told === undefined ? byChance(year, pupil, place, areas) : asTold(year, pupil, place, areas, told);
}
