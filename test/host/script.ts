/** A script of a test's own in a folder, as the build would leave it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** Gives the folder, to be used as a host's `bundle`; it goes when the test file has ended. */
export function script(code: string, files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "script-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ ...files, "Code.js": code }))
    writeFileSync(join(folder, name), text);
  return folder;
}
