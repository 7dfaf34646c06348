/** What the page says in its last line. */
import { mayBeAccount, sentenceIn } from "./call";
import type { Again } from "./state";
import { change, QUIET } from "./state";

const ACCOUNTS = " If you use several Google accounts at once, sign out of the others.";

export const tell = (said: string, again: Again | null = null): void =>
  change({ status: { ...QUIET, kind: "done", said, again } });

/** The sentence of what went wrong, and a way on. */
export function fail(error: unknown, run: () => void, label = "Try again"): void {
  const sentence = error instanceof Error ? sentenceIn(error) : String(error);
  const said = sentence + (mayBeAccount(sentence) ? ACCOUNTS : "");
  change({ status: { ...QUIET, kind: "failed", said, again: { label, run } } });
}
