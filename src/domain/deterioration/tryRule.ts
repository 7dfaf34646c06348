/**
 * Which notices other settings would have brought over the grades there are, beside those of the settings in
 * use.
 */
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import type { Day } from "../words/days";
import { eventsOf, judgementsOf, notifies } from "../rule/judgements";
import { nameInUse } from "../hub/names";
import type { ActionPlan } from "../tables/plans";
import type { Settings } from "../tables/settings";

/** One first notice: a series of one placement. */
export interface Tried {
  week: Day;
  pupil: string;
  area: string;
  provider: string;
}

/** The first notices of the running academic year, oldest first. */
export const noticesWith = (
  settings: Settings,
  hub: Hub,
  closed: readonly SchoolWeek[],
  plans: readonly ActionPlan[],
): Tried[] =>
  judgementsOf(hub, closed, plans, settings)
    .flatMap(({ placement, series }) =>
      series
        .filter(({ id }) => notifies(id, hub.areas, settings))
        .flatMap((one) =>
          eventsOf(one)
            .filter(({ kind }) => kind === "notify")
            .map(({ week }) => {
              const pupil = hub.pupils.get(placement.pupil);
              return {
                week,
                pupil: pupil ? nameInUse(pupil) : placement.pupil,
                area: one.name,
                provider: placement.provider,
              };
            }),
        ),
    )
    .sort((a, b) => (a.week < b.week ? -1 : 1));
