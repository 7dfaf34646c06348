import type { HostOptions } from "../../src/host/host";
import { createHost } from "../../src/host/host";
import { memoryWorkspace } from "../../src/host/memoryWorkspace";
import { script } from "./script";

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
