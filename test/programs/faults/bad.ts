/** Scenarios of a kind of fault that break a promise, with which one and how to play each again; for the short sweep. */
import type { Kind } from "../../../src/programs/faults/blows";
import { sweepPart } from "../../../src/programs/faults/sweep";

export const bad = async (job: string, kind: Kind, at?: RegExp) => {
  const results = await sweepPart({ job, kind, part: 0, of: 1 }, { at });
  expect(results.length).toBeGreaterThan(0);
  return results
    .filter(({ broken }) => broken.length > 0)
    .map(({ again, broken }) => `${again}: ${broken.join("; ")}`);
};
