/** The Alerts tab: a row for each episode that went on long enough to warn, explained from the grades. */
import { alertSentence } from "./alertSentence";
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { touches } from "../hub/hub";
import type { Day } from "../words/days";
import type { Judgement, SeriesEpisode } from "../rule/judgements";
import { episodesOf, notifies } from "../rule/judgements";
import { nameInUse } from "../hub/names";
import type { Series } from "../rule/placementSeries";
import type { Rule } from "../words/ruleNumbers";
import type { Alert } from "../tables/plans";
import type { Settings } from "../tables/settings";

export type AlertKey = Pick<Alert, "placement" | "series" | "firstWeek">;
export const keyOfAlert = ({ placement, series, firstWeek }: AlertKey): string =>
  [placement, series, firstWeek].join("|");

export const firstWeekIn = (key: string): Day => key.slice(key.lastIndexOf("|") + 1);

/** An alert as the grades show it now, with what is needed to report it. */
export interface FoundAlert {
  row: Omit<Alert, "notifiedOn" | "plan">;
  /** The week whose grade made it more than three; null for a warning. */
  notifyWeek: Day | null;
}

/** `newest`: the week that closed last; an alert of a placement that was over before it has ended. */
export const alertsIn = (
  judgements: readonly Judgement[],
  newest: SchoolWeek | undefined,
  hub: Hub,
  settings: Settings,
): FoundAlert[] =>
  judgements.flatMap(({ placement, series }) =>
    series.flatMap((one) =>
      episodesOf(one)
        .filter(({ events }) => events.some(({ kind }) => kind === "warning" || kind === "notify"))
        .map((found): FoundAlert => {
          const pupil = hub.pupils.get(placement.pupil);
          return {
            row: {
              placement: placement.id,
              pupil: placement.pupil,
              name: pupil ? nameInUse(pupil) : "",
              provider: placement.provider,
              series: one.id,
              area: one.name,
              level: found.level,
              firstWeek: found.firstWeek,
              weeksBelow: found.episode.below,
              state: stateOf(found, {
                goesOn: newest !== undefined && touches(placement, newest),
                tells: notifies(one.id, hub.areas, settings),
              }),
              sentence: sentenceOf(one, found, settings),
            },
            notifyWeek: found.events.find(({ kind }) => kind === "notify")?.week ?? null,
          };
        }),
    ),
  );

function stateOf(
  { events, isOpen }: SeriesEpisode,
  { goesOn, tells }: { goesOn: boolean; tells: boolean },
): Alert["state"] {
  if (events.some(({ kind }) => kind === "recovered")) return "recovered";
  if (!isOpen || !goesOn) return "ended";
  if (!events.some(({ kind }) => kind === "notify")) return "warning";
  return tells ? "notified" : "below";
}

function sentenceOf(series: Series, { events, episode, isOpen }: SeriesEpisode, rule: Rule): string {
  const recovered = events.find(({ kind }) => kind === "recovered");
  if (recovered) return alertSentence({ series, at: recovered.at, kind: "recovered" }, rule);
  const isWarning = isOpen && !events.some(({ kind }) => kind === "notify");
  return alertSentence({ series, at: episode.last, kind: isWarning ? "warning" : "notify" }, rule);
}

/**
 * The rows to show: those found, and of those shown before but not found again, the ones that still matter.
 * Grades that were corrected make an alert that was told superseded; one of an earlier school year has ended
 * with it.
 */
export function alertRows(
  found: readonly FoundAlert[],
  present: readonly Alert[],
  toldOn: (alert: FoundAlert) => string,
  planOf: (key: string) => string,
  yearStarts: Day,
): Alert[] {
  const keys = new Set(found.map(({ row }) => keyOfAlert(row)));
  const now = found.map((alert): Alert => {
    const plan = planOf(keyOfAlert(alert.row));
    return { ...alert.row, notifiedOn: alert.notifyWeek === null ? "" : toldOn(alert), plan };
  });
  const gone = present
    .filter((row) => !keys.has(keyOfAlert(row)))
    .flatMap((row): Alert[] => {
      if (row.firstWeek < yearStarts)
        return [["warning", "notified", "below"].includes(row.state) ? { ...row, state: "ended" } : row];
      return row.notifiedOn !== "" || row.plan !== "" ? [{ ...row, state: "superseded" }] : [];
    });
  return [...now, ...gone].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Open ones first, the newest on top. */
function orderOf({ state, firstWeek, pupil, series }: Alert): string {
  const open = ["notified", "warning", "below"].indexOf(state);
  const newest = 99_999_999 - Number(firstWeek.replace(/-/g, ""));
  return [open < 0 ? 3 : open, newest, pupil, series].join("|");
}
