import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "job-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a job lists the messages that are new, whatever a process that died has left uncounted", () => {
  mkdirSync(join(folder, "outbox"));
  writeFileSync(join(folder, "outbox/0001.eml"), "left");
  const options = ["--workspace", folder, "--size", "small", "--now", "2026-11-20T16:40", "--json"];
  const { stdout } = spawnSync(process.execPath, ["build/out/job.mjs", "hourlySweep", ...options], {
    encoding: "utf8",
  });
  const { ok, mails } = JSON.parse(stdout) as { ok: boolean; mails: string[] };
  const there = readdirSync(join(folder, "outbox")).map((name) => `outbox/${name}`);
  expect(ok).toBe(true);
  expect(mails.length).toBeGreaterThan(2);
  expect(["outbox/0001.eml", ...mails]).toEqual(there.sort());
});
