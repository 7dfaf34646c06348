/** A server over a new workspace with a small script, and requests to it as their bytes go over the wire. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openWorkspace } from "../../../src/host/workspace/folderWorkspace";
import type { Served } from "../../../src/host/server/server";
import { serve } from "../../../src/host/server/server";

export const LEAD = "lead@hub.example";
const script = `
function onOpen() { SpreadsheetApp.getUi().createMenu("M").addItem("Say", "say").addToUi(); }
function onEdit(e) { if (e.value === "g") e.range.setValue("G"); }
function say(given) { return { given: given, proto: ({}).isAdmin === undefined }; }
function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<p>Hello").setTitle("Side")); }
function tick() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].appendRow([new Date().getHours()]); SpreadsheetApp.flush(); }
`;

export let folder = "";
export let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hub-tracker-server-"));
  const files = {
    "page/index.html": "<title>Local host</title><p>page",
    "page/scriptRun.js": "/* run */",
    "script/Code.js": script,
  };
  for (const [name, text] of Object.entries({ ...files, "secret.xlsx": "secret" })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const workspace = await openWorkspace(join(folder, "workspace"), { create: true });
  served = await serve({
    workspace,
    now: "2026-11-20T16:40",
    port: 0,
    people: () => [{ email: LEAD, name: "Lena", role: "lead" }],
    filling: null,
    title: "A & B",
    page: join(folder, "page"),
    bundle: join(folder, "script"),
  });
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

export interface Sent {
  status: number;
  text: string;
}

/** A request as its bytes go over the wire: `fetch` would not let a Host header through. */
export function send(path: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const host = "127.0.0.1";
    const sent: ClientRequest = request(
      { host, port: served.port, path, ...options },
      (response: IncomingMessage) => {
        let text = "";
        response.on("data", (part: Buffer) => (text += part.toString()));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

export const headers = (more: Record<string, string> = {}) => ({
  origin: `http://127.0.0.1:${served.port}`,
  "content-type": "application/json",
  "x-start-token": served.token,
  ...more,
});
export const post = (path: string, body: string | object, more: Record<string, string> = {}) =>
  send(
    path,
    { method: "POST", headers: headers(more) },
    typeof body === "string" ? body : JSON.stringify(body),
  );
export const answerTo = async (path: string, body: object) =>
  JSON.parse((await post(path, body)).text) as unknown;

/** A sidebar that is open, by its frame's name. */
export async function sidebar(): Promise<string> {
  const { shown } = (await answerTo("/api/menu", { user: LEAD, name: "show" })) as {
    shown: { frame: string }[];
  };
  return shown[0]?.frame ?? "";
}
