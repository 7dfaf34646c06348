/**
 * Faults: what strikes a run at which of its service calls, and the names by which one scenario is found
 * again.
 */
import type { EditKind } from "./edits";

/** `run` 0 is the job's own, 1 the first one after it. `k` counts service calls from 1. */
export interface Blow {
  run: 0 | 1;
  k: number;
  when: "before" | "after";
  act:
    | { do: "throw" }
    /** Google had done none of the pending writes, or all of them, or all but the one in that place. */
    | { do: "kill"; survive: "none" | "all" | number }
    /** Another run begins and ends: the clock's, or the job once more. */
    | { do: "second"; what: "sweep" | "job" }
    | { do: "edit"; edit: EditKind }
    /** From then on, in every run: Google refuses this address for good. */
    | { do: "refuse"; address: string }
    /** In this run this many messages may still be sent. */
    | { do: "quota"; left: number };
}

export const KINDS = [
  "throw before",
  "throw after",
  "kill",
  "second run",
  "edit",
  "edit and kill",
  "refused",
  "quota",
  "pair",
  "weeks",
] as const;
export type Kind = (typeof KINDS)[number];

export interface Scenario {
  kind: Kind;
  blows: readonly Blow[];
}

const actName = ({ act }: Blow): string => {
  switch (act.do) {
    case "throw":
      return "throw";
    case "kill":
      return `kill-${typeof act.survive === "number" ? `without-${act.survive}` : act.survive}`;
    case "second":
      return act.what;
    case "edit":
      return act.edit.replace(" ", "-");
    case "refuse":
      return `refuse-${act.address}`;
    case "quota":
      return `quota-${act.left}`;
  }
};

/**
 * Such as `kill-without-1@57after`; of several, joined by plus signs; those of the next run begin with
 * `next:`.
 */
export const blowName = ({ blows }: Scenario): string =>
  blows.map((blow) => `${blow.run === 1 ? "next:" : ""}${actName(blow)}@${blow.k}${blow.when}`).join("+");
