/** Reports whose run is killed at some moment and run again. */
import { rowsOf } from "../../../src/programs/look";
import { outbox } from "../../../src/domain/tables/ledger";
import { Killed } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { copyOf, fullDemo, person } from "../hub";
import { documents, documentsOnBoard, keysOnBoard, onlyTemplates, OWNER, readIn } from "./making";

test("killed at the start, the claim, the copy, the filling and the board and run again, each report is there once, filled, with one row on the board", () => {
  const { workspace: start } = fullDemo();
  onlyTemplates(start, "Primary, child-friendly", "LA return, one table", "PEP contribution");
  const run = (workspace: MemoryWorkspace, hook = {}) =>
    person(workspace, OWNER, undefined, { hook }).call("makeReports", "Autumn 2", "all");
  const whole = copyOf(start);
  const names: string[] = [];
  run(whole, { before: ({ name }: { name: string }) => names.push(name) });
  const expected = [...documents(whole).keys()].sort();
  const textsOf = (workspace: MemoryWorkspace) => {
    const read = readIn(workspace);
    return expected.map((key) => read(documents(workspace).get(key)?.id ?? ""));
  };
  const texts = textsOf(whole);
  const ledgerOf = (workspace: MemoryWorkspace) =>
    expected.map((key) => {
      const own = rowsOf(workspace, outbox).filter((event) => event.key === key);
      return { key, document: own[own.length - 1]?.reason, state: own[own.length - 1]?.state };
    });
  expect(expected).toHaveLength(3);
  // Every moment that leaves something else behind: npm run faults -- --job makeReports.
  const nth = (name: string, n: number): number =>
    names.flatMap((one, i) => (one === name ? [i + 1] : []))[n] ?? 0;
  const COPY = "Drive.Files.copy";
  const deaths: { k: number; moment: "before" | "after" }[] = [
    { k: 1, moment: "before" },
    { k: nth(COPY, 0), moment: "before" }, // after the claim
    { k: nth(COPY, 1), moment: "after" },
    { k: nth("Docs.Documents.batchUpdate", 1), moment: "after" },
    { k: names.lastIndexOf("Range.setValues") + 1, moment: "before" },
    { k: names.lastIndexOf("SpreadsheetApp.flush") + 1, moment: "after" },
  ];
  let found = 0;
  for (const { k, moment } of deaths) {
    const workspace = copyOf(start);
    const kill = (call: { number: number }): void => {
      if (call.number === k) throw new Killed("killed");
    };
    expect(() => run(workspace, { [moment]: kill })).toThrow("killed");
    const again = workspace.afterKill();
    found += documents(again).size;
    run(again);
    expect([...documents(again).keys()].sort()).toEqual(expected);
    expect(keysOnBoard(again)).toEqual(expected);
    expect(textsOf(again)).toEqual(texts);
    const agreed = documentsOnBoard(again).sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(ledgerOf(again)).toEqual(agreed.map((one) => ({ ...one, state: "made" })));
  }
  expect(found).toBeGreaterThan(5); // deaths did leave documents behind
});
