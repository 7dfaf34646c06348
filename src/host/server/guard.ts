/** Who may ask: only pages of this very server, started from the address it printed. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal";

export const TOKEN_HEADER = "x-start-token";

/** `host` is this server's own, such as `127.0.0.1:4173`. */
export function checkHost(request: IncomingMessage, host: string): void {
  // Another name that leads to this machine is how a foreign page would reach a local server.
  if (request.headers.host !== host) throw new Refusal(421, `This server answers only as ${host}.`);
}

/** Same-origin requests that change nothing carry no Origin; every other one does. */
export function checkOrigin(request: IncomingMessage, host: string): void {
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const foreign = origin !== undefined && origin !== `http://${host}`;
  if (foreign || (site !== undefined && site !== "same-origin"))
    throw new Refusal(403, "Another site's page may not use this server.");
  if (request.method !== "GET" && origin === undefined)
    throw new Refusal(403, "A change must say which page it comes from.");
}

export function checkToken(request: IncomingMessage, token: string): void {
  const given = request.headers[TOKEN_HEADER];
  const wanted = Buffer.from(token);
  const got = Buffer.from(typeof given === "string" ? given : "");
  if (got.length !== wanted.length || !timingSafeEqual(got, wanted))
    throw new Refusal(401, "Open the address that npm start printed. It contains the token for this start.");
}
