import { createHost } from "../../src/host/host";
import type { HostOptions } from "../../src/host/host";
import { memoryWorkspace } from "../../src/host/workspace/memoryWorkspace";
import { contract } from "./contract";

const host = (options: HostOptions = {}, workspace = memoryWorkspace()) =>
  createHost(workspace, { bundle: "build/out/google", now: "2026-11-20T16:40", ...options }).globals;

test.each(contract.map((c) => [c.what, c] as const))("%s", (_what, { check, expected }) => {
  const globals = host();
  const book = globals.SpreadsheetApp.getActiveSpreadsheet();
  book.setSpreadsheetLocale("en_GB");
  expect(check(book.getSheets()[0], globals)).toBe(expected);
});

test("in an American workbook the month comes first", () => {
  const cell = host()
    .SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()[0]
    .getRange(1, 1)
    .setValue("3/9/2026");
  expect(cell.getValue().getMonth()).toBe(2);
});

test("a member that the host lacks fails by name", () =>
  expect(() => host().SpreadsheetApp.getActiveSpreadsheet().getRangeByName("x")).toThrow(
    "The local host has no Spreadsheet.getRangeByName",
  ));

test("so does an overload that only Google has", () =>
  expect(() =>
    host().SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].clear({ contentsOnly: true }),
  ).toThrow("The local host has no Sheet.clear with these arguments"));

test("the day's mail quota is 24 hours from the first use, and its end is an error", () => {
  const workspace = memoryWorkspace();
  const at = (now: string) => host({ now, mailQuota: 2 }, workspace).MailApp;
  const send = (now: string) => at(now).sendEmail("a@one.example", "s", "b");
  send("2026-11-20T16:40");
  send("2026-11-20T18:00");
  expect(() => send("2026-11-21T16:39")).toThrow("Service invoked too many times for one day: email.");
  expect(at("2026-11-21T16:40").getRemainingDailyQuota()).toBe(2);
  expect(workspace.mails.length).toBe(2);
});

test("a lock held by one execution is busy for another", () => {
  const workspace = memoryWorkspace();
  const [first, second] = [host({}, workspace), host({}, workspace)].map((g) =>
    g.LockService.getDocumentLock(),
  );
  expect(first.tryLock(10)).toBe(true);
  expect(first.tryLock(10)).toBe(true); // re-entrant
  expect(second.tryLock(10)).toBe(false);
  expect(() => second.waitLock(10)).toThrow(
    "Lock timeout: another process was holding the lock for too long.",
  );
  first.releaseLock();
  expect(second.tryLock(10)).toBe(true);
});

test("modes: who is there and what is allowed", () => {
  expect(() => host({ mode: "trigger" }).SpreadsheetApp.getUi()).toThrow(
    "Cannot call SpreadsheetApp.getUi() from this context.",
  );
  expect(host({ mode: "trigger", user: "a@hub.example" }).Session.getActiveUser().getEmail()).toBe("");
  expect(host({ mode: "trigger", user: "a@hub.example" }).Session.getEffectiveUser().getEmail()).toBe(
    "a@hub.example",
  );
  expect(() => host({ mode: "simple" }).MailApp.getRemainingDailyQuota()).toThrow(/permission/);
  expect(() => host({ mode: "none" }).SpreadsheetApp.getActiveSpreadsheet()).toThrow(/permission/);
});

test("people see only their own triggers", () => {
  const workspace = memoryWorkspace();
  const of = (user: string) => host({ user }, workspace).ScriptApp;
  of("a@hub.example").newTrigger("f").timeBased().everyHours(1).create();
  expect(of("a@hub.example").getProjectTriggers().length).toBe(1);
  expect(of("b@hub.example").getProjectTriggers().length).toBe(0);
});

test("what was not flushed dies with the process", () => {
  const workspace = memoryWorkspace();
  const globals = host({}, workspace);
  const cell = globals.SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1);
  cell.setValue("kept");
  globals.SpreadsheetApp.flush();
  cell.setValue("lost");
  const again = host({}, workspace.afterKill()).SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  expect(again.getRange(1, 1).getValue()).toBe("kept");
});
