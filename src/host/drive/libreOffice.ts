/** PDFs by LibreOffice, where it is installed; the program is looked for under the names it has. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const CONVERTING_MS = 60_000;
export const PROGRAMS = ["soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];
export const MISSING = "A PDF needs LibreOffice on this computer. Install it, or save the .docx.";

/** With a profile of its own: a LibreOffice that is open would take the order over and drop it. */
export const argumentsFor = (path: string, place: string): string[] => [
  `-env:UserInstallation=${pathToFileURL(join(place, "profile")).href}`,
  "--headless",
  "--convert-to",
  "pdf",
  "--outdir",
  place,
  path,
];

/** Waits for LibreOffice, as every call of a service waits. */
export function pdfOf(docx: Uint8Array, programs: readonly string[] = PROGRAMS): Uint8Array {
  const place = mkdtempSync(join(tmpdir(), "hub-tracker-pdf-"));
  try {
    const path = join(place, "document.docx");
    writeFileSync(path, docx);
    convert(path, place, programs);
    const pdf = join(place, "document.pdf");
    if (!existsSync(pdf))
      throw new Error("LibreOffice made no PDF of the document. Save it as .docx instead.");
    return readFileSync(pdf);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function convert(path: string, place: string, programs: readonly string[]): void {
  for (const program of programs) {
    const { error } = spawnSync(program, argumentsFor(path, place), {
      timeout: CONVERTING_MS,
      stdio: "ignore",
    });
    if (!error) return;
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  throw new Error(MISSING);
}
