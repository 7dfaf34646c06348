/**
 * The Overview's rows: each pupil's overalls of this half-term, what is still to enter, attendance of
 * sessions offered.
 */
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { overallOf, touches } from "../hub/hub";
import type { Day } from "../words/days";
import { dayOf, shortDay } from "../words/days";
import { isNotified } from "../rule/episode";
import type { Judgement } from "../rule/judgements";
import { nameInUse } from "../hub/names";
import { OVERALL } from "../rule/placementSeries";
import type { Rule } from "../words/ruleNumbers";
import { WEEK_COLUMNS } from "../tables/overview";
import type { Placement, Pupil } from "../tables/people";
import type { Target } from "../tables/targets";
import { blanksIn } from "../hub/blanks";

/** The half-term that a day is in, or the last one before it: its weeks up to that day, oldest first. */
export function halfTermTo(weeks: readonly SchoolWeek[], today: Day): SchoolWeek[] {
  const past = weeks.filter((week) => (week.days[0] ?? week.week) <= today);
  const last = past[past.length - 1];
  return past
    .filter((week) => week.year === last?.year && week.halfTerm === last.halfTerm)
    .slice(-WEEK_COLUMNS);
}

/** `w/b 23 Nov`. */
export const weekHeading = (week: SchoolWeek): string =>
  `w/b ${shortDay(week.week).replace(/(\w{3})\w*$/, "$1")}`;

type OverviewRow = Record<string, string>;

/** `judgements`: of the closed weeks; where a pupil has two placements, the one further below counts. */
export function overviewRows(
  weeks: readonly SchoolWeek[],
  hub: Hub,
  judgements: readonly Judgement[],
  rule: Rule,
  targets: readonly Target[] = [],
): OverviewRow[] {
  const newest = weeks[weeks.length - 1];
  const blanks = new Map(newest ? blanksIn(newest, hub).map((b) => [b.pupil.id, b.areas.length]) : []);
  const here = (id: string): Placement[] =>
    hub.placements.filter((p) => p.pupil === id && weeks.some((week) => touches(p, week)));
  return [...hub.pupils.values()]
    .filter((pupil) => here(pupil.id).length > 0)
    .sort((a, b) => (nameInUse(a) < nameInUse(b) ? -1 : 1))
    .map((pupil) => ({
      pupilId: pupil.id,
      pupil: nameInUse(pupil),
      providers: providersOf(here(pupil.id), hub),
      keyWorker: hub.keyWorkers.get(pupil.id)?.name ?? "",
      ...standOf(pupil.id, judgements, rule),
      blanks: String(blanks.get(pupil.id) ?? ""),
      attendance: attendanceOf(pupil, weeks, hub),
      targets: targetsOf(targets.filter((target) => target.pupil === pupil.id)),
      recognised: recognisedOn(pupil.id, hub),
      ...Object.fromEntries(weeks.map((week, i) => [`week${i}`, shown(pupil, week, here(pupil.id), hub)])),
    }));
}

/** `G` and `3 weeks, warning`. */
function standOf(
  pupil: string,
  judgements: readonly Judgement[],
  rule: Rule,
): { level: string; below: string } {
  const states = judgements
    .filter(({ placement }) => placement.pupil === pupil)
    .flatMap(({ series }) => series.find(({ id }) => id === OVERALL)?.states.slice(-1) ?? [])
    .sort((a, b) => (b.episode?.below ?? 0) - (a.episode?.below ?? 0));
  const [state] = states;
  if (!state?.level) return { level: "", below: "" };
  const { level, episode } = state;
  if (!episode) return { level: level.grade, below: "" };
  const mark = isNotified(episode) ? ", notified" : episode.below === rule.threshold ? ", warning" : "";
  return {
    level: level.grade,
    below: `${episode.below} ${episode.below === 1 ? "week" : "weeks"}${mark}`,
  };
}

const providersOf = (placements: readonly Placement[], { providers }: Hub): string =>
  [...new Set(placements.map((p) => providers.find(({ id }) => id === p.provider)?.name ?? ""))].join(", ");

/** `3 active, 1 to agree`. */
function targetsOf(own: readonly Target[]): string {
  const active = own.filter(({ state }) => state === "active");
  const toAgree = active.filter(({ agreedOn }) => agreedOn === null).length;
  if (active.length === 0) return "";
  return `${active.length} active${toAgree > 0 ? `, ${toAgree} to agree` : ""}`;
}

/** `13 November`. */
function recognisedOn(pupil: string, { rewards }: Hub): string {
  const last = rewards
    .filter((reward) => reward.pupil === pupil)
    .map(({ at }) => dayOf(at))
    .sort()
    .pop();
  return last ? shortDay(last) : "";
}

/** `G`; `A*` where it was worked out from the areas; `blank`; nothing while the pupil is not here. */
function shown(pupil: Pupil, week: SchoolWeek, placements: readonly Placement[], hub: Hub): string {
  if (!placements.some((p) => touches(p, week))) return "";
  const row = hub.rows.get(`${week.week}|${pupil.id}`);
  if (!row) return "blank";
  const { overall, derived } = overallOf(row, hub.areas);
  return overall === null ? "blank" : `${overall}${derived ? "*" : ""}`;
}

/** `93% (26 of 28)`; nothing where no sessions are entered. */
function attendanceOf(pupil: Pupil, weeks: readonly SchoolWeek[], hub: Hub): string {
  const rows = weeks.flatMap((week) => hub.rows.get(`${week.week}|${pupil.id}`) ?? []);
  const counted = rows.filter((row) => row.offered !== null && row.attended !== null);
  const offered = counted.reduce((sum, row) => sum + (row.offered ?? 0), 0);
  const attended = counted.reduce((sum, row) => sum + (row.attended ?? 0), 0);
  return offered === 0 ? "" : `${Math.round((100 * attended) / offered)}% (${attended} of ${offered})`;
}
