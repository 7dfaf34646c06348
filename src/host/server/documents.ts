/** The documents in drive/: their list, their bytes, and their PDF through LibreOffice where it is installed. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { argumentsFor, CONVERTING_MS, MISSING, PROGRAMS } from "../drive/libreOffice";
import type { State } from "../model";
import type { DocumentLine } from "./protocol";
import { Refusal } from "./refusal";

/** Newest first, those in Drive's bin left out; people's own files are listed with those that the script made. */
export function documentsIn(folder: string, state: State): DocumentLine[] {
  const binned = new Set(
    Object.values(state.files ?? {}).flatMap(({ trashed, file }) => (trashed ? [file] : [])),
  );
  const names = readdirSync(`${folder}/drive`).filter((name) => /\.docx$/i.test(name) && !binned.has(name));
  const found = names.map((name) => {
    const { size, mtime } = statSync(`${folder}/drive/${name}`);
    return { name, bytes: size, changed: mtime.toISOString() };
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

export async function pdfOf(folder: string, state: State, name: string): Promise<Buffer> {
  const path = pathOf(folder, state, name);
  const place = mkdtempSync(join(tmpdir(), "hub-tracker-pdf-"));
  try {
    await convert(path, place);
    const made = join(place, basename(path).replace(/\.docx$/i, ".pdf"));
    if (!existsSync(made)) throw new Refusal(500, "LibreOffice made no PDF of it. Save it as .docx instead.");
    return readFileSync(made);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function convert(path: string, place: string): Promise<void> {
  for (const program of PROGRAMS)
    try {
      await promisify(execFile)(program, argumentsFor(path, place), { timeout: CONVERTING_MS });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  throw new Refusal(501, MISSING);
}
