/** What a run's checks find, kept until the Problems tab is written. */
import type { Check, Found } from "../../domain/words/foundBy";
import type { Problem } from "../../domain/words/problem";

export interface Notes {
  /** The checks this run has made: what they found before goes from the Problems tab, all else stays. */
  checks: Set<Check>;
  problems: Found[];
}

/** A check was made and found these, on top of what it found before in this run. */
export function note(run: Notes, check: Check, problems: readonly Problem[] = []): void {
  run.checks.add(check);
  add(run, check, problems);
}

/** The same of a check that looks at everything again: what it found before in this run is over. */
export function noteAnew(run: Notes, check: Check, problems: readonly Problem[] = []): void {
  run.problems = run.problems.filter((found) => found.check !== check);
  note(run, check, problems);
}

/** Something that a check would find, though it was not made now: the rest of what it found stays. */
export function add(run: Notes, check: Check, problems: readonly Problem[]): void {
  run.problems = [...run.problems, ...problems.map((found) => ({ ...found, check }))];
}
