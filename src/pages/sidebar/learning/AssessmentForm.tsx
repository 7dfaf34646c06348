/** Enters an assessment: the kind first, and then only what that kind has. */
import type { AssessmentKind, Rater } from "../../../domain/words/choices";
import {
  ASSESSMENT_KINDS,
  EMOTIONAL_LITERACY_SCALES,
  JUDGEMENTS,
  RATERS,
} from "../../../domain/words/choices";
import type { AssessmentForm } from "../../../domain/learning/assessments";
import { SDQ_SCALES } from "../../../domain/learning/sdq";
import type { PupilPage } from "../../../domain/views/pupilView";
import { call } from "../../parts/call";
import { DayField, optionsOf, Segments, Select, SubjectChoice } from "../../parts/choices";
import type { FormOf } from "../../parts/draft";
import { FieldValue, Words } from "../../parts/fields";
import { FormBox } from "../../parts/Form";
import { SdqScores } from "./SdqScores";
import { Soft } from "../../parts/words";

const SCALES = [...new Set<string>([...SDQ_SCALES, ...EMOTIONAL_LITERACY_SCALES, "total"])];

type Fields = keyof AssessmentForm;
export type AssessmentDraft = FormOf<Fields | `score-${string}`>;

const startOf = (today: string): Record<Fields | `score-${string}`, string> => ({
  on: today,
  kind: "baseline",
  subject: "literacy",
  instrument: "",
  rater: "",
  result: "",
  standardised: "",
  readingAge: "",
  bands: "",
  judgement: "not judged",
  comment: "",
  ...Object.fromEntries(SCALES.map((scale) => [`score-${scale}`, ""])),
});

/** What the kind has no box for is not sent, whatever was typed under another one. */
function sent(values: Readonly<Record<string, string>>): AssessmentForm {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("score-")));
  const form = kept as Record<Fields, string>;
  const kind = form.kind as AssessmentKind;
  if (kind === "SDQ" || kind === "emotional literacy") {
    const instrument = kind === "SDQ" ? "SDQ" : form.instrument;
    return { ...form, subject: "wellbeing", instrument, result: "", standardised: "", readingAge: "" };
  }
  return { ...form, rater: "", bands: "" };
}

const scoresIn = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(SCALES.map((scale) => [scale, values[`score-${scale}`] ?? ""]));

export const NewAssessment = ({ page }: { page: PupilPage }) => (
  <FormBox
    name="Assessments/new"
    start={startOf(page.today)}
    run={(values) => call("addAssessment", page.id, sent(values), scoresIn(values))}
    label="New assessment"
    button="Save the assessment"
  >
    {(form) => (
      <>
        <Select form={form} field="kind" label="Kind" options={optionsOf(ASSESSMENT_KINDS)} />
        <DayField form={form} field="on" label="Done on" />
        <OfKind form={form} kind={form.values.kind as AssessmentKind} />
        <Segments
          form={form}
          field="judgement"
          label="Compared with before"
          options={optionsOf(JUDGEMENTS)}
        />
        <Soft>Consolidation is progress.</Soft>
        <Words form={form} field="comment" label="Comment, in a sentence" />
      </>
    )}
  </FormBox>
);

function OfKind({ form, kind }: { form: AssessmentDraft; kind: AssessmentKind }) {
  switch (kind) {
    case "SDQ":
      return (
        <>
          <FilledInBy form={form} />
          <SdqScores form={form} rater={form.values.rater as Rater | ""} />
        </>
      );
    case "emotional literacy":
      return <EmotionalLiteracy form={form} />;
    case "baseline":
    case "statutory":
    case "end of unit":
    case "standardised":
      return <OfSubject form={form} isStandardised={kind === "standardised"} />;
  }
}

const FilledInBy = ({ form }: { form: AssessmentDraft }) => (
  <Segments form={form} field="rater" label="Filled in by" options={optionsOf(RATERS)} />
);

const EmotionalLiteracy = ({ form }: { form: AssessmentDraft }) => (
  <>
    <FilledInBy form={form} />
    <Words form={form} field="instrument" label="Name of the questionnaire" />
    <div class="scores">
      {[...EMOTIONAL_LITERACY_SCALES, "total"].map((scale) => (
        <FieldValue key={scale} form={form} field={`score-${scale}`} label={scale} isShort />
      ))}
    </div>
    <Words form={form} field="bands" label="Band, from the manual" />
  </>
);

function OfSubject({ form, isStandardised }: { form: AssessmentDraft; isStandardised: boolean }) {
  return (
    <>
      <SubjectChoice form={form} />
      <Words form={form} field="instrument" label="Name of the test" />
      {!isStandardised && <Words form={form} field="result" label="Result, such as Entry 2 or 23 of 40" />}
      <div class="scores">
        <FieldValue form={form} field="standardised" label="standardised score" isShort />
        <FieldValue form={form} field="readingAge" label="reading age, such as 9:04" isShort />
      </div>
    </>
  );
}
