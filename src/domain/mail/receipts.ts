/**
 * What left for whom, told from the ledger alone: from keys, states and letters, so that the answer stays the
 * same whatever became of the provider, the contact or the pupil since.
 *
 * Worked example: `notice|2026-11-16|U017|P03|C014|1`, claimed and sent on 20 November, superseded on the
 * 23rd, is "Notice about U017, week beginning 16 November 2026; sent 2026-11-20 18:10; later superseded:
 * Grades were corrected."
 */
import { isGrade } from "../words/grades";
import type { Mark } from "../words/grades";
import type { OutboxRow } from "../tables/ledger";
import { inWords, segmentsOf } from "./kinds";

export interface Receipt {
  key: string;
  provider: string;
  /** The key in words. */
  what: string;
  /** When it was sent; where it never was, when it was last heard of. */
  at: string;
  isSent: boolean;
  /** What became of it, in words. */
  state: string;
  /** The contact's id, and the address that was used; "" for what is sent to nobody. */
  contact: string;
  to: string;
  /** Which pupils it was about, and how many grades; null if the Outbox's cell cannot be read. */
  pupils: ToldPupil[] | null;
}
export interface ToldPupil {
  /** A pupil's id, or `all` of the provider's. */
  pupil: string;
  grades: number;
  /**
   * What was told, by week and then area (`overall`): a letter, or of a notice its kinds and the grades it
   * rests on.
   */
  weeks: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/**
 * The ids in a key, by what they look like: kinds to come are understood as far as they name the same things.
 */
function idsIn(key: string): { pupil: string; provider: string; contact: string } {
  const find = (pattern: RegExp): string => segmentsOf(key).find((part) => pattern.test(part)) ?? "";
  return { pupil: find(/^(U\d+|all)$/), provider: find(/^P\d+$/), contact: find(/^C\d+$/) };
}

/** Everything of which the ledger has events, in the order in which it left or was last heard of. */
export function receiptsOf(events: readonly OutboxRow[]): Receipt[] {
  const byKey = new Map<string, OutboxRow[]>();
  for (const event of [...events].sort((a, b) => (a.no ?? 0) - (b.no ?? 0)))
    byKey.set(event.key, [...(byKey.get(event.key) ?? []), event]);
  return [...byKey]
    .map(([key, own]) => receiptOf(key, own))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

function receiptOf(key: string, events: readonly OutboxRow[]): Receipt {
  const ids = idsIn(key);
  const sent = events.find(({ state }) => state === "sent");
  const last = events[events.length - 1];
  const shown = sent ?? last;
  const letters = [...events].reverse().find((event) => event.letters !== "")?.letters ?? "";
  return {
    key,
    provider: ids.provider,
    what: inWords(key),
    at: shown?.at ?? "",
    isSent: sent !== undefined,
    state: stateOf(last, sent),
    contact: ids.contact,
    to: shown?.recipient ?? "",
    pupils: toldIn(letters, ids.pupil),
  };
}

/** States as people read them; one that is not known yet says itself. */
function stateOf(last: OutboxRow | undefined, sent: OutboxRow | undefined): string {
  const state: string = last?.state ?? "";
  const because = last?.reason ? `: ${last.reason}` : "";
  if (sent && last !== sent) return `sent; later ${state}${because}`;
  switch (state) {
    case "claimed":
      return "unresolved: a run stopped while sending this, and nobody can tell whether it was sent";
    case "approved":
      return "approved by a lead, but not sent yet";
    case "made":
      return "a document made in Drive, not a message";
    case "dropped":
      return `dropped, so never sent${because}`;
    case "held":
    case "failed":
      return `${state}, not sent${because}`;
    default:
      return `${state}${because}`;
  }
}

/**
 * Grades by pupil in an event's letters: of updates one by one, of notices those that the notice rests on.
 */
function toldIn(letters: string, inKey: string): ToldPupil[] | null {
  const found = new Map<string, ToldPupil>(
    inKey === "" ? [] : [[inKey, { pupil: inKey, grades: 0, weeks: {} }]],
  );
  try {
    const weeks = JSON.parse(letters || "{}") as Record<string, Record<string, ToldPupil["weeks"][string]>>;
    for (const [week, pupils] of Object.entries(weeks))
      for (const [pupil, marks] of Object.entries(pupils)) {
        const before = found.get(pupil) ?? { pupil, grades: 0, weeks: {} };
        const grades = Object.values(marks).reduce((sum, mark) => sum + gradesIn(mark), before.grades);
        found.set(pupil, { pupil, grades, weeks: { ...before.weeks, [week]: marks } });
      }
  } catch {
    return null;
  }
  return [...found.values()].sort((a, b) => (a.pupil < b.pupil ? -1 : 1));
}

/** `A` -> 1; null or `U` -> 0; `notify GGA.RA` -> 5. */
function gradesIn(mark: unknown): number {
  if (typeof mark !== "string") return 0;
  const [, basis] = mark.split(" ");
  return basis === undefined
    ? Number(isGrade(mark as Mark))
    : [...basis].filter((c) => /[GAR]/.test(c)).length;
}

/** What concerns a provider from the first day to the last, both included. */
export const receivedBy = (
  events: readonly OutboxRow[],
  provider: string,
  { from, to }: { from: string; to: string },
): Receipt[] =>
  receiptsOf(events).filter(
    (one) => one.provider === provider && one.at.slice(0, 10) >= from && one.at.slice(0, 10) <= to,
  );

/** `U001 9 grades, U004 no grades`. */
export const toldInWords = ({ pupils }: Receipt): string =>
  pupils === null
    ? "the pupils it was about cannot be read"
    : pupils
        .map(
          ({ pupil, grades }) =>
            `${pupil} ${grades === 0 ? "no" : grades} ${grades === 1 ? "grade" : "grades"}`,
        )
        .join(", ");

/** A receipt in a line. */
export function lineOf(one: Receipt): string {
  const to = [one.contact, one.to].filter(Boolean).join(" ");
  return [`${one.at}  ${one.what}`, to && `to ${to}`, one.state, toldInWords(one)].filter(Boolean).join("; ");
}
