/** All that the page shows, in one value; whatever changes it draws the page again. */
import type { PupilPage } from "../../domain/views/pupilView";

export const VIEWS = [
  "Pupil",
  "Grade",
  "Targets",
  "Feedback",
  "Check-in",
  "Evidence",
  "Rewards",
  "Assessments",
  "Report",
] as const;
export type SidebarView = (typeof VIEWS)[number];

/**
 * A field that was changed: as it was seen then and as it should become. Minor: a choice that nobody would
 * miss.
 */
export interface Changed {
  was: string;
  now: string;
  isMinor: boolean;
}

export interface Again {
  label: string;
  run: () => void;
}

export interface Status {
  /** `opening` keeps the page still; `saving` only the form that is saved. */
  kind: "quiet" | "opening" | "saving" | "done" | "failed";
  said: string;
  /** The form that is being saved. */
  form: string;
  /** A way on. */
  again: Again | null;
}

/** Asked before text that is not saved is left. */
export interface Question {
  name: string;
  go: () => void;
  /** Where the person was; null: somewhere in a form, which keeps the cursor. */
  from: HTMLElement | null;
}

export interface State {
  page: PupilPage | null;
  roll: { id: string; name: string }[];
  view: SidebarView;
  /** What is typed and not saved, by form and field; all of it about the pupil who is open. */
  drafts: Readonly<Record<string, Readonly<Record<string, Changed>>>>;
  status: Status;
  question: Question | null;
  /** The list to choose another pupil from, while it is open: what is typed, and which one is marked. */
  picker: { typed: string; at: number } | null;
  /** What is unfolded or looked for in the view, by name; forgotten with it. */
  unfolded: Readonly<Record<string, string>>;
}

export const QUIET: Status = { kind: "quiet", said: "", form: "", again: null };

let state: State = {
  page: null,
  roll: [],
  view: "Pupil",
  drafts: {},
  status: QUIET,
  question: null,
  picker: null,
  unfolded: {},
};
let draw = (): void => {};
let isDue = false;

export const now = (): State => state;

export function change(part: Partial<State>): void {
  state = { ...state, ...part };
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    draw();
  });
}

export function drawWith(drawing: () => void): void {
  draw = drawing;
  draw();
}

export const unfolded = (name: string): string => state.unfolded[name] ?? "";
export const unfold = (name: string, to: string): void =>
  change({ unfolded: { ...state.unfolded, [name]: to } });

export const isBusy = (): boolean => state.status.kind === "opening" || state.status.kind === "saving";

/** Whether anything typed would be lost with the pupil. */
export const isUnsaved = (forms: (name: string) => boolean = () => true): boolean =>
  Object.entries(state.drafts).some(
    ([name, fields]) => forms(name) && Object.values(fields).some(({ isMinor }) => !isMinor),
  );

let isFocusWanted = false;

/** The view that is drawn next may take the cursor; asked for by a person, never by the page itself. */
export const wantFocus = (): void => void (isFocusWanted = true);

export function takeFocus(): boolean {
  const wanted = isFocusWanted;
  isFocusWanted = false;
  return wanted;
}

/** Those that are filled in at once have the cursor in their first box. */
export function showView(view: SidebarView): void {
  if (view === "Grade" || view === "Feedback") wantFocus();
  change({ view, unfolded: {}, ...(isBusy() ? {} : { status: QUIET }) });
}
