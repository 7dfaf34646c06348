/** Plays a part of a job's scenarios of one kind, and judges each. */
import type { Kind } from "./blows";
import { blowName } from "./blows";
import type { Job } from "./jobs";
import { JOBS } from "./jobs";
import type { PlayOutcome } from "./play";
import { play } from "./play";
import { judge } from "./promises";
import type { Recorded } from "./scenarios";
import { record, scenariosOf } from "./scenarios";
import type { Result } from "./table";

/** Where the built bundle is; a variant's runs start from the stages that the real one made. */
export const BUNDLE = "build/out/google";

export interface Part {
  job: string;
  kind: Kind;
  /** This part, from 0, out of that many. */
  part: number;
  of: number;
}

export interface Options {
  bundle?: string;
  /** The one scenario of that name, or those whose names match. */
  at?: string | RegExp | undefined;
  /** Ends after the first scenario that fails. */
  untilFailed?: boolean;
}

interface Prepared {
  job: Job;
  calls: Recorded[];
  plain: PlayOutcome;
}
const prepared = new Map<string, Prepared>();

/** The job without a fault and its calls; a variant is measured by what the real bundle does. */
async function preparedFor(name: string, bundle: string): Promise<Prepared> {
  const found = prepared.get(`${name} ${bundle}`);
  if (found) return found;
  const job = JOBS.find((one) => one.name === name);
  if (!job) throw new Error(`There is no job ${name}; there are ${JOBS.map((one) => one.name).join(", ")}.`);
  const plain = await play(job, [], BUNDLE);
  const made = { job, calls: record(job, bundle, BUNDLE), plain };
  prepared.set(`${name} ${bundle}`, made);
  return made;
}

const isAsked = (name: string, at: Options["at"]): boolean =>
  at === undefined || (typeof at === "string" ? name === at : at.test(name));

export async function sweepPart(
  part: Part,
  { bundle = BUNDLE, at, untilFailed }: Options = {},
): Promise<Result[]> {
  const { job, calls, plain } = await preparedFor(part.job, bundle);
  const scenarios = scenariosOf(job, part.kind, calls).filter(
    (scenario, i) => i % part.of === part.part && isAsked(blowName(scenario), at),
  );
  const results: Result[] = [];
  for (const scenario of scenarios) {
    const outcome = await play(job, scenario.blows, bundle, BUNDLE);
    // The second run may be over before its blow: then it belongs to another scenario, which reports it.
    if (!outcome.struck) continue;
    const { verdict, broken } = await judge(outcome, plain, BUNDLE);
    const again = `--job ${job.name} --only "${part.kind}" --at "${blowName(scenario)}"`;
    results.push({
      job: job.name,
      kind: part.kind,
      again,
      verdict,
      broken: broken.map(({ promise, why }) => `${promise}: ${why}`),
    });
    if (untilFailed && broken.length > 0) break;
  }
  return results;
}
