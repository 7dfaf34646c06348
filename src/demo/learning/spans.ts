/** When a pupil's targets in a subject begin and end, and what came of them. */
import type { Subject, TargetState } from "../../domain/words/choices";
import { STRETCH_AFTER } from "../../domain/learning/targets";
import type { Draw } from "../random";
import { below } from "../random";
import type { Learner } from "./learners";

/** Three literacy targets met running: ready to stretch. */
const READY = "U013";

/**
 * From setting a target to ending it, as places in the pupil's days; the last one of a pupil who is there has
 * no end.
 */
export interface Span {
  from: number;
  to: number | null;
  state: TargetState;
}

/** School days that a target lasts, from the shortest, and how old the newest one is at least. */
const SHORTEST = 20;
const SPREAD = 15;
const AGE = 12;
/** Chances of met, and of met or partly met; a pupil who leaves ends with one of these. */
const MET = 0.5;
const PARTLY = 0.72;

export function spansOf(draw: Draw, { days, pupil, isHere }: Learner, subject: Subject): Span[] {
  const isReady = pupil.id === READY && subject === "literacy";
  const last = days.length - 1;
  const age = isReady ? 3 : AGE;
  const spans: Span[] = [];
  let from = Math.min(2 + (isReady ? 0 : below(draw, 4)), last);
  for (;;) {
    const quick = Math.max(9, Math.floor((last - 5) / (STRETCH_AFTER + 1)));
    const to = from + (isReady ? quick : SHORTEST + below(draw, SPREAD));
    if (to > last - age) break;
    spans.push({ from, to, state: stateFrom(draw(), spans) });
    from = to;
  }
  if (!isHere) spans.push({ from, to: last, state: stateFrom(draw() * PARTLY, spans) });
  else spans.push({ from, to: null, state: "active" });
  return isReady ? asReady(spans) : spans;
}

/** Never three met running: that is the story of one pupil. */
function stateFrom(chance: number, before: readonly Span[]): TargetState {
  const judged = before.filter(({ state }) => state !== "changed by agreement").slice(1 - STRETCH_AFTER);
  if (chance < MET)
    return judged.length === STRETCH_AFTER - 1 && judged.every(({ state }) => state === "met")
      ? "partly met"
      : "met";
  if (chance < PARTLY) return "partly met";
  // A smaller step is not changed once more.
  const isRevision = before[before.length - 1]?.state === "changed by agreement";
  return chance < 0.92 && !isRevision ? "changed by agreement" : "not met";
}

const asReady = (spans: readonly Span[]): Span[] =>
  spans.map((span, i) =>
    span.to === null
      ? span
      : { ...span, state: i + 1 + STRETCH_AFTER >= spans.length ? "met" : "partly met" },
  );
