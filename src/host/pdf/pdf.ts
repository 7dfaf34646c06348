/**
 * The PDF of a document, made by a program of its own: a script's call waits for it, the page's server does
 * not.
 */
import { execFile, spawnSync } from "node:child_process";

/** Where the build puts it. */
const PROGRAM = "build/out/pdf.mjs";
const OPTIONS = { timeout: 90_000, maxBuffer: 64 * 1024 * 1024, encoding: "buffer" } as const;

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString("latin1") === "%PDF-";
const failure = (stderr: Buffer): Error =>
  new Error(stderr.toString("utf8").trim() || "The PDF was not made in time. Save the .docx instead.");

/** `args`: the program's. */
export function pdfOf(docx: Uint8Array, args: readonly string[] = []): Uint8Array {
  const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { ...OPTIONS, input: docx });
  if (!isPdf(stdout)) throw failure(stderr);
  return stdout;
}

export const pdfLater = (docx: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [PROGRAM], OPTIONS, (_error, stdout, stderr) =>
      isPdf(stdout) ? resolve(stdout) : reject(failure(stderr)),
    );
    child.stdin?.end(docx);
  });
