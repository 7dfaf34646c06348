/** A zip's directory: which entries it has, checked before any of them is unpacked. */
import type { Kind } from "./limits";
import { MAX_PARTS, Unreadable } from "./limits";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The longest comment that may follow the directory's end, and that end itself. */
const END_BYTES = 22 + 0xffff;

export interface Entry {
  name: string;
  method: number;
  compressed: number;
  /** Where its packed bytes begin. */
  from: number;
}

export const damaged = (): Unreadable => new Unreadable("It is damaged: it cannot be unpacked.");

/** Throws `Unreadable`. */
export function directoryOf(file: Buffer, kind: Kind): Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < Math.max(0, file.length - END_BYTES) || end + 22 > file.length) throw none(kind);
  if (file.readUInt32LE(end) !== END_OF_DIRECTORY) throw none(kind);
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_PARTS) throw new Unreadable(`It contains more than ${MAX_PARTS} parts.`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  for (let at = file.readUInt32LE(end + 16), i = 0; i < count; i += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    if (nameEnd > end) throw damaged();
    const name = file.toString("utf8", at + 46, nameEnd);
    checkName(name, names);
    if (!name.endsWith("/")) entries.push(entryAt(file, at, name));
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

const none = (kind: Kind): Unreadable =>
  new Unreadable(`It is not ${kind === ".xlsx" ? "an" : "a"} ${kind} file.`);

/** Names of parts are the same whatever their capitals. */
function checkName(name: string, names: Set<string>): void {
  if (names.has(name.toLowerCase())) throw new Unreadable(`It contains two parts named ${name}.`);
  names.add(name.toLowerCase());
  if (/^[\\/]|[\\\0]|^[a-z]:|(^|\/)\.\.?(\/|$)/i.test(name))
    throw new Unreadable(`Its part ${name} points outside the file.`);
}

function entryAt(file: Buffer, at: number, name: string): Entry {
  const local = file.readUInt32LE(at + 42);
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL_ENTRY) throw damaged();
  if ((file.readUInt16LE(at + 8) & 1) === 1 || (file.readUInt16LE(local + 6) & 1) === 1)
    throw new Unreadable("It is protected with a password.");
  return {
    name,
    method: file.readUInt16LE(at + 10),
    compressed: file.readUInt32LE(at + 20),
    from: local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28),
  };
}
