/**
 * `node build/run.mjs versionFixture`: a small workbook as this code makes it, its Friday entered and not
 * swept, and the mails that this code sends from it. The tests of later versions begin with it. To be run
 * before a version is raised.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { outbox } from "../domain/tables/ledger";
import { VERSION } from "../domain/tables/versions";
import { createHost } from "../host/host";
import { memoryWorkspace } from "../host/workspace/memoryWorkspace";
import { ownerOf, rowsOf } from "./look";
import { openOrMake } from "./workspaces";

const NOW = "2026-11-20T16:40";

async function make(folder: string): Promise<void> {
  const { workspace, made } = await openOrMake(folder, { size: "small", seed: 1, now: NOW });
  await workspace.close();
  if (!made) throw new Error(`${folder} is there already: every version has one workbook.`);
  const swept = memoryWorkspace(structuredClone({ workbook: workspace.workbook, state: workspace.state }));
  const there = rowsOf(swept, outbox).length;
  const host = createHost(swept, { now: NOW, user: ownerOf(swept), mode: "trigger", log: () => {} });
  host.call("hourlySweep");
  const sent = rowsOf(swept, outbox)
    .slice(there)
    .filter(({ state }) => state === "sent");
  const mails = swept.mails.map(async ({ eml }, i) => {
    const { subject = "" } = await PostalMime.parse(eml);
    return { key: sent[i]?.key, to: sent[i]?.recipient, subject };
  });
  writeFileSync(join(folder, "mails.json"), `${JSON.stringify(await Promise.all(mails), null, 2)}\n`);
  // What a Friday's mails do not need.
  for (const rest of ["drive", "outbox", "journal.ndjson"]) rmSync(join(folder, rest), { recursive: true });
}

make(process.argv[2] ?? `test/fixtures/versions/${VERSION}`).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
