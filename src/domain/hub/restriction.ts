/**
 * Pupils whose records are kept but not passed on (UK GDPR, Article 18), and what was kept back meanwhile.
 *
 * A week that closes while its pupil is restricted is withheld from the provider for good: an event of the
 * ledger says so, and it counts as told. Worked example: U017 is restricted from 12 to 24 November. The week
 * beginning 9 November closed on the 13th, so no later update reports it, not even as late; the update of 27
 * November covers that week alone. What the provider had been told before is corrected again once the
 * restriction is lifted.
 */
import type { Hub } from "./hub";
import type { Day } from "../words/days";
import type { Placement } from "../tables/people";

export const isRestricted = (pupil: string, { pupils }: Pick<Hub, "pupils">): boolean =>
  pupils.get(pupil)?.restricted === "yes";

type Whose = Pick<Placement, "pupil" | "provider">;

/** By what the hub knows a pupil's week at a provider as kept back. */
export const withheldWeek = (week: Day, { pupil, provider }: Whose): string => `${week} ${pupil} ${provider}`;

/** Whether a pupil's week was kept back from a provider while the pupil was restricted. */
export const isWithheld = (week: Day, whose: Whose, { withheld }: Pick<Hub, "withheld">): boolean =>
  withheld.has(withheldWeek(week, whose));

/** Whether a provider may be told about a pupil's week. */
export const mayTell = (week: Day, whose: Whose, hub: Hub): boolean =>
  !isRestricted(whose.pupil, hub) && !isWithheld(week, whose, hub);
