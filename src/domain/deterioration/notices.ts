/**
 * Which notices are due: what the grades say now, week by week, against what each contact was told.
 *
 * One notice per pupil, provider and week, naming every series that notified, got worse, is still below or
 * recovered in it. If what was told no longer holds because grades were corrected, its key is superseded: the
 * next revision, or where nothing is left a correction, goes to the same contact. If the run comes back, the
 * next revision is due. What only a changed setting would no longer tell stays told, because the grades it
 * rested on are still the same.
 */
import { takes } from "../mail/takers";
import type { SchoolWeek } from "../hub/calendar";
import { closingOf } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import type { Day } from "../words/days";
import type { EventKind } from "../rule/episode";
import type { Judgement } from "../rule/judgements";
import { gradesBehind, eventsOf, notifies } from "../rule/judgements";
import type { KeyParts } from "../mail/kinds";
import { keyOf, partsOf } from "../mail/kinds";
import type { ToldLetters } from "../mail/mail";
import type { Series } from "../rule/placementSeries";
import { problem, stop } from "../words/problem";
import type { OutboxRow } from "../tables/ledger";
import type { Contact, Placement } from "../tables/people";
import type { Settings } from "../tables/settings";

/** Kinds that go to a provider, in the order in which they are told. */
const TOLD_KINDS = ["notify", "worse", "stillBelow", "recovered"] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];
const isTold = (kind: EventKind): kind is ToldKind => (TOLD_KINDS as readonly string[]).includes(kind);

/** One thing to tell: a series' event of a week. */
export interface Item {
  series: Series;
  at: number;
  kind: ToldKind;
}

export interface DueNotice {
  placement: Placement;
  contact: Contact;
  week: Day;
  revision: number;
  /** What this message tells; none in a correction. */
  items: Item[];
  /** An earlier revision, which this one replaces or corrects. */
  replaces: boolean;
  key: string;
}

export interface DueNotices {
  due: DueNotice[];
  /** Keys that were sent and no longer hold. */
  superseded: { key: string; recipient: string; hash: string }[];
}

const nameOf = ({ series, kind }: Item): string => `${series.id}:${kind}`;

/**
 * What a placement's series say to the provider, by week; nothing of weeks that closed before the automation
 * was on.
 */
export function itemsByWeek(
  judgement: Judgement,
  hub: Hub,
  weeks: readonly SchoolWeek[],
  settings: Settings,
): Map<Day, Item[]> {
  const told = new Set(
    weeks
      .filter((week) => settings.firstOn !== "" && closingOf(week, settings.closingTime) >= settings.firstOn)
      .map(({ week }) => week),
  );
  const items = judgement.series
    .filter(({ id }) => notifies(id, hub.areas, settings))
    .flatMap((series) => eventsOf(series).map((event) => ({ ...event, series })))
    .filter(({ kind, week }) => isTold(kind) && told.has(week));
  const byWeek = new Map<Day, Item[]>();
  for (const { week, series, at, kind } of items)
    byWeek.set(week, [...(byWeek.get(week) ?? []), { series, at, kind: kind as ToldKind }]);
  return byWeek;
}

/** What one contact was told in a week: of each revision its state and items. */
interface Revision {
  key: string;
  number: number;
  state: OutboxRow["state"];
  recipient: string;
  hash: string;
  told: { name: string; basis: string }[];
}

/** An event of a notice or of a correction, with its key's parts. */
interface Told {
  event: OutboxRow;
  parts: KeyParts<"notice" | "correction">;
}

const toldIn = (events: readonly OutboxRow[]): Told[] =>
  events.flatMap((event) => {
    const parts = partsOf(event.key);
    return parts?.kind === "notice" || parts?.kind === "correction" ? [{ event, parts }] : [];
  });

/** `own`: what this contact was told of this pupil. */
function revisionsOf(own: readonly Told[], week: Day): Revision[] {
  const byKey = new Map<string, Revision>();
  for (const { event, parts } of own) {
    if (parts.kind !== "notice" || parts.week !== week) continue;
    const before = byKey.get(event.key);
    const told = event.letters === "" ? (before?.told ?? []) : itemsIn(event, week, parts.pupil);
    const { key, state, recipient, hash } = event;
    byKey.set(key, { key, number: parts.revision, state, recipient, hash, told });
  }
  return [...byKey.values()].sort((a, b) => a.number - b.number);
}

function itemsIn({ no, letters }: OutboxRow, week: Day, pupil: string): Revision["told"] {
  let told: ToldLetters;
  try {
    told = JSON.parse(letters) as ToldLetters;
  } catch {
    const wrong = `The letters of event ${no} cannot be read, because somebody changed the cell.`;
    throw stop(
      problem(
        "Outbox",
        null,
        "Letters",
        wrong,
        "Nothing will be sent until it is restored with File, Version history.",
      ),
    );
  }
  return Object.entries(told[week]?.[pupil] ?? {}).flatMap(([series, text]) => {
    const [kinds = "", basis = ""] = text.split(" ");
    return kinds.split("+").map((kind) => ({ name: `${series}:${kind}`, basis }));
  });
}

