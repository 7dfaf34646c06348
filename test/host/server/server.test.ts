/**
 * The local server refuses what does not come from its own page, each time with a plain status, and goes on
 * serving.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import { join } from "node:path";
import { answerTo, folder, headers, LEAD, post, send, served, sidebar } from "./served";

afterEach(async () => {
  expect((await post("/api/open", { user: LEAD })).status).toBe(200);
});

test("the page, with the title given, and its requests are served to whoever has the address", async () => {
  expect(await send("/")).toMatchObject({ status: 200, text: "<title>A &amp; B</title><p>page" });
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
  ["no token", { "x-start-token": "" }, 401],
  ["another token", { "x-start-token": "x".repeat(32) }, 401],
])("refused: %s", async (_, changed, status) => {
  expect((await post("/api/open", { user: LEAD }, changed as Record<string, string>)).status).toBe(status);
});

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
  expect((await post("/api/clock", { to: "2026-11-20T16:00" })).text).toMatch(/only move forward/);
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
