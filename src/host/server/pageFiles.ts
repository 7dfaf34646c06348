/** The page's own files, read once: whatever is not among them is not served. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { Refusal } from "./refusal";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Named by their content. */
const NEVER_CHANGES = /^\/part-[A-Z0-9]+\.js$/;

export interface PageFiles {
  serve(request: IncomingMessage, response: ServerResponse, frames: string): void;
  text(name: string): string;
}

/** `title` is what the page calls itself; by default what its file says. */
export function pageFilesIn(folder: string, title?: string): PageFiles {
  if (!existsSync(`${folder}/index.html`))
    throw new Error(`The page is not built: there is no ${folder}/index.html. Run: npm run build`);
  const files = new Map<string, { bytes: Buffer; tag: string; type: string }>(
    readdirSync(folder).map((name) => {
      const read = readFileSync(`${folder}/${name}`);
      const bytes = name === "index.html" && title !== undefined ? titled(read, title) : read;
      const tag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`;
      return [`/${name}`, { bytes, tag, type: TYPES[extname(name)] ?? "application/octet-stream" }];
    }),
  );
  return {
    text: (name) => files.get(`/${name}`)?.bytes.toString("utf8") ?? "",
    serve(request, response, frames) {
      const path = (request.url ?? "").split("?")[0] ?? "";
      const file = files.get(path === "/" ? "/index.html" : path);
      if (!file) throw new Refusal(404, "There is no such file.");
      if (request.method !== "GET" && request.method !== "HEAD")
        throw new Refusal(405, "Files can only be read.");
      const headers = {
        etag: file.tag,
        "cache-control": NEVER_CHANGES.test(path) ? "max-age=31536000, immutable" : "no-cache",
        "content-type": file.type,
        "content-security-policy": policy(frames),
      };
      const known = request.headers["if-none-match"] === file.tag;
      response.writeHead(known ? 304 : 200, headers);
      response.end(known || request.method === "HEAD" ? undefined : file.bytes);
    },
  };
}

const titled = (page: Buffer, title: string): Buffer =>
  Buffer.from(
    page.toString("utf8").replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`),
  );
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * Everything comes from this server alone. The grid writes style elements, which is why inline styles are let
 * in.
 */
const policy = (frames: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src http://${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
