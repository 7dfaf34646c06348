/** PDFs by LibreOffice, where it is installed; the program is looked for under the names it has. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const CONVERTING_MS = 60_000;
export const PROGRAMS = ["soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/** With a profile of its own: a LibreOffice that is open would take the order over and drop it. */
const argumentsFor = (path: string, place: string): string[] => [
  `-env:UserInstallation=${pathToFileURL(join(place, "profile")).href}`,
  "--headless",
  "--convert-to",
  "pdf",
  "--outdir",
  place,
  path,
];

/** Null where none of the programs is there. */
export function byLibreOffice(docx: Uint8Array, programs: readonly string[]): Uint8Array | null {
  const place = mkdtempSync(join(tmpdir(), "document-to-pdf-"));
  try {
    const path = join(place, "document.docx");
    writeFileSync(path, docx);
    if (!programs.some((program) => isRun(program, argumentsFor(path, place)))) return null;
    const pdf = join(place, "document.pdf");
    if (!existsSync(pdf))
      throw new Error("LibreOffice could not make a PDF of the document. Save it as .docx instead.");
    return readFileSync(pdf);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function isRun(program: string, args: readonly string[]): boolean {
  const { error } = spawnSync(program, args, { timeout: CONVERTING_MS, stdio: "ignore" });
  if (error && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return !error;
}
