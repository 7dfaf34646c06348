import { createHost } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { script } from "../script";

const OWNER = "lead@hub.example";
const TUTOR = "tutor@hub.example";
const REFUSAL = /^You are trying to edit a protected cell or object\. Please contact the spreadsheet owner/;

const bundle = script("");
const sheetFor = (workspace: MemoryWorkspace, user: string) =>
  createHost(workspace, { bundle, user }).globals.SpreadsheetApp.getActiveSheet();

/** A workbook whose owner has protected B2:C3, or the whole sheet but B2:C3, and removed everybody else. */
function walled(what: "range" | "sheet"): MemoryWorkspace {
  const workspace = memoryWorkspace();
  workspace.state.user = OWNER;
  const sheet = sheetFor(workspace, OWNER);
  const range = sheet.getRange("B2:C3").setValue("x");
  const protection = what === "range" ? range.protect() : sheet.protect().setUnprotectedRanges([range]);
  protection.removeEditors(protection.getEditors());
  return workspace;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- the script's own view of its services */
const writing: [string, (sheet: any) => unknown, refused: boolean][] = [
  ["writes into a protected cell", (s) => s.getRange("C3").setValue(1), true],
  ["writes beside it", (s) => s.getRange("A1:A9").setValue(1), false],
  ["writes over a part of it", (s) => s.getRange("A1:B2").clearContent(), true],
  ["colours it", (s) => s.getRange("B:B").setBackground("#fff"), true],
  ["annotates it", (s) => s.getRange("B2").setNote("n"), true],
  ["takes its drop-downs away", (s) => s.getRange("A2:B2").clearDataValidations(), true],
  ["sorts it", (s) => s.getRange("A1:C9").sort(1), true],
  ["clears the sheet", (s) => s.clear(), true],
  ["inserts a row above it", (s) => s.insertRowBefore(2), false],
  ["inserts a row inside it", (s) => s.insertRowBefore(3), true],
  ["inserts a column after it", (s) => s.insertColumnAfter(3), false],
  ["deletes a row of it", (s) => s.deleteRow(3), true],
  ["deletes a row after it", (s) => s.deleteRow(4), false],
  ["deletes columns up to it", (s) => s.deleteColumns(1, 2), true],
  ["moves a column out of it", (s) => s.moveColumns(s.getRange("C:C"), 9), true],
  ["moves a column into it", (s) => s.moveColumns(s.getRange("E:E"), 3), true],
  ["moves a column beside it", (s) => s.moveColumns(s.getRange("E:E"), 2), false],
  ["appends a row", (s) => s.appendRow([1, 2, 3]), false],
  ["renames the sheet", (s) => s.setName("Mine"), false],
  ["deletes the sheet", (s) => (s.getParent().insertSheet(), s.getParent().deleteSheet(s)), true],
];

test.each(writing)("around a protected range a script of somebody else %s", (_what, write, refused) => {
  const act = () => write(sheetFor(walled("range"), TUTOR));
  if (refused) expect(act).toThrow(REFUSAL);
  else expect(act).not.toThrow();
});

test.each(writing)("the owner's script %s", (_what, write) =>
  expect(() => write(sheetFor(walled("range"), OWNER))).not.toThrow(),
);

test.each<[string, (sheet: any) => unknown, boolean]>([
  ["writes into an unprotected cell", (s) => s.getRange("C3").setValue(1), false],
  ["writes beside it", (s) => s.getRange("B2:D2").setValue(1), true],
  ["inserts a row", (s) => s.insertRowAfter(9), true],
  ["renames the sheet", (s) => s.setName("Mine"), true],
  ["makes a filter", (s) => s.getRange("A1:B2").createFilter(), true],
  ["moves the sheet", (s) => s.getParent().moveActiveSheet(1), false],
])("in a protected sheet a script of somebody else %s", (_what, write, refused) => {
  const act = () => write(sheetFor(walled("sheet"), TUTOR));
  if (refused) expect(act).toThrow(REFUSAL);
  else expect(act).not.toThrow();
});

const wallOf = (workspace: MemoryWorkspace, user: string) => {
  const sheet = sheetFor(workspace, user);
  return sheet.getProtections(
    createHost(workspace, { bundle }).globals.SpreadsheetApp.ProtectionType.RANGE,
  )[0];
};
const emails = (protection: any): string[] => protection.getEditors().map((user: any) => user.getEmail());

test("whom a protection does not let through cannot open it either", () => {
  const workspace = walled("range");
  const protection = wallOf(workspace, TUTOR);
  expect(protection.canEdit()).toBe(false);
  for (const act of ["remove", "getEditors", "canDomainEdit"])
    expect(() => protection[act]()).toThrow(REFUSAL);
  expect(() => protection.setWarningOnly(true)).toThrow(REFUSAL);
  expect(() => protection.addEditor(TUTOR)).toThrow(REFUSAL);
  expect(protection.getDescription()).toBe("");
});

test("editors are added and removed by address or user, whatever the case; a kill keeps what was flushed", () => {
  const workspace = walled("range");
  const host = createHost(workspace, { bundle, user: OWNER });
  const protection = wallOf(workspace, OWNER);
  protection.addEditors(["Tutor@hub.example", "a@hub.example"]).addEditor(TUTOR);
  protection.removeEditor("A@hub.example");
  expect(emails(protection)).toEqual([OWNER, "Tutor@hub.example"]);
  host.globals.SpreadsheetApp.flush();
  const again = workspace.afterKill();
  expect(() => sheetFor(again, TUTOR).getRange("B2").setValue(1)).not.toThrow();
  expect(() => sheetFor(again, "b@hub.example").getRange("B2").setValue(1)).toThrow(REFUSAL);
});

test("a domain's people pass where it may edit; the owner is who the state says", () => {
  const workspace = walled("range");
  wallOf(workspace, OWNER).setDomainEdit(true);
  expect(wallOf(workspace, TUTOR).canEdit()).toBe(true);
  expect(wallOf(workspace, "anna@school.example").canEdit()).toBe(false);
  workspace.state.owner = "anna@school.example";
  expect(wallOf(workspace, "anna@school.example").canEdit()).toBe(true);
  expect(sheetFor(workspace, TUTOR).getParent().getOwner().getEmail()).toBe("anna@school.example");
});

test("the ranges of a protected sheet move with its rows", () => {
  const workspace = walled("sheet");
  sheetFor(workspace, OWNER).insertRowsBefore(1, 10);
  expect(() => sheetFor(workspace, TUTOR).getRange("C13").setValue(1)).not.toThrow();
  expect(() => sheetFor(workspace, TUTOR).getRange("C3").setValue(1)).toThrow(REFUSAL);
});
