/** The documents in drive/: their list, their bytes, and their PDF through LibreOffice where it is installed. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { DocumentLine } from "./protocol";
import { Refusal } from "./refusal";

const CONVERTING_MS = 60_000;
const PROGRAMS = ["soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/** Newest first. */
export function documentsIn(folder: string): DocumentLine[] {
  const names = readdirSync(`${folder}/drive`).filter((name) => /\.docx$/i.test(name));
  const found = names.map((name) => {
    const { size, mtime } = statSync(`${folder}/drive/${name}`);
    return { name, bytes: size, changed: mtime.toISOString() };
  });
  return found.sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

function pathOf(folder: string, name: string): string {
  // Only what is listed: a name with a path in it is never found.
  if (!documentsIn(folder).some((line) => line.name === name))
    throw new Refusal(404, "There is no such document.");
  return resolve(folder, "drive", name);
}

export const documentIn = (folder: string, name: string): Buffer => readFileSync(pathOf(folder, name));

export async function pdfOf(folder: string, name: string): Promise<Buffer> {
  const path = pathOf(folder, name);
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
  // A profile of its own: a LibreOffice that is open would take the order over and drop it.
  const profile = `-env:UserInstallation=${pathToFileURL(join(place, "profile")).href}`;
  const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", place, path];
  for (const program of PROGRAMS)
    try {
      await promisify(execFile)(program, args, { timeout: CONVERTING_MS });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  throw new Refusal(501, "A PDF needs LibreOffice on this computer. Install it, or save the .docx.");
}
