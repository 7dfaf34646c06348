/**
 * The files in drive/: written so that after any death a file and what state.json says of it belong together.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { syncFolder, writeBeside, besideOf } from "./files";
import type { Operation, State } from "../model/model";
import type { Workspace } from "../model/workspace";

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

type Files = Pick<Workspace, "fileNames" | "readFile" | "putFile" | "removeFile">;

/** Finishes what a dead process had begun, then gives the folder's part of a workspace. */
export function driveFolder(
  folder: string,
  state: State,
): (keep: (operations: readonly Operation[]) => void) => Files {
  const drive = `${folder}/drive`;
  // One file at a time is on its way, outside of drive/, where people would see it.
  const coming = besideOf(drive);
  const arrive = (name: string): void => {
    renameSync(coming, `${drive}/${name}`);
    syncFolder(drive);
  };
  const content = (name: string): Buffer | null =>
    existsSync(`${drive}/${name}`) ? readFileSync(`${drive}/${name}`) : null;
  finish(state, coming, content, arrive);
  return (keep) => ({
    fileNames: () => readdirSync(drive),
    readFile: content,
    putFile(name, bytes, operations) {
      writeBeside(drive, bytes);
      keep(operations);
      arrive(name);
    },
    removeFile(name, operations) {
      if (operations.length > 0) keep(operations);
      rmSync(`${drive}/${name}`, { force: true });
      syncFolder(drive);
    },
  });
}

/**
 * A file on its way belongs to the entry that tells its content while drive/ has another or none; else to
 * nobody.
 */
function finish(
  state: State,
  coming: string,
  content: (name: string) => Buffer | null,
  arrive: (name: string) => void,
): void {
  if (!existsSync(coming)) return;
  const sha256 = sha256Of(readFileSync(coming));
  const expected = Object.values(state.files ?? {}).find((entry) => {
    if (entry.file === null || entry.sha256 !== sha256) return false;
    const there = content(entry.file);
    return !there || sha256Of(there) !== sha256;
  });
  if (expected?.file) arrive(expected.file);
  else rmSync(coming);
}
