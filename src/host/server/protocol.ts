/** What the server and the page say to each other; the page imports only the types. */
import type { Area, Operation, Workbook } from "../model/model";
import type { MenuItem, Selection, Shown as HostShown } from "../run/screen";

/** Someone whom the person at the page may act as. */
export interface Person {
  email: string;
  name: string;
  role: string;
}

export interface ClockState {
  /** London time, `yyyy-mm-ddThh:mm:ss`; it runs on by itself. */
  now: string;
  /** While a person moves the clock: where to, and how many of its hours have passed. */
  moving: { to: string; done: number; of: number } | null;
}

export interface Opened {
  workbook: Workbook;
  /** The last entry that the workbook includes. */
  no: number;
  user: string;
  people: Person[];
  clock: ClockState;
  menu: MenuItem[];
  /** What the script said when it was opened. */
  toasts: string[];
  /** What a person may let the demo enter; null where nothing can. */
  filling: string | null;
  folder: string;
  /** Where dialogs' pages are served from. */
  frames: string;
}

/** Operations that were kept together, numbered from 1 in the order in which they were applied. */
export interface Entry {
  no: number;
  operations: Operation[];
  /** The page and the number of its request, where one page asked for it. */
  by: Origin | null;
}

export interface Origin {
  page: string;
  request: number;
  /** Rows changed places without coming or going, as in a sorting. */
  sorted?: true;
}

/**
 * What every change carries: who asks, and the last entry that the page had applied when its person acted.
 */
export interface Change extends Origin {
  user: string;
  seen: number;
  sheet: number;
}

export type Typed = string | number | boolean;

export interface Edit extends Change {
  row: number;
  column: number;
  /** Texts are read as if typed; "" empties a cell. */
  values: Typed[][];
}

export interface RowsChange extends Change {
  what: "insert" | "delete";
  at: number;
  count: number;
}

export interface Sorting extends Change {
  area: Area;
  column: number;
  ascending: boolean;
}

export interface Filtering extends Change {
  area: Area | null;
}

/** Formulas' values as the page calculated them; a formula where rows that it names have moved. */
export interface Calculated extends Change {
  cells: { row: number; column: number; v: Typed; f?: string }[];
}

/** Null: accepted. Otherwise why not, as a sentence. */
export interface Answer {
  refused: string | null;
}

/** A dialog or sidebar that a function showed; `frame` names its page, at /frame/ on the frames' port. */
export interface Shown extends Omit<HostShown, "html"> {
  frame: string;
}

/** How a function of the bundle ended. */
export interface Ran {
  result: unknown;
  error: string | null;
  toasts: string[];
  shown: Shown[];
  /** Where it moved the person's selection. */
  selected: Required<Selection> | null;
  menu: MenuItem[];
}

export interface RunRecord {
  no: number;
  name: string;
  user: string;
  mode: string;
  /** The host's time at its start, and how long it really took. */
  at: string;
  ms: number;
  calls: number;
  cells: number;
  error: string | null;
  logs: string[];
}

export interface MailLine {
  name: string;
  to: string;
  subject: string;
  /** ISO instant. */
  date: string | null;
}

export interface Mail extends MailLine {
  from: string;
  replyTo: string | null;
  html: string | null;
  text: string;
  attachments: Attached[];
  source: string;
}

export interface Attached {
  name: string;
  kind: string;
  base64: string;
}

export interface DocumentLine {
  name: string;
  bytes: number;
  /** ISO instant of its last change. */
  changed: string;
}

/** The event stream's messages. */
export type News =
  | { kind: "entry"; entry: Entry }
  | { kind: "clock"; clock: ClockState }
  | { kind: "run"; run: RunRecord }
  | { kind: "mail" }
  | { kind: "notice"; text: string }
  /** Another program changed the workbook's file, so nothing was written over it; a person decides. */
  | { kind: "outside" }
  /** The page missed entries that are no longer at hand, or the server was started again. */
  | { kind: "reload" };
