/** Blobs: bytes with a content type and a name, as services hand them on. */
import { unwrap } from "../run/calls";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { Has } from "../run/used";

export const BLOB = {
  copyBlob: "",
  getAs: "s",
  getBlob: "",
  getBytes: "",
  getContentType: "",
  getDataAsString: " | s",
  getName: "",
  isGoogleType: "",
  setBytes: "a",
  setContentType: "s?",
  setContentTypeFromExtension: "",
  setDataFromString: "s | s s",
  setName: "s?",
};

declare module "../run/used" {
  interface Hosts {
    Blob: [GoogleAppsScript.Base.Blob, HostBlob];
  }
}

/** Google's limit for a blob. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Bytes as Google gives them: signed, -128 to 127. */
export const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (b) => (b > 127 ? b - 256 : b));
export const bytesFrom = (bytes: readonly number[]): Buffer => Buffer.from(bytes.map((b) => (b + 256) % 256));

const TYPES: Record<string, string> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  htm: "text/html",
  html: "text/html",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  zip: "application/zip",
};

const ENCODINGS: Record<string, BufferEncoding> = {
  "UTF-8": "utf8",
  UTF8: "utf8",
  "US-ASCII": "ascii",
  "ISO-8859-1": "latin1",
  "UTF-16LE": "utf16le",
};

function encodingOf(charset: string): BufferEncoding {
  const encoding = ENCODINGS[charset.toUpperCase()];
  if (!encoding) throw new Error(`The local host has no character set ${charset}`);
  return encoding;
}

export class HostBlob implements Has<GoogleAppsScript.Base.Blob, typeof BLOB> {
  readonly #execution: Execution;
  #bytes: Uint8Array;
  #contentType: string | null;
  #name: string | null;

  constructor(execution: Execution, bytes: Uint8Array, contentType: string | null, name: string | null) {
    this.#execution = execution;
    this.#bytes = bytes;
    this.#contentType = contentType;
    this.#name = name;
  }

  /** For services, which need no list of numbers; scripts do not see it. */
  static bytesOf = (blob: HostBlob): Uint8Array => blob.#bytes;

  getBytes = (): number[] => signed(this.#bytes);
  getContentType = (): string | null => this.#contentType;
  getDataAsString = (charset = "UTF-8"): string => Buffer.from(this.#bytes).toString(encodingOf(charset));
  getName = (): string | null => this.#name;
  isGoogleType = (): boolean => (this.#contentType ?? "").startsWith("application/vnd.google-apps.");
  copyBlob = (): HostBlob => wrapped(this.#execution, this.#bytes, this.#contentType, this.#name);
  getBlob = (): HostBlob => this.copyBlob();

  getAs(contentType: string): HostBlob {
    if (contentType === this.#contentType) return this.copyBlob();
    throw new Error(`The local host does not make ${contentType} of ${this.#contentType ?? "a blob"}`);
  }

  setBytes(bytes: number[]): this {
    this.#bytes = bytesFrom(bytes);
    return this;
  }

  setContentType(contentType: string | null): this {
    this.#contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this {
    const extension = /\.([^.]+)$/.exec(this.#name ?? "")?.[1]?.toLowerCase() ?? "";
    return this.setContentType(TYPES[extension] ?? "application/octet-stream");
  }

  setDataFromString(text: string, charset = "UTF-8"): this {
    this.#bytes = Buffer.from(text, encodingOf(charset));
    return this;
  }

  setName(name: string | null): this {
    this.#name = name;
    return this;
  }
}

const wrapped = (
  execution: Execution,
  bytes: Uint8Array,
  contentType: string | null,
  name: string | null,
): HostBlob => execution.wrap("Blob", new HostBlob(execution, bytes, contentType, name));

/** Of a text or of bytes; a text is UTF-8 and, unless said otherwise, text/plain. */
export function newBlob(
  execution: Execution,
  content: string | readonly number[] | Uint8Array,
  contentType: string | null,
  name: string | null,
): HostBlob {
  const bytes =
    typeof content === "string"
      ? Buffer.from(content, "utf8")
      : content instanceof Uint8Array
        ? content
        : bytesFrom(content);
  if (bytes.length > MAX_BYTES) throw new Exception("Blob size exceeds the maximum of 50 MB.");
  return wrapped(execution, bytes, contentType ?? (typeof content === "string" ? "text/plain" : null), name);
}

/** The blob behind what a script hands over; null for anything else. */
export function blobIn(held: unknown): HostBlob | null {
  if (typeof held !== "object" || held === null) return null;
  const own = unwrap(held);
  return own instanceof HostBlob ? own : null;
}
