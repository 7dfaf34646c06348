/**
 * What the promises look at after a fault: the workspaces, the messages as their readers see them, the
 * ledger, the alarms.
 */
import type { MemoryWorkspace } from "../../../host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../../host/workspace/memoryWorkspace";
import type { Sheet } from "../../../host/model/model";
import { edit } from "../edits";
import type { PlayOutcome } from "../play";
import type { Letter, Row } from "../reading";
import { rowsOfSheet } from "../reading";
import { hostOn } from "../stages";

export interface Broken {
  promise: string;
  why: string;
  /** Somebody got what is not theirs. */
  leaked?: true;
}

/** All that the promises look at. */
export interface AfterFault {
  outcome: PlayOutcome;
  /** The same job without a fault. */
  plain: PlayOutcome;
  /** The start with the staff's edits and nothing else. */
  edited: MemoryWorkspace;
  letters: Letter[];
  /** Those that had left before the scenario began. */
  before: number;
  ledger: Map<string, Row[]>;
  /** What the Problems tab says that it did not say at the start. */
  alarms: Row[];
}

const kept = new WeakMap<Sheet, Row[]>();

/** The rows of a workspace in which nothing more happens; each sheet is read once. */
export function rowsOfTab(sheet: Sheet): Row[] {
  const rows = kept.get(sheet) ?? rowsOfSheet(sheet);
  kept.set(sheet, rows);
  return rows;
}

export function rowsIn({ workbook }: MemoryWorkspace, tab: string): Row[] {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  return sheet ? rowsOfTab(sheet) : [];
}

const DAY_MS = 86_400_000;

export const plusDays = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10);

export const cell = (row: Row | undefined, heading: string): string => row?.[heading] ?? "";

export const stateOf = (events: readonly Row[] | undefined): string => cell(events?.at(-1), "State");

const editedStarts = new WeakMap<MemoryWorkspace, Map<string, MemoryWorkspace>>();

/** The start with the staff's edits alone; looked at only, so one serves all scenarios that begin there. */
export function editedOf({ start, blows, job }: PlayOutcome, bundle: string): MemoryWorkspace {
  const edits = blows.flatMap(({ act }) => (act.do === "edit" ? [act.edit] : []));
  if (edits.length === 0) return start;
  const known = editedStarts.get(start) ?? new Map<string, MemoryWorkspace>();
  editedStarts.set(start, known);
  const key = JSON.stringify([edits, job.place, job.now]);
  const edited = known.get(key) ?? memoryWorkspace(start);
  if (!known.has(key)) for (const kind of edits) edit(hostOn(edited, bundle, job.now), kind, job.place);
  known.set(key, edited);
  return edited;
}

/**
 * Says that a tab cannot be used, or that mail waits: then it speaks of every message. That a run stopped
 * does not.
 */
const OF_ALL =
  /is missing|have its headings|nothing (is|will be) sent|no messages? |messages are waiting|is there twice|is now called/i;

/** An alarm that names the key's provider, contact or pupil, or speaks of all. */
export function isAlarmed({ alarms, ledger, outcome }: AfterFault, key: string): boolean {
  const parts = key.split("|").filter((part) => /^[PCUS]\d+$/.test(part));
  const isHeld = ["held", "approved", "dropped"].includes(stateOf(ledger.get(key)));
  if (isHeld && rowsIn(outcome.end, "Problems").some((row) => /are held/.test(cell(row, "What is wrong"))))
    return true;
  return alarms.some((row) => {
    const text = `${cell(row, "What is wrong")} ${cell(row, "What to do")}`;
    return OF_ALL.test(text) || parts.some((part) => text.includes(part));
  });
}
