/**
 * The pupil's own view of the week, for the pupil to fill in; and the earlier ones, with what to talk about.
 */
import type { Grade } from "../../../domain/words/grades";
import { WORDS } from "../../../domain/words/grades";
import type { PupilPage, SeenCheckIn } from "../../../domain/views/pupilView";
import { call } from "../../parts/call";
import { Tick } from "../../parts/choices";
import type { FormOf } from "../../parts/draft";
import { Words } from "../../parts/fields";
import { FormBox } from "../../parts/Form";
import { RecordList } from "../../parts/Records";
import { BEST_FIRST, Chip, dayText, Soft, Todos } from "../../parts/words";

export function CheckInView({ page }: { page: PupilPage }) {
  return (
    <>
      <h2>How was your week, {page.knownAs}?</h2>
      <NewCheckIn page={page} />
      <RecordList title="Earlier check-ins" records={page.checkIns} none="None yet.">
        {(one) => <Earlier checkIn={one} name={page.knownAs} />}
      </RecordList>
    </>
  );
}

interface Rated {
  id: string;
  name: string;
  /** In the pupil's words; blank where the week has no row of grades. */
  words: Record<Grade, string>;
}

const areasOf = ({ grading, glance }: PupilPage): Rated[] =>
  grading
    ? grading.areas.map(({ id, name, forPupils }) => ({ id, name, words: forPupils }))
    : glance.areas.map(({ id, name }) => ({ id, name, words: { G: "", A: "", R: "" } }));

function NewCheckIn({ page }: { page: PupilPage }) {
  const areas = areasOf(page);
  const start: Record<string, string> = {
    ...Object.fromEntries(areas.map(({ id }) => [id, ""])),
    sentence: "",
    scribedBy: "",
  };
  return (
    <FormBox
      name="Check-in/new"
      start={start}
      run={({ sentence = "", scribedBy = "", ...ratings }) =>
        call("addCheckIn", page.id, { sentence, scribedBy }, ratings)
      }
      label="Check-in"
      button="Save the check-in"
    >
      {(form) => (
        <>
          <Soft>Choose what fits best. You may leave any of them out.</Soft>
          {areas.map((area) => (
            <Rating key={area.id} form={form} area={area} />
          ))}
          <Words form={form} field="sentence" label="What would you like to say about your week?" isLong />
          <Tick form={form} field="scribedBy" label="I wrote this down for the pupil" />
        </>
      )}
    </FormBox>
  );
}

/** Choosing again what is chosen takes it back. */
const Rating = ({ form, area: { id, name, words } }: { form: FormOf<string>; area: Rated }) => (
  <fieldset class="rating" role="radiogroup" aria-label={name}>
    <legend>{name}</legend>
    {BEST_FIRST.map((grade) => (
      <label key={grade} class={grade}>
        <input
          type="radio"
          name={`check-in-${id}`}
          checked={form.values[id] === grade}
          onChange={() => form.set(id, grade)}
          onClick={() => form.values[id] === grade && form.set(id, "")}
        />
        <b>
          {grade} {WORDS[grade]}
        </b>
        <span>{words[grade]}</span>
      </label>
    ))}
  </fieldset>
);

const Earlier = ({ checkIn, name }: { checkIn: SeenCheckIn; name: string }) => (
  <>
    <b>{dayText(checkIn.on)}</b>
    {checkIn.sentence && <p class="own">“{checkIn.sentence}”</p>}
    <ul class="rated">
      {checkIn.own.map(({ area, pupil }) => (
        <li key={area}>
          <span>{area}</span> <Chip mark={pupil} />
        </li>
      ))}
    </ul>
    <Todos
      of={checkIn.points.map(
        ({ area, pupil, staff }) =>
          `${area}: ${name} says ${WORDS[pupil]}, staff say ${WORDS[staff]}. Something to talk about.`,
      )}
    />
    {checkIn.scribedBy && <Soft>Written down by {checkIn.scribedBy}</Soft>}
  </>
);
