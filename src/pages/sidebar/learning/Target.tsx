/** One active target: agreeing and sharing it, asking the pupil, ending and revising it. */
import { BY_TEACHING_STAFF, PUPIL_SAYS } from "../../../domain/words/choices";
import type { FieldChange } from "../../../domain/tables/forms";
import type { PupilPage } from "../../../domain/views/pupilView";
import type { Target } from "../../../domain/tables/targets";
import { call } from "../../parts/call";
import { DayField, optionsOf, Segments, Select } from "../../parts/choices";
import { Words } from "../../parts/fields";
import { Button, FormBox, Press } from "../../parts/Form";
import { TargetFacts } from "./TargetFacts";
import { HOW_SHARED, todosOf } from "./targetWords";
import { dayText, Soft, Todos, upper } from "../../parts/words";

interface Props {
  target: Target;
}

export function ActiveTarget({ page, target, revise }: Props & { page: PupilPage; revise: () => void }) {
  const isOthers = BY_TEACHING_STAFF.includes(target.subject) && !page.me.teaches;
  return (
    <article class="card">
      <TargetFacts target={target} />
      <Todos of={todosOf(target, page.today)} />
      <Sharing target={target} today={page.today} />
      <PupilSays target={target} />
      <details>
        <summary>Change its review, end or revise it</summary>
        <Review target={target} />
        {isOthers ? (
          <Soft>Only teaching staff can end and revise {target.subject} targets. Ask a teacher.</Soft>
        ) : (
          <>
            <Ending target={target} />
            <Button label="Revise it …" onClick={revise} />
          </>
        )}
      </details>
    </article>
  );
}

const changed = (target: Target, changes: FieldChange[]) => call("changeTarget", target.id, changes);

/** Days that are there are shown; those that are not have a button. */
function Sharing({ target, today }: Props & { today: string }) {
  const pupils = [
    ["agreedOn", "Agreed with the pupil"],
    ["sharedPupilOn", "Shared with the pupil"],
  ] as const;
  return (
    <div class="buttons">
      {pupils.map(([field, label]) =>
        target[field] ? (
          <Soft key={field}>
            {label}, {dayText(target[field])}
          </Soft>
        ) : (
          <Press
            key={field}
            run={() => changed(target, [{ field, seen: "", now: today }])}
            label={`${label} today`}
          />
        ),
      )}
      {target.sharedParentOn ? (
        <Soft>
          Shared with parent or carer {target.sharedParentHow}, {dayText(target.sharedParentOn)}
        </Soft>
      ) : (
        <WithParent target={target} today={today} />
      )}
    </div>
  );
}

const WithParent = ({ target, today }: Props & { today: string }) => (
  <FormBox
    name={`Targets/share/${target.id}`}
    start={{ how: HOW_SHARED[0] }}
    run={({ how }) =>
      changed(target, [
        { field: "sharedParentOn", seen: "", now: today },
        { field: "sharedParentHow", seen: target.sharedParentHow, now: how },
      ])
    }
    label="Shared with parent or carer"
    button="Shared with parent today"
  >
    {(form) => (
      <Select form={form} field="how" label="With a parent or carer" options={optionsOf(HOW_SHARED)} />
    )}
  </FormBox>
);

const PupilSays = ({ target }: Props) => (
  <div class="buttons" role="group" aria-label="The pupil says">
    <Soft>The pupil says:</Soft>
    {PUPIL_SAYS.slice(1).map((says) => (
      <Press
        key={says}
        label={upper(says)}
        isOn={target.pupilSays === says}
        run={() => changed(target, [{ field: "pupilSays", seen: target.pupilSays, now: says }])}
      />
    ))}
  </div>
);

function Review({ target }: Props) {
  const seen = target.reviewBy ?? "";
  return (
    <FormBox
      name={`Targets/review/${target.id}`}
      start={{ reviewBy: seen }}
      run={({ reviewBy }) => changed(target, [{ field: "reviewBy", seen, now: reviewBy }])}
      label="Review"
      button="Save the review day"
    >
      {(form) => <DayField form={form} field="reviewBy" label="Review by" />}
    </FormBox>
  );
}

const ENDS = ["met", "partly met", "not met"] as const;

const Ending = ({ target }: Props) => (
  <FormBox
    name={`Targets/end/${target.id}`}
    start={{ state: "", outcome: "" }}
    run={(values) => call("endTarget", target.id, values)}
    label="End the target"
    button="End it"
  >
    {(form) => (
      <>
        <Segments form={form} field="state" label="How it ended" options={optionsOf(ENDS)} />
        <Words form={form} field="outcome" label="What came of it" />
      </>
    )}
  </FormBox>
);
