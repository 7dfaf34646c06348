import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWorkbook } from "../../../src/host/model/blank";
import { openWorkspace } from "../../../src/host/workspace/folderWorkspace";
import type { FolderWorkspace } from "../../../src/host/workspace/folderWorkspace";
import { createHost } from "../../../src/host/host";
import { xlsxOf } from "../../../src/host/xlsx/xlsx";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "hub-")), "w");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const sheetOf = (workspace: FolderWorkspace) => {
  const { SpreadsheetApp } = createHost(workspace, { bundle: "build/out/google" }).globals;
  return { app: SpreadsheetApp, sheet: SpreadsheetApp.getActiveSpreadsheet().getSheets()[0] };
};
const open = () => openWorkspace(folder, { create: true });

/** Ends a workspace as a killed process would: nothing more is written, the lock file stays. */
const die = (): void => writeFileSync(`${folder}/lock`, "999999 1");

test("what was closed is there again, with its looks", async () => {
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  sheet
    .getRange(1, 1, 1, 3)
    .setValues([["Zoë 🎈", "'007", "2026-11-16"]])
    .setFontWeight("bold")
    .setNote("why");
  sheet.setFrozenRows(1);
  app.flush();
  const before = structuredClone(workspace.workbook);
  await workspace.close();
  const again = await open();
  expect(again.workbook).toEqual(before);
  await again.close();
  expect(existsSync(`${folder}/lock`)).toBe(false);
});

test("what was flushed survives a kill without any saving; what was not does not", async () => {
  await (await open()).close();
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  sheet.getRange(1, 1).setValue("kept");
  app.flush();
  sheet.getRange(2, 1).setValue("lost");
  die();
  const again = await open();
  expect(sheetOf(again).sheet.getRange(1, 1, 2, 1).getValues()).toEqual([["kept"], [""]]);
  await again.close();
});

test("a torn last line of the journal does not count, a broken one before it is an error", async () => {
  await (await open()).close();
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  sheet.getRange(1, 1).setValue("kept");
  app.flush();
  die();
  const whole = readFileSync(`${folder}/journal.ndjson`, "utf8");
  writeFileSync(`${folder}/journal.ndjson`, `${whole}{"no":9,"oper`);
  const again = await open();
  expect(sheetOf(again).sheet.getRange(1, 1).getValue()).toBe("kept");
  die();
  writeFileSync(`${folder}/journal.ndjson`, `{"no":1,"op\n${whole}`);
  await expect(open()).rejects.toThrow(/journal.ndjson, line 1, cannot be read/);
});

test("a workbook changed by another program is taken at opening, and never written over while open", async () => {
  await (await open()).close();
  const changed = newWorkbook();
  changed.sheets[0]!.cells = { 0: { 0: { v: "from outside" } } };
  writeFileSync(`${folder}/tracker.xlsx`, await xlsxOf(changed));
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  expect(sheet.getRange(1, 1).getValue()).toBe("from outside");
  sheet.getRange(1, 1).setValue("from here");
  app.flush();
  changed.sheets[0]!.cells = { 0: { 0: { v: "outside again" } } };
  writeFileSync(`${folder}/tracker.xlsx`, await xlsxOf(changed));
  await expect(workspace.close()).rejects.toThrow(/changed by another program/);
  await expect(open()).rejects.toThrow(/changes made here wait/);
});

test("a workspace in use is refused by name of the process; a lock whose process is gone is taken over", async () => {
  const workspace = await open();
  await expect(open()).rejects.toThrow(`is in use by process ${process.pid}`);
  await workspace.close();
  writeFileSync(`${folder}/lock`, `${spawnSync(process.execPath, ["-e", "0"]).pid} 1`);
  await (await open()).close();
});

test("a workspace that does not exist is not made by accident", () =>
  expect(openWorkspace(folder)).rejects.toThrow(/There is no workspace/));

const FILES = ["tracker.xlsx", "tracker.xlsx.new", "state.json", "journal.ndjson"];
type Files = Record<string, Buffer | null>;
const files = (): Files =>
  Object.fromEntries(
    FILES.map((name) => [name, existsSync(`${folder}/${name}`) ? readFileSync(`${folder}/${name}`) : null]),
  );
const restore = (moment: Files): void => {
  for (const [name, bytes] of Object.entries(moment))
    if (bytes) writeFileSync(`${folder}/${name}`, bytes);
    else rmSync(`${folder}/${name}`, { force: true });
};
const workbookWith = async (v: string): Promise<Uint8Array> => {
  const workbook = newWorkbook();
  workbook.sheets[0]!.cells = { 0: { 0: { v } } };
  return xlsxOf(workbook);
};
/**
 * A workspace with one saving behind it, changes in the journal, and its files before and after the next
 * saving.
 */
async function savedTwice(): Promise<[before: Files, after: Files]> {
  await (await open()).close();
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  sheet.getRange(1, 1).setValue("kept").setNote("why");
  sheet.insertRowsAfter(1, 3);
  app.flush();
  const before = files();
  await workspace.save();
  die();
  return [before, files()];
}

