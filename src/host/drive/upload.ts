/** What a new or newly filled file holds, by the kind it is to have and the blob that was handed over. */
import type { HostBlob } from "../services/blob";
import { HostBlob as Blob } from "../services/blob";
import { blankDocx } from "../documents/xml/blankDocx";
import { openDocx } from "../documents/xml/package";
import { Unreadable } from "../archive/limits";
import { ApiError } from "../run/errors";
import { BYTES, DOCUMENT, DOCX, FOLDER, isGoogles } from "./mimeTypes";

export interface Content {
  mimeType: string;
  /** Null of a folder. */
  bytes: Uint8Array | null;
}

const CONVERTIBLE = [DOCX, BYTES, "application/zip", null];

/** Throws for a .docx that is none, or may do harm, before anything is kept. */
export function contentFor(method: string, wanted: string | undefined, blob: HostBlob | null): Content {
  const mimeType = wanted ?? blob?.getContentType() ?? BYTES;
  if (mimeType === FOLDER) {
    if (blob) throw new ApiError(method, "A folder cannot have content.");
    return { mimeType, bytes: null };
  }
  if (mimeType === DOCUMENT) return { mimeType, bytes: blob ? converted(method, blob) : blankDocx() };
  if (isGoogles(mimeType)) throw new Error(`The local host has no Drive file of the kind ${mimeType}`);
  return { mimeType, bytes: blob ? Blob.bytesOf(blob) : new Uint8Array() };
}

/** Of a .docx nothing changes when it becomes a document: that is how documents are kept here. */
function converted(method: string, blob: HostBlob): Uint8Array {
  if (!CONVERTIBLE.includes(blob.getContentType()))
    throw new Error(`The local host makes documents of .docx files only, not of ${blob.getContentType()}`);
  const bytes = Blob.bytesOf(blob);
  try {
    openDocx(bytes);
    return bytes;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new ApiError(method, `The file cannot be converted. ${error.message}`);
  }
}
