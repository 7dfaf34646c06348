/** The zip of a .docx: its entries read within limits that a hostile file cannot pass, and written anew. */
import { inflateRawSync } from "node:zlib";
import type { Zippable } from "fflate";
import { zipSync } from "fflate";

export const MAX_ENTRY_BYTES = 20 * 1024 * 1024;
export const MAX_TOTAL_BYTES = 50 * 1024 * 1024;
/** No real entry shrinks so far; small ones of mere spaces may, and do no harm. */
const MAX_RATIO = 100;
const RATIO_FROM_BYTES = 100 * 1024;
const MAX_ENTRIES = 2000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The longest comment that may follow the directory's end, and that end itself. */
const END_BYTES = 22 + 0xffff;

/** Parts by name, in the order of the file. */
export type Parts = Map<string, Uint8Array>;

/** A .docx that is refused: a sentence for the person who chose the file. */
export class Unreadable extends Error {}

interface Entry {
  name: string;
  method: number;
  encrypted: boolean;
  compressed: number;
  /** Where its local header begins. */
  at: number;
}

/** Throws `Unreadable`. Sizes in the directory are not believed: what is inflated is counted while it is. */
export function unzip(bytes: Uint8Array): Parts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > 8 && file.readUInt32BE(0) === 0xd0cf11e0)
    throw new Unreadable(
      "It is protected with a password or in Word's old format. Save it as a plain .docx.",
    );
  const parts: Parts = new Map();
  let total = 0;
  for (const entry of directoryOf(file)) {
    const part = contentOf(file, entry, MAX_TOTAL_BYTES - total);
    total += part.length;
    if (parts.has(entry.name)) throw new Unreadable(`It holds two parts named ${entry.name}.`);
    parts.set(entry.name, part);
  }
  return parts;
}

function directoryOf(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < Math.max(0, file.length - END_BYTES) || end + 22 > file.length)
    throw new Unreadable("It is not a .docx file.");
  if (file.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Unreadable("It is not a .docx file.");
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new Unreadable(`It holds more than ${MAX_ENTRIES} parts.`);
  const entries: Entry[] = [];
  for (let at = file.readUInt32LE(end + 16), i = 0; i < count; i += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    if (nameEnd > end) throw damaged();
    entries.push({
      name: file.toString("utf8", at + 46, nameEnd),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      compressed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries.filter(({ name }) => !name.endsWith("/"));
}

function contentOf(
  file: Buffer,
  { name, method, encrypted, compressed, at }: Entry,
  left: number,
): Uint8Array {
  if (encrypted) throw new Unreadable("It is protected with a password.");
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL_ENTRY) throw damaged();
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + compressed > file.length) throw damaged();
  const packed = file.subarray(from, from + compressed);
  if (method !== 0 && method !== 8)
    throw new Unreadable(`Its part ${name} is packed in a way nobody else uses.`);
  const most = Math.min(MAX_ENTRY_BYTES, left, Math.max(RATIO_FROM_BYTES, compressed * MAX_RATIO));
  if (method === 0 && packed.length <= most) return Uint8Array.from(packed);
  try {
    if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw damaged();
  }
  if (most === MAX_ENTRY_BYTES) throw new Unreadable(`Its part ${name} is larger than 20 MB.`);
  if (most === left) throw new Unreadable("Unpacked it is larger than 50 MB.");
  throw new Unreadable(`Its part ${name} unpacks to more than ${MAX_RATIO} times its size.`);
}

const damaged = (): Unreadable => new Unreadable("It is damaged: it cannot be unpacked.");

/** Formats that are packed already. */
const PACKED = /\.(png|jpe?g|gif|zip|wmz|emz|docx|xlsx)$/i;
/** The same parts give the same bytes; a zip cannot hold a time before 1980. */
const TIME = new Date(1980, 0, 1, 12);

export function zip(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of parts) files[name] = [part, { level: PACKED.test(name) ? 0 : 6, mtime: TIME }];
  return zipSync(files);
}
