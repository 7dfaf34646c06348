/** Giving feedback, checking a peer's, planning time to respond, and closing it. */
import { CLOSINGS } from "../words/choices";
import { dayOf } from "../words/days";
import type { Form } from "../tables/forms";
import { filledIn } from "../tables/forms";
import { refusal } from "../words/problem";
import type { StaffMember } from "../tables/people";
import type { Feedback } from "../tables/feedback";
import { feedback } from "../tables/feedback";
import type { NewRecord } from "./entry";
import { initialsOfStaff } from "./entry";

export const FEEDBACK_FORM = [
  "kind",
  "way",
  "subject",
  "piece",
  "objective",
  "criteria",
  "howWell",
  "whatNext",
  "acknowledgedIsEnough",
  "respondOn",
  "closedAs",
] as const;
export type FeedbackForm = Form<(typeof FEEDBACK_FORM)[number]>;

export const CLOSING_FORM = ["closedAs", "closedWho", "response"] as const;
export type ClosingForm = Form<(typeof CLOSING_FORM)[number]>;

export function newFeedback({ id, pupil, name, by, now }: NewRecord, form: unknown): Feedback {
  const filled = filledIn(feedback, FEEDBACK_FORM, form);
  if (filled.howWell === "" && filled.whatNext === "")
    throw refusal("Say how well it was done, or what comes next. Nothing was saved.");
  if (filled.kind !== "verbal" && (filled.howWell === "" || filled.whatNext === ""))
    throw refusal("Say both how well it was done and what comes next. Nothing was saved.");
  const isPeers = filled.kind === "peer";
  const isClosed = filled.closedAs !== "" && !isPeers;
  if (isClosed) refuseClosing(filled.closedAs, filled.acknowledgedIsEnough);
  return {
    id,
    pupil,
    name,
    on: dayOf(now),
    ...filled,
    by: by.name,
    state: isPeers ? "to check" : isClosed ? "closed" : "open",
    closedAs: isClosed ? filled.closedAs : "",
    closedOn: isClosed ? dayOf(now) : null,
    closedWho: isClosed ? initialsOfStaff(by) : "",
    response: "",
    checkedBy: "",
    checkedOn: null,
  };
}

function refuseClosing(closedAs: Feedback["closedAs"], enough: "yes" | "no"): void {
  if (!CLOSINGS.some((closing) => closing === closedAs))
    throw refusal("Choose how it was closed. Nothing was saved.");
  if (closedAs === "acknowledged" && enough === "no")
    throw refusal("The teacher has not said that acknowledging is enough here. Nothing was saved.");
}

type Closed = Pick<Feedback, "state" | "closedAs" | "closedOn" | "closedWho" | "response">;

/** Closed in one of the policy's ways, with its date and the pupil's initials or the adult. */
export function closed(open: Feedback, form: unknown, by: StaffMember, now: string): Closed {
  const filled = filledIn(feedback, CLOSING_FORM, form);
  if (open.state === "closed")
    throw refusal(
      `Somebody else has just closed it: ${open.closedAs}, ${open.closedWho}. Nothing was changed.`,
    );
  if (open.state !== "open") throw refusal("Staff must check it first. Nothing was changed.");
  refuseClosing(filled.closedAs, open.acknowledgedIsEnough);
  if (filled.closedAs === "responded to" && filled.response === "")
    throw refusal("Write a line about what the pupil answered or did. Nothing was saved.");
  const closedWho = filled.closedWho || initialsOfStaff(by);
  return { ...filled, closedWho, state: "closed", closedOn: dayOf(now) };
}

type Checked = Partial<Feedback> & Pick<Feedback, "state" | "checkedBy" | "checkedOn">;

/** Kept, or not: then its words go, because they are a child's about another child. */
export function checkedFeedback(found: Feedback, isKept: boolean, by: StaffMember, now: string): Checked {
  if (found.state !== "to check") throw refusal("Somebody else has just checked it. Nothing was changed.");
  const check = { checkedBy: by.name, checkedOn: dayOf(now) };
  if (isKept) return { state: "open", ...check };
  return { state: "not kept", howWell: "", whatNext: "", ...check };
}