test.each([
  ["before anything was written", {}],
  ["while the workbook was being written", { "tracker.xlsx.new": "part" }],
  ["before the state", { "tracker.xlsx.new": "tracker.xlsx" }],
  ["before the workbook took its place", { "tracker.xlsx.new": "tracker.xlsx", "state.json": "state.json" }],
  ["before the journal was cleared", { "tracker.xlsx": "tracker.xlsx", "state.json": "state.json" }],
])("a process that died %s leaves the same truth", async (_, done: Record<string, string>) => {
  const [before, after] = await savedTwice();
  const written = Object.entries(done).map(([name, from]) => [name, after[from] ?? Buffer.from("PK")]);
  restore({ ...before, ...(Object.fromEntries(written) as Files) });
  const again = await open();
  expect(sheetOf(again).sheet.getRange(1, 1).getValue()).toBe("kept");
  expect(sheetOf(again).sheet.getMaxRows()).toBe(1003);
  await again.close();
  expect((await open()).workbook.sheets[0]!.notes).toEqual({ 0: { 0: "why" } });
});

test("a workbook changed outside after a death in the middle of saving is not written over", async () => {
  const [before, after] = await savedTwice();
  const outside = Buffer.from(await workbookWith("outside"));
  restore({ ...before, "state.json": after["state.json"]!, "tracker.xlsx.new": after["tracker.xlsx"]! });
  writeFileSync(`${folder}/tracker.xlsx`, outside);
  await expect(open()).rejects.toThrow(/tracker.xlsx was changed .* wait in .*tracker.xlsx.new/);
  expect(readFileSync(`${folder}/tracker.xlsx`)).toEqual(outside);
});

test("a workbook taken from outside is the truth also after a kill", async () => {
  await (await open()).close();
  writeFileSync(`${folder}/tracker.xlsx`, await workbookWith("from outside"));
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  sheet.getRange(2, 1).setValue("from here");
  app.flush();
  die();
  const again = await open();
  expect(sheetOf(again).sheet.getRange(1, 1, 2, 1).getValues()).toEqual([["from outside"], ["from here"]]);
  await again.close();
});

test("a downloaded workbook without a state opens", async () => {
  mkdirSync(folder);
  writeFileSync(`${folder}/tracker.xlsx`, await workbookWith("downloaded"));
  const workspace = await openWorkspace(folder);
  expect(workspace.isNew).toBe(false);
  expect(sheetOf(workspace).sheet.getRange(1, 1).getValue()).toBe("downloaded");
  await workspace.close();
  writeFileSync(`${folder}/tracker.xlsx`, "no workbook");
  await expect(open()).rejects.toThrow(/tracker.xlsx cannot be read as an .xlsx workbook/);
});

test("what is edited while the workbook is being saved belongs to the next saving", async () => {
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  const saving = workspace.save();
  sheet.insertRowsAfter(1, 3);
  sheet.getRange(1, 1).setValue("meanwhile");
  app.flush();
  await saving;
  die();
  const again = await open();
  expect(sheetOf(again).sheet.getMaxRows()).toBe(1003);
  expect(sheetOf(again).sheet.getRange(1, 1).getValue()).toBe("meanwhile");
  await Promise.all([again.save(), again.save(), again.close(), again.close()]);
  expect(readFileSync(`${folder}/journal.ndjson`, "utf8")).toBe("");
});

test("a message is on disk at once, and none takes the place of one whose sender died before counting it", async () => {
  const workspace = await open();
  expect(workspace.putMail("first")).toBe("outbox/0001.eml");
  die();
  const again = await open();
  expect(again.putMail("second")).toBe("outbox/0002.eml");
  expect(readFileSync(`${folder}/outbox/0001.eml`, "utf8")).toBe("first");
  expect(readFileSync(`${folder}/outbox/0002.eml`, "utf8")).toBe("second");
  await again.close();
});

test("a new workbook keeps its id when the process dies before its first saving", async () => {
  const { workbookId } = (await open()).state;
  die();
  const again = await open();
  expect([again.isNew, again.state.workbookId]).toEqual([true, workbookId]);
  await again.close();
});

test("only its holder releases a lock", async () => {
  const workspace = await open();
  die();
  await workspace.close();
  expect(readFileSync(`${folder}/lock`, "utf8")).toBe("999999 1");
});

test("an edit, a protection's editors, heights and hidden columns survive a kill, and a saving after it", async () => {
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  const protection = sheet.getRange("A:A").protect();
  protection.removeEditors(protection.getEditors()).addEditor("tutor@hub.example");
  sheet.setRowHeight(3, 72).hideColumns(2, 2);
  app.flush();
  createHost(workspace, { bundle: "build/out/google" }).edit("Sheet1", 2, 1, [["typed"]]);
  const before = structuredClone(workspace.workbook);
  die();
  const killed = await open();
  expect(killed.workbook).toEqual(before);
  expect(killed.workbook.sheets[0]!.cells).toEqual({ 1: { 0: { v: "typed" } } });
  await killed.close();
  const saved = await open();
  expect(saved.workbook).toEqual(before);
  await saved.close();
});
