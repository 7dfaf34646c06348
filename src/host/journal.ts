/** The journal of accepted changes: numbered lines, each on disk before `append` returns. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { writeWhole } from "./files";
import type { Operation } from "./model";

export interface Entry {
  no: number;
  operations: Operation[];
}

/** The journal's whole lines; a torn last one was never acknowledged and does not count. */
export function readJournal(path: string): Entry[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  lines.pop();
  return lines.map((line, i) => {
    try {
      return JSON.parse(line) as Entry;
    } catch {
      throw new Error(`${path}, line ${i + 1}, cannot be read. Keep the folder as it is and ask for help.`);
    }
  });
}

export function openJournal(path: string, entries: readonly Entry[]) {
  // Written whole again, so that a torn line at the end does not swallow the next one.
  writeWhole(path, entries.map((entry) => JSON.stringify(entry) + "\n").join(""));
  let descriptor = openSync(path, "a");
  return {
    append(entry: Entry): void {
      const bytes = Buffer.from(JSON.stringify(entry) + "\n");
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    },
    clear(): void {
      closeSync(descriptor);
      writeWhole(path, "");
      descriptor = openSync(path, "a");
    },
    close: (): void => closeSync(descriptor),
  };
}
