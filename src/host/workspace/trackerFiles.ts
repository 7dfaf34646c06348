/**
 * tracker.xlsx and the state.json that belongs to it: reading the pair, and writing it so that no kill parts
 * it.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { inMb, MAX_FILE_BYTES, Unreadable } from "../archive/limits";
import { newState, newWorkbook } from "../model/blank";
import { besideOf, takePlace, writeBeside, writeWhole } from "./files";
import type { State, Workbook } from "../model/model";
import type { Marks } from "../xlsx/xlsxRules";
import type { WorkbookSupplement } from "../xlsx/xlsx";
import { supplementOf, workbookFrom, xlsxOf } from "../xlsx/xlsx";

export interface Paths {
  xlsx: string;
  json: string;
  ndjson: string;
}

export const pathsOf = (folder: string): Paths => ({
  xlsx: `${folder}/tracker.xlsx`,
  json: `${folder}/state.json`,
  ndjson: `${folder}/journal.ndjson`,
});

/** What state.json holds. */
interface Saved {
  state: State;
  layout: WorkbookSupplement;
  /** The last journal entry that tracker.xlsx and this file include. */
  journal: number;
  /** Of the tracker.xlsx that belongs to it, and of the one that this replaced; null for none. */
  sha256: string;
  replaces?: string | null;
}

/** The truth at a moment: what the pair says together with the journal up to an entry. */
export interface Tracker {
  workbook: Workbook;
  state: State;
  /** The number of the last journal entry it includes. */
  journal: number;
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
/** The file's sha256; null when there is none. */
export const hashAt = (path: string): string | null => (existsSync(path) ? hashOf(readFileSync(path)) : null);

export interface Reading {
  /** The number of the journal's last line, 0 for none. */
  lastEntry: number;
  /** Whose a workbook is that has no state yet. */
  user: string | undefined;
  marks: Marks | undefined;
}

export async function readTracker(
  paths: Paths,
  { lastEntry, user, marks }: Reading,
): Promise<Tracker & { isNew: boolean }> {
  // Before anything reads it: there may be gigabytes of it.
  if (existsSync(paths.xlsx) && statSync(paths.xlsx).size > MAX_FILE_BYTES)
    throw refused(paths.xlsx, new Unreadable(`It is larger than ${inMb(MAX_FILE_BYTES)}.`));
  const saved = savedIn(paths.json);
  if (saved) finishSaving(paths, saved);
  const sha256 = hashAt(paths.xlsx);
  if (sha256 === null) {
    if (saved) throw new Error(`${paths.xlsx} is missing. Put it back.`);
    return { workbook: newWorkbook(), state: stateFor(paths, user), journal: 0, isNew: true };
  }
  const before = saved ?? { state: stateFor(paths, user), layout: undefined, journal: 0, sha256: "" };
  const ours = sha256 === before.sha256;
  if (!ours && lastEntry > before.journal)
    throw new Error(
      `${paths.xlsx} was changed by another program, and changes made here wait in ${paths.ndjson}. Put the earlier workbook back, or remove the journal to discard those changes.`,
    );
  const workbook = await workbookAt(paths.xlsx, before.layout, { ours, ...(marks && { marks }) });
  const tracker = { workbook, state: before.state, journal: before.journal };
  if (!ours) takeFromOutside(paths, tracker, sha256);
  return { ...tracker, isNew: false };
}

function savedIn(json: string): Saved | null {
  if (!existsSync(json)) return null;
  try {
    return JSON.parse(readFileSync(json, "utf8")) as Saved;
  } catch (cause) {
    throw new Error(`${json} cannot be read. Keep the folder as it is and ask for help.`, { cause });
  }
}

const stateFor = ({ xlsx }: Paths, user?: string): State => ({
  ...newState(user),
  workbookId: `local-${hashOf(Buffer.from(xlsx + Date.now())).slice(0, 16)}`,
});

async function workbookAt(
  xlsx: string,
  layout: WorkbookSupplement | undefined,
  how: { ours: boolean; marks?: Marks },
): Promise<Workbook> {
  try {
    return await workbookFrom(readFileSync(xlsx), layout, how);
  } catch (cause) {
    throw refused(xlsx, cause);
  }
}

/** Keeps the reason where it is a sentence for people. */
function refused(xlsx: string, cause: unknown): Error {
  const why = cause instanceof Unreadable ? ` ${cause.message}` : "";
  const sentence = `${xlsx} cannot be read as an .xlsx workbook.${why} Put a good one in its place.`;
  return new Error(sentence, { cause });
}

/** A process that died while saving left the new workbook beside the one that it was about to replace. */
function finishSaving({ xlsx }: Paths, { sha256, replaces }: Saved): void {
  const current = hashAt(xlsx);
  if (current === sha256 || hashAt(besideOf(xlsx)) !== sha256) return;
  if (replaces !== undefined && current !== null && current !== replaces)
    throw new Error(
      `${xlsx} was changed by another program, and the changes made here wait in ${besideOf(xlsx)}. Keep one of the two as ${xlsx} and move the other elsewhere.`,
    );
  takePlace(xlsx);
}

/**
 * A workbook that another program wrote is the truth from now on, also after a kill: state.json says so at
 * once.
 */
function takeFromOutside({ json }: Paths, { workbook, state, journal }: Tracker, sha256: string): void {
  const above = (ids: number[], next: number) => ids.reduce((most, id) => Math.max(most, id + 1), next);
  const { sheets } = workbook;
  state.nextSheetId = above(
    sheets.map(({ id }) => id),
    state.nextSheetId,
  );
  state.nextProtectionId = above(
    sheets.flatMap(({ protections }) => protections.map(({ id }) => id)),
    state.nextProtectionId,
  );
  const saved: Saved = { state, layout: supplementOf(workbook), journal, sha256 };
  writeWhole(json, JSON.stringify(saved));
}

/**
 * Writes the pair and gives the workbook's sha256. `known` is that of the workbook in place as far as this
 * process knows; when it is another one, nothing is written.
 */
export async function writeTracker(
  paths: Paths,
  tracker: Tracker,
  { known, marks }: { known: string | null; marks: Marks | undefined },
): Promise<string> {
  // Edits go on while the file is being made.
  const { workbook, state, journal } = structuredClone(tracker);
  const bytes = await xlsxOf(workbook, marks);
  const replaces = hashAt(paths.xlsx);
  if (replaces !== null && replaces !== known)
    throw new Error(
      `${paths.xlsx} was changed by another program while it was open here, so it was not written over. The changes made here are safe in ${paths.ndjson}.`,
    );
  const sha256 = hashOf(bytes);
  const saved: Saved = { state, layout: supplementOf(workbook), journal, sha256, replaces };
  // The workbook takes its place after its state: a process that dies in between is finished by the next
  // opening.
  writeBeside(paths.xlsx, bytes);
  writeWhole(paths.json, JSON.stringify(saved));
  takePlace(paths.xlsx);
  return sha256;
}
