/** A workspace as a folder of ordinary files: tracker.xlsx, outbox/, drive/, state.json and the journal. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { apply } from "./apply";
import { newState, newWorkbook } from "./blank";
import { besideOf, takePlace, writeBeside, writeWhole } from "./files";
import { openJournal, readJournal } from "./journal";
import type { Operation, State, Workbook } from "./model";
import { lockFolder } from "./processLock";
import type { Workspace } from "./workspace";
import { workbookFrom, xlsxOf } from "./xlsx";

export interface FolderWorkspace extends Workspace {
  readonly folder: string;
  /** There was no workbook yet. */
  readonly isNew: boolean;
  /** Writes tracker.xlsx and state.json; refuses to write over a workbook changed by another program meanwhile. */
  save(): Promise<void>;
  /** The name of a message by its number, from 1. */
  mailName(number: number): string;
}

/** What state.json holds. */
interface Saved {
  state: State;
  /** The workbook without cells: what .xlsx cannot hold of its looks. */
  layout: Workbook;
  /** The last journal entry that tracker.xlsx and this file include. */
  journal: number;
  /** Of the tracker.xlsx that was written with it. */
  sha256: string;
}

const mailName = (number: number): string => `outbox/${String(number).padStart(4, "0")}.eml`;
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export async function openWorkspace(folder: string, { create = false } = {}): Promise<FolderWorkspace> {
  if (!existsSync(folder) && !create)
    throw new Error(`There is no workspace ${folder}. Make one with: npm start`);
  for (const part of ["", "/outbox", "/drive"]) mkdirSync(folder + part, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    return await open(folder, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function open(folder: string, unlock: () => void): Promise<FolderWorkspace> {
  const [xlsx, json, ndjson] = ["tracker.xlsx", "state.json", "journal.ndjson"].map(
    (name) => `${folder}/${name}`,
  ) as [string, string, string];
  const isNew = !existsSync(json);
  if (isNew && existsSync(xlsx))
    throw new Error(`${folder} holds a tracker.xlsx but no state.json. Move the workbook elsewhere first.`);
  const saved = isNew ? null : (JSON.parse(readFileSync(json, "utf8")) as Saved);
  const workbook = saved
    ? await workbookFrom(matching(xlsx, saved.sha256, ndjson), saved.layout)
    : newWorkbook();
  const state: State = saved?.state ?? {
    ...newState(),
    workbookId: `local-${hashOf(Buffer.from(folder + Date.now())).slice(0, 16)}`,
  };
  let known = saved ? hashOf(readFileSync(xlsx)) : "";
  let number = saved?.journal ?? 0;
  const entries = readJournal(ndjson).filter((entry) => entry.no > number);
  for (const entry of entries) {
    for (const operation of entry.operations) apply(workbook, state, operation);
    number = entry.no;
  }
  const journal = openJournal(ndjson, entries);
  let unsaved = entries.length > 0 || isNew;

  const workspace: FolderWorkspace = {
    folder,
    isNew,
    workbook,
    state,
    mailName,
    keep(operations: readonly Operation[]): void {
      number += 1;
      journal.append({ no: number, operations: [...operations] });
      unsaved = true;
    },
    putMail(eml) {
      let next = state.mails + 1;
      while (existsSync(`${folder}/${mailName(next)}`)) next += 1;
      state.mails = next - 1;
      writeWhole(`${folder}/${mailName(next)}`, eml);
      return mailName(next);
    },
    async save() {
      if (!unsaved) return;
      if (known !== "" && existsSync(xlsx) && hashOf(readFileSync(xlsx)) !== known)
        throw new Error(
          `${xlsx} was changed by another program while it was open here, so it was not written over. The changes made here are safe in ${ndjson}.`,
        );
      const included = number;
      const layout: Workbook = {
        ...workbook,
        sheets: workbook.sheets.map((sheet) => ({ ...sheet, cells: {} })),
      };
      const bytes = await xlsxOf(workbook);
      known = hashOf(bytes);
      const saved: Saved = { state, layout, journal: included, sha256: known };
      // The workbook takes its place after its state: a process that dies in between is finished by the next opening.
      writeBeside(xlsx, bytes);
      writeWhole(json, JSON.stringify(saved));
      takePlace(xlsx);
      if (number === included) journal.clear();
      unsaved = false;
    },
    async close() {
      try {
        await workspace.save();
      } finally {
        journal.close();
        unlock();
      }
    },
  };
  return workspace;
}

/**
 * The workbook that belongs to state.json: the one in place, or the one beside it if a process died while saving. A
 * workbook that another program changed is taken as it is, unless changes made here wait in the journal.
 */
function matching(xlsx: string, sha256: string, ndjson: string): Uint8Array {
  if (existsSync(besideOf(xlsx)) && hashOf(readFileSync(besideOf(xlsx))) === sha256) takePlace(xlsx);
  if (!existsSync(xlsx)) throw new Error(`${xlsx} is missing. Put it back.`);
  const bytes = readFileSync(xlsx);
  if (hashOf(bytes) !== sha256 && readJournal(ndjson).length > 0)
    throw new Error(
      `${xlsx} was changed by another program, and changes made here wait in ${ndjson}. Put the earlier workbook back, or remove the journal to give those changes up.`,
    );
  return bytes;
}
