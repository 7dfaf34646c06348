/** `npm start`: makes the demo centre where there is no workspace, sends its Friday's update, and says what happened. */
import { existsSync, readFileSync } from "node:fs";
import { createHost } from "../src/host/host";
import { problems as problemsTable } from "../src/domain/tables/ledger";
import { readArguments } from "./arguments";
import { ownerOf, rowsOf } from "./look";
import { openOrMake } from "./workspaces";

const given = readArguments({ port: { type: "string" }, "no-serve": { type: "boolean" } });

/** Whom a message of the outbox is addressed to. */
const recipientOf = (name: string): string =>
  /^To:.*<(.*)>/m.exec(readFileSync(`${given.workspace}/${name}`, "utf8"))?.[1] ?? "nobody";

async function start(): Promise<void> {
  if (existsSync(`${given.workspace}/state.json`)) console.log(`Opening the workspace ${given.workspace}/ …`);
  else console.log("Making an invented learning hub …");
  const { workspace, made } = await openOrMake(given.workspace, given.making);
  if (!made) {
    const sent = `${workspace.state.mails} messages in ${given.workspace}/outbox/, ${rowsOf(workspace, problemsTable).length} rows on the Problems tab.`;
    console.log(`This workspace was made before: ${sent}`);
    console.log("Run its hour again with: npm run job -- hourlySweep");
    return workspace.close();
  }
  const friday = made.now.replace("T", " at ");
  console.log(`It is ${friday} in the demo. The hourly trigger runs, exactly as it would on Google …\n`);
  const host = createHost(workspace, {
    now: made.now,
    user: ownerOf(workspace),
    mode: "trigger",
    log: () => {},
  });
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
  await workspace.close();
  console.log(
    `\nOpen ${given.workspace}/tracker.xlsx in a spreadsheet program, and the .eml files in a mail program.`,
  );
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
