/** Who has gone without recognition for long: nobody should, unnoticed. */
import type { SchoolWeek } from "../hub/calendar";
import type { Day } from "../words/days";
import type { Reward } from "../tables/rewards";
import { isRecognised } from "./rewards";

/**
 * Of these pupils, those with no reward or nomination in the last `within` school weeks or since; none while
 * the year is younger than that.
 */
export function unrecognised(
  pupils: readonly string[],
  rewards: readonly Reward[],
  weeks: readonly SchoolWeek[],
  within: number,
  today: Day,
): string[] {
  const year = weeks.filter(({ week }) => week <= today).pop()?.year;
  const past = weeks.filter((week) => week.year === year && week.week <= today);
  const first = past[past.length - within];
  return first ? pupils.filter((pupil) => !isRecognised(pupil, first.week, rewards)) : [];
}
