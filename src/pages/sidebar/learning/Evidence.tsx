/** Notes of what pupils showed, for one pupil or several at once. */
import { METHODS, NO_LEVEL, SUBJECTS } from "../../../domain/words/choices";
import type { PupilPage } from "../../../domain/views/pupilView";
import { call } from "../../parts/call";
import { optionsOf, Select, SubjectChoice } from "../../parts/choices";
import type { FormOf } from "../../parts/draft";
import { NextStep, FieldValue, Words } from "../../parts/fields";
import { FormBox } from "../../parts/Form";
import { plain } from "../../parts/Picker";
import { RecordList } from "../../parts/Records";
import { unfold, unfolded } from "../../parts/state";
import { dayText, Facts, Soft, upper } from "../../parts/words";

export function EvidenceView({ page }: { page: PupilPage }) {
  return (
    <>
      <h2>Evidence</h2>
      <NewEvidence page={page} />
      <RecordList title="Notes" records={page.evidence} none="No notes yet.">
        {(note) => (
          <>
            <b>
              {upper(note.subject)}, {note.method}
            </b>
            <p>{note.shown}</p>
            <Facts of={[["Next step", note.nextStep]]} />
            {note.link && (
              <p>
                <a href={note.link} target="_blank" rel="noopener noreferrer">
                  Where the work can be seen
                </a>
              </p>
            )}
            <Soft>
              {dayText(note.on)}, {note.by}
            </Soft>
          </>
        )}
      </RecordList>
    </>
  );
}

const FIELDS = { subject: SUBJECTS[0], method: METHODS[0], shown: "", nextStep: "", link: "" };

/** Beside the note's own fields one for each pupil, by id. */
const startOf = ({ id, roll }: PupilPage): Record<string, string> => ({
  ...FIELDS,
  ...Object.fromEntries(roll.map((pupil) => [pupil.id, ""])),
  [id]: "yes",
});

const NewEvidence = ({ page }: { page: PupilPage }) => (
  <FormBox
    name="Evidence/new"
    start={startOf(page)}
    run={({ subject = "", method = "", shown = "", nextStep = "", link = "", ...pupils }) =>
      call(
        "addEvidence",
        Object.keys(pupils).filter((id) => pupils[id] === "yes"),
        { subject, method, shown, nextStep, link },
      )
    }
    saved={() => unfold("pupils", "")}
    label="New note of evidence"
    button="Save the note"
  >
    {(form) => (
      <>
        <p class="rulebox">{NO_LEVEL}</p>
        <Words form={form} field="shown" label="What the pupil did or said" isLong />
        <NextStep form={form} field="nextStep" label="Next step" isLong />
        <SubjectChoice form={form} />
        <Select form={form} field="method" label="How it was seen" options={optionsOf(METHODS)} />
        <FieldValue form={form} field="link" label="Link to the work (optional)" />
        <Pupils form={form} page={page} />
      </>
    )}
  </FormBox>
);

/** Chosen ones stay in sight whatever is looked for. */
function Pupils({ form, page }: { form: FormOf<string>; page: PupilPage }) {
  const wanted = unfolded("pupils");
  const all = [page, ...page.roll.filter(({ id }) => id !== page.id)];
  const isOn = (id: string): boolean => form.values[id] === "yes";
  const shown = all.filter(({ id, name }) => isOn(id) || plain(name).includes(plain(wanted)));
  const count = all.filter(({ id }) => isOn(id)).length;
  return (
    <fieldset class="pupils">
      <legend>For {count === 1 ? "one pupil" : `${count} pupils`}</legend>
      <input
        type="search"
        aria-label="Look for pupils"
        placeholder="Look for pupils …"
        value={wanted}
        onInput={(event) => unfold("pupils", event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && !event.ctrlKey && event.preventDefault()}
      />
      <div class="ticks">
        {shown.map(({ id, name }) => (
          <label class="tick" key={id}>
            <input
              type="checkbox"
              checked={isOn(id)}
              onChange={() => form.set(id, isOn(id) ? "" : "yes", true)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
