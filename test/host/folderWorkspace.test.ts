import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { newWorkbook } from "../../src/host/blank";
import { openWorkspace } from "../../src/host/folderWorkspace";
import type { FolderWorkspace } from "../../src/host/folderWorkspace";
import { createHost } from "../../src/host/host";
import { workbookFrom, xlsxOf } from "../../src/host/xlsx";

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

test("a process that dies between saving the state and the workbook is finished by the next opening", async () => {
  await (await open()).close();
  const workspace = await open();
  const { sheet, app } = sheetOf(workspace);
  sheet.getRange(1, 1).setValue("first");
  sheet.insertRowsAfter(1, 3);
  app.flush();
  copyFileSync(`${folder}/tracker.xlsx`, `${folder}/old.xlsx`);
  copyFileSync(`${folder}/journal.ndjson`, `${folder}/old.ndjson`);
  await workspace.save();
  // Back to the moment before the workbook took its place.
  copyFileSync(`${folder}/tracker.xlsx`, `${folder}/tracker.xlsx.new`);
  copyFileSync(`${folder}/old.xlsx`, `${folder}/tracker.xlsx`);
  copyFileSync(`${folder}/old.ndjson`, `${folder}/journal.ndjson`);
  die();
  const again = await open();
  expect(sheetOf(again).sheet.getRange(1, 1).getValue()).toBe("first");
  expect(sheetOf(again).sheet.getMaxRows()).toBe(1003);
  await again.close();
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

test("any text comes back from .xlsx as it was", async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme-ascii", minLength: 1 }),
    fc.constantFrom(
      " leading",
      "trailing ",
      "a\nb",
      "=1+1",
      "007",
      "1e5",
      "TRUE",
      "🎈",
      "_x0041_",
      "<b>&amp;",
      "'",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
      const workbook = newWorkbook();
      workbook.sheets[0]!.cells = Object.fromEntries(texts.map((v, row) => [row, { 0: { v } }]));
      const again = await workbookFrom(await xlsxOf(workbook), workbook);
      expect(again.sheets[0]!.cells).toEqual(workbook.sheets[0]!.cells);
    }),
    { numRuns: 40, seed: 11 },
  );
});
