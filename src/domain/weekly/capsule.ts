/**
 * What one provider may see of some weeks: its own pupils, only for days inside their placements, and nothing
 * else. Mails are composed from a capsule, so that another provider's pupil cannot be reached from there.
 */
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { areasIn, lastingOf, overallOf, pupilsIn, touches } from "../hub/hub";
import type { GradeChange } from "./changes";
import type { Day } from "../words/days";
import { dayWithWeekday } from "../words/days";
import type { Mark } from "../words/grades";
import { labelsFor } from "../hub/labels";
import { initialsOf } from "../hub/names";
import type { Problem } from "../words/problem";
import { mayTell } from "../hub/restriction";
import type { Placement, Provider } from "../tables/people";
import type { Scope, Texts } from "./texts";
import { rewardsFor, textsFor } from "./texts";

export interface PupilWeek extends Texts {
  pupilId: string;
  /** What the pupil is called in the message: initials or name, told apart where two would look alike. */
  label: string;
  reference: string;
  overall: Mark;
  /** The overall was derived from the areas because nobody entered one. */
  derived: boolean;
  /** Last week's overall inside the same placement; null where there is none. */
  lastWeek: Mark;
  areas: readonly { id: string; name: string; mark: Mark }[];
  /** What the pupil was recognised for, a sentence each. */
  rewards: readonly string[];
  /** `joined on Tuesday 17 November`, or "". */
  joined: string;
  left: string;
}

export interface CapsuleWeek {
  week: Day;
  pupils: readonly PupilWeek[];
  /** Pupils whose row is missing or cannot be used. */
  toFollow: number;
}

/** What was late or corrected since a pupil's weeks were told, in sentences. */
export interface PupilChanges {
  label: string;
  reference: string;
  lines: readonly string[];
}

export interface Capsule {
  provider: Provider;
  weeks: readonly CapsuleWeek[];
  changed: readonly PupilChanges[];
  problems: readonly Problem[];
}

/** The provider's capsule for its weeks, oldest first, with changes of earlier ones; both may be none. */
export function capsuleFor(
  provider: Provider,
  weeks: readonly SchoolWeek[],
  hub: Hub,
  changes: readonly GradeChange[] = [],
): Capsule {
  const problems: Problem[] = [];
  const ofProvider = hub.placements.filter((p) => p.provider === provider.id);
  const changedWeeks = hub.weeks.filter((week) => changes.some((change) => change.week === week.week));
  const labels = labelsFor(provider, ofProvider, [...changedWeeks, ...weeks], hub);
  const blocks = weeks.map((week): CapsuleWeek => {
    const present = pupilsIn(week, hub);
    const touching = ofProvider.filter((p) => touches(p, week) && mayTell(week.week, p, hub));
    const ids = [...new Set(touching.map((placement) => placement.pupil))].sort();
    const placed = ids.flatMap((id) => lastingOf(touching.filter((p) => p.pupil === id)) ?? []);
    const pupils = placed.flatMap((placement) =>
      pupilWeek(placement, labels, { week, provider, present, hub, problems }),
    );
    const unreadable = hub.unreadablePlacements.get(provider.id) ?? 0;
    return { week: week.week, pupils, toFollow: placed.length - pupils.length + unreadable };
  });
  const told = blocks.filter((block) => block.pupils.length > 0 || block.toFollow > 0);
  return { provider, weeks: told, changed: changedPupils(changes, ofProvider, labels), problems };
}

function changedPupils(
  changes: readonly GradeChange[],
  placements: readonly Placement[],
  labels: ReadonlyMap<string, string>,
): PupilChanges[] {
  return [...new Set(changes.map((change) => change.pupilId))].map((id) => ({
    label: labels.get(id) ?? id,
    reference: lastingOf(placements.filter((p) => p.pupil === id))?.reference ?? "",
    lines: changes.filter((change) => change.pupilId === id).map((change) => change.line),
  }));
}

function pupilWeek(placement: Placement, labels: ReadonlyMap<string, string>, scope: Scope): PupilWeek[] {
  const { week, hub } = scope;
  const pupil = hub.pupils.get(placement.pupil);
  const row = hub.rows.get(`${week.week}|${placement.pupil}`);
  if (!pupil || !row) return [];
  const before = hub.weeks[hub.weeks.findIndex((w) => w.week === week.week) - 1];
  const lastRow =
    before && touches(placement, before) && mayTell(before.week, placement, hub)
      ? hub.rows.get(`${before.week}|${pupil.id}`)
      : undefined;
  const texts = textsFor(placement, pupil, row, scope);
  const [firstOpen, lastOpen] = [week.days[0] ?? week.week, week.days[week.days.length - 1] ?? week.week];
  return [
    {
      pupilId: pupil.id,
      label: labels.get(pupil.id) ?? initialsOf(pupil),
      reference: placement.reference,
      ...overallOf(row, hub.areas),
      lastWeek: lastRow ? overallOf(lastRow, hub.areas).overall : null,
      areas: areasIn(hub.areas, week.week).map(({ id, name }) => ({
        id,
        name,
        mark: row.grades[id] ?? null,
      })),
      ...texts,
      rewards: rewardsFor(placement, pupil, scope),
      joined: placement.firstDay > firstOpen ? `joined on ${dayWithWeekday(placement.firstDay)}` : "",
      left:
        placement.lastDay !== null && placement.lastDay < lastOpen
          ? `left on ${dayWithWeekday(placement.lastDay)}`
          : "",
    },
  ];
}
