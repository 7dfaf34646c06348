/** `npm run bench`: calls, cells and milliseconds of every job and of an edit, for three sizes of hub. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { createContext, runInNewContext, Script } from "node:vm";
import { pupils as pupilsTable } from "../domain/tables/people";
import { statesAfter } from "../domain/rule/replay";
import type { Host, Mode } from "../host/host";
import { createHost } from "../host/host";
import type { MemoryWorkspace } from "../host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../host/workspace/memoryWorkspace";
import type { Opened } from "../host/server/protocol";
import { serve } from "../host/server/server";
import { rowsOf } from "./look";
import type { DemoSize } from "./workspaces";
import { fillWithDemo, openOrMake } from "./workspaces";

interface Row {
  name: string;
  size: number;
  calls: number;
  cells: number;
  ms: number;
}

const SIZES: [DemoSize, pupils: number][] = [
  ["small", 20],
  ["large", 120],
  ["huge", 500],
];
const FRIDAY = "2026-11-20T16:40";
const RUNS = 3;
const EVALUATIONS = 15;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Each job from the state in which it finds something to do, and the idle hour after all of them. */
type Job = [name: string, now: string, mode: Mode, act: (host: Host) => unknown];
const sweep = (host: Host): unknown => host.call("hourlySweep");
const JOBS: Job[] = [
  ["weekly update", FRIDAY, "trigger", sweep],
  ["idle hour", "2026-11-20T17:40", "trigger", sweep],
  ["evening check", "2026-11-20T18:10", "trigger", sweep],
  ["Monday's rows and check", "2026-11-23T07:10", "trigger", sweep],
  ["chasing blanks", "2026-11-27T14:10", "trigger", sweep],
  ["Prepare workbook", "2026-11-23T09:00", "menu", (host) => host.call("prepareWorkbook")],
  ["Check what I pasted", "2026-11-23T09:00", "menu", (host) => host.call("checkPasted")],
  ["Make this week's rows", "2026-11-23T09:00", "menu", (host) => host.call("makeThisWeeksRows")],
  ["Refresh the Overview", "2026-11-23T09:00", "menu", (host) => host.call("refreshOverview")],
  ["Preview weekly update", "2026-11-23T09:00", "menu", (host) => host.call("previewWeeklyUpdate")],
  ["Held mail", "2026-11-23T09:00", "menu", (host) => host.call("heldMail")],
  ["Confirm contacts", "2026-11-23T09:00", "menu", (host) => host.call("confirmContacts")],
  ["Automation", "2026-11-23T09:00", "menu", (host) => host.call("automation")],
  ["opening the workbook", "2026-11-23T09:00", "simple", (host) => host.call("onOpen")],
  ["deterioration of the year", "2026-11-23T18:10", "trigger", sweep],
  ["a grade typed", "2026-11-23T09:00", "menu", (host) => host.edit("Weekly grades", 2, 5, [["g"]])],
  ["an edit elsewhere", "2026-11-23T09:00", "menu", (host) => host.edit("Pupils", 2, 9, [["draws"]])],
];
/** Jobs whose effect the next ones start from; the others run on a copy. */
const LASTING = 4;

function rowsFor(size: DemoSize, pupils: number): Row[] {
  const made = memoryWorkspace();
  const { owner } = fillWithDemo(made, { size, seed: 1, now: FRIDAY });
  let workspace: MemoryWorkspace = made;
  return JOBS.map(([name, now, mode, act], i) => {
    const runs = Array.from({ length: RUNS }, () => {
      const copy = memoryWorkspace(workspace);
      const host = createHost(copy, { now, user: owner, mode, log: () => {}, mailQuota: 1500 });
      const started = performance.now();
      act(host);
      return { ms: performance.now() - started, host, copy };
    });
    const [last] = runs.slice(-1);
    if (last && i < LASTING) workspace = memoryWorkspace(last.copy);
    const { total = 0, cells = 0 } = last?.host ?? {};
    return { name, size: pupils, calls: total, cells, ms: Math.round(median(runs.map((run) => run.ms))) };
  });
}

