/**
 * `npm run bench`: service calls, cells and milliseconds of every job and of an edit, for three sizes of hub,
 * early and late in the school year. `-- --only jobs` (or `"jobs 20"`, `starts`, `reports`) plays the parts
 * whose names begin so. Each part has a process of its own, so that none of them pays for what another left
 * behind.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Pupils, Week } from "./bench/jobs";
import { FRIDAYS, jobs, SIZES } from "./bench/jobs";
import { reports } from "./bench/reports";
import type { Row } from "./bench/row";
import { headLine, rowLine } from "./bench/row";
import { rule } from "./bench/rule";
import { sidebar } from "./bench/sidebar";
import { starts } from "./bench/starts";
import { typing } from "./bench/typing";

const numbers = <T extends number>(record: Readonly<Record<T, unknown>>): T[] =>
  Object.keys(record).map(Number) as T[];

type Part = () => Row[] | Promise<Row[]>;

/** By name, so that a process can be told which is its own. */
const PARTS = new Map<string, Part>([
  ...numbers<Pupils>(SIZES).flatMap((size) =>
    numbers<Week>(FRIDAYS).map((week): [string, Part] => [`jobs ${size} ${week}`, () => jobs(size, week)]),
  ),
  ["sidebar", sidebar],
  ["reports", reports],
  ["starts", starts],
  ["typing", typing],
  ["rule", rule],
]);

const { values } = parseArgs({ options: { only: { type: "string" }, part: { type: "string" } } });

function inItsOwnProcess(part: string): Row[] {
  const args = ["--max-old-space-size=8192", fileURLToPath(import.meta.url), "--part", part];
  const stdio: ("ignore" | "pipe" | "inherit")[] = ["ignore", "pipe", "inherit"];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", stdio })) as Row[];
}

function playAll(only: string): void {
  console.log(headLine());
  const rows = [...PARTS.keys()]
    .filter((name) => name.startsWith(only))
    .flatMap((name) => {
      const own = inItsOwnProcess(name);
      for (const row of own) console.log(rowLine(row));
      return own;
    });
  writeFileSync(new URL("bench.json", import.meta.url), JSON.stringify(rows, null, 1));
  console.log("\nWritten to build/out/bench.json; milliseconds are of the CPU, medians of several runs.");
}

const own = values.part === undefined ? null : PARTS.get(values.part);
if (own === null) playAll(values.only ?? "");
else if (own) console.log(JSON.stringify(await own()));
else throw new Error(`The bench has no part ${values.part}.`);
