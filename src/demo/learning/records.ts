/**
 * What all demo records have in common: an id, a day and an author; in the order of their days; words dealt
 * like cards.
 */
import type { Day } from "../../domain/words/days";
import type { NewRecord } from "../../domain/learning/entry";
import type { StaffMember } from "../../domain/tables/people";
import { newRecordId } from "../../domain/tables/records";
import type { Draw } from "../random";
import { below, drawFor } from "../random";
import type { Learner } from "./learners";

/** Something that happens with a pupil on a day. */
export interface Occasion {
  learner: Learner;
  day: Day;
}

/** What happened earlier first; on one day as the pupils' ids have it. */
export const inOrder = <O extends Occasion>(occasions: readonly O[]): O[] =>
  [...occasions].sort((a, b) =>
    a.day === b.day ? a.learner.number - b.learner.number : a.day < b.day ? -1 : 1,
  );

/** What a record starts with; `time` is `hh:mm`. */
export type EntryFor = (occasion: Occasion, by: StaffMember, time?: string) => NewRecord;

const HEX_DIGITS = 6;

/**
 * Entries of one tab, whose ids never repeat: the six digits follow from the pupil and how many it has there.
 */
export function entriesFor(seed: number, letter: string): EntryFor {
  const counts = new Map<string, number>();
  const next = (key: string): number => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
  return ({ learner: { pupil, name }, day }, by, time = "12:00") => {
    const chance = drawFor(seed, "record", letter, pupil.id, next(pupil.id))();
    const hex = Math.floor(chance * 16 ** HEX_DIGITS)
      .toString(16)
      .padStart(HEX_DIGITS, "0");
    const id = newRecordId(letter, day, hex, next(`${day} ${hex}`));
    return { id, pupil: pupil.id, name, by, now: `${day}T${time}` };
  };
}

function shuffled<T>(draw: Draw, list: readonly T[]): T[] {
  const cards = [...list];
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = below(draw, last + 1);
    [cards[last], cards[other]] = [cards[other] as T, cards[last] as T];
  }
  return cards;
}

/**
 * Deals a list like cards: nothing again until all were dealt; a pupil gets what it has not had, as long as
 * there is some.
 */
export function dealerOf<T>(draw: Draw, list: readonly T[]): (learner: Learner) => T {
  let deck: T[] = [];
  const had = new Map<number, Set<T>>();
  return ({ number }) => {
    if (deck.length === 0) deck = shuffled(draw, list);
    const own = had.get(number) ?? new Set();
    had.set(number, own);
    const [card] = deck.splice(
      Math.max(
        0,
        deck.findIndex((one) => !own.has(one)),
      ),
      1,
    );
    own.add(card as T);
    return card as T;
  };
}
