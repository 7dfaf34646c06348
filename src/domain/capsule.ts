/**
 * What one provider may see of some weeks: its own pupils, only for days inside their placements, and nothing else.
 * Mails are composed from a capsule, so that another provider's pupil cannot be reached from there.
 */
import type { Rhythm, SchoolWeek } from "./calendar";
import type { Change } from "./changes";
import type { Day } from "./days";
import { dayWithWeekday } from "./days";
import type { Mark } from "./grades";
import { derivedOverall } from "./grades";
import { finderIn, initialsOf, isNamed, nameInUse, withInitials } from "./names";
import type { Problem } from "./problem";
import { problem } from "./problem";
import type { Area } from "./tables/areas";
import type { CalendarRow } from "./tables/calendar";
import type { Placement, Provider, Pupil, StaffMember } from "./tables/people";
import type { Placed } from "./tables/read";
import type { WeekRow } from "./tables/weeklyGrades";
import { yearGroupOf } from "./yearGroup";

/** All that jobs read about pupils and their weeks, checked and with references resolved to ids. */
export interface Centre {
  weeks: readonly SchoolWeek[];
  providers: readonly Placed<Provider>[];
  /** Providers' own, each with its provider's id. */
  holidays: readonly CalendarRow[];
  staff: readonly StaffMember[];
  /** By pupil id; a pupil without one belongs to the leads. */
  keyWorkers: ReadonlyMap<string, StaffMember>;
  pupils: ReadonlyMap<string, Pupil>;
  placements: readonly Placed<Placement>[];
  /** Placements that cannot be read but name a provider: that provider is told "1 pupil to follow". */
  unreadablePlacements: ReadonlyMap<string, number>;
  areas: readonly Area[];
  /** By `week|pupil`. */
  rows: ReadonlyMap<string, Placed<WeekRow>>;
  /** `week|pupil` of all rows there are, also of those that cannot be used. */
  takenRows: ReadonlySet<string>;
}

