import type { HostOptions } from "../../../src/host/host";
import { createHost } from "../../../src/host/host";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { newSheet } from "../../../src/host/model/blank";
import { script } from "../script";

const bundle = script(`
  function where() {
    var range = SpreadsheetApp.getActiveRange();
    return [range.getSheet().getName(), range.getA1Notation(), SpreadsheetApp.getCurrentCell().getA1Notation()].join(" ");
  }
  function onEdit(e) { e.range.setNote(where()); }
  function show() { SpreadsheetApp.getActive().getSheetByName("Pupils").getRange(7, 2, 1, 3).activate(); }
`);
const workspace = () => {
  const made = memoryWorkspace();
  made.workbook.sheets.push(newSheet(4, "Pupils"));
  return made;
};
const host = (options: HostOptions = {}) => createHost(workspace(), { bundle, ...options });

test.each<[string, HostOptions["selection"]]>([
  ["Sheet1 A1 A1", undefined],
  ["Pupils C9 C9", { sheet: "Pupils", row: 9, column: 3 }],
  ["Pupils C9:D12 C9", { sheet: "Pupils", row: 9, column: 3, rows: 4, columns: 2 }],
])("what the person has selected is %s", (expected, selection) => {
  const options = selection ? { selection } : {};
  expect(host(options).call("where")).toBe(expected);
  expect(host(options).run("where")).toBe(expected);
});

test("in onEdit it is the edited cells", () => {
  const made = workspace();
  createHost(made, { bundle, selection: { sheet: "Sheet1", row: 1, column: 1 } }).edit("Pupils", 2, 2, [
    ["x"],
  ]);
  expect(made.workbook.sheets[1]!.notes).toEqual({ 1: { 1: "Pupils B2 B2" } });
});

test("where a script puts it is told, until the next one leaves it alone", () => {
  const moving = host();
  moving.call("show");
  expect(moving.selected).toEqual({ sheet: "Pupils", row: 7, column: 2, rows: 1, columns: 3 });
  moving.call("where");
  expect(moving.selected).toBeNull();
});

test("a tab that is not there cannot be selected", () =>
  expect(() => host({ selection: { sheet: "Pupil", row: 1, column: 1 } })).toThrow(
    'There is no tab "Pupil" to select cells in.',
  ));
