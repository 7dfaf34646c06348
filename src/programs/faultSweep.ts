/**
 * `npm run faults`: strikes every job that writes or sends at every service call, in every way, and looks
 * whether the promises hold. `-- --job NAME`, `--only KIND`, `--at SCENARIO` and `--seed N` play some of it,
 * `--every N` a part of all; `--variants` plays the deliberately broken bundles, each of which must be
 * caught.
 */
import { parseArgs } from "node:util";
import type { Kind } from "./faults/blows";
import { KINDS } from "./faults/blows";
import { caught } from "./faults/breaking";
import { JOBS } from "./faults/jobs";
import type { Part } from "./faults/sweep";
import { BUNDLE, sweepPart } from "./faults/sweep";
import type { Result } from "./faults/table";
import { failuresOf, isFailed, lastLine, notesOf, tableOf } from "./faults/table";
import { VARIANTS } from "./faults/variants";
import { playWeeks } from "./faults/weeks";
import type { SweepTask } from "./faults/workers";
import { serveWork, shared } from "./faults/workers";

/** Parts of this many of a job's scenarios of a kind, so that no process waits long for the other. */
const PARTS: Record<Kind, number> = {
  "throw before": 2,
  "throw after": 1,
  kill: 2,
  "second run": 2,
  edit: 3,
  "edit and kill": 2,
  refused: 1,
  quota: 1,
  pair: 16,
  weeks: 0,
};

/** So many weeks from this seed on, unless one seed is asked for. */
const SEEDS = 40;
const EACH = 5;

const { values } = parseArgs({
  options: {
    job: { type: "string" },
    only: { type: "string" },
    at: { type: "string" },
    seed: { type: "string" },
    every: { type: "string" },
    variants: { type: "boolean" },
    worker: { type: "boolean" },
  },
});

type Asked = { part: Part; at?: string } | { seeds: number[] } | { variant: string };

const sweeps = (): Asked[] =>
  JOBS.filter(({ name }) => values.job === undefined || name === values.job).flatMap(({ name: job }) =>
    KINDS.filter((kind) => values.only === undefined || kind === values.only).flatMap((kind) => {
      const of = values.at === undefined ? PARTS[kind] : 1;
      const every = Number(values.every ?? 1);
      const at = values.at === undefined ? {} : { at: values.at };
      return Array.from({ length: of }, (_, part) => ({
        part: { job, kind, part: part * every, of: of * every },
        ...at,
      }));
    }),
  );

const weeks = (): Asked[] =>
  Array.from({ length: SEEDS / EACH }, (_, i) => ({
    seeds: Array.from({ length: EACH }, (_one, j) => 1 + i * EACH + j),
  }));

const variants = (): Asked[] => VARIANTS.map(({ name }) => ({ variant: name }));

function asked(): Asked[] {
  if (values.seed !== undefined) return [{ seeds: [Number(values.seed)] }];
  if (values.variants) return variants();
  if (values.only === "weeks") return weeks();
  if (values.job !== undefined || values.only !== undefined) return sweeps();
  // What needs the sources as they are comes first: where it fails, nobody has waited for it.
  return [...variants(), ...sweeps(), ...weeks()];
}

/**
 * A variant that is caught is not a scenario of the sweep; one that is not caught means that the sweep proves
 * nothing.
 */
async function tryVariant(name: string): Promise<Result[]> {
  const variant = VARIANTS.find((one) => one.name === name);
  const found = variant ? await caught(variant) : null;
  const note = found
    ? `variant caught: ${name}: ${found.broken[0]?.slice(0, 160)}  (${found.again})`
    : `VARIANT NOT CAUGHT: ${name}`;
  return [{ job: "variants", kind: "weeks", again: "--variants", verdict: "exact", broken: [], note }];
}

async function act(work: SweepTask): Promise<Result[]> {
  const one = work as unknown as Asked;
  if ("seeds" in one) return playWeeks(one.seeds, BUNDLE);
  if ("variant" in one) return tryVariant(one.variant);
  return sweepPart(one.part, { at: one.at });
}

async function main(): Promise<void> {
  const started = performance.now();
  const works = asked();
  const all = await shared(works as unknown as SweepTask[], (done, found) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${works.length} parts`);
    if (isFailed(found)) console.error(failuresOf(found, 2));
  });
  const results = all.filter(({ job }) => job !== "variants");
  const notes = notesOf(all);
  const isToothless = /^VARIANT NOT CAUGHT/m.test(notes);
  console.log([tableOf(results), notes, failuresOf(results)].filter(Boolean).join("\n\n"));
  console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);
  console.log(lastLine(results));
  process.exitCode = isFailed(results) || isToothless ? 1 : 0;
}

if (values.worker) serveWork(act);
else await main();
