/** One run of a function: its clock, its account, its rights, and what it has written but not yet kept. */
import { apply } from "./apply";
import type { Counter, Wrap } from "./calls";
import { Exception } from "./calls";
import type { Operation } from "./model";
import type { Workspace } from "./workspace";

/** How the function was started: by a menu click, a time trigger, a simple trigger, or in an add-on not yet enabled. */
export type Mode = "menu" | "trigger" | "simple" | "none";

export interface Execution {
  workspace: Workspace;
  mode: Mode;
  user: string;
  now: () => Date;
  /** The Date class of the bundle's world. */
  Date: DateConstructor;
  wrap: Wrap;
  counter: Counter;
  mailQuota: number;
  log: (line: string) => void;
  menu: { label: string; handler: string }[];
  /** Applies an operation at once; it is kept at the next flush. */
  change: (operation: Operation) => void;
  flush: () => void;
  pending: Operation[];
}

export function newExecution(given: Omit<Execution, "change" | "flush" | "pending" | "menu">): Execution {
  const execution: Execution = {
    ...given,
    menu: [],
    pending: [],
    change(operation) {
      apply(given.workspace.workbook, given.workspace.state, operation);
      execution.pending.push(operation);
    },
    flush() {
      if (execution.pending.length > 0) given.workspace.keep(execution.pending);
      execution.pending = [];
    },
  };
  return execution;
}

/** Refuses what a mode may not do: simple triggers reach the bound file only, a menu not yet enabled not even that. */
export function needs(execution: Execution, what: string, modes: readonly Mode[]): void {
  if (!modes.includes(execution.mode)) throw new Exception(`You do not have permission to call ${what}.`);
}

export const FULL: readonly Mode[] = ["menu", "trigger"];
export const DOCUMENT: readonly Mode[] = ["menu", "trigger", "simple"];
