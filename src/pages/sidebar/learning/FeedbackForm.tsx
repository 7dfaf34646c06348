/** Gives feedback: said to the pupil in a line, or in full for a piece of work. */
import { FEEDBACK_KINDS, SUBJECTS, WAYS } from "../../../domain/words/choices";
import type { FeedbackForm } from "../../../domain/learning/feedback";
import type { PupilPage } from "../../../domain/views/pupilView";
import { call } from "../../parts/call";
import { DayField, optionsOf, Segments, SubjectChoice, Tick } from "../../parts/choices";
import type { FormOf } from "../../parts/draft";
import { Boxes, NextStep, Words } from "../../parts/fields";
import { FormBox } from "../../parts/Form";
import { Soft } from "../../parts/words";

/** Most feedback of a lesson is about one subject. */
let lastSubject: string = SUBJECTS[0];

/** What has no box in the short form. */
const VERBAL = { way: WAYS[0], piece: "", objective: "", criteria: "", respondOn: "" };

/** What is said face to face is closed by itself, unless somebody wants more. */
type Fields = Exclude<keyof FeedbackForm, "closedAs"> | "isClosed";
const startOf = (): Record<Fields, string> => ({
  ...VERBAL,
  kind: FEEDBACK_KINDS[0],
  subject: lastSubject,
  howWell: "",
  whatNext: "",
  acknowledgedIsEnough: "no",
  isClosed: "yes",
});

function sent({ isClosed, ...values }: Readonly<Record<Fields, string>>): FeedbackForm {
  if (values.kind !== "verbal") return { ...values, closedAs: "" };
  const closedAs = isClosed === "yes" ? "acknowledged" : "";
  return { ...values, ...VERBAL, acknowledgedIsEnough: isClosed, closedAs };
}

export const NewFeedback = ({ page }: { page: PupilPage }) => (
  <FormBox
    name="Feedback/new"
    start={startOf()}
    run={(values) => call("addFeedback", page.id, sent(values))}
    saved={({ subject }) => (lastSubject = subject)}
    label="New feedback"
  >
    {(form) => (
      <>
        <Segments form={form} field="kind" label="Kind of feedback" options={optionsOf(FEEDBACK_KINDS)} />
        {form.values.kind === "verbal" ? <Verbal form={form} /> : <InFull form={form} />}
      </>
    )}
  </FormBox>
);

const Verbal = ({ form }: { form: FormOf<Fields> }) => (
  <>
    <NextStep form={form} field="whatNext" label="What next" isFirst />
    <Words form={form} field="howWell" label="How well (optional)" />
    <SubjectChoice form={form} />
    <Tick form={form} field="isClosed" off="no" label="Acknowledging is enough: close it now" />
  </>
);

const InFull = ({ form }: { form: FormOf<Fields> }) => (
  <>
    {form.values.kind === "peer" && (
      <Soft>Staff check feedback from another pupil before it is kept. It never leaves the hub.</Soft>
    )}
    <SubjectChoice form={form} />
    <Boxes
      form={form}
      of={[
        ["piece", "Piece of work"],
        ["objective", "Objective: what was meant to be learnt"],
        ["criteria", "Success criteria"],
        ["howWell", "How well it was done"],
      ]}
    />
    <NextStep form={form} field="whatNext" label="What next" isLong />
    <Segments
      form={form}
      field="way"
      label="Direct or indirect"
      options={[
        [WAYS[0], "Direct, face to face"],
        [WAYS[1], "Indirect, to read later"],
      ]}
    />
    <DayField form={form} field="respondOn" label="Time to respond on" />
    <Tick form={form} field="acknowledgedIsEnough" off="no" label="Acknowledged is enough" />
  </>
);
