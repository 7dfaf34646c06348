/** One area's grade, and the overall: a choice with the hub's own descriptors, or a letter typed. */
import type { NotGraded } from "../../../domain/words/grades";
import { derivedOverall, isGrade, wordsOf } from "../../../domain/words/grades";
import type { Grading } from "../../../domain/views/pupilView";
import type { FormOf } from "../../parts/draft";
import { Meanwhile } from "../../parts/fields";
import { markIn } from "./grading";
import { BEST_FIRST, Chip } from "../../parts/words";

/** Without a grade, in as few words as fit beside each other. */
const BRIEFLY: Record<NotGraded, string> = {
  H: "closed",
  T: "not timetabled",
  I: "ill, authorised",
  U: "not explained",
  E: "too little evidence",
};

interface Props {
  form: FormOf<string>;
}

type Choice = readonly [value: string, text: string];

export function AreaGrade({ area, ...props }: Props & { area: Grading["areas"][number]; isFirst: boolean }) {
  const { id, name, descriptors } = area;
  return (
    <Choosing
      {...props}
      field={id}
      title={name}
      grades={BEST_FIRST.map((grade) => [grade, descriptors[grade]])}
      others={Object.entries(BRIEFLY)}
    />
  );
}

export function OverallGrade({ form, grading }: Props & { grading: Grading }) {
  const derived = derivedOverall(grading.areas.map(({ id }) => markIn(form.values[id] ?? "")));
  const worked = derived === null ? "not yet, too few areas are graded" : wordsOf(derived);
  const own = Object.entries(BRIEFLY).filter(([letter]) => letter === form.values["overall"]);
  return (
    <Choosing
      form={form}
      field="overall"
      title="Overall"
      grades={[]}
      others={[...BEST_FIRST.map((grade) => [grade, ""] as const), ["", `W worked out: ${worked}`], ...own]}
    />
  );
}

interface ChoosingProps extends Props {
  field: string;
  title: string;
  /** Has the cursor when the view opens. */
  isFirst?: boolean;
  grades: readonly Choice[];
  others: readonly Choice[];
}

function Choosing({ form, field, title, isFirst, grades, others }: ChoosingProps) {
  const value = form.values[field] ?? "";
  const meanwhile = form.meanwhile(field);
  const all = [...grades, ...others];
  /** Where Tab stops in the group: the choice taken, or the first. */
  const stop = all.some(([one]) => one === value) ? value : all[0]?.[0];
  const choice = ([one, text]: Choice, kind: string) => (
    <label key={one} class={kind}>
      <input
        type="radio"
        name={`grade-${field}`}
        checked={value === one}
        data-first={(isFirst && one === stop) || undefined}
        onChange={() => form.set(field, one)}
      />
      {isGrade(markIn(one)) ? <Chip mark={markIn(one)} /> : one && <b>{one} </b>}
      {text && <span>{text}</span>}
    </label>
  );
  return (
    <fieldset
      class="choosing"
      role="radiogroup"
      aria-label={title}
      onKeyDown={(event) => pressed(event, all, (letter) => form.set(field, letter))}
    >
      <legend>
        {title}
        {value === "?" && <span class="soft"> The sheet has something here that cannot be read.</span>}
      </legend>
      {grades.map((one) => choice(one, "grade"))}
      <div class="others">
        {grades.length > 0 && <span class="soft">No grade:</span>}
        {others.map((one) => choice(one, "other"))}
      </div>
      <Meanwhile text={meanwhile && wordsOf(markIn(meanwhile))} />
    </fieldset>
  );
}

/** A letter is taken and the cursor goes on; W, or Backspace, takes the letter away. */
function pressed(
  event: KeyboardEvent & { currentTarget: HTMLElement },
  choices: readonly Choice[],
  set: (letter: string) => void,
): void {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = key === "ArrowDown" || key === "Enter" ? 1 : key === "ArrowUp" ? -1 : 0;
  const isEmptied = key === "Backspace" || key === "Delete";
  const hasNone = choices.some(([value]) => value === "");
  const letter = isEmptied || (hasNone && key.toLowerCase() === "w") ? "" : key.toUpperCase();
  const isChoice = isEmptied || choices.some(([value]) => value === letter);
  if (step === 0 && !isChoice) return;
  event.preventDefault();
  if (step === 0) set(letter);
  if (!isEmptied) go(event.currentTarget, step || 1);
}

/** From an area to the next, or from the last to the texts. */
function go(from: HTMLElement, step: number): void {
  const stops = [...(from.closest("form")?.querySelectorAll<HTMLElement>("fieldset, textarea") ?? [])];
  const to = stops[stops.indexOf(from) + step];
  const box = to?.querySelector<HTMLElement>("input:checked") ?? to?.querySelector("input") ?? to;
  box?.focus();
  (to?.closest(".field") ?? to)?.scrollIntoView({ block: "nearest" });
}
