/** Two executions at once: the second begins inside a service call of the first. */
import type { Host, HostOptions } from "../../../src/host/host";
import { createHost, Killed } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { script } from "../script";

const bundle = script(`
  function sheet() { return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]; }
  function job(name) {
    var lock = LockService.getDocumentLock();
    if (!lock.tryLock(1000)) return "busy";
    try { sheet().appendRow([name]); SpreadsheetApp.flush(); return "done"; } finally { lock.releaseLock(); }
  }
  function keepsLock() { LockService.getDocumentLock().tryLock(1000); sheet().appendRow(["kept lock"]); }
  function waits() { LockService.getDocumentLock().waitLock(1000); }
  function scriptLock() { return LockService.getScriptLock().tryLock(1); }
  function minutes() { LockService.getDocumentLock().tryLock(120000); return new Date().toISOString().slice(11, 16); }
  function inserts() { sheet().insertRowsBefore(1, 2).getRange(1, 1).setValue("inserted"); }
  function onEdit(e) { e.range.setNote("lock free: " + LockService.getDocumentLock().tryLock(1)); }
`);

const hostOf = (workspace: MemoryWorkspace, options: HostOptions = {}): Host =>
  createHost(workspace, { bundle, now: "2026-11-20T16:40", log: () => {}, ...options });

/** Runs `first`, and `meanwhile` before its first call of the service named; gives both results. */
function together(
  workspace: MemoryWorkspace,
  [first, ...args]: [string, ...unknown[]],
  service: string,
  meanwhile: () => unknown,
) {
  let inside: unknown = "never called";
  let isFirst = true;
  const before = ({ name }: { name: string }): void => {
    if (name !== service || !isFirst) return;
    isFirst = false;
    inside = meanwhile();
  };
  const host = hostOf(workspace, { mode: "trigger", hook: { before } });
  return { result: host.call(first, ...args), inside: () => inside, host };
}
const columnOf = (workspace: MemoryWorkspace): unknown[] =>
  Object.values(workspace.workbook.sheets[0]!.cells).map((line) => line[0]?.v);

test("the lock is busy for a second run, of the clock, the menu or a page, and free afterwards", () => {
  const workspace = memoryWorkspace();
  const [clock, page] = [
    hostOf(workspace, { mode: "trigger" }),
    hostOf(workspace, { user: "b@hub.example" }),
  ];
  const { result, inside } = together(workspace, ["job", "first"], "Sheet.appendRow", () => [
    clock.call("job", "second"),
    page.call("job", "third"),
    page.run("job", "fourth"),
  ]);
  expect([result, inside()]).toEqual(["done", ["busy", "busy", "busy"]]);
  expect(page.run("job", "later")).toBe("done");
  expect(columnOf(workspace)).toEqual(["first", "later"]);
});

test("waiting for it is time that passes, and an error in the end; a lock of another kind is free", () => {
  const workspace = memoryWorkspace();
  const second = hostOf(workspace);
  const { inside } = together(workspace, ["job", "first"], "Sheet.appendRow", () => {
    expect(() => second.call("waits")).toThrow(
      "Lock timeout: another process was holding the lock for too long.",
    );
    return [second.call("minutes"), second.call("scriptLock")];
  });
  expect(inside()).toEqual(["16:42", true]);
});

test("a run that ends, or dies, without releasing its lock leaves it free", () => {
  const workspace = memoryWorkspace();
  hostOf(workspace).call("keepsLock");
  expect(hostOf(workspace).call("job", "a")).toBe("done");
  const kill = ({ name }: { name: string }): void => {
    if (name === "Sheet.appendRow") throw new Killed("killed");
  };
  expect(() => hostOf(workspace, { hook: { before: kill } }).call("job", "b")).toThrow("killed");
  expect(hostOf(workspace.afterKill()).call("job", "c")).toBe("done");
});

test("each counts its own calls and has its own time", () => {
  const workspace = memoryWorkspace();
  const second = hostOf(workspace);
  const { host } = together(workspace, ["job", "first"], "Sheet.appendRow", () => second.call("inserts"));
  expect(host.calls).toMatchObject({ "Sheet.appendRow": 1, "Lock.tryLock": 1 });
  expect(Object.keys(host.calls)).not.toContain("Sheet.insertRowsBefore");
  expect(second.calls).toMatchObject({ "Sheet.insertRowsBefore": 1 });
});

test("two runs of one host report the one that ended last", () => {
  const workspace = memoryWorkspace();
  const host = hostOf(workspace, {
    hook: { before: ({ name }) => void (name === "Sheet.appendRow" && host.run("inserts")) },
  });
  host.call("keepsLock");
  expect(Object.keys(host.calls)).toContain("Sheet.appendRow");
  expect(Object.keys(host.calls)).not.toContain("Sheet.insertRowsBefore");
});

test("what both wrote is kept in the order in which it happened", () => {
  const workspace = memoryWorkspace();
  hostOf(workspace).call("job", "before");
  const second = hostOf(workspace);
  together(workspace, ["job", "first"], "SpreadsheetApp.flush", () => second.call("inserts"));
  expect(columnOf(workspace)).toEqual(["inserted", "before", "first"]);
  expect(workspace.afterKill().workbook).toEqual(workspace.workbook);
});

test("what the second finished stays when the first dies", () => {
  const workspace = memoryWorkspace();
  const second = hostOf(workspace);
  const before = ({ name }: { name: string }): void => {
    if (name !== "Sheet.appendRow") return;
    second.call("inserts");
    throw new Killed("killed");
  };
  expect(() => hostOf(workspace, { hook: { before } }).call("job", "first")).toThrow("killed");
  expect(columnOf(workspace.afterKill())).toEqual(["inserted"]);
});

test("a lock holds scripts, not people, and an edit's event waits for the outermost run", () => {
  const workspace = memoryWorkspace();
  const person = hostOf(workspace);
  const { sheets } = workspace.workbook;
  const { inside } = together(workspace, ["job", "first"], "Sheet.appendRow", () => {
    const { inside } = together(workspace, ["inserts"], "Range.setValue", () =>
      person.edit("Sheet1", 5, 2, [["typed"]]),
    );
    expect(sheets[0]!.cells[4]).toEqual({ 1: { v: "typed" } });
    expect(sheets[0]!.notes).toEqual({});
    return inside();
  });
  expect(inside()).toEqual({ cells: [[{ v: "typed" }]], onEdit: "queued" });
  expect(sheets[0]!.notes).toEqual({ 4: { 1: "lock free: true" } });
});
