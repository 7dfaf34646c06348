/** Saving: once, with what was typed kept until it succeeded. */
import type { Saved } from "../../domain/tables/forms";
import { sentenceIn } from "./call";
import { clear } from "./draft";
import { refresh } from "./opening";
import { fail, tell } from "./said";
import type { Again } from "./state";
import { change, isBusy, QUIET } from "./state";

interface Saving {
  /** The form that it comes from, cleared when it is saved; "" for a button by itself. */
  form: string;
  run: () => Promise<Saved>;
  /** Before the page is drawn again. */
  saved?: () => void;
  /** Instead of opening the same pupil again. */
  onwards?: () => void;
  /** A way on that a refusal offers, by its sentence. */
  offers?: (sentence: string) => Again | null;
}

/** Saves once; what was typed stays until that succeeded. */
export async function save(saving: Saving): Promise<void> {
  if (isBusy()) return;
  const { form, run, saved, onwards, offers } = saving;
  change({ status: { ...QUIET, kind: "saving", said: "Saving …", form } });
  let said = "";
  try {
    ({ said } = await run());
  } catch (error) {
    const sentence = error instanceof Error ? sentenceIn(error) : "";
    const other = offers?.(sentence);
    fail(error, other?.run ?? (() => void save(saving)), other?.label);
    // What somebody else entered is shown beside what was typed here.
    if (/ has just /.test(sentence)) void refresh(null);
    return;
  }
  if (form !== "") clear(form);
  saved?.();
  tell(said);
  if (onwards) onwards();
  else void refresh(said);
}
