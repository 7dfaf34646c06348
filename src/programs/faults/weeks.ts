/**
 * Weeks in which anything may happen: from a seed, runs that are missed, die, meet errors, overlap, find no
 * quota or staff who edit. Afterwards the clock runs cleanly and every promise must hold. The same seed gives
 * the same week.
 */
import { createHash } from "node:crypto";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import type { Blow } from "./blows";
import type { EditKind } from "./edits";
import type { Job } from "./jobs";
import type { PlayOutcome, Playing } from "./play";
import { EVERY, isLocked, runWith, settle, windowOf } from "./play";
import { judge } from "./promises";
import { lettersIn, masked } from "./reading";
import { WEEK } from "./rows";
import { enterWeek, stage } from "./stages";
import type { Result } from "./table";

/** The clock's runs of the week, and at `staff` the grades are entered; that morning nothing went wrong. */
const TICKS = [
  ..."16T07:10 16T08:10 16T18:10 17T07:10 17T12:10 18T07:10 staff 18T18:10 19T07:10 20T07:10 20T14:10 20T15:10".split(
    " ",
  ),
  ..."20T16:40 20T17:40 20T18:10 20T19:10 21T09:10 22T09:10 23T07:10 23T08:10".split(" "),
];
const LUCKY = "18T07:10";
const QUIET = "2026-11-23T10:10";

const JOB: Job = {
  name: "weeks",
  stage: "monday",
  now: "",
  act: (host) => host.call("hourlySweep"),
  after: [QUIET, QUIET],
  place: {
    tab: "Weekly grades",
    row: { Week: "2026-11-09", "Pupil id": "U003" },
    heading: "Engagement",
    moved: "Strength",
  },
  closes: WEEK,
};

/** A number from 0 to 1, the next one each time (mulberry32). */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What staff may do at any time without taking away what has to be told. */
const HARMLESS: readonly EditKind[] = ["row inserted", "sorted", "column moved", "cell cleared"];
const MOST_CALLS = 120;

/** What strikes a run: in two of three nothing. */
function blowsFrom(draw: () => number): Blow[] {
  const below = (n: number): number => Math.floor(draw() * n);
  const [k, when] = [1 + below(MOST_CALLS), draw() < 0.5 ? "before" : "after"] as const;
  const acts: Blow["act"][] = [
    { do: "throw" },
    { do: "kill", survive: "none" },
    { do: "kill", survive: "all" },
    { do: "kill", survive: below(4) },
    { do: "second", what: "sweep" },
    { do: "edit", edit: HARMLESS[below(HARMLESS.length)] ?? "sorted" },
  ];
  const act = acts[below(acts.length * 2)];
  const quota =
    draw() < 0.15
      ? [
          {
            run: 0 as const,
            k: EVERY,
            when: "before" as const,
            act: { do: "quota" as const, left: below(3) },
          },
        ]
      : [];
  return [...(act ? [{ run: 0 as const, k, when, act }] : []), ...quota];
}

/** A week with what the seed brings; with null nothing happens in it. */
export async function live(seed: number | null, bundle: string): Promise<PlayOutcome> {
  const draw = drawsOf(seed ?? 0);
  const start = stage(JOB.stage, bundle);
  const playing: Playing = { job: JOB, bundle, start, workspace: memoryWorkspace(start), logs: [] };
  const [struck, inWindow] = [new Set<Blow>(), new Set<string>()];
  for (const tick of TICKS) {
    if (tick === "staff") {
      enterWeek(playing.workspace, bundle, WEEK, 5);
      continue;
    }
    const [isMissed, blows] = [draw() < 0.15, blowsFrom(draw)];
    const isCalm = seed === null || tick === LUCKY;
    if (isMissed && !isCalm) continue;
    playing.job = { ...JOB, now: `2026-11-${tick}` };
    runWith(playing, playing.job.now, isCalm ? [] : blows, struck, true);
    for (const key of await windowOf(playing.workspace)) inWindow.add(key);
  }
  const locked = isLocked(playing);
  const restless = settle(playing, QUIET);
  const { workspace: end, logs } = playing;
  return { job: JOB, blows: [...struck], struck: true, start, end, inWindow, logs, locked, restless };
}

/** The end of a week in a few digits: the same seed gives the same. */
export async function fingerprintOf({ end }: PlayOutcome): Promise<string> {
  const cells = end.workbook.sheets.map(({ name, cells }) => [name, cells]);
  const whole = masked(JSON.stringify([cells, await lettersIn(end)]));
  return createHash("sha256").update(whole).digest("hex").slice(0, 12);
}

let calm: PlayOutcome | null = null;

export async function playWeeks(seeds: readonly number[], bundle: string): Promise<Result[]> {
  calm ??= await live(null, bundle);
  const results: Result[] = [];
  for (const seed of seeds) {
    const outcome = await live(seed, bundle);
    const { verdict, broken } = await judge(outcome, calm, bundle);
    results.push({
      job: "weeks",
      kind: "weeks",
      again: `--seed ${seed}`,
      verdict,
      broken: broken.map(({ promise, why }) => `${promise}: ${why}`),
      note: `week of seed ${seed}: ${verdict}, ${await fingerprintOf(outcome)}`,
    });
  }
  return results;
}