export interface PupilWeek {
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
  strength: string;
  nextStep: string;
  note: string;
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

/** Whether a placement touches an open day of the week. */
export const touches = (placement: Placement, week: SchoolWeek): boolean =>
  week.days.some(
    (day) => placement.firstDay <= day && (placement.lastDay === null || day <= placement.lastDay),
  );

const lastDayIn = (placement: Placement, week: SchoolWeek): Day =>
  [...week.days].reverse().find((d) => placement.lastDay === null || d <= placement.lastDay) ?? week.week;

/** Areas in use in a week: not yet retired. */
export const areasIn = (areas: readonly Area[], week: Day): Area[] =>
  areas.filter((area) => area.retiredFrom === null || week < area.retiredFrom);

export function overallOf(row: WeekRow, areas: readonly Area[]): { overall: Mark; derived: boolean } {
  if (row.overall !== null) return { overall: row.overall, derived: false };
  const overall = derivedOverall(areasIn(areas, row.week).map((area) => row.grades[area.id] ?? null));
  return { overall, derived: overall !== null };
}

export const rhythmOf = ({ id, cadence }: Provider, { holidays }: Centre): Rhythm => ({
  cadence,
  holidays: holidays.filter((holiday) => holiday.provider === id),
});

/** The provider's capsule for its weeks, oldest first, with changes of earlier ones; both may be none. */
export function capsuleFor(
  provider: Provider,
  weeks: readonly SchoolWeek[],
  centre: Centre,
  changes: readonly Change[] = [],
): Capsule {
  const problems: Problem[] = [];
  const ofProvider = centre.placements.filter((p) => p.provider === provider.id);
  const changedWeeks = centre.weeks.filter((week) => changes.some((change) => change.week === week.week));
  const labels = labelsFor(provider, ofProvider, [...changedWeeks, ...weeks], centre);
  const blocks = weeks.map((week): CapsuleWeek => {
    const touching = ofProvider.filter((placement) => touches(placement, week));
    const placed = [...new Map(touching.map((placement) => [placement.pupil, placement])).values()];
    const pupils = placed.flatMap((placement) =>
      pupilWeek(placement, week, provider, labels, centre, problems),
    );
    const unreadable = centre.unreadablePlacements.get(provider.id) ?? 0;
    return { week: week.week, pupils, toFollow: placed.length - pupils.length + unreadable };
  });
  const told = blocks.filter((block) => block.pupils.length > 0 || block.toFollow > 0);
  return { provider, weeks: told, changed: changedPupils(changes, ofProvider, labels), problems };
}

function changedPupils(
  changes: readonly Change[],
  placements: readonly Placement[],
  labels: ReadonlyMap<string, string>,
): PupilChanges[] {
  return [...new Set(changes.map((change) => change.pupilId))].map((id) => ({
    label: labels.get(id) ?? id,
    reference: placements.filter((p) => p.pupil === id).pop()?.reference ?? "",
    lines: changes.filter((change) => change.pupilId === id).map((change) => change.line),
  }));
}

function pupilWeek(
  placement: Placement,
  week: SchoolWeek,
  provider: Provider,
  labels: ReadonlyMap<string, string>,
  centre: Centre,
  problems: Problem[],
): PupilWeek[] {
  const pupil = centre.pupils.get(placement.pupil);
  const row = centre.rows.get(`${week.week}|${placement.pupil}`);
  if (!pupil || !row) return [];
  const before = centre.weeks[centre.weeks.findIndex((w) => w.week === week.week) - 1];
  const lastRow =
    before && touches(placement, before) ? centre.rows.get(`${before.week}|${pupil.id}`) : undefined;
  const texts = textsFor(placement, pupil, row, week, provider, centre, problems);
  const [firstOpen, lastOpen] = [week.days[0] ?? week.week, week.days[week.days.length - 1] ?? week.week];
  return [
    {
      pupilId: pupil.id,
      label: labels.get(pupil.id) ?? initialsOf(pupil),
      reference: placement.reference,
      ...overallOf(row, centre.areas),
      lastWeek: lastRow ? overallOf(lastRow, centre.areas).overall : null,
      areas: areasIn(centre.areas, week.week).map(({ id, name }) => ({
        id,
        name,
        mark: row.grades[id] ?? null,
      })),
      ...texts,
      joined: placement.firstDay > firstOpen ? `joined on ${dayWithWeekday(placement.firstDay)}` : "",
      left:
        placement.lastDay !== null && placement.lastDay < lastOpen
          ? `left on ${dayWithWeekday(placement.lastDay)}`
          : "",
    },
  ];
}

const TEXTS = { strength: "Strength", nextStep: "Next step", note: "Note for provider" } as const;

/** The week's texts, for the provider of the pupil's last day in it; one that names somebody else is withheld. */
function textsFor(
  placement: Placement,
  pupil: Pupil,
  row: Placed<WeekRow>,
  week: SchoolWeek,
  provider: Provider,
  centre: Centre,
  problems: Problem[],
): Pick<PupilWeek, keyof typeof TEXTS> {
  const ofPupil = centre.placements.filter((p) => p.pupil === pupil.id && touches(p, week));
  const lastDay = ofPupil
    .map((p) => lastDayIn(p, week))
    .sort()
    .pop();
  if (lastDayIn(placement, week) !== lastDay) return { strength: "", nextStep: "", note: "" };
  const shown = (field: keyof typeof TEXTS): string => {
    const own = provider.namesInUpdates === "initials" ? withInitials(row[field], pupil) : row[field];
    const named = own && namedIn(own, row.week, pupil, provider, centre);
    if (!named) return own;
    problems.push(
      problem(
        "Weekly grades",
        row.row,
        TEXTS[field],
        `This text was withheld: it names ${named}.`,
        "Reword it without the other name.",
      ),
    );
    return "";
  };
  return { strength: shown("strength"), nextStep: shown("nextStep"), note: shown("note") };
}

/** Who else a text names: another pupil with a row that week, or another provider; "" for nobody. */
function namedIn(text: string, week: Day, pupil: Pupil, provider: Provider, centre: Centre): string {
  // A name that the two share is this pupil's own here, so it is taken out before searching for the other's.
  const find = finderIn(withInitials(text, pupil));
  for (const other of centre.pupils.values())
    if (other.id !== pupil.id && centre.rows.has(`${week}|${other.id}`) && isNamed(find, other))
      return `another pupil (${other.id})`;
  const others = centre.providers.filter((p) => p.id !== provider.id);
  return others.some((p) => find(p.name)) ? "another provider" : "";
}

/** Labels by pupil id: full names or initials, told apart by year group, then reference, then the hub's number. */
function labelsFor(
  provider: Provider,
  placements: readonly Placement[],
  weeks: readonly SchoolWeek[],
  centre: Centre,
): Map<string, string> {
  const seen = new Map<string, Placement>();
  for (const placement of placements)
    if (weeks.some((week) => touches(placement, week))) seen.set(placement.pupil, placement);
  const year = weeks[weeks.length - 1]?.year ?? "";
  const candidates = [...seen].flatMap(([id, placement]) => {
    const pupil = centre.pupils.get(id);
    if (!pupil) return [];
    const plain = provider.namesInUpdates === "full" ? nameInUse(pupil) : initialsOf(pupil);
    const group = yearGroupOf(pupil, year);
    const withYear = group === null ? plain : `${plain} (Year ${group})`;
    return [
      {
        id,
        forms: [plain, withYear, `${withYear} ${placement.reference}`.trim(), `${plain} (hub number ${id})`],
      },
    ];
  });
  const form = (c: (typeof candidates)[number]): string =>
    c.forms.find((f, i) => candidates.every((other) => other === c || other.forms[i] !== f)) ?? c.id;
  return new Map(candidates.map((c) => [c.id, form(c)]));
}
