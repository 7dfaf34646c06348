/** Reports that are approved go as soon as the sweep sees them, in holidays, too. */
import { dayOf } from "../../words/days";
import type { Due } from "../../hub/due";
import { lastBegun } from "../../hub/due";

export const approvedDue: Due = (known) => {
  const week = lastBegun(known);
  return week && known.isApproved ? [{ for: dayOf(known.now), week }] : [];
};
