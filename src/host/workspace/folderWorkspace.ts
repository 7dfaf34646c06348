/** A workspace as a folder of ordinary files: tracker.xlsx, outbox/, drive/, state.json and the journal. */
import { existsSync, mkdirSync } from "node:fs";
import { apply } from "../model/apply";
import { driveFolder } from "./driveFolder";
import { writeWhole } from "./files";
import { openJournal, readJournal } from "./journal";
import type { Operation } from "../model/model";
import { lockFolder } from "./processLock";
import { hashAt, pathsOf, readTracker, writeTracker } from "./trackerFiles";
import type { Workspace } from "../model/workspace";
import type { Marks } from "../xlsx/xlsxRules";

export interface FolderWorkspace extends Workspace {
  readonly folder: string;
  /** There was no workbook yet. */
  readonly isNew: boolean;
  /**
   * Writes tracker.xlsx and state.json; refuses to write over a workbook changed by another program
   * meanwhile.
   */
  save(): Promise<void>;
  /** The name of a message by its number, from 1. */
  mailName(number: number): string;
}

export interface Opening {
  /** A workspace is made where there is none. */
  create?: boolean;
  /** Whose a new workspace is, by address. */
  user?: string;
  marks?: Marks;
}

const mailName = (number: number): string => `outbox/${String(number).padStart(4, "0")}.eml`;

/** Throws a sentence when there is no workspace and none may be made, or when another process has it open. */
export async function openWorkspace(folder: string, opening: Opening = {}): Promise<FolderWorkspace> {
  if (!existsSync(folder) && !opening.create)
    throw new Error(`There is no workspace ${folder}. Make one with: npm start`);
  for (const part of ["", "/outbox", "/drive"]) mkdirSync(folder + part, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    return await open(folder, opening, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function open(
  folder: string,
  { user, marks }: Opening,
  unlock: () => void,
): Promise<FolderWorkspace> {
  const paths = pathsOf(folder);
  const lines = readJournal(paths.ndjson);
  const lastEntry = lines[lines.length - 1]?.no ?? 0;
  const { isNew, ...tracker } = await readTracker(paths, { lastEntry, user, marks });
  const { workbook, state } = tracker;
  const entries = lines.filter((entry) => entry.no > tracker.journal);
  for (const entry of entries) {
    for (const operation of entry.operations) apply(workbook, state, operation);
    tracker.journal = entry.no;
  }
  const journal = openJournal(paths.ndjson, entries);
  const drive = driveFolder(folder, state);
  let known = hashAt(paths.xlsx);
  let unsaved = isNew || entries.length > 0;
  let saving: Promise<void> = Promise.resolve();
  let closed = false;

  const keep = (operations: readonly Operation[]): void => {
    journal.append({ no: tracker.journal + 1, operations: [...operations] });
    tracker.journal += 1;
    unsaved = true;
  };
  const saveNow = async (): Promise<void> => {
    if (!unsaved) return;
    const included = tracker.journal;
    known = await writeTracker(paths, tracker, { known, marks });
    unsaved = tracker.journal !== included;
    if (!unsaved) journal.clear();
  };
  const workspace: FolderWorkspace = {
    folder,
    isNew,
    workbook,
    state,
    mailName,
    keep,
    ...drive(keep),
    putMail(eml) {
      let next = state.mails + 1;
      // A process that died before its mail was counted left the file.
      while (existsSync(`${folder}/${mailName(next)}`)) next += 1;
      // The caller counts this one, together with its recipients.
      state.mails = next - 1;
      writeWhole(`${folder}/${mailName(next)}`, eml);
      return mailName(next);
    },
    save() {
      saving = saving.then(saveNow, saveNow);
      return saving;
    },
    async close() {
      if (closed) return;
      closed = true;
      try {
        await workspace.save();
      } finally {
        journal.close();
        unlock();
      }
    },
  };
  // A new workbook's id lasts from now on, whatever happens before its first saving.
  if (isNew && entries.length === 0) keep([{ op: "state", set: { workbookId: state.workbookId } }]);
  return workspace;
}
