/** Assessment for learning: feedback, the pupil's own check-ins, and notes of evidence. */
import { CLOSINGS, FEEDBACK_KINDS, FEEDBACK_STATES, METHODS, SUBJECTS, WAYS } from "../words/choices";
import { pupilId, pupilName, recordId, written, wrote } from "./records";
import type { RecordOf } from "./table";
import { choice, day, optionalDay, required, table, text, yesNo } from "./table";

const subject = choice("Subject or area", SUBJECTS, { ...wrote, note: "What it is about.", width: 130 });

export const feedback = table({
  tab: "Feedback",
  about: "How well it was done and what next, and how the pupil took it up. Made in the sidebar.",
  purpose: "To tell the pupil how well work was done and what next, and how it was taken up.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Feedback", by: "pupil" },
  key: ["id"],
  addOnOnly: true,
  columns: () => ({
    id: recordId("F"),
    pupil: pupilId,
    name: pupilName,
    on: day("On", { ...wrote, note: "The day it was given." }),
    kind: choice("Kind", FEEDBACK_KINDS, {
      ...wrote,
      note: "verbal, written, self or peer. Peer feedback is checked by staff and never leaves the hub.",
      width: 80,
    }),
    way: choice("Direct or indirect", WAYS, {
      ...wrote,
      note: "direct: face to face; indirect: on paper or screen, read later.",
      width: 90,
    }),
    subject,
    piece: text("Piece of work", { ...written, note: "What it is about." }),
    objective: text("Objective", { ...written, note: "What was to be learnt." }),
    criteria: text("Success criteria", { ...written, note: "What it was judged by." }),
    howWell: text("How well", {
      ...written,
      receivers: ["reports"],
      note: "What was done well, and how well.",
    }),
    whatNext: text("What next", { ...written, receivers: ["reports"], note: "Begins with something to do." }),
    by: text("By", { ...wrote, privacy: "personal", note: "Who gave it or wrote it down.", width: 150 }),
    acknowledgedIsEnough: yesNo("Acknowledged is enough", "no", {
      ...wrote,
      note: "yes: the teacher says that acknowledging it is enough.",
      ifUnreadable: "no",
    }),
    respondOn: optionalDay("Time to respond on", {
      ...wrote,
      note: "When the pupil will have time to respond.",
      ifUnreadable: null,
    }),
    state: choice("State", FEEDBACK_STATES, {
      ...wrote,
      note: "open; closed; to check: peer feedback that staff have not looked at yet; not kept: the words were removed.",
      width: 90,
    }),
    closedAs: choice("Closed as", ["", ...CLOSINGS], {
      ...wrote,
      note: "read over, initialled, responded to, looked at with a tutor; acknowledged where that is enough.",
      blank: "",
      ifUnreadable: "",
      width: 150,
    }),
    closedOn: optionalDay("Closed on", { ...wrote, note: "The day.", ifUnreadable: null }),
    closedWho: text("Initials or adult", {
      ...wrote,
      privacy: "personal",
      note: "The pupil's initials, or the adult who looked at it with the pupil.",
      width: 120,
    }),
    response: text("Response", { ...written, note: "What the pupil answered or did." }),
    checkedBy: text("Checked by", {
      ...wrote,
      privacy: "personal",
      note: "Who checked the peer feedback before it was kept.",
      width: 150,
    }),
    checkedOn: optionalDay("Checked on", { ...wrote, note: "The day.", ifUnreadable: null }),
  }),
});

export const checkIns = table({
  tab: "Check-ins",
  about: "How pupils rate their own week, area by area, with one sentence. Made in the sidebar.",
  purpose: "To hear the pupil's own view of the week.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "What the pupil said in check-ins", by: "pupil" },
  key: ["id"],
  addOnOnly: true,
  columns: () => ({
    id: recordId("K"),
    pupil: pupilId,
    name: pupilName,
    on: day("On", { ...wrote, note: "The day." }),
    ratings: text("Own ratings", {
      ...written,
      note: "Area by area: G, A or R in the pupil's own view, such as Attendance (A01) G.",
      width: 320,
    }),
    sentence: text("In one sentence", {
      ...written,
      receivers: ["reports"],
      note: "What the pupil says.",
      width: 300,
    }),
    scribedBy: text("Scribed by", {
      ...wrote,
      privacy: "personal",
      note: "Who wrote it down. Blank: the pupil did.",
      width: 150,
    }),
  }),
});

export const evidence = table({
  tab: "Evidence",
  about:
    "What pupils showed, how it was seen, and what next. A note never carries a level. Made in the sidebar.",
  purpose: "To base judgements on what was seen.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Notes of evidence", by: "pupil" },
  key: ["id"],
  addOnOnly: true,
  columns: () => ({
    id: recordId("E"),
    pupil: pupilId,
    name: pupilName,
    on: day("On", { ...wrote, note: "The day." }),
    subject,
    method: choice("Method", METHODS, {
      ...wrote,
      note: "How it was seen, from the policy's list.",
      width: 150,
    }),
    shown: required("What was shown", {
      ...written,
      note: "What the pupil did or said. No level.",
      width: 300,
    }),
    nextStep: text("Next step", { ...written, note: "Begins with something to do." }),
    link: text("Link", { ...wrote, note: "Where the work can be seen.", privacy: "personal", width: 160 }),
    by: text("By", { ...wrote, privacy: "personal", note: "Who saw it.", width: 150 }),
  }),
});

export type Feedback = RecordOf<typeof feedback>;
export type CheckIn = RecordOf<typeof checkIns>;
export type Evidence = RecordOf<typeof evidence>;
