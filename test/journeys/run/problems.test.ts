/**
 * A problem stays until its own check no longer finds it, whichever jobs run meanwhile and wherever its row
 * moves.
 */
import { rowsOf } from "../../../src/programs/look";
import { starterAreas } from "../../../src/domain/tables/areas";
import { problems, runs } from "../../../src/domain/tables/ledger";
import { contacts, pupils } from "../../../src/domain/tables/people";
import { SETTINGS, settings } from "../../../src/domain/tables/settings";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { demo, FRIDAY, fullDemo, globalsOf, person, problemsIn, sweep, type } from "../hub";

const grades = weeklyGrades(starterAreas);
const LEAD = "helen.marlowe@hub.example";
const MONDAY = "2026-11-23T08:00";

const withheldIn = (workspace: MemoryWorkspace) =>
  rowsOf(workspace, problems).filter(({ wrong }) => wrong.startsWith("This text is withheld: it names"));

const sheetOf = (workspace: MemoryWorkspace, tab: string) =>
  globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);

describe("a text that names another pupil", () => {
  let workspace: MemoryWorkspace;
  let owner = "";
  beforeAll(() => {
    const made = fullDemo("default");
    workspace = made.workspace;
    owner = made.demo.owner;
  });

  test.each(["2026-11-20T16:40", "2026-11-20T18:10", MONDAY, "2026-11-23T09:00"])(
    "%s: its problem is there once, with its row as it is now, and as old as on Friday",
    (now) => {
      sweep(workspace, owner, { now });
      const [found, ...more] = withheldIn(workspace);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ heading: "Strength", since: "2026-11-20 16:40" });
      const row = rowsOf(workspace, grades).find((one) => one.row === found?.row);
      const other = /\((U\d+)\)/.exec(found?.wrong ?? "")?.[1];
      const named = rowsOf(workspace, pupils).find(({ id }) => id === other);
      expect(row?.strength).toContain(named?.firstName);
      expect(found?.which).toMatch(new RegExp(`^\\d+ November 2026, ${row?.pupil}$`));
    },
  );

  test("Monday's rows moved it, and no line is there twice", () => {
    expect(rowsOf(workspace, runs)).toContainEqual(
      expect.objectContaining({ job: "weekRows", for: "2026-11-23", state: "done" }),
    );
    const lines = problemsIn(workspace).map((line) => line.replace(/^(.+?) [\d-]+ /, "$1 "));
    expect(new Set(lines).size).toBe(lines.length);
  });

  test("it is found again where somebody sorted the tab, by jobs that do not look for it", () => {
    const sheet = sheetOf(workspace, "Weekly grades");
    const [found] = withheldIn(workspace);
    const last = sheet.getRange(sheet.getLastRow(), 1, 1, sheet.getLastColumn());
    const row = sheet.getRange(found?.row, 1, 1, sheet.getLastColumn());
    const [own, others] = [row.getValues(), last.getValues()];
    row.setValues(others);
    last.setValues(own);
    globalsOf(workspace).SpreadsheetApp.flush();
    person(workspace, LEAD, "2026-11-23T09:20").call("refreshOverview");
    expect(withheldIn(workspace)).toEqual([{ ...found, row: sheet.getLastRow() }]);
  });

  test("it goes at the next check once the text is changed, and stays while it is not", () => {
    const [found] = withheldIn(workspace);
    const check = (): void => void person(workspace, LEAD, "2026-11-23T09:40").call("checkPasted");
    check();
    expect(withheldIn(workspace)).toEqual([found]);
    const at = (row: Record<string, unknown>): boolean => row["row"] === found?.row;
    type(workspace, grades, at, { strength: "Worked well with others." });
    person(workspace, LEAD, "2026-11-23T09:50").call("refreshOverview");
    expect(withheldIn(workspace)).toEqual([found]);
    check();
    expect(withheldIn(workspace)).toEqual([]);
  });
});

test("a cell that cannot be read is the reading's, and goes with the next reading of its tab", () => {
  const { workspace, demo: hub } = demo();
  type(workspace, pupils, ({ id }) => id === "U004", { born: "3rd of May" });
  sweep(workspace, hub.owner);
  const bornIn = () => rowsOf(workspace, problems).filter(({ heading }) => heading === "Born");
  expect(bornIn()).toMatchObject([{ tab: "Pupils", which: "U004", foundBy: "Reading Pupils" }]);
  sweep(workspace, hub.owner, { now: "2026-11-20T16:50" });
  expect(bornIn()).toHaveLength(1);
  const sheet = sheetOf(workspace, "Pupils");
  const [headings] = sheet.getDataRange().getValues();
  sheet.getRange(bornIn()[0]?.row, headings.indexOf("Born") + 1).setValue("3/5/2012");
  globalsOf(workspace).SpreadsheetApp.flush();
  person(workspace, LEAD, "2026-11-20T17:00").call("confirmContacts");
  expect(bornIn()).toEqual([]);
});

