/** The local server refuses what does not come from its own page, each time with a plain status, and goes on serving. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openWorkspace } from "../../src/host/folderWorkspace";
import type { Served } from "../../src/host/server/server";
import { serve } from "../../src/host/server/server";

const LEAD = "lead@hub.example";
const script = `
function onOpen() { SpreadsheetApp.getUi().createMenu("M").addItem("Say", "say").addToUi(); }
function onEdit(e) { if (e.value === "g") e.range.setValue("G"); }
function say(given) { return { given: given, proto: ({}).isAdmin === undefined }; }
function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<p>Hello").setTitle("Side")); }
function tick() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].appendRow([new Date().getHours()]); SpreadsheetApp.flush(); }
`;

let folder = "";
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hub-tracker-server-"));
  const files = { "page/index.html": "<p>page", "page/scriptRun.js": "/* run */", "script/Code.js": script };
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
    page: join(folder, "page"),
    bundle: join(folder, "script"),
  });
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  status: number;
  text: string;
}

/** A request as its bytes go over the wire: `fetch` would not let a Host header through. */
function send(path: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Sent> {
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

const headers = (more: Record<string, string> = {}) => ({
  origin: `http://127.0.0.1:${served.port}`,
  "content-type": "application/json",
  "x-hub-token": served.token,
  ...more,
});
const post = (path: string, body: string | object, more: Record<string, string> = {}) =>
  send(
    path,
    { method: "POST", headers: headers(more) },
    typeof body === "string" ? body : JSON.stringify(body),
  );
const answerTo = async (path: string, body: object) => JSON.parse((await post(path, body)).text) as unknown;

afterEach(async () => {
  expect((await post("/api/open", { user: LEAD })).status).toBe(200);
});

const cases = JSON.parse(readFileSync("test/cases/bad-requests.json", "utf8")) as {
  inputs: {
    id: string;
    category: string;
    value?: string;
    repeat?: { text: string; times: number; suffix?: string };
  }[];
};
const textOf = ({ value = "", repeat }: (typeof cases.inputs)[number]): string =>
  repeat ? repeat.text.repeat(repeat.times) + (repeat.suffix ?? "") : value;
const of = (category: string) =>
  cases.inputs.filter((c) => c.category === category).map((c) => [c.id, textOf(c)]);

test("the page and its requests are served to whoever has the address", async () => {
  expect(await send("/")).toMatchObject({ status: 200, text: "<p>page" });
  expect(await answerTo("/api/open", { user: LEAD })).toMatchObject({
    user: LEAD,
    menu: [{ label: "Say", handler: "say" }],
    clock: { now: expect.stringMatching(/^2026-11-20T16:4/) as string, moving: null },
  });
});

test.each([
  ["another name", { host: "evil.example" }, 421],
  ["localhost, which a foreign page could be made to resolve to", { host: "localhost" }, 421],
  ["another origin", { origin: "http://evil.example" }, 403],
  ["no origin", { origin: "" }, 403],
  ["another site, as the browser says", { "sec-fetch-site": "cross-site" }, 403],
  ["no token", { "x-hub-token": "" }, 401],
  ["another token", { "x-hub-token": "x".repeat(32) }, 401],
])("refused: %s", async (_, changed, status) => {
  expect((await post("/api/open", { user: LEAD }, changed as Record<string, string>)).status).toBe(status);
});

test.each(of("host-header"))("refused: header of %s", async (_, value) => {
  const [name = "", given] = /^(Origin|Content-Type): (.*)$/.exec(value)?.slice(1) ?? ["host", value];
  const { status } = await post(
    "/api/open",
    { user: LEAD },
    { [name.toLowerCase()]: given?.split(" with ")[0] ?? "" },
  );
  expect([403, 421]).toContain(status);
});

test.each([...of("path-url"), ["absolute", "/etc/passwd"], ["up", "../../../../etc/passwd"]])(
  "nothing outside is read for the path of %s",
  async (_, value) => {
    // What cannot stand in a request line at all is sent as a browser would write it.
    const path = /^[\x21-\x7e]+$/.test(value) ? `/${value}` : `/${encodeURIComponent(value)}`;
    for (const tried of [path, `/api/${value}`.replace(/[^\x21-\x7e]/g, encodeURIComponent)]) {
      const { status, text } = await send(tried, { headers: headers() });
      expect([400, 404, 421]).toContain(status);
      expect(text).not.toMatch(/secret|root:/);
    }
    for (const asked of ["/api/mail", "/api/document", "/api/pdf"])
      expect((await post(asked, { name: value })).status).toBe(404);
  },
);

test.each([
  ["50 MB", Buffer.alloc(50 * 1024 * 1024, 32), 413],
  ["no JSON", "{", 400],
  ["a list", "[1]", 400],
  ["empty", "", 400],
  ["fields of the wrong kind", JSON.stringify({ user: 3 }), 400],
])("refused: a body of %s", async (_, body, status) => {
  const sent = await send("/api/open", { method: "POST", headers: headers() }, body).catch(() => ({
    status: 413,
  }));
  expect(sent.status).toBe(status);
});

test("a body that keeps coming without saying how long it is is cut off", async () => {
  const status = await new Promise<number>((resolve) => {
    const options = {
      host: "127.0.0.1",
      port: served.port,
      path: "/api/open",
      method: "POST",
      headers: headers(),
    };
    const sent = request(options, (response) => {
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on("error", () => resolve(413));
    const part = Buffer.alloc(1024 * 1024, 32);
    const more = (): void => void sent.write(part, (error) => (error ? resolve(413) : setImmediate(more)));
    more();
  });
  expect(status).toBe(413);
});

test.each(of("json"))("arguments of %s are plain data", async (_, value) => {
  const frame = await sidebar();
  const body = `{"user":"${LEAD}","frame":"${frame}","name":"say","args":[${value}]}`;
  const { status, text } = await post("/api/run", body);
  if (status !== 400) {
    const { error, result } = JSON.parse(text) as { error: string | null; result: { proto: boolean } | null };
    expect(error ?? "").toMatch(/^$|cannot cross/);
    expect(result?.proto ?? true).toBe(true);
  }
  expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
});

async function sidebar(): Promise<string> {
  const { shown } = (await answerTo("/api/menu", { user: LEAD, name: "show" })) as {
    shown: { frame: string }[];
  };
  return shown[0]?.frame ?? "";
}

test("a flood of event streams: so many are served, the others told to wait", async () => {
  const open: IncomingMessage[] = [];
  const statuses = await Promise.all(
    Array.from({ length: 60 }, () => {
      return new Promise<number>((resolve) => {
        request(
          {
            host: "127.0.0.1",
            port: served.port,
            path: "/api/events?after=0",
            headers: headers(),
            agent: false,
          },
          (response) => {
            open.push(response);
            resolve(response.statusCode ?? 0);
          },
        ).end();
      });
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect((await post("/api/runs", {})).status).toBe(200);
  for (const response of open) response.destroy();
});

test("only the functions of an open dialog's script can be called, as somebody who is in the list", async () => {
  const frame = await sidebar();
  const run = { user: LEAD, frame, name: "say", args: [] };
  expect((await post("/api/run", { ...run, frame: "0".repeat(32) })).status).toBe(404);
  expect((await post("/api/run", { ...run, user: "other@evil.example" })).status).toBe(403);
  expect((await post("/api/run", { ...run, name: "private_" })).status).toBe(400);
  expect((await post("/api/run", { ...run, name: "constructor" })).text).toMatch(
    /constructor is not a function/,
  );
});

const edit = { user: LEAD, page: "p", request: 1, seen: 0, sheet: 0, row: 1, column: 0 };

test("an edit is kept, onEdit runs after it, and rows that came meanwhile do not lead it astray", async () => {
  const before = (await answerTo("/api/open", { user: LEAD })) as { no: number };
  const seen = before.no;
  expect(await answerTo("/api/rows", { ...edit, seen, what: "insert", at: 0, count: 2 })).toEqual({
    refused: null,
  });
  expect(await answerTo("/api/edit", { ...edit, seen, values: [["g"]] })).toEqual({ refused: null });
  const { workbook } = (await answerTo("/api/open", { user: LEAD })) as {
    workbook: { sheets: { cells: Record<string, Record<string, { v: string }>> }[] };
  };
  expect(workbook.sheets[0]?.cells["3"]?.["0"]?.v).toBe("G");
});

test("the clock only moves on", async () => {
  expect((await post("/api/clock", { to: "2026-11-20T16:00" })).text).toMatch(/only moves on/);
  expect((await post("/api/clock", { to: "next week" })).status).toBe(400);
  expect((await post("/api/clock", { to: "2036-11-20T16:00" })).text).toMatch(/at most 100 days/);
});

test("a workbook that another program changed is put aside, not written over, when a person keeps theirs", async () => {
  const file = join(folder, "workspace", "tracker.xlsx");
  writeFileSync(file, "another program's");
  const { aside } = (await answerTo("/api/keep", {})) as { aside: string };
  expect(readFileSync(join(folder, "workspace", aside), "utf8")).toBe("another program's");
  expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
});
