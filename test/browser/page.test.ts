/**
 * The page with a script of its own: what an add-on may show, what its pages may call, and what a person may
 * not change.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FrameLocator } from "playwright-core";
import { openWorkspace } from "../../src/host/workspace/folderWorkspace";
import { createHost } from "../../src/host/host";
import type { Served } from "../../src/host/server/server";
import { serve } from "../../src/host/server/server";
import { startBrowser } from "../../src/host/pdf/chromium";
import type { Seen } from "./seen";
import { look, until } from "./seen";

const LEAD = { email: "lead@hub.example", name: "Lena Lead", role: "lead" };
const TEACHER = { email: "teacher@hub.example", name: "Tom Teacher", role: "teacher" };

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("M").addItem("Open sidebar", "side").addItem("Open dialog", "dialog").addItem("Write a letter", "letter").addToUi();
}
function letter() {
  var file = Drive.Files.create({ name: "Letter", mimeType: "application/vnd.google-apps.document" });
  var requests = [
    { insertTable: { rows: 1, columns: 2, location: { index: 1 } } },
    { insertText: { location: { index: 5 }, text: "Dear Zoë" } },
    { insertText: { location: { index: 1 }, text: "Heading" } },
    { updateParagraphStyle: { range: { startIndex: 1, endIndex: 2 }, paragraphStyle: { namedStyleType: "HEADING_1" }, fields: "namedStyleType" } },
  ];
  Docs.Documents.batchUpdate({ requests: requests }, file.id);
}
function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("side").setTitle("Side by side")); }
function dialog() {
  SpreadsheetApp.getActiveSpreadsheet().toast("A toast");
  var page = HtmlService.createHtmlOutput("<button onclick='google.script.host.close()'>Done</button>").setWidth(320).setHeight(120);
  SpreadsheetApp.getUi().showModalDialog(page, "A question");
}
function echo(value) { return { said: value, at: SpreadsheetApp.getActiveRange().getA1Notation(), who: Session.getActiveUser().getEmail() }; }
function fail() { throw new Error("Not today."); }
`;
const side = `<!doctype html><p id="said">nothing yet</p>
<script>
  const said = (text) => { document.getElementById("said").textContent = text; };
  const run = google.script.run.withSuccessHandler((value, mine) => said(JSON.stringify(value) + mine)).withFailureHandler((e) => said(e.message));
  const tryDate = () => { try { google.script.run.echo(new Date()); } catch (e) { said(e.message); } };
  const outside = () => fetch("http://127.0.0.1:1/").then(() => said("got out"), () => said("kept in"));
  const origin = () => said(self.origin + (() => { try { return parent.document.title; } catch { return " apart"; } })());
</script>
<button onclick="run.withUserObject('!').echo({ a: [1, undefined] })">Echo</button>
<button onclick="run.fail()">Fail</button>
<button onclick="tryDate()">Date</button>
<button onclick="outside()">Outside</button>
<button onclick="origin()">Origin</button>`;

let browser: Browser;
let folder = "";
let served: Served;
let seen: Seen;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hub-tracker-page-"));
  mkdirSync(join(folder, "script"));
  writeFileSync(join(folder, "script/Code.js"), code);
  writeFileSync(join(folder, "script/side.html"), side);
  const workspace = await openWorkspace(join(folder, "workspace"), { create: true });
  const bundle = join(folder, "script");
  workspace.state.user = LEAD.email;
  createHost(workspace, { bundle, user: LEAD.email }).execute(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].setName("Plan");
    sheet.getRange(1, 1, 1, 3).setValues([["Colour", "Kept", "Free"]]);
    sheet.setFrozenRows(1);
    const strict = SpreadsheetApp.newDataValidation().requireValueInList(["Red", "Green"], true);
    sheet.getRange(2, 1, 20, 1).setDataValidation(strict.setAllowInvalid(false).build());
    sheet.getRange(2, 1).setValue("Red");
    const wall = sheet.getRange(2, 2, 20, 1).protect();
    wall.removeEditors([TEACHER.email]);
  });
  served = await serve({
    workspace,
    now: "2026-11-20T16:40",
    port: 0,
    people: () => [LEAD, TEACHER],
    filling: null,
    page: "build/out/page",
    bundle,
  });
  browser = await startBrowser();
  seen = await look(browser, served.address);
});

afterAll(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const cellsOf = async (...columns: number[]) => {
  const [sheet] = (await seen.workbook()).sheets;
  return columns.map((column) => sheet?.cells[1]?.[column - 1]?.v ?? null);
};

async function choose(item: string): Promise<void> {
  await seen.page.getByRole("button", { name: "Add-on menu" }).click();
  await seen.page.getByRole("menuitem", { name: item }).click();
}

test("an entry that a drop-down or a person's rights refuse is put back, with the host's own sentence", async () => {
  await seen.goTo(2, 1);
  await seen.type("Purple");
  await seen.page.getByText(/violates the data validation rules set on this cell/).waitFor();
  await seen.goTo(2, 1);
  await until(() => seen.copied(), "Red");
  expect(await cellsOf(1)).toEqual(["Red"]);
  await seen.goTo(2, 3);
  await seen.type("2026-12-01");
  await seen.saved();
  expect(await cellsOf(3)).toEqual([46357]);

  await seen.page.getByLabel("Act as").selectOption(TEACHER.email);
  await seen.goTo(2, 2);
  await seen.type("mine");
  await seen.page.getByText(/protected cell or object/).waitFor();
  await seen.goTo(2, 2);
  await until(() => seen.copied(), "");
  expect(await cellsOf(2)).toEqual([null]);
  await seen.page.getByLabel("Act as").selectOption(LEAD.email);
});

test("a document that the script makes is listed and can be looked at", async () => {
  await choose("Write a letter");
  await seen.page.getByRole("button", { name: /^Documents/ }).click();
  await seen.page.getByRole("button", { name: /Letter\.docx/ }).click();
  const preview = seen.page.frameLocator("iframe[title='Preview of Letter.docx']");
  await preview.getByText("Heading").waitFor();
  await preview.getByText("Dear Zoë").waitFor();
});

test("the grid works formulas out for the host, and rows that come take along what they name; all can be taken back", async () => {
  await seen.goTo(4, 3);
  await seen.type("5", "=C4*10");
  const formulas = async () => {
    const [sheet] = (await seen.workbook()).sheets;
    return Object.values(sheet?.cells ?? {}).flatMap((line) => (line[2]?.f ? [[line[2].f, line[2].v]] : []));
  };
  await until(formulas, [["=C4*10", 50]]);
  await seen.goTo(4, 3);
  await seen.page.getByRole("button", { name: "Insert a row above" }).click();
  await until(formulas, [["=C5*10", 50]]);
  await seen.page.keyboard.press("Control+z");
  await until(formulas, [["=C4*10", 50]]);
});

async function press(frame: FrameLocator, button: string, said: string | RegExp): Promise<void> {
  await frame.getByRole("button", { name: button }).click();
  await frame.locator("#said").getByText(said).waitFor();
}

test("a sidebar calls the script with Google's limits, from an origin of its own; a dialog and a toast show", async () => {
  await seen.goTo(3, 3);
  await choose("Open sidebar");
  const frame = seen.page.frameLocator("iframe[title='Side by side']");
  await press(frame, "Echo", '{"said":{"a":[1,null]},"at":"C3","who":"lead@hub.example"}!');
  await press(frame, "Fail", "Not today.");
  await press(frame, "Date", "Failed due to illegal value in property: 0");
  await press(frame, "Outside", "kept in");
  await press(frame, "Origin", "null apart");

  await choose("Open dialog");
  await seen.page.getByText("A toast").waitFor();
  const dialog = seen.page.getByRole("dialog", { name: "A question" });
  await dialog.frameLocator("iframe").getByRole("button", { name: "Done" }).click();
  await dialog.waitFor({ state: "detached" });
});