export function dueNotices(
  judgements: readonly Judgement[],
  contacts: readonly Contact[],
  events: readonly OutboxRow[],
  hub: Hub,
  weeks: readonly SchoolWeek[],
  settings: Settings,
): DueNotices {
  const result: DueNotices = { due: [], superseded: [] };
  const notices = toldIn([...events].sort((a, b) => (a.no ?? 0) - (b.no ?? 0)));
  const year = weeks[weeks.length - 1]?.year;
  const ofYear = new Set(weeks.filter((week) => week.year === year).map(({ week }) => week));
  for (const { placement, items, series } of together(judgements, hub, weeks, settings))
    for (const contact of contacts.filter((c) => c.provider === placement.provider)) {
      const { pupil, provider } = placement;
      const own = notices.filter(
        ({ parts }) => parts.pupil === pupil && parts.provider === provider && parts.contact === contact.id,
      );
      const all = new Set([...items.keys(), ...own.map(({ parts }) => parts.week)]);
      for (const week of [...all].filter((w) => ofYear.has(w)).sort())
        forContact({ placement, contact, week, items: items.get(week) ?? [], series, own }, result);
    }
  return result;
}

interface Together {
  /** The latest. */
  placement: Placement;
  items: Map<Day, Item[]>;
  series: Series[];
}

/** A pupil's placements with one provider tell together: after a break a second one follows the first. */
function together(
  judgements: readonly Judgement[],
  hub: Hub,
  weeks: readonly SchoolWeek[],
  settings: Settings,
): Together[] {
  const pairs = new Map<string, Together>();
  for (const judgement of judgements) {
    const { placement } = judgement;
    const key = `${placement.pupil}|${placement.provider}`;
    const pair = pairs.get(key) ?? { placement, items: new Map<Day, Item[]>(), series: [] };
    for (const [week, items] of itemsByWeek(judgement, hub, weeks, settings))
      pair.items.set(week, [...(pair.items.get(week) ?? []), ...items]);
    pairs.set(key, { ...pair, placement, series: [...pair.series, ...judgement.series] });
  }
  return [...pairs.values()];
}

interface ContactWeek {
  placement: Placement;
  contact: Contact;
  week: Day;
  items: Item[];
  series: readonly Series[];
  /** What this contact was told of this pupil, oldest first. */
  own: readonly Told[];
}

/** Whether something that was told no longer holds because its grades have changed. */
function isGone({ name, basis }: Revision["told"][number], { week, items, series }: ContactWeek): boolean {
  if (items.some((item) => nameOf(item) === name)) return false;
  const bases = series
    .filter(({ id }) => name.startsWith(`${id}:`))
    .flatMap((one) => {
      const at = one.entries.findIndex((entry) => "week" in entry && entry.week === week);
      return at < 0 ? [] : [gradesBehind(one, at)];
    });
  return !bases.includes(basis);
}

function forContact(at: ContactWeek, result: DueNotices): void {
  const { placement, contact, week, items, own } = at;
  const who = { week, pupil: placement.pupil, provider: placement.provider, contact: contact.id };
  const revisions = revisionsOf(own, week);
  const standing = revisions.filter(({ state }) => state === "sent" || state === "dropped");
  const vanished = standing.some((revision) => revision.told.some((told) => isGone(told, at)));
  if (vanished)
    result.superseded.push(
      ...standing
        .filter(({ state }) => state === "sent")
        .map(({ key, recipient, hash }) => ({ key, recipient, hash })),
    );

  const told = new Set(vanished ? [] : standing.flatMap((revision) => revision.told.map(({ name }) => name)));
  const untold = items.filter((item) => !told.has(nameOf(item)));
  const over = revisions.filter(({ state }) => ["sent", "dropped", "superseded"].includes(state));
  const last = over[over.length - 1];
  const replaces = vanished || last?.state === "superseded";
  if (!takes("notice", contact)) return;
  if (untold.length > 0) {
    const revision = over.length + 1;
    result.due.push({
      placement,
      contact,
      week,
      revision,
      items: untold,
      replaces,
      key: keyOf("notice", { ...who, revision }),
    });
  } else if (replaces && last && items.length === 0 && last.state !== "dropped") {
    const key = keyOf("correction", { ...who, revision: last.number });
    const isOver = own.some(
      ({ event }) => event.key === key && (event.state === "sent" || event.state === "dropped"),
    );
    if (!isOver)
      result.due.push({ placement, contact, week, revision: last.number, items: [], replaces, key });
  }
}
