/**
 * Serves a workspace to browsers on this machine: the page and its requests on one port, dialogs' frames on
 * another.
 */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { bodyOf } from "./body";
import type { Desk, DeskOptions } from "./desk";
import { deskOver } from "./desk";
import { framesWith } from "./frames";
import { checkHost, checkOrigin, checkToken } from "./guard";
import { pageFilesIn } from "./pageFiles";
import type { News } from "./protocol";
import { Refusal } from "./refusal";
import { routesOf } from "./routes";

const ONLY_HERE = "127.0.0.1";

export interface ServerOptions extends Omit<DeskOptions, "frames"> {
  /** 0 takes any free port. */
  port: number;
  /** Folder of the built page; by default the one beside the built host. */
  page?: string;
  /** What the page calls itself. */
  title?: string;
}

export interface Served {
  /** With the token, which only this start knows. */
  address: string;
  port: number;
  token: string;
  close(): Promise<void>;
}

export async function serve(options: ServerOptions): Promise<Served> {
  const files = pageFilesIn(options.page ?? fileURLToPath(new URL("page", import.meta.url)), options.title);
  const frames = framesWith(files.text("scriptRun.js"));
  const desk = deskOver({ ...options, frames });
  const token = randomBytes(24).toString("base64url");
  const own = { page: "", frames: "" };
  const routes = routesOf(desk, () => own.frames);

  const page = createServer((request, response) =>
    answer(response, async () => {
      checkHost(request, own.page);
      const path = (request.url ?? "").split("?")[0] ?? "";
      if (!path.startsWith("/api/")) return files.serve(request, response, own.frames);
      checkOrigin(request, own.page);
      checkToken(request, token);
      if (path === "/api/events") return listen(desk, request, response);
      const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
      if (!route) throw new Refusal(404, "There is no such request.");
      if (request.method !== "POST") throw new Refusal(405, "Requests must be posted.");
      send(response, await route(await bodyOf(request)));
    }),
  );
  const frame = createServer((request, response) =>
    answer(response, () => frames.serve(request, response, { own: own.frames, page: own.page })),
  );
  try {
    own.page = await listening(page, options.port);
    own.frames = await listening(frame, 0);
  } catch (error) {
    await desk.close();
    throw error;
  }
  return {
    address: `http://${own.page}/#${token}`,
    port: (page.address() as AddressInfo).port,
    token,
    async close() {
      await desk.close();
      for (const server of [page, frame]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** Gives the host name that the server answers to. */
function listening(server: Server, port: number): Promise<string> {
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is in use. Give another one: npm start -- --port 4174`)
          : error,
      ),
    );
    server.listen(port, ONLY_HERE, () => resolve(`${ONLY_HERE}:${(server.address() as AddressInfo).port}`));
  });
}

async function answer(response: ServerResponse, work: () => void | Promise<void>): Promise<void> {
  try {
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    await work();
  } catch (error) {
    if (response.headersSent) return void response.destroy();
    const refused = error instanceof Refusal;
    if (!refused) console.error(error);
    const sentence = refused
      ? error.message
      : "The request failed here. The error is on the server's console.";
    // What is left of a refused body is not read.
    response.writeHead(refused ? error.status : 500, {
      "content-type": "text/plain; charset=utf-8",
      connection: "close",
    });
    response.end(sentence + "\n");
  }
}

function send(response: ServerResponse, result: unknown): void {
  response.setHeader("cache-control", "no-store");
  if (Buffer.isBuffer(result)) {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    return void response.end(result);
  }
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(result ?? null));
}

/** The page says after which entry it wants to hear; one that is too far behind is told to load again. */
function listen(desk: Desk, request: IncomingMessage, response: ServerResponse): void {
  const after = Number(new URLSearchParams((request.url ?? "").split("?")[1]).get("after"));
  const missed = desk.entries.after(Number.isSafeInteger(after) ? after : -1);
  const clock: News = { kind: "clock", clock: desk.clock.state() };
  const news: News[] = missed?.map((entry) => ({ kind: "entry", entry })) ?? [{ kind: "reload" }];
  desk.streams.add(response, [...news, clock]);
}
