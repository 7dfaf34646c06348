/** Notes of evidence of the demo: one or two per pupil and half-term. */
import type { Day } from "../../domain/words/days";
import { newEvidence } from "../../domain/learning/evidence";
import type { Evidence } from "../../domain/tables/feedback";
import { drawFor, oneOf } from "../random";
import type { Learner, School } from "./learners";
import type { Occasion } from "./records";
import { dealerOf, entriesFor, inOrder } from "./records";
import { EVIDENCE } from "./words/evidenceWords";

/** A half-term in which a pupil has had fewer days may have none yet. */
const ENOUGH_DAYS = 8;

function occasionsOf(learner: Learner, seed: number): Occasion[] {
  const halfTerms = new Map<string, Day[]>();
  for (const { halfTerm, days } of learner.weeks)
    halfTerms.set(halfTerm, [...(halfTerms.get(halfTerm) ?? []), ...days]);
  return [...halfTerms].flatMap(([halfTerm, days]) => {
    const draw = drawFor(seed, learner.pupil.id, halfTerm, "evidence");
    const first = { learner, day: oneOf(draw, days) };
    if (days.length < ENOUGH_DAYS) return draw() < 0.5 ? [first] : [];
    return draw() < 0.5 ? [first] : [first, { learner, day: oneOf(draw, days) }];
  });
}

/** All notes, earlier ones first. */
export function evidenceOf({ year: { seed } }: School, learners: readonly Learner[]): Evidence[] {
  const entry = entriesFor(seed, "E");
  const notes = dealerOf(drawFor(seed, "evidence"), EVIDENCE);
  return inOrder(learners.flatMap((learner) => occasionsOf(learner, seed))).map((occasion) => {
    const { learner } = occasion;
    const [subject, method, shown, nextStep] = notes(learner);
    const by = subject === "literacy" || subject === "numeracy" ? learner.teacher : learner.keyWorker;
    return newEvidence(entry(occasion, by), { subject, method, shown, nextStep });
  });
}
