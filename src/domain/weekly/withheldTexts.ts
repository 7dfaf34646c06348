/**
 * Texts that updates leave out, of every week that was told or will be: a problem until the text is changed.
 */
import type { SchoolWeek } from "../hub/calendar";
import { closingDayOf } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { pupilsIn, touches } from "../hub/hub";
import { mayTell } from "../hub/restriction";
import type { Problem } from "../words/problem";
import type { Day } from "../words/days";
import { rewardsFor, textsFor } from "./texts";

export const withheldTexts = (hub: Hub, firstOn: Day | "", today: Day): Problem[] =>
  weeksTold(hub.weeks, firstOn, today).flatMap((week) => withheldIn(week, hub));

/**
 * The weeks begun that closed since the automation was first on; and the newest, whose texts can still be put
 * right.
 */
const weeksTold = (weeks: readonly SchoolWeek[], firstOn: Day | "", today: Day): SchoolWeek[] =>
  weeks
    .filter(({ week }) => week <= today)
    .filter((week, i, begun) => i === begun.length - 1 || (firstOn !== "" && closingDayOf(week) >= firstOn));

function withheldIn(week: SchoolWeek, hub: Hub): Problem[] {
  const problems: Problem[] = [];
  const placements = hub.placements.filter((placement) => touches(placement, week));
  const ofWeek = { ...hub, placements, rewards: hub.rewards.filter(({ toldIn }) => toldIn === week.week) };
  const present = pupilsIn(week, ofWeek);
  const told = hub.providers.filter(({ active, cadence }) => active === "yes" && cadence !== "none");
  for (const placement of placements.filter((one) => mayTell(week.week, one, hub))) {
    const provider = told.find(({ id }) => id === placement.provider);
    const pupil = hub.pupils.get(placement.pupil);
    const row = hub.rows.get(`${week.week}|${placement.pupil}`);
    if (!provider || !pupil || !row) continue;
    // How the pupil's own name is written decides nothing here, and initials take time.
    const asTyped = { ...provider, namesInUpdates: "full" as const };
    const scope = { week, provider: asTyped, present, hub: ofWeek, problems };
    textsFor(placement, pupil, row, scope);
    rewardsFor(placement, pupil, scope);
  }
  return problems;
}