const FEEDBACK = {
  kind: "verbal",
  way: "direct",
  subject: "literacy",
  howWell: "",
  whatNext: "Add a full stop to each sentence",
  acknowledgedIsEnough: "yes",
  closedAs: "acknowledged",
};
const MANY = 5000;

/** The sidebar: a pupil opened and feedback saved, also where the Feedback tab has grown for years. */
function sidebar(): Row[] {
  const workspace = memoryWorkspace();
  const { owner } = fillWithDemo(workspace, { size: "large", seed: 1, now: FRIDAY });
  const pupils = rowsOf(workspace, pupilsTable).map(({ id }) => id);
  const measured = (name: string, act: (host: Host) => unknown): Row => {
    const host = createHost(workspace, { now: FRIDAY, user: owner, log: () => {} });
    const times = Array.from({ length: 9 }, () => {
      const started = performance.now();
      act(host);
      return performance.now() - started;
    });
    return { name, size: 120, calls: host.total, cells: host.cells, ms: Math.round(median(times)) };
  };
  const open = (host: Host) => host.run("openPupil", { pupil: "U005", known: null });
  const few = [
    measured("opening a pupil", open),
    measured("saving feedback", (host) => host.run("addFeedback", "U005", FEEDBACK)),
  ];
  createHost(workspace, { now: FRIDAY, user: owner }).execute(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Feedback");
    const [first = [], model = []] = sheet.getDataRange().getValues() as unknown[][];
    const more = Array.from({ length: MANY }, (_, i) =>
      model.map((cell, column) => {
        if (first[column] === "Id") return `F261001-${String(i).padStart(6, "0")}`;
        return first[column] === "Pupil id" ? pupils[i % pupils.length] : cell;
      }),
    );
    const last = sheet.getLastRow() as number;
    sheet.insertRowsAfter(last, MANY);
    sheet.getRange(last + 1, 1, MANY, first.length).setValues(more);
  });
  return [
    ...few,
    measured("opening, 5,000 feedback", open),
    measured("saving, 5,000 feedback", (host) => host.run("addFeedback", "U005", FEEDBACK)),
  ];
}

/** The whole script evaluated in a fresh context, as Google does at every start. */
function evaluation(code: string): Row {
  const script = new Script(code);
  const times = Array.from({ length: EVALUATIONS }, () => {
    const context = createContext({ Date });
    const started = performance.now();
    script.runInContext(context);
    return performance.now() - started;
  });
  return { name: "bundle evaluated", size: 0, calls: 0, cells: 0, ms: Math.round(median(times) * 10) / 10 };
}

const EDITS = 50;

