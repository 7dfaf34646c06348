/** Targets: what a pupil is working towards, in staff's and in the child's words. A revision is a new row. */
import { EXPECTATIONS, PUPIL_SAYS, SUBJECTS, TARGET_STATES } from "../words/choices";
import { pupilId, pupilName, recordId, written, wrote } from "./records";
import type { RecordOf } from "./table";
import { choice, day, optionalDay, required, table, text } from "./table";

export const targets = table({
  tab: "Targets",
  about:
    "What each pupil is working towards, agreed with the pupil and shared with parents. Made in the sidebar.",
  purpose: "To agree with the pupil what comes next and to see whether it was reached.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Targets", by: "pupil" },
  key: ["id"],
  addOnOnly: true,
  columns: () => ({
    id: recordId("T"),
    pupil: pupilId,
    name: pupilName,
    subject: choice("Subject or area", SUBJECTS, {
      ...wrote,
      note: "literacy and numeracy targets are set by teaching staff.",
      privacy: "shareable",
      width: 130,
    }),
    wording: required("Target", {
      ...written,
      note: "What the pupil will be able to do.",
      privacy: "shareable",
      width: 300,
    }),
    childWording: text("In the child's words", {
      ...written,
      note: "As the pupil says it.",
      privacy: "shareable",
    }),
    howWeKnow: text("How we will know", {
      ...written,
      note: "What we will see when it is met.",
      privacy: "shareable",
    }),
    startingPoint: text("Starting point", {
      ...written,
      note: "What the pupil can do now.",
      privacy: "shareable",
    }),
    steps: text("Steps", { ...written, note: "The steps towards it, one by one.", privacy: "shareable" }),
    expectation: choice("Expectation", EXPECTATIONS, {
      ...wrote,
      note: "Expected for the pupil's age, or a personal trajectory with a reason.",
      blank: "expected for age",
      privacy: "shareable",
      width: 130,
    }),
    trajectoryReason: text("Why personal", { ...written, note: "Why the trajectory is a personal one." }),
    setBy: text("Set by", {
      ...wrote,
      privacy: "personal",
      note: "The member of staff who set it.",
      width: 150,
    }),
    setOn: day("Set on", { ...wrote, note: "The day." }),
    reviewBy: optionalDay("Review by", {
      ...wrote,
      note: "When the target will be reviewed.",
      ifUnreadable: null,
    }),
    agreedOn: optionalDay("Agreed with pupil on", {
      ...wrote,
      note: "Blank: still to do.",
      privacy: "shareable",
      ifUnreadable: null,
    }),
    sharedPupilOn: optionalDay("Shared with pupil on", { ...wrote, note: "The day.", ifUnreadable: null }),
    sharedParentOn: optionalDay("Shared with parent on", { ...wrote, note: "The day.", ifUnreadable: null }),
    sharedParentHow: text("How shared", { ...wrote, note: "By phone, in person, on paper.", width: 130 }),
    pupilSays: choice("Pupil says", PUPIL_SAYS, {
      ...wrote,
      note: "Too easy, about right or too hard.",
      blank: "not asked yet",
      ifUnreadable: "not asked yet",
      width: 110,
    }),
    state: choice("State", TARGET_STATES, {
      ...wrote,
      note: "active; met, partly met, not met; changed by agreement: another row has replaced it.",
      blank: "active",
      privacy: "shareable",
      width: 140,
    }),
    closedOn: optionalDay("Closed on", {
      ...wrote,
      note: "The day it was met or ended.",
      ifUnreadable: null,
    }),
    outcome: text("What came of it", { ...written, note: "In a sentence.", privacy: "shareable" }),
    supersedes: text("Takes the place of", {
      ...wrote,
      note: "The id of the target that this one revises.",
      width: 130,
    }),
    revisionReason: text("Why it was changed", { ...written, note: "The reason for the change." }),
  }),
});

export type Target = RecordOf<typeof targets>;
