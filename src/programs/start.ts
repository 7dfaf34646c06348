/**
 * `npm start`: makes the demo hub where there is no workspace, sends its Friday's update, and serves it to
 * browsers.
 */
import { existsSync, readFileSync } from "node:fs";
import { createHost } from "../host/host";
import type { FolderWorkspace } from "../host/workspace/folderWorkspace";
import { serve } from "../host/server/server";
import { problems as problemsTable } from "../domain/tables/ledger";
import { readArguments } from "./arguments";
import { ownerOf, rowsOf } from "./look";
import { TITLE } from "./product";
import { demoWeekFilling, peopleIn } from "./staff";
import { openOrMake } from "./workspaces";

const DEFAULT_PORT = 4173;

const given = readArguments({ port: { type: "string" }, "no-serve": { type: "boolean" } });

const port = Number(given.text("port") ?? DEFAULT_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 (any free one) to 65535; it was "${given.text("port")}".`);
  process.exit(2);
}

/** Whom a message of the outbox is addressed to. */
const recipientOf = (name: string): string =>
  /^To:.*<(.*)>/m.exec(readFileSync(`${given.workspace}/${name}`, "utf8"))?.[1] ?? "nobody";

/** The hour's sweep in a demo just made, told as it happens. */
function firstSweep(workspace: FolderWorkspace, now: string): void {
  console.log(
    `It is ${now.replace("T", " at ")} in the demo. The hourly trigger runs, exactly as it would on Google …\n`,
  );
  const host = createHost(workspace, { now, user: ownerOf(workspace), mode: "trigger", log: () => {} });
  const { said } = host.call("hourlySweep") as { said: string };
  console.log(said);
  for (let number = 1; number <= workspace.state.mails; number += 1)
    console.log(
      `  ${given.workspace}/${workspace.mailName(number)}  to ${recipientOf(workspace.mailName(number))}`,
    );
  const found = rowsOf(workspace, problemsTable);
  console.log(`\nOn the Problems tab, for staff to correct: ${found.length === 0 ? "nothing." : ""}`);
  for (const p of found)
    console.log(`  ${p.tab}${p.row === null ? "" : `, row ${p.row}`}, ${p.heading}: ${p.wrong} ${p.remedy}`);
}

function tellOf(workspace: FolderWorkspace): void {
  const sent = `${workspace.state.mails} messages in ${given.workspace}/outbox/, ${rowsOf(workspace, problemsTable).length} rows on the Problems tab.`;
  console.log(`This workspace was made before: ${sent}`);
}

async function start(): Promise<void> {
  if (existsSync(`${given.workspace}/state.json`)) console.log(`Opening the workspace ${given.workspace}/ …`);
  else if (given.making.size === "empty") console.log("Making an empty workbook …");
  else console.log("Making an invented learning hub …");
  const { workspace, made } = await openOrMake(given.workspace, given.making);
  try {
    if (made) firstSweep(workspace, made.now);
    else if (workspace.isNew) console.log("Choose Prepare workbook in the add-on's menu to begin.");
    else tellOf(workspace);
    if (given.flag("no-serve")) {
      await workspace.close();
      console.log(
        `\nOpen ${given.workspace}/tracker.xlsx in a spreadsheet program, and the .eml files in a mail program.`,
      );
      return;
    }
    const now = made?.now ?? workspace.state.clock?.slice(0, 19) ?? given.making.now;
    await serveIt(workspace, given.nowGiven && !made ? given.making.now : now);
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

async function serveIt(workspace: FolderWorkspace, now: string): Promise<void> {
  const served = await serve({
    workspace,
    now,
    port,
    title: TITLE,
    people: () => peopleIn(workspace, given.text("user")),
    filling: demoWeekFilling(workspace, given.making),
  });
  console.log(`\nThe workspace is open at\n\n  ${served.address}\n\nPress Ctrl+C to end.`);
  const end = (): void =>
    void served.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
