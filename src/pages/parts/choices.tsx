/** The boxes of a form in which something is chosen. */
import { SUBJECTS } from "../../domain/words/choices";
import type { FormOf } from "./draft";
import type { Field, Labels } from "./fields";
import { idOf, Labelled } from "./fields";
import { now } from "./state";
import { upper } from "./words";

export type Option = readonly [value: string, label: string, isOff?: boolean];

/** A value and how it is shown: `good work` -> `Good work`. */
export const optionsOf = (values: readonly string[]): Option[] =>
  values.map((value) => [value, upper(value)]);

export function Select<F extends string>(props: Field<F> & { options: readonly Option[] }) {
  const { form, field, options } = props;
  return (
    <Labelled {...props}>
      <select
        id={idOf(props)}
        value={form.values[field]}
        onChange={(event) => form.set(field, event.currentTarget.value, true)}
      >
        {options.map(([value, label, isOff]) => (
          <option key={value} value={value} disabled={isOff}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** What it is about. */
export const SubjectChoice = <F extends string>({ form }: { form: FormOf<F | "subject"> }) => (
  <Select form={form} field="subject" label="Subject or area" options={optionsOf(SUBJECTS)} />
);

export function DayField<F extends string>(props: Field<F>) {
  const { form, field, label } = props;
  const today = now().page?.today ?? "";
  return (
    <Labelled {...props}>
      <div class="beside">
        <input
          id={idOf(props)}
          type="date"
          value={form.values[field]}
          readOnly={form.isStill}
          onInput={(event) => form.set(field, event.currentTarget.value)}
        />
        <button type="button" aria-label={`${label}: today`} onClick={() => form.set(field, today)}>
          Today
        </button>
      </div>
    </Labelled>
  );
}

export const Days = <F extends string>({ form, of }: { form: FormOf<F>; of: Labels<F> }) => (
  <>
    {of.map(([field, label]) => (
      <DayField key={field} form={form} field={field} label={label} />
    ))}
  </>
);

/** `yes` or what is `off`. */
export function Tick<F extends string>({ off = "", ...props }: Field<F> & { off?: string }) {
  const { form, field, label } = props;
  const isOn = form.values[field] === "yes";
  return (
    <label class="tick">
      <input type="checkbox" checked={isOn} onChange={() => form.set(field, isOn ? off : "yes", true)} />
      <span>{label}</span>
    </label>
  );
}

/** A few choices side by side, one of which is taken; arrows go from one to the next. */
export function Segments<F extends string>(props: Field<F> & { options: readonly Option[] }) {
  const { form, field, label, options } = props;
  return (
    <fieldset class="segments" role="radiogroup" aria-label={label}>
      <legend>{label}</legend>
      {options.map(([value, text, isOff]) => (
        <label key={value}>
          <input
            type="radio"
            name={idOf(props)}
            checked={form.values[field] === value}
            disabled={isOff}
            onChange={() => form.set(field, value, true)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
