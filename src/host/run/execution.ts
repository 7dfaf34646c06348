/** One run of a function: its clock, its account, its rights, and what it has written but not yet kept. */
import { apply } from "../model/apply";
import type { Counter, Wrap } from "./calls";
import type { Area, Operation, Sheet } from "../model/model";
import type { Grant } from "./rights";
import type { Selected } from "../sheets/selection";
import type { MenuItem, Shown } from "../services/ui";
import { checkArea, checkWalls } from "./walls";
import type { Workspace } from "../model/workspace";

/** How the function was started: by a menu click, a time trigger, a simple trigger, or in an add-on not yet enabled. */
export type Mode = "menu" | "trigger" | "simple" | "none";

export interface Execution {
  workspace: Workspace;
  mode: Mode;
  user: string;
  /** The host's clock, which `sleep` moves on for this run. */
  now: () => Date;
  sleep: (ms: number) => void;
  /** The Date class of the bundle's world. */
  Date: DateConstructor;
  /** Of the script, as its manifest says, and the folder with its files. */
  timeZone: string;
  folder: string;
  grant: Grant;
  /** Whether Google gives the run its workbook. */
  document: boolean;
  wrap: Wrap;
  counter: Counter;
  mailQuota: number;
  fileQuota: number;
  log: (line: string) => void;
  menu: MenuItem[];
  toasts: string[];
  shown: Shown[];
  selected: Selected;
  /** Applies an operation at once, where the account may write; it is kept at the next flush. */
  change: (operation: Operation) => void;
  /** Refuses, as `change` would, what happens to an area of a sheet without an operation of its own. */
  checkArea: (sheet: Sheet, area: Area) => void;
  flush: () => void;
  /** Gives up what is pending, as a dead process does. */
  drop: () => void;
}

/**
 * What is applied but not kept, in the order in which it was applied: of all executions over the workspace, because a
 * journal replayed in another order would put rows elsewhere.
 */
const pending = new WeakMap<Workspace, Operation[]>();

/** What a death now would lose: a fault test chooses which of it Google had written already. */
export const pendingOf = (workspace: Workspace): readonly Operation[] => pending.get(workspace) ?? [];

export function writing(
  workspace: Workspace,
  user: string,
): Pick<Execution, "change" | "checkArea" | "flush" | "drop"> {
  const { workbook, state } = workspace;
  return {
    checkArea: (sheet, area) => checkArea(sheet, state, user, area),
    change(operation) {
      checkWalls(workbook, state, user, operation);
      apply(workbook, state, operation);
      const operations = pending.get(workspace);
      if (operations) operations.push(operation);
      else pending.set(workspace, [operation]);
    },
    flush() {
      const operations = pending.get(workspace);
      pending.delete(workspace);
      if (operations) workspace.keep(operations);
    },
    drop: () => void pending.delete(workspace),
  };
}
