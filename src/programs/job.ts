/** `npm run job -- NAME`: runs one exported function in a workspace, the clock held still, and reports. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createHost } from "../host/host";
import { problems as problemsTable } from "../domain/tables/ledger";
import { readArguments } from "./arguments";
import { ownerOf, rowsOf } from "./look";
import { openOrMake } from "./workspaces";

const given = readArguments({ args: { type: "string" }, json: { type: "boolean" } });
const [name] = given.names;
if (!name) {
  console.error("Say which function to run: npm run job -- hourlySweep");
  process.exit(2);
}

/** Everything the bundle logs goes to standard error, so that --json prints one object and nothing else. */
const log = (line: string): void => console.error(line);

/**
 * The messages there, in the order of their numbers: one whose sender died before counting it is there, too.
 */
const outboxOf = (folder: string): string[] =>
  filesIn(folder, "outbox").filter((name) => name.endsWith(".eml"));
const documentsOf = (folder: string): string[] => filesIn(folder, "drive");

const filesIn = (folder: string, place: string): string[] =>
  readdirSync(join(folder, place))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => `${place}/${name}`);

async function run(job: string): Promise<void> {
  const { workspace } = await openOrMake(given.workspace, given.making);
  const started = performance.now();
  const before = new Set([...outboxOf(given.workspace), ...documentsOf(given.workspace)]);
  const user = given.text("user") ?? ownerOf(workspace);
  const mode = job === "hourlySweep" ? "trigger" : "menu";
  const host = createHost(workspace, { now: given.making.now, user, mode, log });
  let result: unknown = null;
  let failure: string | null = null;
  try {
    result = host.call(job, ...(JSON.parse(given.text("args") ?? "[]") as unknown[])) ?? null;
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  const ms = Math.round(performance.now() - started);
  const mails = outboxOf(given.workspace).filter((name) => !before.has(name));
  const documents = documentsOf(given.workspace).filter((name) => !before.has(name));
  const problems = rowsOf(workspace, problemsTable);
  await workspace.close();
  const report = {
    ok: failure === null,
    result: failure ?? result,
    problems,
    calls: host.calls,
    cells: host.cells,
    mails,
    documents,
    ms,
  };
  if (given.flag("json")) console.log(JSON.stringify(report));
  else printReport(job, report);
  process.exitCode = report.ok ? 0 : 1;
}

function printReport(
  job: string,
  report: {
    ok: boolean;
    result: unknown;
    problems: unknown[];
    calls: Record<string, number>;
    cells: number;
    mails: string[];
    documents: string[];
    ms: number;
  },
): void {
  const calls = Object.values(report.calls).reduce((sum, n) => sum + n, 0);
  console.log(
    `${job}: ${report.ok ? "done" : "FAILED"} in ${report.ms} ms, ${calls} service calls, ${report.cells} cells read`,
  );
  console.log(saidBy(report.result));
  for (const mail of report.mails) console.log(`  sent ${given.workspace}/${mail}`);
  for (const document of report.documents) console.log(`  made ${given.workspace}/${document}`);
  if (report.problems.length > 0) console.log(`  ${report.problems.length} rows on the Problems tab`);
}

/** What a job said, with the lines it gives; a dialog's page is for dialogs. */
function saidBy(result: unknown): string {
  if (typeof result === "string") return result;
  const { said, lines = [] } = (result ?? {}) as { said?: string; lines?: string[] };
  return said === undefined ? JSON.stringify(result) : [said, ...lines].join("\n");
}

run(name).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  if (given.flag("json"))
    console.log(
      JSON.stringify({
        ok: false,
        result: message,
        problems: [],
        calls: {},
        cells: 0,
        mails: [],
        documents: [],
        ms: 0,
      }),
    );
  else console.error(message);
  process.exitCode = 1;
});
