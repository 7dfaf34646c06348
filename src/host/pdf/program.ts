/**
 * A program of its own: a .docx comes in, its PDF goes out, by LibreOffice or else by a browser. Its
 * arguments are LibreOffice's names, and `no-browser` to allow no other way.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byLibreOffice, PROGRAMS } from "./libreOffice";

const MISSING = "A PDF needs LibreOffice on this computer. Install it, or save the .docx.";

async function pdfFrom(docx: Uint8Array, args: readonly string[]): Promise<Uint8Array> {
  const names = args.filter((name) => name !== "no-browser");
  const pdf = byLibreOffice(docx, names.length > 0 ? names : PROGRAMS);
  if (pdf) return pdf;
  if (args.includes("no-browser")) throw new Error(MISSING);
  // The browser comes with what tests need: whoever installed the project without that has none.
  const { printed } = await import("./printed").catch(() => ({ printed: null }));
  if (!printed) throw new Error(MISSING);
  return printed(docx, join(import.meta.dirname, "preview.js"));
}

pdfFrom(readFileSync(0), process.argv.slice(2)).then(
  (pdf) => process.stdout.write(pdf),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
