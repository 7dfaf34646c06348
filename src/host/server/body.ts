/** A request's JSON body, within limits. */
import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal";

/** A paste of a whole tab stays below this. Bytes. */
const MAX_BODY = 4 * 1024 * 1024;

export type Body = Record<string, unknown>;

export async function bodyOf(request: IncomingMessage): Promise<Body> {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? ""))
    // Another site's form could send any other kind without asking first.
    throw new Refusal(403, "Only JSON bodies are accepted.");
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY) throw tooLong();
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_BODY) throw tooLong();
    parts.push(part);
  }
  return objectIn(Buffer.concat(parts).toString("utf8"));
}

const tooLong = () => new Refusal(413, "That is too much at once. Paste a smaller part.");

function objectIn(text: string): Body {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Refusal(400, "The body is not JSON.");
  }
  if (typeof read !== "object" || read === null || Array.isArray(read))
    throw new Refusal(400, "The body is not a JSON object.");
  return read as Body;
}
