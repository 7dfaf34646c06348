/** A row of Needs a look. */
import type { Centre } from "./hub";
import { nameInUse } from "./names";
import type { Look } from "../tables/plans";

/** `who`: whom it is for; the key worker where nobody is named. */
export function look(
  what: string,
  pupilId: string,
  who: string,
  reason: string,
  next: string,
  { centre }: { centre: Centre },
): Look {
  const pupil = centre.pupils.get(pupilId);
  const keyWorker = centre.keyWorkers.get(pupilId)?.name ?? "";
  return { what, pupil: pupilId, name: pupil ? nameInUse(pupil) : "", who: who || keyWorker, reason, next };
}
