/**
 * A death that Google had half outrun: which of the pending writes the next process finds is the test's to
 * choose.
 */
import { createHost, Killed, pendingOf } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import type { Operation } from "../../../src/host/model/model";
import { script } from "../script";

const bundle = script(`
  function writes() {
    var book = SpreadsheetApp.getActiveSpreadsheet();
    book.getSheets()[0].getRange(1, 1).setValue("first");
    book.getSheets()[0].getRange(2, 1).setValue("second");
    book.insertSheet("New").getRange(1, 1).setValue("third");
    SpreadsheetApp.flush();
  }
`);

/** Dies before the flush; gives the workspace and what was pending. */
function died(): { workspace: MemoryWorkspace; pending: Operation[] } {
  const workspace = memoryWorkspace();
  const pending: Operation[] = [];
  const before = ({ name }: { name: string }): void => {
    if (name !== "SpreadsheetApp.flush") return;
    pending.push(...pendingOf(workspace));
    throw new Killed("killed");
  };
  const host = createHost(workspace, { bundle, log: () => {}, hook: { before } });
  expect(() => host.call("writes")).toThrow("killed");
  return { workspace, pending };
}

const texts = ({ workbook }: MemoryWorkspace): unknown[] =>
  workbook.sheets.flatMap(({ cells }) =>
    Object.values(cells).flatMap((line) => Object.values(line).map(({ v }) => v)),
  );

test("none, all, or all but one of the pending writes are found", () => {
  const { workspace, pending } = died();
  expect(texts(workspace.afterKill())).toEqual([]);
  expect(texts(workspace.afterKill(pending))).toEqual(["first", "second", "third"]);
  expect(texts(workspace.afterKill(pending.slice(1)))).toEqual(["second", "third"]);
});

test("what was written into a sheet that did not survive is lost with it", () => {
  const { workspace, pending } = died();
  expect(texts(workspace.afterKill(pending.filter(({ op }) => op !== "insertSheet")))).toEqual([
    "first",
    "second",
  ]);
});
