/**
 * What no document or workbook of ours holds, and could do harm where it is opened: macros and document
 * types.
 */
import type { Kind } from "./limits";
import { Unreadable } from "./limits";
import type { Parts } from "./zip";

const CONTENT_TYPES = "[Content_Types].xml";
const MACROS = /vbaProject|vbaData|\/(macrosheets|dialogsheets)\//i;

export const textIn = (parts: Parts, name: string): string =>
  Buffer.from(parts.get(name) ?? []).toString("utf8");

/** A part as bytes that can be searched; nothing is copied. */
export const bufferOf = (part: Uint8Array): Buffer =>
  Buffer.from(part.buffer, part.byteOffset, part.byteLength);

/** Throws `Unreadable`. */
export function checkHarmless(parts: Parts, kind: Kind): void {
  const macros = [...parts.keys()].some((name) => MACROS.test(name));
  if (macros || /macroEnabled|macrosheet/i.test(textIn(parts, CONTENT_TYPES)))
    throw new Unreadable(`It contains macros. Save it as ${kind} without macros.`);
  for (const [name, part] of parts)
    if (isXml(name, part) && ["<!DOCTYPE", "<!ENTITY"].some((word) => bufferOf(part).includes(word)))
      throw new Unreadable(
        `Its part ${name} declares a document type or an entity. No program of this kind writes those.`,
      );
}

/**
 * By its name, or by how it begins: a relation may call any part XML. Pictures that are drawn in XML may
 * declare one.
 */
const isXml = (name: string, part: Uint8Array): boolean =>
  /\.(xml|rels|vml)$/i.test(name) ||
  (!/\.svg$/i.test(name) && /^(\xef\xbb\xbf)?\s*</.test(bufferOf(part.subarray(0, 200)).toString("latin1")));
