/** Drive.Files.export: a document as .docx or PDF. */
import { createHash } from "node:crypto";
import type { HostBlob } from "../services/blob";
import { newBlob } from "../services/blob";
import { ApiError } from "../run/errors";
import type { Execution } from "../run/execution";
import type { DriveFile } from "../model/model";
import { pdfOf } from "../pdf/pdf";
import { DOCUMENT, DOCX, PDF } from "./mimeTypes";
import { bytesOfFile } from "./store";

const METHOD = "drive.files.export";
/** Google's limit for what it exports. */
const MAX_BYTES = 10 * 1024 * 1024;

/** PDFs already made, by what they were made of: making one takes seconds. */
const made = new Map<string, Uint8Array>();
const MOST_MADE = 20;

export function exported(execution: Execution, file: DriveFile, mimeType: string, alt: unknown): HostBlob {
  if (file.mimeType !== DOCUMENT) throw new ApiError(METHOD, "Export only supports Docs Editors files.", 403);
  if (mimeType !== PDF && mimeType !== DOCX)
    throw new ApiError(METHOD, "The requested conversion is not supported.");
  if (alt !== "media")
    throw new ApiError(METHOD, "Export requires alt=media to download the exported content.");
  const bytes = bytesOfFile(execution, METHOD, file);
  const content = mimeType === DOCX ? bytes : pdfFrom(bytes);
  if (content.length > MAX_BYTES) throw new ApiError(METHOD, "This file is too large to be exported.", 403);
  return newBlob(execution, content, mimeType, null);
}

function pdfFrom(bytes: Uint8Array): Uint8Array {
  const key = createHash("sha256").update(bytes).digest("hex");
  const pdf = made.get(key) ?? pdfOf(bytes);
  made.delete(key);
  made.set(key, pdf);
  const [oldest] = made.keys();
  if (made.size > MOST_MADE && oldest !== undefined) made.delete(oldest);
  return pdf;
}
