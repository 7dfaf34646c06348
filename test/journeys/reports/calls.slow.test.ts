/** How many service calls reports cost, where there are few of them. */
import { rowsOf } from "../../../src/programs/look";
import { placements } from "../../../src/domain/tables/people";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { fullDemo, person } from "../hub";
import { OWNER, make, saidOf, rewrite, onlyTemplates } from "./making";

describe("eight calls a report and forty, also where there are few", () => {
  const KIND = "End of Term Report";
  /** One report for each of so many placements; all others are over. */
  const withPlacements = (n: number): MemoryWorkspace => {
    const { workspace } = fullDemo();
    onlyTemplates(workspace, KIND);
    const open = rowsOf(workspace, placements).filter(({ lastDay }) => lastDay === null);
    const here = open.slice(0, n).map(({ id }) => id);
    rewrite(workspace, "Placements", ["Last day"], (_last, row) =>
      here.includes(row["Id"] ?? "") ? "" : "2026-10-16",
    );
    // As every morning; else this run is the first to tell of pupils who are nowhere, which takes three
    // calls.
    person(workspace, OWNER).call("checkPasted");
    return workspace;
  };
  const calls = (workspace: MemoryWorkspace, n: number): number => {
    const { host, said } = make(workspace);
    expect(said).toBe(saidOf(n, n));
    return host.total;
  };

  test.each([1, 3, 4, 5, 8])("%i", (n) => {
    expect(calls(withPlacements(n), n)).toBeLessThanOrEqual(8 * n + 40);
  });

  // Two are claimed together, and told together, which takes three calls each time where one takes one: so
  // one is over.
  test("2, but for one call", () => {
    expect(calls(withPlacements(2), 2)).toBe(8 * 2 + 40 + 1);
  });
});
