/** Writes a new target, or a revision of one, which takes its place. */
import { BY_TEACHING_STAFF, EXPECTATIONS, SUBJECTS } from "../../../domain/words/choices";
import type { TargetForm as Wanted } from "../../../domain/learning/targets";
import type { PupilPage } from "../../../domain/views/pupilView";
import type { Target } from "../../../domain/tables/targets";
import { call } from "../../parts/call";
import { Days, optionsOf, Segments, Select } from "../../parts/choices";
import { Boxes, Words } from "../../parts/fields";
import { Button, FormBox } from "../../parts/Form";
import { HOW_SHARED } from "./targetWords";
import { Soft, upper } from "../../parts/words";

/** The form's name: of a new target, or of the revision of the one with this id. */
export const nameOf = (writing: string): string => `Targets/write/${writing}`;

const BLANK: Wanted = {
  subject: SUBJECTS[0],
  wording: "",
  childWording: "",
  howWeKnow: "",
  startingPoint: "",
  steps: "",
  expectation: EXPECTATIONS[0],
  trajectoryReason: "",
  reviewBy: "",
  agreedOn: "",
  sharedPupilOn: "",
  sharedParentOn: "",
  sharedParentHow: "",
  supersedes: "",
  revisionReason: "",
};

/** A revision begins with the target as it is; the new wording is agreed and shared only when it has been. */
function startOf(former: Target | null, teaches: boolean): Wanted {
  if (!former) return teaches ? BLANK : { ...BLANK, subject: "other subject" };
  const { subject, wording, childWording, howWeKnow, startingPoint, steps } = former;
  const { expectation, trajectoryReason, reviewBy, id } = former;
  const words = { subject, wording, childWording, howWeKnow, startingPoint, steps };
  return { ...BLANK, ...words, expectation, trajectoryReason, reviewBy: reviewBy ?? "", supersedes: id };
}

interface Props {
  page: PupilPage;
  former: Target | null;
  close: () => void;
}

export function NewTargetForm({ page, former, close }: Props) {
  const { teaches } = page.me;
  const title = former ? "Revise the target" : "New target";
  const subjects = SUBJECTS.map(
    (subject) => [subject, upper(subject), !teaches && BY_TEACHING_STAFF.includes(subject)] as const,
  );
  return (
    <>
      <h2>{title}</h2>
      <FormBox
        name={nameOf(former?.id ?? "new")}
        start={startOf(former, teaches)}
        run={(values) => call("addTarget", page.id, values)}
        saved={close}
        label={title}
        button="Save the target"
        beside={<Button label="Leave it" onClick={close} />}
      >
        {(form) => (
          <>
            {former && <Words form={form} field="revisionReason" label="Why it is being changed" isLong />}
            <Select form={form} field="subject" label="Subject or area" options={subjects} />
            {!teaches && <Soft>Only teaching staff set literacy and numeracy targets.</Soft>}
            <Boxes
              form={form}
              of={[
                ["wording", "Target: what the pupil will be able to do"],
                ["childWording", "In the child's own words"],
                ["howWeKnow", "How we will know"],
                ["startingPoint", "Starting point: what the pupil can do now"],
                ["steps", "Steps on the way"],
              ]}
            />
            <Segments form={form} field="expectation" label="Expectation" options={optionsOf(EXPECTATIONS)} />
            {form.values.expectation === EXPECTATIONS[1] && (
              <Words
                form={form}
                field="trajectoryReason"
                label="Why the trajectory is a personal one"
                isLong
              />
            )}
            <Days
              form={form}
              of={[
                ["reviewBy", "Review by"],
                ["agreedOn", "Agreed with the pupil on"],
                ["sharedPupilOn", "Shared with the pupil on"],
                ["sharedParentOn", "Shared with parent or carer on"],
              ]}
            />
            {form.values.sharedParentOn !== "" && (
              <Select
                form={form}
                field="sharedParentHow"
                label="How it was shared"
                options={[["", "Choose …"], ...optionsOf(HOW_SHARED)]}
              />
            )}
          </>
        )}
      </FormBox>
    </>
  );
}
