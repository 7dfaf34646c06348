/**
 * Dialogs and sidebars, served from an origin of their own, as Google does. A form that a page lets go
 * submits, as on Google: the frame then shows nothing any more.
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { checkHost } from "./guard";
import { Refusal } from "./refusal";

const REMEMBERED = 50;

export interface Frames {
  /** Keeps a page for a frame and gives what names it, which nobody can guess. */
  add(html: string): string;
  has(frame: string): boolean;
  serve(request: IncomingMessage, response: ServerResponse, origins: { own: string; page: string }): void;
}

/** `script` is what gives the page its google.script. */
export function framesWith(script: string): Frames {
  const pages = new Map<string, string>();
  return {
    add(html) {
      const frame = randomBytes(16).toString("hex");
      pages.set(frame, html);
      for (const old of [...pages.keys()].slice(0, -REMEMBERED)) pages.delete(old);
      return frame;
    },
    has: (frame) => pages.has(frame),
    serve(request, response, { own, page }) {
      checkHost(request, own);
      const html = pages.get((request.url ?? "").replace(/^\/frame\//, ""));
      if (request.method !== "GET" || html === undefined) throw new Refusal(404, "There is no such page.");
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "content-security-policy": `default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'self'; frame-ancestors http://${page}`,
      });
      response.end(withScript(html, script));
    },
  };
}

/**
 * Before anything of the page's own runs, but after the doctype, without which browsers fall into old ways.
 */
function withScript(html: string, script: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? "";
  return `${doctype || "<!doctype html>"}<script>${script}</script>${html.slice(doctype.length)}`;
}
