/**
 * The zip that a .docx or .xlsx is: its parts read within limits that a hostile file cannot pass, and written
 * again.
 */
import { inflateRawSync } from "node:zlib";
import type { Zippable } from "fflate";
import { zipSync } from "fflate";
import type { Entry } from "./directory";
import { damaged, directoryOf } from "./directory";
import type { Kind } from "./limits";
import {
  inMb,
  MAX_FILE_BYTES,
  MAX_PART_BYTES,
  MAX_RATIO,
  MAX_TOTAL_BYTES,
  RATIO_FROM_BYTES,
  Unreadable,
} from "./limits";

/** Parts by name, in the order of the file. */
export type Parts = Map<string, Uint8Array>;

const PROGRAM: Record<Kind, string> = { ".docx": "Word", ".xlsx": "Excel" };

/** Throws `Unreadable`. Sizes in the directory are not believed: what is inflated is counted while it is. */
export function unzip(bytes: Uint8Array, kind: Kind = ".docx"): Parts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > MAX_FILE_BYTES) throw new Unreadable(`It is larger than ${inMb(MAX_FILE_BYTES)}.`);
  if (file.length > 8 && file.readUInt32BE(0) === 0xd0cf11e0)
    throw new Unreadable(
      `It is protected with a password, or it is in ${PROGRAM[kind]}'s old format. Save it as a plain ${kind}.`,
    );
  const parts: Parts = new Map();
  let total = 0;
  for (const entry of directoryOf(file, kind)) {
    const part = contentOf(file, entry, MAX_TOTAL_BYTES - total);
    total += part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

function contentOf(file: Buffer, { name, method, compressed, from }: Entry, left: number): Uint8Array {
  if (from + compressed > file.length) throw damaged();
  const packed = file.subarray(from, from + compressed);
  if (method !== 0 && method !== 8) throw new Unreadable(`Its part ${name} is packed in an unknown way.`);
  const most = Math.min(MAX_PART_BYTES, left, Math.max(RATIO_FROM_BYTES, compressed * MAX_RATIO));
  if (method === 0 && packed.length <= most) return packed;
  try {
    // Ends as soon as there is more than so much, without making the rest.
    if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw damaged();
  }
  if (most === MAX_PART_BYTES)
    throw new Unreadable(`Its part ${name} is larger than ${inMb(MAX_PART_BYTES)}.`);
  if (most === left) throw new Unreadable(`Unpacked it is larger than ${inMb(MAX_TOTAL_BYTES)}.`);
  throw new Unreadable(`Its part ${name} unpacks to more than ${MAX_RATIO} times its size.`);
}

/** Formats that are packed already. */
const PACKED = /\.(png|jpe?g|gif|zip|wmz|emz|docx|xlsx)$/i;
/** The same parts give the same bytes; a zip cannot hold a time before 1980. */
const TIME = new Date(1980, 0, 1, 12);

export function zip(parts: Parts, { packed = true } = {}): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of parts)
    files[name] = [part, { level: packed && !PACKED.test(name) ? 6 : 0, mtime: TIME }];
  return zipSync(files);
}
