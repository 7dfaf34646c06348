/**
 * Pupils whose records are kept but not passed on (UK GDPR, Article 18), and what was kept back meanwhile.
 *
 * A week that closes while its pupil is restricted is withheld from the provider for good: an event of the ledger says
 * so, and it counts as told. Worked example: U017 is restricted from 12 to 24 November. The week beginning 9 November
 * closed on the 13th, so no later update tells of it, not as late either; the update of 27 November tells of that week
 * alone. What the provider had been told before is corrected again once the restriction is lifted.
 */
import type { SchoolWeek } from "./calendar";
import type { Hub } from "./hub";
import { touches } from "./hub";
import type { Day } from "../words/days";
import type { OutboxRow } from "../tables/ledger";
import type { Placement } from "../tables/people";

export const isRestricted = (pupil: string, { pupils }: Pick<Hub, "pupils">): boolean =>
  pupils.get(pupil)?.restricted === "yes";

type Whose = Pick<Placement, "pupil" | "provider">;

const keyOf = (week: Day, { pupil, provider }: Whose): string => `${week}|${pupil}|${provider}`;

/** Whether a pupil's week was kept back from a provider while the pupil was restricted. */
export const isWithheld = (week: Day, whose: Whose, { withheld }: Pick<Hub, "withheld">): boolean =>
  withheld.has(keyOf(week, whose));

/** Whether a provider may be told of a pupil's week. */
export const mayTell = (week: Day, whose: Whose, hub: Hub): boolean =>
  !isRestricted(whose.pupil, hub) && !isWithheld(week, whose, hub);

const PREFIX = "withheld|";

/** The hub with what the ledger says was kept back. */
export const withWithheld = (hub: Hub, events: readonly OutboxRow[]): Hub => ({
  ...hub,
  withheld: new Set(
    events.filter(({ key }) => key.startsWith(PREFIX)).map(({ key }) => key.slice(PREFIX.length)),
  ),
});

/** Keys of the events to be recorded: what these weeks keep back from a provider and no event says yet. */
export function newlyWithheld(provider: string, weeks: readonly SchoolWeek[], hub: Hub): string[] {
  const own = hub.placements.filter((p) => p.provider === provider && isRestricted(p.pupil, hub));
  const kept = weeks.flatMap((week) =>
    own
      .filter((p) => touches(p, week) && !isWithheld(week.week, p, hub))
      .map((p) => PREFIX + keyOf(week.week, p)),
  );
  return [...new Set(kept)];
}
