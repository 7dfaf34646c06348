import type { HostOptions } from "../../../src/host/host";
import { createHost } from "../../../src/host/host";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { script } from "../script";

const AUTH = "https://www.googleapis.com/auth/";
const MANIFEST = {
  oauthScopes: ["spreadsheets.currentonly", "script.send_mail", "script.scriptapp", "userinfo.email"].map(
    (scope) => AUTH + scope,
  ),
};
const bundle = script("function onEdit(e) { e.range.setNote(SpreadsheetApp.getActiveSheet().getName()); }", {
  "appsscript.json": JSON.stringify(MANIFEST),
});
const host = (options: HostOptions = {}) => createHost(memoryWorkspace(), { bundle, ...options });

/* eslint-disable @typescript-eslint/no-explicit-any -- the script's own view of its services */
test.each<[string, string, (g: any) => unknown]>([
  ["script.send_mail", "MailApp.sendEmail", (g) => g.MailApp.sendEmail("a@one.example", "s", "b")],
  ["script.send_mail", "MailApp.getRemainingDailyQuota", (g) => g.MailApp.getRemainingDailyQuota()],
  ["script.scriptapp", "ScriptApp.newTrigger", (g) => g.ScriptApp.newTrigger("f")],
  ["script.scriptapp", "ScriptApp.getProjectTriggers", (g) => g.ScriptApp.getProjectTriggers()],
  ["userinfo.email", "Session.getEffectiveUser", (g) => g.Session.getEffectiveUser()],
])("without %s there is no %s", (scope, method, act) => {
  const denied = host({ denied: [scope] });
  expect(() => act(denied.globals)).toThrow(
    `You do not have permission to call ${method}. Required permissions: ${AUTH}${scope}`,
  );
  expect(() => act(host({ denied: ["drive.file"] }).globals)).not.toThrow();
});

test("a workbook can be reached by either of two rights, and by a simple trigger without any", () => {
  const denied = { denied: ["spreadsheets.currentonly", "spreadsheets"] };
  expect(() => host(denied).globals.SpreadsheetApp.getActiveSheet()).toThrow(
    `You do not have permission to call SpreadsheetApp.getActiveSheet. Required permissions: (${AUTH}spreadsheets.currentonly || ${AUTH}spreadsheets)`,
  );
  expect(host(denied).edit("Sheet1", 1, 1, [["x"]])).toMatchObject({ onEdit: "ran" });
  expect(host({ ...denied, mode: "simple" }).globals.SpreadsheetApp.getActiveSheet()).not.toBeNull();
});

test("the authorisation says what is missing, of all or of some scopes", () => {
  const infoOf = (options: HostOptions, mode = "FULL", scopes?: string[]) =>
    host(options).execute(({ ScriptApp }) => {
      const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode[mode], ...(scopes ? [scopes] : []));
      return [
        String(info.getAuthorizationStatus()),
        typeof info.getAuthorizationUrl(),
        info.getAuthorizedScopes().length,
      ].join(" ");
    });
  const denied = ["script.send_mail"];
  expect(infoOf({})).toBe("NOT_REQUIRED object 4");
  expect(infoOf({ denied })).toBe("REQUIRED string 3");
  expect(infoOf({ denied, mode: "trigger" })).toBe("REQUIRED string 3");
  expect(infoOf({ denied }, "LIMITED")).toBe("NOT_REQUIRED object 3");
  expect(infoOf({ denied }, "FULL", [AUTH + "userinfo.email"])).toBe("NOT_REQUIRED object 1");
  expect(infoOf({ denied }, "FULL", [AUTH + "script.send_mail"])).toBe("REQUIRED string 0");
  expect(infoOf({ denied: ["calendar"] })).toBe("NOT_REQUIRED object 4");
  expect(infoOf({ mode: "simple" })).toBe("REQUIRED string 0");
});

test("a run may have no document; a person who types has", () => {
  const clock = host({ mode: "trigger", document: false });
  const { SpreadsheetApp, LockService } = clock.globals;
  expect(SpreadsheetApp.getActiveSpreadsheet()).toBeNull();
  expect(SpreadsheetApp.getActiveSheet()).toBeNull();
  expect(LockService.getDocumentLock()).toBeNull();
  expect(LockService.getScriptLock().tryLock(1)).toBe(true);
  expect(clock.edit("Sheet1", 1, 1, [["x"]])).toEqual({ cells: [[{ v: "x" }]], onEdit: "ran" });
});
