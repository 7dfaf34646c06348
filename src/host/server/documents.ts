/** The documents in drive/: their list, their bytes, and their PDF. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { State } from "../model/model";
import { pdfLater } from "../pdf/pdf";
import type { DocumentLine } from "./protocol";
import { Refusal } from "./refusal";

/**
 * Newest first, by the clock of the workspace, those in Drive's bin left out; people's own files are listed
 * with those that the script made.
 */
export function documentsIn(folder: string, state: State): DocumentLine[] {
  const entries = new Map(Object.values(state.files ?? {}).map((entry) => [entry.file, entry]));
  const names = readdirSync(`${folder}/drive`).filter(
    (name) => /\.docx$/i.test(name) && !entries.get(name)?.trashed,
  );
  const found = names.map((name) => {
    const { size, mtime } = statSync(`${folder}/drive/${name}`);
    return { name, bytes: size, changed: entries.get(name)?.modified ?? mtime.toISOString() };
  });
  return found.sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

function pathOf(folder: string, state: State, name: string): string {
  // Only what is listed: a name with a path in it is never found.
  if (!documentsIn(folder, state).some((line) => line.name === name))
    throw new Refusal(404, "There is no such document.");
  return resolve(folder, "drive", name);
}

export const documentIn = (folder: string, state: State, name: string): Buffer =>
  readFileSync(pathOf(folder, state, name));

export async function pdfIn(folder: string, state: State, name: string): Promise<Uint8Array> {
  try {
    return await pdfLater(documentIn(folder, state, name));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(501, (error as Error).message);
  }
}
