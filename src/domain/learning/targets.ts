/** Setting, sharing, revising and ending a target. */
import type { Subject } from "../words/choices";
import { BY_TEACHING_STAFF } from "../words/choices";
import type { Day } from "../words/days";
import { dayOf } from "../words/days";
import type { Form } from "../tables/forms";
import { filledIn } from "../tables/forms";
import { refusal } from "../words/problem";
import { TEACHING } from "../hub/rights";
import type { StaffMember } from "../tables/people";
import type { Target } from "../tables/targets";
import { targets } from "../tables/targets";
import type { NewRecord } from "./entry";

export const TARGET_FORM = [
  "subject",
  "wording",
  "childWording",
  "howWeKnow",
  "startingPoint",
  "steps",
  "expectation",
  "trajectoryReason",
  "reviewBy",
  "agreedOn",
  "sharedPupilOn",
  "sharedParentOn",
  "sharedParentHow",
  "supersedes",
  "revisionReason",
] as const;
export type TargetForm = Form<(typeof TARGET_FORM)[number]>;

/** What may be filled in later. */
export const LATER = [
  "agreedOn",
  "sharedPupilOn",
  "sharedParentOn",
  "sharedParentHow",
  "pupilSays",
  "reviewBy",
  "steps",
] as const;

export const ENDING_FORM = ["state", "outcome"] as const;
export type EndingForm = Form<(typeof ENDING_FORM)[number]>;

/** Literacy and numeracy targets are teaching staff's to set, revise and end. */
export function refuseOtherStaff(subject: Subject, { role }: StaffMember): void {
  if (!BY_TEACHING_STAFF.includes(subject) || TEACHING.includes(role)) return;
  throw refusal(
    `Only teaching staff can set and end ${subject} targets; your role is ${role}. Ask a teacher. Nothing was saved.`,
  );
}

export function newTarget({ id, pupil, name, by, now }: NewRecord, form: unknown): Target {
  const filled = filledIn(targets, TARGET_FORM, form);
  refuseOtherStaff(filled.subject, by);
  if (filled.expectation === "personal trajectory" && filled.trajectoryReason === "")
    throw refusal("Say why the trajectory is a personal one. Nothing was saved.");
  if (filled.supersedes !== "" && filled.revisionReason === "")
    throw refusal("Say why the target is being changed. Nothing was saved.");
  if (filled.sharedParentOn !== null && filled.sharedParentHow === "")
    throw refusal("Say how it was shared with the parent. Nothing was saved.");
  return {
    id,
    pupil,
    name,
    ...filled,
    setBy: by.name,
    setOn: dayOf(now),
    pupilSays: "not asked yet",
    state: "active",
    closedOn: null,
    outcome: "",
  };
}

/** What ends the target that a revision takes the place of. */
export const superseding = (today: Day): Pick<Target, "state" | "closedOn"> => ({
  state: "changed by agreement",
  closedOn: today,
});

/** Met, partly met or not met; or active again, where that was a mistake. */
export function endedTarget(form: unknown, today: Day): Pick<Target, "state" | "closedOn" | "outcome"> {
  const filled = filledIn(targets, ENDING_FORM, form);
  if (filled.state === "changed by agreement")
    throw refusal("To change a target, revise it and give a reason. Nothing was saved.");
  return { ...filled, closedOn: filled.state === "active" ? null : today };
}

/** Ended by meeting it, in part or not at all; a revision says nothing of that. */
const isEnded = ({ state }: Target): boolean => state !== "active" && state !== "changed by agreement";

/** How many met targets running say that the next may be harder. */
export const STRETCH_AFTER = 3;

/** Subjects in which a pupil's last three targets that ended were all met. */
export function readyToStretch(own: readonly Target[]): Subject[] {
  const subjects = [...new Set(own.map(({ subject }) => subject))];
  return subjects.filter((subject) => {
    const last = own
      .filter((target) => target.subject === subject && isEnded(target))
      .sort((a, b) => ((a.closedOn ?? "") < (b.closedOn ?? "") ? -1 : 1))
      .slice(-STRETCH_AFTER);
    return last.length === STRETCH_AFTER && last.every(({ state }) => state === "met");
  });
}
