/** What the deterioration rule knows of a series after a step. */
import type { Episode, EventKind } from "./episode";
import { NONE } from "./episode";
import type { Grade } from "../words/grades";
import type { RedWeeks } from "./oftenRed";
import { NO_RED_WEEKS } from "./oftenRed";

/** What the pupil is measured against: the pupil's own earlier weeks, or what was agreed. */
export interface Level {
  readonly grade: Grade;
  readonly set: "established" | "raised" | "agreed";
  /** Index of the step that set it. */
  readonly at: number;
}

/** A series after a step. States are never changed, so each can be kept as the evidence of its week. */
export interface SeriesState {
  /** Index of the step; -1 before the first. */
  readonly at: number;
  /** The step's grade; null where it has none. */
  readonly grade: Grade | null;
  readonly events: readonly EventKind[];
  /** null until it is established. */
  readonly level: Level | null;
  readonly episode: Episode | null;
  /** The establishing weeks so far and the lowest of them; they take no part in anything else. */
  readonly establishing: number;
  readonly lowestEstablishing: Grade;
  /** How many graded weeks running, up to now, were Green, and how many Green or Amber. */
  readonly green: number;
  readonly greenOrAmber: number;
  /** Away weeks since the last graded one. */
  readonly away: number;
  readonly redWeeks: RedWeeks;
}

/**
 * Nothing known: before the first step, and wherever everything starts afresh, perhaps with an agreed level.
 */
export const fresh = (at: number, level: Level | null, events: readonly EventKind[]): SeriesState => ({
  at,
  grade: null,
  events,
  level,
  episode: null,
  establishing: 0,
  lowestEstablishing: "G",
  green: 0,
  greenOrAmber: 0,
  away: 0,
  redWeeks: NO_RED_WEEKS,
});

export const START: SeriesState = fresh(-1, null, NONE);
