/** The rows a school week needs: one for every pupil with a placement on one of its open days. */
import type { SchoolWeek } from "./calendar";
import type { Centre } from "./hub";
import { touches } from "./hub";
import { nameInUse } from "./names";

/** Rows that are still missing, to be read by people: together by key worker, then by name. */
export function missingWeekRows(week: SchoolWeek, centre: Centre): Record<string, unknown>[] {
  const here = new Set(centre.placements.filter((p) => touches(p, week)).map((p) => p.pupil));
  return [...here]
    .flatMap((id) => {
      const pupil = centre.pupils.get(id);
      if (!pupil || centre.takenRows.has(`${week.week}|${id}`)) return [];
      const keyWorker = centre.keyWorkers.get(id)?.name ?? "";
      return [{ week: week.week, pupil: id, name: nameInUse(pupil), keyWorker }];
    })
    .sort((a, b) => (`${a.keyWorker}|${a.name}` < `${b.keyWorker}|${b.name}` ? -1 : 1));
}
