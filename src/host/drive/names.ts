/** Names for the files in drive/ that every file system takes, each of them once. */
import { DOCUMENT } from "./mimeTypes";

/** Of a name without its ending, in bytes: file systems take 255 in all. */
const MAX_BYTES = 200;
/** What Windows keeps for itself, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** `Report 1/2: Zoë` -> `Report 1_2_ Zoë`; never empty, hidden, or a way to another folder. */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  return RESERVED.test(plain) ? `_${plain}` : plain || "Untitled";
}

/**
 * A free name in drive/ for a file of Drive: Google's documents are .docx files there; a second one gets "
 * (2)".
 */
export function freeName(name: string, mimeType: string, taken: readonly string[]): string {
  const [stem, ending] = partsOf(safeName(name), mimeType);
  const used = new Set(taken.map((other) => other.normalize("NFC").toLowerCase()));
  for (let number = 1; ; number += 1) {
    const free = cut(stem, MAX_BYTES) + (number > 1 ? ` (${number})` : "") + ending;
    if (!used.has(free.toLowerCase())) return free;
  }
}

function partsOf(name: string, mimeType: string): [stem: string, ending: string] {
  if (mimeType === DOCUMENT) return [name.replace(/\.docx$/i, ""), ".docx"];
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  return [name.slice(0, name.length - ending.length), ending];
}

/** The first characters that take no more bytes; none of them is cut in two. */
function cut(text: string, bytes: number): string {
  let kept = "";
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}
