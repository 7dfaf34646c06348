/** What nobody has entered yet in a week's rows. */
import type { Pupil } from "../tables/people";
import { nameInUse } from "./names";
import { areasIn, touches } from "./hub";
import type { Hub } from "./hub";
import type { SchoolWeek } from "./calendar";

/** What still has to be entered for a pupil: areas by name; `nothing yet` if there is no grade at all. */
export interface Blank {
  pupil: Pupil;
  areas: string[];
  nothingYet: boolean;
}

/** Pupils here in the week with an area that nobody has entered, or that cannot be read; by name. */
export function blanksIn(week: SchoolWeek, hub: Hub): Blank[] {
  const here = new Set(hub.placements.filter((p) => touches(p, week)).map((p) => p.pupil));
  const inUse = areasIn(hub.areas, week.week);
  return [...here]
    .flatMap((id): Blank[] => {
      const pupil = hub.pupils.get(id);
      const row = hub.rows.get(`${week.week}|${id}`);
      const grades = row?.grades ?? {};
      const open = inUse.filter((area) => (grades[area.id] ?? null) === null || grades[area.id] === "?");
      if (!pupil || open.length === 0) return [];
      const entered = [row?.overall, ...inUse.map((area) => grades[area.id])];
      const nothingYet = entered.every((mark) => (mark ?? null) === null);
      return [{ pupil, areas: open.map((area) => area.name), nothingYet }];
    })
    .sort((a, b) => (nameInUse(a.pupil) < nameInUse(b.pupil) ? -1 : 1));
}
