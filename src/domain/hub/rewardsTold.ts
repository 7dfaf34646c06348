/** In which week's update a reward is told. */
import type { Reward } from "../tables/rewards";
import { momentIn } from "../words/days";
import type { Day } from "../words/days";
import { closingOf } from "./calendar";
import type { SchoolWeek } from "./calendar";

/**
 * The Monday of the week whose update reports a reward: the first to close at or after it was given, so that
 * none is told twice and none is lost; null for a nomination, which stays in the hub, and where the calendar
 * ends.
 */
export function weekToldIn(
  { kind, at }: Reward,
  weeks: readonly SchoolWeek[],
  closingTime: string,
): Day | null {
  if (kind === "nomination") return null;
  return weeks.find((week) => closingOf(week, closingTime) >= momentIn(at))?.week ?? null;
}
