/** Assessments: scores and bands only, never the questions of an instrument. */
import { ASSESSMENT_KINDS, JUDGEMENTS, RATERS, SUBJECTS } from "../words/choices";
import { pupilId, pupilName, recordId, written, wrote } from "./records";
import type { RecordOf } from "./table";
import { choice, day, table, text, wholeNumber } from "./table";

const sensitive = { ...wrote, privacy: "sensitive" } as const;

export const assessments = table({
  tab: "Assessments",
  about: "Baselines and tests: scores and bands, never questions. Made in the sidebar.",
  purpose: "To know where the pupil started and what support is needed.",
  basis:
    "Public task (UK GDPR 6(1)(e)); health, care and special needs for substantial public interest (9(2)(g)).",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Assessments", by: "pupil" },
  key: ["id"],
  addOnOnly: true,
  columns: () => ({
    id: recordId("M"),
    pupil: pupilId,
    name: pupilName,
    on: day("On", { ...wrote, note: "The day of the assessment." }),
    kind: choice("Kind", ASSESSMENT_KINDS, { ...wrote, note: "The kind of assessment.", width: 130 }),
    subject: choice("Subject or area", SUBJECTS, {
      ...wrote,
      note: "literacy and numeracy baselines are due within ten school days.",
      width: 130,
    }),
    instrument: text("Instrument", { ...wrote, note: "The name of the test.", width: 180 }),
    rater: choice("Rater", ["", ...RATERS], {
      ...sensitive,
      purpose: "A score means nothing unless we know who gave it.",
      receivers: ["reports"],
      note: "Who filled in a questionnaire: parent, teacher or self. Never averaged.",
      blank: "",
      width: 80,
    }),
    result: text("Result", {
      ...wrote,
      privacy: "shareable",
      note: "As the test reports it, such as Entry 2 or 23 of 40.",
      width: 160,
    }),
    standardised: wholeNumber("Standardised score", {
      ...wrote,
      privacy: "shareable",
      note: "Mean 100, standard deviation 15.",
      ifUnreadable: null,
    }),
    readingAge: text("Reading age", {
      ...sensitive,
      purpose: "To choose books and support.",
      note: "Years:months, such as 9:04. Not shown on charts.",
      width: 90,
    }),
    scores: text("Scores", {
      ...sensitive,
      purpose: "To see what support is needed and whether it helps.",
      receivers: ["reports"],
      note: "Scale by scale, such as conduct 3.",
      wrap: true,
      width: 260,
    }),
    bands: text("Bands", {
      ...sensitive,
      purpose: "To see what support is needed and whether it helps.",
      receivers: ["reports"],
      note: "Scale by scale. SDQ bands are worked out; others are typed from the manual.",
      wrap: true,
      width: 260,
    }),
    judgement: choice("Against before", JUDGEMENTS, {
      ...wrote,
      note: "progress, consolidation or not yet. Consolidation is progress.",
      blank: "not judged",
      ifUnreadable: "not judged",
      privacy: "shareable",
      width: 110,
    }),
    comment: text("Comment", { ...written, note: "In a sentence." }),
    by: text("By", { ...wrote, privacy: "personal", note: "Who entered it.", width: 150 }),
  }),
});

export type Assessment = RecordOf<typeof assessments>;
