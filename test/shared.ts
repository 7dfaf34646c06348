/**
 * What takes long to make and is the same in every test file: made by the first that needs it, read by the
 * others.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** Of plain values, maps and bytes. */
export function shared<T>(name: string, make: () => T): T {
  const file = madeOnce(name, (path) => writeFileSync(path, serialize(make())));
  return deserialize(readFileSync(file)) as T;
}

/** A folder: `make` gets the path of one that is not there yet, and fills it. */
export const sharedFolder = (name: string, make: (path: string) => void): string => madeOnce(name, make);

/** Two files that need it at once both make it, and the first one's stays. No other file sees half of it. */
function madeOnce(name: string, make: (path: string) => void): string {
  // Made by globalSetup.cjs.
  const folder = process.env["HUB_TRACKER_SHARED"];
  if (folder === undefined) throw new Error("Run the tests by jest, with its configuration.");
  const whole = join(folder, name);
  if (existsSync(whole)) return whole;
  const begun = `${whole}.${process.pid}`;
  make(begun);
  try {
    renameSync(begun, whole);
  } catch (error) {
    if (!existsSync(whole)) throw error;
  }
  return whole;
}
