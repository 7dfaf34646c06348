/** What the page knows: one object, replaced as a whole, that the parts of the page look at. */
import { useSyncExternalStore } from "react";
import type { ClockState, DocumentLine, MailLine, Opened, RunRecord, Shown } from "../server/protocol";

export type PanelName = "outbox" | "documents" | "runs" | "clock" | "sidebar";

export interface Notice {
  id: number;
  tone: "said" | "refused";
  text: string;
}

/** Something that the person is asked before it is done. */
export interface Question {
  title: string;
  text: string;
  yes: string;
  answer: (agreed: boolean) => void;
}

export interface TabLine {
  id: number;
  name: string;
  colour: string | null;
}

export interface PageState {
  /** Null until the server has answered. */
  opened: Opened | null;
  /** Why there is nothing to see, where that is so. */
  failure: string | null;
  user: string;
  online: boolean;
  waiting: number;
  clock: ClockState | null;
  tabs: TabLine[];
  activeTab: number | null;
  panel: PanelName | null;
  /** Null: not read yet. */
  mails: MailLine[] | null;
  documents: DocumentLine[] | null;
  runs: RunRecord[] | null;
  dialog: Shown | null;
  sidebar: Shown | null;
  question: Question | null;
  notices: Notice[];
  /** A function of the bundle that the person has started and waits for. */
  busy: string | null;
}

let state: PageState = {
  opened: null,
  failure: null,
  user: "",
  online: true,
  waiting: 0,
  clock: null,
  tabs: [],
  activeTab: null,
  panel: window.innerWidth >= 1200 ? "outbox" : null,
  mails: null,
  documents: null,
  runs: null,
  dialog: null,
  sidebar: null,
  question: null,
  notices: [],
  busy: null,
};
const listeners = new Set<() => void>();

export const page = (): PageState => state;

export function change(part: Partial<PageState>): void {
  state = { ...state, ...part };
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A part of the state; the component is drawn again when it becomes another one. */
export const usePage = <T>(part: (state: PageState) => T): T =>
  useSyncExternalStore(subscribe, () => part(state));

const SHOWN_MS = { said: 6000, refused: 12_000 };
let notices = 0;

export function say(text: string, tone: Notice["tone"] = "said"): void {
  const id = (notices += 1);
  change({ notices: [...state.notices.slice(-3), { id, tone, text }] });
  setTimeout(() => dismiss(id), SHOWN_MS[tone]);
}

export const dismiss = (id: number): void =>
  change({ notices: state.notices.filter((notice) => notice.id !== id) });

export const askPerson = (question: Omit<Question, "answer">): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (agreed: boolean): void => {
      change({ question: null });
      resolve(agreed);
    };
    change({ question: { ...question, answer } });
  });
