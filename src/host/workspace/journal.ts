/** The journal of accepted changes: numbered lines, each on disk before `append` returns. */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { writeWhole } from "./files";
import type { Operation } from "../model/model";

export interface Entry {
  no: number;
  operations: Operation[];
}

const isEntry = (read: unknown): read is Entry =>
  typeof read === "object" &&
  read !== null &&
  "no" in read &&
  typeof read.no === "number" &&
  "operations" in read &&
  Array.isArray(read.operations);

function entryIn(line: string): Entry | null {
  try {
    const read: unknown = JSON.parse(line);
    return isEntry(read) ? read : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The journal's whole lines; a torn last one was never acknowledged and does not count. */
export function readJournal(path: string): Entry[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  lines.pop();
  let before = 0;
  return lines.map((line, i) => {
    const entry = entryIn(line);
    if (!entry || entry.no <= before)
      throw new Error(`${path}, line ${i + 1}, cannot be read. Keep the folder as it is and ask for help.`);
    before = entry.no;
    return entry;
  });
}

export function openJournal(path: string, entries: readonly Entry[]) {
  const text = entries.map((entry) => JSON.stringify(entry) + "\n").join("");
  // Written whole again, so that a torn line at the end does not swallow the next one.
  writeWhole(path, text);
  let size = Buffer.byteLength(text);
  let descriptor = openSync(path, "a");
  return {
    /** Throws when the entry is not on disk; nothing of it stays there then. */
    append(entry: Entry): void {
      const bytes = Buffer.from(JSON.stringify(entry) + "\n");
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
        fsyncSync(descriptor);
      } catch (error) {
        ftruncateSync(descriptor, size);
        throw error;
      }
      size += bytes.length;
    },
    clear(): void {
      closeSync(descriptor);
      writeWhole(path, "");
      size = 0;
      descriptor = openSync(path, "a");
    },
    close: (): void => closeSync(descriptor),
  };
}
