/** One run of a function: its clock, its account, its rights, and what it has written but not yet kept. */
import type { Counter, Wrap } from "./calls";
import type { Area, Operation, Sheet } from "../model/model";
import type { MenuItem, Selected, Shown } from "./screen";
import type { Workspace } from "../model/workspace";

/**
 * How the function was started: by a menu click, a time trigger, a simple trigger, or in an add-on not yet
 * enabled.
 */
export type Mode = "menu" | "trigger" | "simple" | "none";

/** What the script's scopes are and which of them the account has not granted. */
export interface Grant {
  /** As the manifest lists them, in full; null where it leaves it to Google to find them out. */
  declared: readonly string[] | null;
  denied: readonly string[];
}

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
