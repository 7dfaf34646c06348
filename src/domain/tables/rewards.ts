/** Rewards: good work, and Student of the Week from its nominations. */
import { REWARD_KINDS, SUBJECTS } from "../words/choices";
import { pupilId, pupilName, recordId, written, wrote } from "./records";
import type { RecordOf } from "./table";
import { choice, moment, table, text } from "./table";

export const rewards = table({
  tab: "Rewards",
  about: "Good work and Student of the Week. The week's update tells the provider. Made in the sidebar.",
  purpose: "To recognise good work fairly.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Rewards and nominations", by: "pupil" },
  key: ["id"],
  addOnOnly: true,
  columns: () => ({
    id: recordId("W"),
    pupil: pupilId,
    name: pupilName,
    at: moment("Given at", {
      ...wrote,
      note: "London time. A reward given after a week has closed goes in the next update.",
      width: 130,
    }),
    kind: choice("Kind", REWARD_KINDS, {
      ...wrote,
      note: "good work; nomination for Student of the Week, which stays in the hub; Student of the Week, chosen by staff.",
      width: 150,
    }),
    subject: choice("Subject or area", SUBJECTS, { ...wrote, note: "What it is about.", width: 130 }),
    piece: text("Piece of work", { ...written, note: "What was done.", privacy: "shareable" }),
    criterion: text("Criterion", { ...written, note: "The criterion that it met.", privacy: "shareable" }),
    reason: text("Why", {
      ...written,
      note: "In a sentence. The provider's update shows it.",
      privacy: "shareable",
    }),
    by: text("By", { ...wrote, privacy: "personal", note: "Who gave it, nominated or chose.", width: 150 }),
  }),
});

export type Reward = RecordOf<typeof rewards>;
