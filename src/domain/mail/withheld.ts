/** What the ledger says was kept back while a pupil was restricted, and what is to be kept back now. */
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { touches } from "../hub/hub";
import { isRestricted, isWithheld, withheldWeek } from "../hub/restriction";
import type { OutboxRow } from "../tables/ledger";
import { keyOf, partsOf, startOf } from "./kinds";

const START = startOf("withheld", {});

/** The hub with what the ledger says was kept back. */
export const withWithheld = (hub: Hub, events: readonly OutboxRow[]): Hub => ({
  ...hub,
  withheld: new Set(
    events.flatMap(({ key }) => {
      const parts = key.startsWith(START) ? partsOf(key) : null;
      return parts?.kind === "withheld" ? [withheldWeek(parts.week, parts)] : [];
    }),
  ),
});

/** Keys of the events to be recorded: what these weeks keep back from a provider and no event says yet. */
export function newlyWithheld(provider: string, weeks: readonly SchoolWeek[], hub: Hub): string[] {
  const own = hub.placements.filter((p) => p.provider === provider && isRestricted(p.pupil, hub));
  const kept = weeks.flatMap((week) =>
    own
      .filter((p) => touches(p, week) && !isWithheld(week.week, p, hub))
      .map(({ pupil }) => keyOf("withheld", { week: week.week, pupil, provider })),
  );
  return [...new Set(kept)];
}
