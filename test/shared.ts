/** What takes long to make and is the same in every test file: made by the first that needs it, read by the others. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** Of plain values, maps and bytes. Two files that need it at once both make it, and either one's is as good. */
export function shared<T>(name: string, make: () => T): T {
  // Made by globalSetup.cjs.
  const folder = process.env["HUB_TRACKER_SHARED"];
  if (folder === undefined) throw new Error("Run the tests by jest, with its configuration.");
  const file = join(folder, name);
  if (existsSync(file)) return deserialize(readFileSync(file)) as T;
  const made = make();
  // No other file sees half of it.
  writeFileSync(`${file}.${process.pid}`, serialize(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
