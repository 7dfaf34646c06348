/** A row of Needs a look. */
import type { Hub } from "./hub";
import { nameInUse } from "./names";
import type { Look } from "../tables/plans";

/** `who`: whom it is for; the key worker where nobody is named. */
export function look(
  what: string,
  pupilId: string,
  who: string,
  reason: string,
  next: string,
  { hub }: { hub: Hub },
): Look {
  const pupil = hub.pupils.get(pupilId);
  const keyWorker = hub.keyWorkers.get(pupilId)?.name ?? "";
  return { what, pupil: pupilId, name: pupil ? nameInUse(pupil) : "", who: who || keyWorker, reason, next };
}
