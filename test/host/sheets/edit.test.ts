import type { HostOptions } from "../../../src/host/host";
import { createHost, Killed } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { script } from "../script";

/** Writes down what onEdit was told in column Z, one line per event. */
const LISTENER = script(`
  function onEdit(e) {
    var keys = Object.keys(e).sort().join();
    var said = [e.range.getSheet().getName(), e.range.getA1Notation(), String(e.authMode), keys, e.value, e.oldValue];
    e.source.getSheets()[0].appendRow(said.map(function (s) { return s === undefined ? "-" : "'" + s; }));
  }
  function slow() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 5).setValue("slow"); }
`);
const SILENT = script("function other() {}");
const THROWER = script("function onEdit(e) { e.range.setNote('seen'); throw new Error('No such pupil.'); }");
const JUNE = { now: "2026-06-01T12:00", log: () => {} };

const hostOf = (workspace: MemoryWorkspace, bundle: string, options: HostOptions = {}) =>
  createHost(workspace, { bundle, ...JUNE, ...options });
const british = (): MemoryWorkspace => {
  const workspace = memoryWorkspace();
  workspace.workbook.locale = "en_GB";
  return workspace;
};
const sheetOf = (workspace: MemoryWorkspace) => workspace.workbook.sheets[0]!;
/** What onEdit wrote down: the last row. */
const told = (workspace: MemoryWorkspace): unknown[] => {
  const { cells } = sheetOf(workspace);
  const last = Math.max(...Object.keys(cells).map(Number));
  return Object.values(cells[last] ?? {}).map(({ v }) => v);
};

test.each([
  ["Green", { v: "Green" }, "Green"],
  ["01234", { v: 1234 }, "1234"],
  ["5%", { v: 0.05 }, "0.05"],
  ["true", { v: true }, "TRUE"],
  ["'007", { v: "007" }, "007"],
  ["3/9/2026", { v: 46268 }, "46268"],
  ["=1+1", { v: "#ERROR!", f: "=1+1" }, "=1+1"],
])("%s is typed, kept, and onEdit gets it", (typed, cell, value) => {
  const workspace = british();
  const edit = hostOf(workspace, LISTENER).edit("Sheet1", 2, 3, [[typed]]);
  expect(edit).toEqual({ cells: [[cell]], onEdit: "ran" });
  expect(sheetOf(workspace.afterKill()).cells[1]).toEqual({ 2: cell });
  const keys = "authMode,range,source,user,value";
  expect(told(workspace)).toEqual(["Sheet1", "C2", "LIMITED", keys, value, "-"]);
});

test.each([
  ["5:5", 5, 1, [Array.from({ length: 26 }, () => "x")]],
  ["C:C", 1, 3, Array.from({ length: 1000 }, () => ["x"])],
] as const)("the whole of a row or column is told as %s", (notation, row, column, values) => {
  const workspace = british();
  hostOf(workspace, LISTENER).edit("Sheet1", row, column, values);
  expect(told(workspace)[1]).toBe(notation);
});

test("a cell that had content tells it; one that was cleared tells nothing else", () => {
  const workspace = british();
  const host = hostOf(workspace, LISTENER);
  host.edit("Sheet1", 1, 1, [["g"]]);
  host.edit("Sheet1", 1, 1, [["R"]]);
  expect(told(workspace).slice(3)).toEqual(["authMode,oldValue,range,source,user,value", "R", "g"]);
  expect(host.edit("Sheet1", 1, 1, [[""]]).cells).toEqual([[null]]);
  expect(told(workspace).slice(3)).toEqual(["authMode,oldValue,range,source,user", "-", "R"]);
});

test("a block is one event without values", () => {
  const workspace = british();
  const { cells } = hostOf(workspace, LISTENER).edit("Sheet1", 1, 1, [
    ["1/2/2026", 2],
    ["", true],
  ]);
  expect(cells).toEqual([
    [{ v: 46054 }, { v: 2 }],
    [null, { v: true }],
  ]);
  expect(told(workspace)).toEqual(["Sheet1", "A1:B2", "LIMITED", "authMode,range,source,user", "-", "-"]);
});

test("a rejecting drop-down refuses the whole block, and nothing is heard of it", () => {
  const workspace = british();
  const host = hostOf(workspace, LISTENER);
  const { SpreadsheetApp } = host.globals;
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(["G", "A", "R"], true);
  const cell = SpreadsheetApp.getActiveSheet().getRange("B1");
  cell.setDataValidation(rule.setAllowInvalid(false).build());
  expect(() => host.edit("Sheet1", 1, 1, [["x", "green"]])).toThrow(
    "The data you entered in cell B1 violates the data validation rules set on this cell. Please enter one of the following values: G, A, R.",
  );
  expect(sheetOf(workspace).cells).toEqual({});
  expect(host.edit("Sheet1", 1, 1, [["x", "G"]]).onEdit).toBe("ran");
  expect(host.edit("Sheet1", 1, 2, [[""]]).onEdit).toBe("ran");
});

