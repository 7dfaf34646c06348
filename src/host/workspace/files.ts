/** Writing files so that they survive the death of the process or the machine. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Where `writeBeside` puts a file until it takes its place. */
export const besideOf = (path: string): string => `${path}.new`;

/** Writes beside and renames: a reader finds the old file or the new one, never a part. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeBeside(path, content);
  takePlace(path);
}

export function writeBeside(path: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  const descriptor = openSync(besideOf(path), "w");
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

export function takePlace(path: string): void {
  renameSync(besideOf(path), path);
  syncFolder(dirname(path));
}