test("what the update found stays when others read the same tab, and goes when the update finds it right", () => {
  const { workspace, demo: hub } = demo();
  const takers = rowsOf(workspace, contacts).filter((c) => c.provider === "P01" && c.updates === "yes");
  for (const { id } of takers) type(workspace, contacts, (c) => c["id"] === id, { updates: "no" });
  sweep(workspace, hub.owner);
  const unreached = () =>
    problemsIn(workspace).filter((line) => /\(P01\) has pupils here but no confirmed/.test(line));
  expect(unreached()).toHaveLength(1);
  person(workspace, LEAD, "2026-11-20T17:00").call("confirmContacts");
  expect(unreached()).toHaveLength(1);
  for (const { id } of takers) type(workspace, contacts, (c) => c["id"] === id, { updates: "yes" });
  sweep(workspace, hub.owner, { now: "2026-11-20T17:40" });
  expect(unreached()).toEqual([]);
});

test("why a job stopped stays until it runs through, and what it had found stays beside it", () => {
  const { workspace, demo: hub } = demo();
  type(workspace, pupils, ({ id }) => id === "U004", { born: "3rd of May" });
  sweep(workspace, hub.owner);
  const rename = (heading: string): void => {
    sheetOf(workspace, "Alerts").getRange(1, 1).setValue(heading);
    globalsOf(workspace).SpreadsheetApp.flush();
  };
  const heading = String(sheetOf(workspace, "Alerts").getRange(1, 1).getValue());
  rename("Something else");
  expect(() => sweep(workspace, hub.owner, { now: "2026-11-20T18:10" })).toThrow();
  const stopped = () => rowsOf(workspace, problems).filter(({ foundBy }) => foundBy.endsWith(", stopped"));
  expect(stopped()).toMatchObject([{ tab: "Alerts", foundBy: "Deterioration check, stopped" }]);
  person(workspace, LEAD, "2026-11-20T18:20").call("confirmContacts");
  expect(stopped()).toHaveLength(1);
  expect(problemsIn(workspace).join()).toMatch(/"3rd of May" cannot be read/);
  rename(heading);
  sweep(workspace, hub.owner, { now: "2026-11-20T18:40" });
  expect(stopped()).toEqual([]);
});

test("that messages are held stays on the tab while they are, also when a lead only looks", () => {
  const { workspace, demo: hub } = demo();
  const held = () => problemsIn(workspace).filter((line) => /messages are held/.test(line));
  type(workspace, settings, (row) => row["setting"] === "Hold weekly updates for approval", { value: "yes" });
  sweep(workspace, hub.owner);
  expect(held()).toHaveLength(1);
  person(workspace, LEAD, "2026-11-20T17:00").call("heldMail");
  expect(held()).toHaveLength(1);
});

test("the tab of an older workbook gets the new columns behind the others, and stops nothing", () => {
  const { workspace, demo: hub } = demo();
  const sheet = sheetOf(workspace, "Problems");
  const old = ["Tab", "Row", "Heading", "What is wrong", "What to do", "Since"];
  sheet.getDataRange().clearContent();
  sheet.deleteColumns(7, sheet.getMaxColumns() - 6);
  sheet
    .getRange(1, 1, 2, 6)
    .setValues([old, ["Pupils", 3, "UPN", "Wrong.", "Correct it.", "2026-11-13 16:40"]]);
  type(workspace, settings, (row) => row["setting"] === SETTINGS.preparedBy.name, { value: "1" });
  globalsOf(workspace).SpreadsheetApp.flush();
  sweep(workspace, hub.owner, { now: FRIDAY });
  expect(sheetOf(workspace, "Problems").getRange(1, 1, 1, 8).getValues()[0]).toEqual([
    ...old,
    "Which row",
    "Found by",
  ]);
  const lines = rowsOf(workspace, problems);
  // It stays until the whole workbook is looked at, on the next school day.
  expect(lines.map(({ wrong }) => wrong)).toContain("Wrong.");
  expect(lines.length).toBeGreaterThan(0);
  for (const { foundBy } of lines) expect(foundBy).not.toBe("");
  for (const hour of ["08:10", "09:10"]) sweep(workspace, hub.owner, { now: `2026-11-23T${hour}` });
  expect(rowsOf(workspace, problems).map(({ wrong }) => wrong)).not.toContain("Wrong.");
});
