/** A form's frame: Enter in a line, Ctrl+Enter anywhere or its button saves it, once. And the buttons. */
import type { ComponentChildren } from "preact";
import type { Saved } from "../../domain/tables/forms";
import type { FormOf } from "./draft";
import { formOf } from "./draft";
import { save } from "./saving";
import { isBusy } from "./state";

interface Props<F extends string> {
  /** The form's name, under which what was typed is kept. */
  name: string;
  start: Readonly<Record<F, string>>;
  /**
   * Given what the form holds when it is called, so that trying again sends what has been put right since.
   */
  run: (values: Readonly<Record<F, string>>) => Promise<Saved>;
  saved?: (values: Readonly<Record<F, string>>) => void;
  button?: string;
  /** What a screen reader calls the form. */
  label: string;
  children: (form: FormOf<F>) => ComponentChildren;
  /** More buttons beside Save. */
  beside?: ComponentChildren;
}

export function FormBox<F extends string>(props: Props<F>) {
  const { name, start, run, saved, button = "Save", label, children, beside } = props;
  const submit = (event: Event): void => {
    event.preventDefault();
    const { values } = formOf(name, start);
    void save({ form: name, run: () => run(formOf(name, start).values), saved: () => saved?.(values) });
  };
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && submit(event)}
    >
      {children(formOf(name, start))}
      <div class="buttons">
        <button class="first" aria-disabled={isBusy()}>
          {button}
        </button>
        {beside}
      </div>
    </form>
  );
}

interface Pressed {
  label: string;
  /** For a screen reader, where the label alone says too little. */
  says?: string;
  isOn?: boolean;
  isFirst?: boolean;
}

/** While the page is at work a button waits; it keeps the cursor. */
export const Button = ({ label, says, isOn, isFirst, onClick }: Pressed & { onClick: () => void }) => (
  <button
    type="button"
    class={isFirst ? "first" : undefined}
    aria-label={says}
    aria-pressed={isOn}
    aria-disabled={isBusy()}
    onClick={onClick}
  >
    {label}
  </button>
);

/** One press that saves something by itself. */
export const Press = ({ run, ...pressed }: Pressed & { run: () => Promise<Saved> }) => (
  <Button {...pressed} onClick={() => void save({ form: "", run })} />
);
