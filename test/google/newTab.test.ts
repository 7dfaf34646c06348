/**
 * A tab that the workbook is too old to have: read as empty, refused for writing, missed once the workbook
 * has the version.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { createHost, memoryWorkspace } from "../../src/host/host";
import type { Host } from "../../src/host/host";
import { VERSION } from "../../src/domain/tables/versions";
import { script } from "../host/script";

const ROOT = join(__dirname, "../..");

/** A tab of the newest version that no hub has, and what jobs do with one, bundled as Google would get it. */
const CODE = `
  import { readTab, readHeadings, openWorkbook } from "./src/google/workbook";
  import { append, appendTyped, fillRow } from "./src/google/rows";
  import { recordsIn } from "./src/domain/tables/read";
  import { table, text, wholeNumber } from "./src/domain/tables/table";
  const visits = table({ tab: "Visits", since: ${VERSION}, about: "", ofPupil: null, key: [],
    columns: () => ({ name: text("Name", { note: "" }), miles: wholeNumber("Miles", { note: "", since: ${VERSION} }) }) });
  const reading = () => ({ workbook: openWorkbook(), problems: [] });
  const records = () => { const tab = readTab(reading(), visits); return recordsIn(visits, tab.cells, tab.places).records; };
  const one = { name: "Ash", miles: 3 };
  globalThis.acts = {
    records,
    append: () => append(readTab(reading(), visits), one),
    add: () => appendTyped(readHeadings(reading(), visits), one),
    addBlank: () => appendTyped(readHeadings(reading(), visits), { ...one, miles: null }),
    change: () => fillRow(readTab(reading(), visits), 2, { miles: 4 }),
  };
`;
const bundle = (): string =>
  execFileSync(join(ROOT, "node_modules/.bin/esbuild"), ["--bundle", "--format=iife", "--target=es2020"], {
    input: CODE,
    cwd: ROOT,
    encoding: "utf8",
  });

let folder = "";
beforeAll(() => {
  folder = script(`${bundle()}\nfunction act(name) { return globalThis.acts[name](); }`);
});

/** A workbook with these tabs, each by its rows. */
function workbookWith(tabs: Record<string, string[][]>): Host {
  const host = createHost(memoryWorkspace(), { bundle: folder, log: () => {} });
  host.execute(({ SpreadsheetApp }) => {
    for (const [name, rows] of Object.entries(tabs)) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet(name);
      sheet.getRange(1, 1, rows.length, rows[0]?.length).setValues(rows);
    }
  });
  return host;
}
const settings = (version: string) => [
  ["Setting", "Value", "What it does"],
  ["Prepared by version", version, ""],
];
const notYet = /Visits: This workbook does not have this tab yet, so nothing was saved/;

test("is read as empty and refused for writing while the workbook is older", () => {
  const host = workbookWith({ Settings: settings("1") });
  expect(host.call("act", "records")).toEqual([]);
  expect(() => host.call("act", "append")).toThrow(notYet);
  expect(() => host.call("act", "add")).toThrow(notYet);
});

test.each([[settings(String(VERSION))], [settings("soon")]])(
  "is missed in any other workbook: %j",
  (rows) => {
    const host = workbookWith({ Settings: rows });
    expect(() => host.call("act", "records")).toThrow(/The tab "Visits" is missing/);
  },
);

test("is missed in a workbook without Settings", () =>
  expect(() => workbookWith({}).call("act", "records")).toThrow(/The tab "Visits" is missing/));

describe("without a column that the workbook is too old to have", () => {
  const old = { Settings: settings("1"), Visits: [["Name"], ["Elm"]] };
  const names = (host: Host) => (host.call("act", "records") as { name: string }[]).map(({ name }) => name);

  test("records have it blank", () =>
    expect(workbookWith(old).call("act", "records")).toEqual([{ name: "Elm", miles: null, row: 2 }]));

  test("what the add-on notes goes without it; what a person entered is refused, unless it is blank", () => {
    const host = workbookWith(old);
    host.call("act", "append");
    expect(names(host)).toEqual(["Elm", "Ash"]);
    for (const act of ["add", "change"])
      expect(() => host.call("act", act)).toThrow(/Visits, Miles: This workbook does not have "Miles" yet/);
    host.call("act", "addBlank");
    expect(names(host)).toEqual(["Elm", "Ash", "Ash"]);
  });
});
