/** What is said of a target in short, and what is still to do with it. */
import type { Day } from "../../../domain/words/days";
import type { Target } from "../../../domain/tables/targets";

/** With a parent or carer. */
export const HOW_SHARED = ["phone", "in person", "on paper", "email"] as const;

const BRIEF = 140;

/** A target's first words, cut between two of them. */
export const briefly = ({ wording }: Pick<Target, "wording">): string =>
  wording.length <= BRIEF ? wording : `${wording.slice(0, wording.lastIndexOf(" ", BRIEF))} …`;

/** `not agreed with the pupil yet`. */
export const todosOf = (target: Target, today: Day): string[] =>
  [
    target.agreedOn === null && "not agreed with the pupil yet",
    target.sharedPupilOn === null && "not shared with the pupil yet",
    target.sharedParentOn === null && "not shared with a parent or carer yet",
    target.pupilSays === "too hard" && "the pupil says it is too hard",
    target.pupilSays === "too easy" && "the pupil says it is too easy",
    target.reviewBy !== null && target.reviewBy < today && "its review is due",
  ].filter((todo) => todo !== false);
