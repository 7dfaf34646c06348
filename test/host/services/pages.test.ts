import type { HostOptions } from "../../../src/host/host";
import { createHost, Killed } from "../../../src/host/host";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { script } from "../script";

const SCRIPT = script(
  `function choose() {
     var page = HtmlService.createHtmlOutputFromFile("choose").setWidth(420).setHeight(300).setTitle("own");
     SpreadsheetApp.getUi().showModalDialog(page, "Choose a week");
   }
   function help() {
     SpreadsheetApp.getUi().showModelessDialog(HtmlService.createHtmlOutput("<p>Help").append("!</p>"), "Help");
   }
   function sidebar() {
     SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("choose").setTitle("Hub Tracker"));
   }
   function missing() { HtmlService.createHtmlOutputFromFile("../choose"); }
   function text() { SpreadsheetApp.getUi().showSidebar("<p>"); }`,
  { "choose.html": "<p>Which? <? no template ?></p>" },
);
const host = (options: HostOptions = {}) => createHost(memoryWorkspace(), { bundle: SCRIPT, ...options });

test.each([
  [
    "choose",
    { kind: "dialog", modal: true, title: "Choose a week", width: 420, height: 300 },
    "<p>Which? <? no template ?></p>",
  ],
  ["help", { kind: "dialog", modal: false, title: "Help", width: null, height: null }, "<p>Help!</p>"],
  [
    "sidebar",
    { kind: "sidebar", modal: false, title: "Hub Tracker", width: null, height: null },
    "<p>Which? <? no template ?></p>",
  ],
])("%s shows its page", (name, shown, html) => {
  const menu = host();
  menu.call(name);
  expect(menu.shown).toEqual([{ ...shown, html }]);
  menu.execute(() => null);
  expect(menu.shown).toEqual([]);
});

test("pages are for a person who has authorised the script", () => {
  const refused = (method: string) =>
    `You do not have permission to call Ui.${method}. Required permissions: https://www.googleapis.com/auth/script.container.ui`;
  expect(() => host({ mode: "simple" }).call("choose")).toThrow(refused("showModalDialog"));
  expect(() => host({ mode: "simple" }).call("sidebar")).toThrow(refused("showSidebar"));
  expect(() => host({ mode: "none" }).call("sidebar")).toThrow(refused("showSidebar"));
  expect(() => host({ mode: "trigger" }).call("sidebar")).toThrow(
    "Cannot call SpreadsheetApp.getUi() from this context.",
  );
});

test("what Google says to a page that is none", () => {
  expect(() => host().call("missing")).toThrow("No HTML file named ../choose was found.");
  expect(() => host().call("text")).toThrow(
    "The parameters (String) don't match the method signature for Ui.showSidebar.",
  );
});

test("a manifest that asks for no dialogs gets none", () => {
  const manifest = JSON.stringify({ oauthScopes: ["https://www.googleapis.com/auth/spreadsheets"] });
  const bundle = script(
    "function help() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput()); }",
    {
      "appsscript.json": manifest,
    },
  );
  expect(() => host({ bundle }).call("help")).toThrow(
    "Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui",
  );
  expect(host({ bundle }).globals.SpreadsheetApp.getActiveSpreadsheet().getNumSheets()).toBe(1);
});

describe("google.script.run", () => {
  const SERVER = script(`
    var held = null;
    function echo(value) { held = value; return value; }
    function kinds(value) { return [value instanceof Object, Array.isArray(value), arguments.length].join(); }
    function who() { return Session.getActiveUser().getEmail() + MailApp.getRemainingDailyQuota(); }
    function nothing() {}
    function change(value) { value.list.push(4); return value.list.length; }
    function today() { return { week: { starts: new Date() } }; }
    function call() { return [function () {}]; }
    function round() { var a = []; a.push(a); return a; }
    function sheet() { return SpreadsheetApp.getActiveSheet(); }
    function write() { SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue("x"); throw new RangeError("No such week."); }
    function private_() { return "secret"; }
    const arrow = () => "arrow";
  `);
  const page = (options: HostOptions = {}) => host({ bundle: SERVER, user: "tutor@hub.example", ...options });

  test.each([
    ["text", "text"],
    [1.5, 1.5],
    [null, null],
    [undefined, null],
    [
      [1, undefined, [true]],
      [1, null, [true]],
    ],
    [
      { a: 1, b: undefined, c: { d: null } },
      { a: 1, c: { d: null } },
    ],
  ])("%j goes there and back as %j", (value, expected) =>
    expect(page().run("echo", value)).toEqual(expected),
  );

  test("what arrives belongs to the script's world, and is a copy", () => {
    const given = { list: [1, 2, 3] };
    expect(page().run("kinds", given, 2)).toBe("true,false,2");
    expect(page().run("change", given)).toBe(4);
    expect(given.list).toEqual([1, 2, 3]);
    expect(page().run("nothing")).toBeNull();
  });

  test("it runs with all rights, as the account at the page, however the host starts other things", () =>
    expect(page({ mode: "trigger" }).run("who")).toBe("tutor@hub.example100"));

  test.each([
    ["a date", new Date(0), "Failed due to illegal value in property: 0"],
    ["a function", [{ save: () => 1 }], "Failed due to illegal value in property: save"],
    ["a map", { of: new Map() }, "Failed due to illegal value in property: of"],
    ["no number", [1, NaN], "Failed due to illegal value in property: 1"],
  ])("%s does not reach the script", (_what, value, message) =>
    expect(() => page().run("echo", value)).toThrow(message),
  );

  test.each([
    ["today", /^What today returned cannot cross to a page\. .*: starts$/],
    ["call", /: 0$/],
    ["round", /circular reference/],
    ["sheet", /: the whole$/],
  ])("what %s returns does not reach the page", (name, message) =>
    expect(() => page().run(name)).toThrow(message),
  );

  test.each(["private_", "missing", "arrow", "held", "Date", "toString", "SpreadsheetApp"])(
    "pages do not see %s",
    (name) => expect(() => page().run(name)).toThrow(`google.script.run.${name} is not a function`),
  );

  test("an error comes back as its message, and what was written before it stays", () => {
    const workspace = memoryWorkspace();
    const run = () => createHost(workspace, { bundle: SERVER }).run("write");
    expect(run).toThrow(/^No such week\.$/);
    expect(workspace.afterKill().workbook.sheets[0]!.cells).toEqual({ 0: { 0: { v: "x" } } });
  });

  test("each call is an execution of its own; a process that dies says so", () => {
    const kill = () => {
      throw new Killed("killed");
    };
    const dying = page({ hook: { after: kill } });
    expect(() => dying.run("who")).toThrow(Killed);
    expect([dying.total, dying.calls]).toEqual([1, { "Session.getActiveUser": 1 }]);
  });
});