/** A grade typed in the page: from the request to its answer, kept in the journal, the script's onEdit over. */
async function roundTrip(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "hub-tracker-bench-"));
  try {
    const { workspace, made } = await openOrMake(folder, { size: "default", seed: 1, now: FRIDAY });
    const user = made?.owner ?? "";
    const people = () => [{ email: user, name: "", role: "lead" }];
    const served = await serve({ workspace, now: FRIDAY, port: 0, people, filling: null });
    const { origin, hash } = new URL(served.address);
    const ask = async (path: string, body: object): Promise<Opened> => {
      const headers = { "content-type": "application/json", "x-start-token": hash.slice(1), origin };
      const response = await fetch(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Opened;
    };
    const { workbook, no } = await ask("/api/open", { user });
    const sheet = workbook.sheets.find(({ name }) => name === "Weekly grades")?.id;
    const times: number[] = [];
    for (let request = 1; request <= EDITS; request += 1) {
      const started = performance.now();
      const cell = { row: request, column: 4, values: [["g"]] };
      await ask("/api/edit", { page: "bench", request, user, seen: no, sheet, ...cell });
      times.push(performance.now() - started);
    }
    await served.close();
    return { name: "edit, round trip", size: 48, calls: 0, cells: 0, ms: Math.round(median(times)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rule over series of a school year, as many as asked for, drawn by a fixed chance. */
function judging(name: string, series: number): Row {
  const weeks = 39;
  let seed = 1;
  const draw = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const kinds = ["G", "G", "G", "A", "A", "R", "ungraded", "away"] as const;
  const year = Array.from({ length: 97 }, () =>
    Array.from({ length: weeks }, () => kinds[Math.floor(draw() * kinds.length)] ?? "G"),
  );
  const started = performance.now();
  for (let i = 0; i < series; i += 1) statesAfter(year[i % year.length] ?? []);
  const ms = performance.now() - started;
  return { name, size: series * weeks, calls: 0, cells: 0, ms: Math.round(ms) };
}

const HUNDRED = 100;
const THOUSAND = 1000;

interface Reporting {
  /** A run that made at least a hundred, reckoned for a hundred. */
  seconds: number;
  /** Of that run. */
  calls: number;
  made: number;
  /** Of the heap after a collection, once so many were made in a row. */
  megabytes: Record<string, number>;
}

/** Reports made run after run in one process, each run in a fresh copy of the same hub. */
function reporting(): Reporting {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const start = memoryWorkspace();
  const { owner } = fillWithDemo(start, { size: "large", seed: 1, now: FRIDAY });
  const megabytes: Record<string, number> = {};
  let [made, first] = [0, null as null | { seconds: number; calls: number; made: number }];
  while (made < THOUSAND) {
    const workspace = memoryWorkspace(start);
    const host = createHost(workspace, { now: FRIDAY, user: owner, log: () => {}, fileQuota: THOUSAND });
    const started = performance.now();
    host.call("makeReports", "Autumn 2", "all");
    const seconds = (performance.now() - started) / 1000;
    const own = host.calls["Drive.Files.copy"] ?? 0;
    if (own < HUNDRED) throw new Error(`The large hub wants only ${own} reports.`);
    made += own;
    first ??= { seconds, calls: host.total, made: own };
    collect();
    megabytes[made] = Math.round(process.memoryUsage().heapUsed / 1e6);
  }
  const { seconds = 0, calls = 0, made: own = 1 } = first ?? {};
  return { seconds: Math.round((seconds * 10 * HUNDRED) / own) / 10, calls, made: own, megabytes };
}

const code = readFileSync(fileURLToPath(new URL("google/Code.js", import.meta.url)), "utf8");
const rows: Row[] = [
  { name: "bundle, bytes", size: Buffer.byteLength(code), calls: 0, cells: 0, ms: 0 },
  evaluation(code),
  await roundTrip(),
  judging("the rule, 120 pupils", 120 * 9),
  judging("the rule, 7 million", Math.ceil(7_000_000 / 39)),
  ...sidebar(),
  ...SIZES.flatMap(([size, pupils]) => rowsFor(size, pupils)),
];

const line = (name: string, ...numbers: (string | number)[]): string =>
  name.padEnd(26) + numbers.map((n) => String(n).padStart(10)).join("");
console.log(line("", "size", "calls", "cells", "ms"));
for (const { name, size, calls, cells, ms } of rows) console.log(line(name, size, calls, cells, ms));
const out = fileURLToPath(new URL(".", import.meta.url));
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/bench.json`, JSON.stringify(rows, null, 1));
console.log(
  `\nWritten to build/out/bench.json; milliseconds are medians of ${RUNS}, of evaluations of ${EVALUATIONS}, of edits of ${EDITS}.`,
);

const { seconds, calls, made, megabytes } = reporting();
console.log(
  `\n100 reports: ${seconds} s; ${calls} calls for ${made} (eight each and forty are ${8 * made + 40}).`,
  `\nHeap after so many in a row: ${Object.entries(megabytes)
    .map(([made, mb]) => `${made}: ${mb} MB`)
    .join(", ")}.`,
);