test("a protection that only warns lets everybody type, one that is narrowed only its editors and the owner", () => {
  const workspace = british();
  const protection = { id: 1, area: { row: 0, column: 0, lastRow: 0, lastColumn: 1 }, description: "" };
  const put = (more: object) => {
    sheetOf(workspace).protections = [{ ...protection, warningOnly: false, ...more }];
  };
  const type = (user: string) =>
    hostOf(workspace, SILENT, { user }).edit("Sheet1", 1, 2, [[user, "x"]]).onEdit;
  const refusal = /^You are trying to edit a protected cell or object\. Please contact the spreadsheet owner/;
  put({ warningOnly: true, editors: [] });
  expect(type("tutor@hub.example")).toBe("none");
  put({ editors: ["Deputy@hub.example"] });
  expect(() => type("tutor@hub.example")).toThrow(refusal);
  expect(type("deputy@hub.example")).toBe("none");
  expect(type(workspace.state.user)).toBe("none");
  put({ editors: [], area: null, unprotected: [{ row: 0, column: 1, lastRow: 9, lastColumn: 2 }] });
  expect(type("tutor@hub.example")).toBe("none");
  put({ editors: [], area: null, unprotected: [{ row: 0, column: 1, lastRow: 9, lastColumn: 1 }] });
  expect(() => type("tutor@hub.example")).toThrow(refusal);
});

test("what onEdit throws is told and logged, and undoes neither the edit nor its own writing", () => {
  const workspace = british();
  const host = hostOf(workspace, THROWER);
  const edit = host.edit("Sheet1", 1, 1, [["x"]]);
  expect(edit).toEqual({ cells: [[{ v: "x" }]], onEdit: "ran", error: "No such pupil." });
  expect(host.logs).toEqual(["onEdit: No such pupil."]);
  const kept = sheetOf(workspace.afterKill());
  expect([kept.cells, kept.notes]).toEqual([{ 0: { 0: { v: "x" } } }, { 0: { 0: "seen" } }]);
});

test("without onEdit, and where the add-on is not enabled, an edit is an edit", () => {
  expect(hostOf(british(), SILENT).edit("Sheet1", 1, 1, [["x"]]).onEdit).toBe("none");
  expect(hostOf(british(), LISTENER, { mode: "none" }).edit("Sheet1", 1, 1, [["x"]]).onEdit).toBe("none");
});

test("while a run is under way edits apply at once, two events wait for its end, the third is lost", () => {
  const workspace = british();
  const person = hostOf(workspace, LISTENER);
  const edits: string[] = [];
  const run = hostOf(workspace, LISTENER, {
    mode: "trigger",
    hook: {
      before: ({ name }) => {
        if (name !== "Range.setValue") return;
        for (const typed of ["a", "b", "c"]) edits.push(person.edit("Sheet1", 9, 1, [[typed]]).onEdit);
        expect(sheetOf(workspace.afterKill()).cells[8]).toEqual({ 0: { v: "c" } });
      },
    },
  });
  run.call("slow");
  expect(edits).toEqual(["queued", "queued", "lost"]);
  expect(run.calls).toMatchObject({ "Range.setValue": 1 });
  expect(Object.keys(run.calls)).not.toContain("Sheet.appendRow");
  const rows = Object.values(sheetOf(workspace).cells).map((line) => Object.values(line).map(({ v }) => v));
  expect(rows.map((row) => row[4])).toEqual([undefined, undefined, "a", "b"]);
});

test("what waits in a process dies with it; what was typed does not", () => {
  const workspace = british();
  const person = hostOf(workspace, LISTENER);
  const run = hostOf(workspace, LISTENER, {
    hook: {
      after: ({ name }) => {
        if (name !== "Range.setValue") return;
        person.edit("Sheet1", 9, 1, [["a"]]);
        throw new Killed("killed");
      },
    },
  });
  expect(() => run.call("slow")).toThrow("killed");
  expect(Object.keys(sheetOf(workspace).cells)).toEqual(["0", "8"]);
  expect(person.edit("Sheet1", 1, 1, [["x"]]).onEdit).toBe("ran");
});

test("a process that dies in onEdit has kept the edit", () => {
  const workspace = british();
  const kill = () => {
    throw new Killed("killed");
  };
  const host = hostOf(workspace, LISTENER, { hook: { before: kill } });
  expect(() => host.edit("Sheet1", 1, 1, [["x"]])).toThrow("killed");
  expect(sheetOf(workspace.afterKill()).cells).toEqual({ 0: { 0: { v: "x" } } });
});

test("onEdit is a simple trigger: half a minute, no mail", () => {
  const mailer = script("function onEdit() { MailApp.sendEmail('a@one.example', 's', 'b'); }");
  const sleeper = script("function onEdit(e) { Utilities.sleep(31000); e.range.setValue('late'); }");
  expect(hostOf(british(), mailer).edit("Sheet1", 1, 1, [["x"]]).error).toMatch(
    /^You do not have permission/,
  );
  expect(hostOf(british(), sleeper).edit("Sheet1", 1, 1, [["x"]]).error).toBe(
    "Exceeded maximum execution time",
  );
});

test.each([
  ["Pupils", 1, 1, [["x"]], 'There is no tab "Pupils" to type into.'],
  ["Sheet1", 1001, 1, [["x"]], "The coordinates of the range are outside the dimensions of the sheet."],
  ["Sheet1", 0, 1, [["x"]], "The coordinates of the range are outside the dimensions of the sheet."],
  ["Sheet1", 1, 1, [["x"], []], /^What is typed into a tab is a block of cells/],
  ["Sheet1", 1, 1, [], /^What is typed into a tab is a block of cells/],
])("%s, row %s, column %s, %j: a sentence", (sheet, row, column, values, sentence) =>
  expect(() => hostOf(british(), SILENT).edit(sheet, row, column, values)).toThrow(sentence),
);
