/** The rows a school week needs: one for every pupil with a placement on one of its open days. */
import type { SchoolWeek } from "./calendar";
import type { Hub } from "./hub";
import { touches } from "./hub";
import { nameInUse } from "./names";

/** Rows that are still missing, to be read by people: together by key worker, then by name. */
export function missingWeekRows(week: SchoolWeek, hub: Hub): Record<string, unknown>[] {
  const here = new Set(hub.placements.filter((p) => touches(p, week)).map((p) => p.pupil));
  return [...here]
    .flatMap((id) => {
      const pupil = hub.pupils.get(id);
      if (!pupil || hub.takenRows.has(`${week.week}|${id}`)) return [];
      const keyWorker = hub.keyWorkers.get(id)?.name ?? "";
      return [{ week: week.week, pupil: id, name: nameInUse(pupil), keyWorker }];
    })
    .sort((a, b) => (`${a.keyWorker}|${a.name}` < `${b.keyWorker}|${b.name}` ? -1 : 1));
}
