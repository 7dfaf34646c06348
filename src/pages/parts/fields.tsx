/** The boxes of a form for texts. Every one for free text has the line about a child's safety under it. */
import type { ComponentChildren } from "preact";
import { LONGEST } from "../../domain/tables/forms";
import { beginsWithAction } from "../../domain/learning/actionWords";
import type { FormOf } from "./draft";
import { now } from "./state";

export interface Field<F extends string> {
  form: FormOf<F>;
  field: F;
  label: string;
  /** What it is for, where the label does not say it. */
  help?: string;
}

export const idOf = <F extends string>({ form, field }: Pick<Field<F>, "form" | "field">): string =>
  `${form.name}-${field}`.replace(/[^\w-]/g, "_");

export function Labelled<F extends string>({
  children,
  ...field
}: Field<F> & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={idOf(field)}>{field.label}</label>
      {field.help && <p class="soft">{field.help}</p>}
      {children}
      <Meanwhile text={field.form.meanwhile(field.field)} />
    </div>
  );
}

/** What somebody else put there while it was changed here. */
export const Meanwhile = ({ text }: { text: string | null }) => (
  <p class="todo" role="status">
    {text !== null && `Somebody else has just entered: ${text || "nothing"}`}
  </p>
);

const Dsl = ({ id }: { id: string }) => (
  <p class="dsl" id={id}>
    {now().page?.dsl}
  </p>
);

/** Free text: a line, or a box of several. `first` marks where the cursor goes when the view opens. */
export function Words<F extends string>(props: Field<F> & { isLong?: boolean; isFirst?: boolean }) {
  const { form, field, isLong, isFirst } = props;
  const id = idOf(props);
  const given = {
    id,
    value: form.values[field],
    readOnly: form.isStill,
    maxLength: LONGEST,
    "aria-describedby": `${id}-dsl`,
    "data-first": isFirst,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      form.set(field, event.currentTarget.value),
  };
  return (
    <Labelled {...props}>
      {isLong ? <textarea {...given} rows={2} /> : <input {...given} type="text" autocomplete="off" />}
      <Dsl id={`${id}-dsl`} />
    </Labelled>
  );
}

export type Labels<F extends string> = readonly (readonly [field: F, label: string])[];

/** Boxes of several lines, one under the other. */
export const Boxes = <F extends string>({ form, of }: { form: FormOf<F>; of: Labels<F> }) => (
  <>
    {of.map(([field, label]) => (
      <Words key={field} form={form} field={field} label={label} isLong />
    ))}
  </>
);

/** The same for what comes next, with a hint where it begins with nothing to do. */
export const NextStep = <F extends string>(props: Field<F> & { isLong?: boolean; isFirst?: boolean }) => (
  <>
    <Words {...props} />
    <p class="hint" role="status">
      {!beginsWithAction(props.form.values[props.field]) &&
        "Hint: begin with something to do, such as “Practise …” or “Ask …”."}
    </p>
  </>
);

/** A short value that is not free text, such as a score or an address. */
export function FieldValue<F extends string>(props: Field<F> & { isShort?: boolean }) {
  const { form, field, isShort } = props;
  const given = {
    id: idOf(props),
    value: form.values[field],
    readOnly: form.isStill,
    autocomplete: "off",
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
      form.set(field, event.currentTarget.value),
  } as const;
  return (
    <Labelled {...props}>
      {isShort ? (
        <input {...given} type="text" inputMode="numeric" maxLength={6} />
      ) : (
        <input {...given} type="url" maxLength={LONGEST} />
      )}
    </Labelled>
  );
}
