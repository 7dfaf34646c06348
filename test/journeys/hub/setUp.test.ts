/** From an empty workbook to the first update, and repairing what people rearranged. */
import { rowsOf } from "../../../src/programs/look";
import { contacts, pupils, staff } from "../../../src/domain/tables/people";
import { settings } from "../../../src/domain/tables/settings";
import { overview } from "../../../src/domain/tables/overview";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { demo, paste, person, problemsIn, received, sweep, valuesOf } from "../hub";

const LEAD = "helen.marlowe@hub.example";
const MONDAY = "2026-11-16T07:30";

test("from an empty workbook: prepare, paste, confirm, turn on, grade, and the first update goes", async () => {
  const workspace = memoryWorkspace();
  const lead = person(workspace, LEAD, MONDAY);
  expect(lead.call("prepareWorkbook")).toMatchObject({
    said: expect.stringMatching(/^Made Areas, Settings, Start here/),
  });
  expect(workspace.workbook.sheets.filter((s) => !s.hidden).map((s) => s.name)).toEqual([
    "Start here",
    "Overview",
    "Weekly grades",
    "Needs a look",
    "Problems",
    "Pupils",
  ]);
  expect(rowsOf(workspace, staff)).toMatchObject([
    { id: "S01", name: "Helen Marlowe", email: LEAD, role: "lead" },
  ]);

  paste(lead, "Staff", ["Name", "Email", "Role"], [["Gareth Pugh", "gareth.pugh@hub.example", "teacher"]]);
  paste(
    lead,
    "Calendar",
    ["School year", "Kind", "Name", "First day", "Last day"],
    [["2026-27", "half-term", "Autumn 2", "02/11/2026", "18/12/2026"]],
  );
  paste(
    lead,
    "Providers",
    ["Name", "Email domains"],
    [
      ["Fernhollow Academy", "fernhollow.example"],
      ["Brackenmere School", "brackenmere.example"],
    ],
  );
  paste(
    lead,
    "Contacts",
    ["Provider", "Name", "Email", "Updates"],
    [
      ["Fernhollow Academy", "Judith Armitage", "judith@fernhollow.example", "yes"],
      ["Brackenmere School", "Keith Bassey", "keith@brakenmere.example", "yes"],
    ],
  );
  const names = [
    "Amira Ahmed",
    "Kofi Birchall",
    "Ewan Castellan",
    "Priya Dunmore",
    "Callum Eastwell",
    "Leila Farrow",
  ];
  paste(
    lead,
    "Pupils",
    ["First name", "Surname", "Key worker"],
    names.map((n) => [...n.split(" "), "Gareth Pugh"]),
  );
  paste(
    lead,
    "Placements",
    ["Pupil", "Provider", "First day"],
    names.map((n, i) => [n, i < 4 ? "Fernhollow Academy" : "Brackenmere School", "2026-11-02"]),
  );
  const row = rowsOf(workspace, settings).findIndex((s) => s.setting === "Reply-to address") + 2;
  lead.edit("Settings", row, 2, [["office@hub.example"]]);

  lead.call("checkPasted");
  expect(rowsOf(workspace, pupils).map((p) => p.id)).toEqual([
    "U001",
    "U002",
    "U003",
    "U004",
    "U005",
    "U006",
  ]);
  expect(problemsIn(workspace)).toEqual([
    "Contacts 2 Email: The address of Judith Armitage (C001) is new or has changed, and is not confirmed. A lead must confirm it (menu, Confirm contacts). Nothing is sent to it until then.",
    "Contacts 3 Email: The address of Keith Bassey (C002) is new or has changed, and is not confirmed. A lead must confirm it (menu, Confirm contacts). Nothing is sent to it until then.",
  ]);

  lead.call("confirmContacts");
  expect(lead.shown[0]?.html).toMatch(
    /brakenmere\.example is almost, but not quite, a domain of Brackenmere School/,
  );
  lead.run("confirmContact", "C001", "judith@fernhollow.example");
  lead.run("confirmContact", "C002", "keith@brakenmere.example");
  expect(rowsOf(workspace, contacts).map((c) => c.confirmed)).toEqual([
    "judith@fernhollow.example",
    "keith@brakenmere.example",
  ]);
  expect(problemsIn(workspace)).toEqual([]);
  lead.run("turnAutomation", "on");

  sweep(workspace, LEAD, { now: MONDAY });
  expect(valuesOf(lead, "Weekly grades").length).toBe(7);
  const teacher = person(workspace, "gareth.pugh@hub.example", "2026-11-20T12:00");
  for (let i = 0; i < 6; i += 1)
    teacher.edit("Weekly grades", 2 + i, 5, [["g", "green", "Amber", "r", "G", "a", "G", "g"]]);
  sweep(workspace, LEAD, { now: "2026-11-20T16:40" });
  const mails = await received(workspace);
  expect(mails.map((m) => [m.to[0], m.subject])).toEqual([
    ["judith@fernhollow.example", "Weekly update, week beginning 16 November 2026: 4 pupils"],
    ["keith@brakenmere.example", "Weekly update, week beginning 16 November 2026: 2 pupils"],
  ]);
  expect(mails[0]?.text).toMatch(
    /AA\r?\n {2}Overall: Green \(worked out from the areas\)\r?\n {2}Attendance: Green/,
  );
  expect(rowsOf(workspace, overview(["w/b 2 Nov", "w/b 9 Nov", "w/b 16 Nov"]))[0]).toMatchObject({
    week2: "G*",
    week1: "blank",
  });
});

/** Every tab as text, so that a difference names its tab. */
const looks = (workspace: ReturnType<typeof demo>["workspace"]) =>
  workspace.workbook.sheets.map((sheet) => [sheet.name, JSON.stringify(sheet)] as const);

test("Prepare, run again, changes nothing", () => {
  const { workspace, demo: hub } = demo();
  const lead = person(workspace, hub.owner);
  lead.call("prepareWorkbook");
  const before = looks(workspace);
  expect(lead.call("prepareWorkbook")).toMatchObject({
    said: expect.stringMatching(/^Every tab is there\./),
  });
  const changed = looks(workspace).filter(([, sheet], i) => sheet !== before[i]?.[1]);
  expect(changed.map(([name]) => name)).toEqual([]);
});

test("only a lead may prepare, show all tabs, confirm or send; somebody unknown may nothing", () => {
  const { workspace } = demo();
  const teacher = rowsOf(workspace, staff).find((s) => s.role === "teacher")?.email ?? "";
  for (const name of [
    "prepareWorkbook",
    "showAllTabs",
    "confirmContacts",
    "sendNow",
    "heldMail",
    "automation",
  ]) {
    expect(() => person(workspace, teacher).call(name)).toThrow(/Only a lead can do this/);
    expect(() => person(workspace, "stranger@elsewhere.example").call(name)).toThrow(
      /exactly one active member of staff/,
    );
  }
  expect(() => person(workspace, "stranger@elsewhere.example").call("checkPasted")).toThrow(
    /exactly one active member/,
  );
});

test("Settings, Staff and Contacts are open to all, or to leads alone where the hub wishes it", () => {
  const { workspace, demo: hub } = demo();
  const teacher = rowsOf(workspace, staff).find((s) => s.role === "teacher")?.email ?? "";
  const lead = person(workspace, hub.owner);
  const row =
    rowsOf(workspace, settings).findIndex((s) => s.setting === "Protect Settings, Staff and Contacts") + 2;
  const write = (user: string) => person(workspace, user).edit("Contacts", 2, 3, [["Somebody else"]]);
  write(teacher);
  lead.edit("Settings", row, 2, [["yes"]]);
  lead.call("prepareWorkbook");
  expect(() => write(teacher)).toThrow(/protected cell/);
  write(hub.owner);
  lead.edit("Settings", row, 2, [["no"]]);
  lead.call("prepareWorkbook");
  write(teacher);
});

describe("a workbook that people rearranged", () => {
  const book = (host: ReturnType<typeof person>) => host.globals.SpreadsheetApp.getActiveSpreadsheet();

  test("columns moved, rows sorted, a column added: everything is found and the update goes", () => {
    const plain = demo();
    sweep(plain.workspace, plain.demo.owner);
    const { workspace, demo: hub } = demo();
    const lead = person(workspace, hub.owner);
    const sheet = book(lead).getSheetByName("Weekly grades");
    sheet.insertColumnBefore(3);
    sheet.getRange(1, 3).setValue("My own notes");
    sheet.moveColumns(sheet.getRange("N1:N1"), 1);
    sheet.sort(3, true);
    book(lead).getSheetByName("Pupils").sort(2, false);
    sweep(workspace, hub.owner);
    expect(workspace.mails.length).toBe(plain.workspace.mails.length);
    expect(workspace.mails.map((m) => m.eml).sort()).toEqual(plain.workspace.mails.map((m) => m.eml).sort());
  });

  test("a renamed tab is used, reported, and named right again by Prepare", () => {
    const { workspace, demo: hub } = demo();
    const lead = person(workspace, hub.owner);
    book(lead).getSheetByName("Pupils").setName("Students");
    sweep(workspace, hub.owner);
    expect(workspace.mails.length).toBeGreaterThan(0);
    expect(problemsIn(workspace).join()).toMatch(/The tab "Pupils" is now called "Students"/);
    lead.call("prepareWorkbook");
    expect(book(lead).getSheetByName("Students")).toBeNull();
    expect(rowsOf(workspace, pupils).length).toBe(20);
  });

  test("an edited heading is put back by its note, a deleted column is added again, an unknown one reported", () => {
    const { workspace, demo: hub } = demo();
    const lead = person(workspace, hub.owner);
    const sheet = book(lead).getSheetByName("Pupils");
    sheet.getRange(1, 3).setValue("Last name");
    expect(() => sweep(workspace, hub.owner)).toThrow(/The heading "Surname" is missing/);
    expect(problemsIn(workspace).join()).toMatch(/Pupils 1 Surname: The heading "Surname" is missing/);
    lead.call("prepareWorkbook");
    expect(sheet.getRange(1, 3).getValue()).toBe("Surname");

    const last = sheet.getLastColumn();
    sheet.deleteColumn(last);
    lead.call("prepareWorkbook");
    expect(sheet.getRange(1, last).getValue()).toBe("Restricted");

    sheet.getRange(1, 2).setValue("Given name").setNote(null);
    lead.call("prepareWorkbook");
    expect(problemsIn(workspace).join()).toMatch(
      /"First name" is missing, and "Given name" may be the same column/,
    );
    expect(sheet.getRange(1, 2).getValue()).toBe("Given name");
  });

  test("a deleted Outbox is made again, but nothing more is sent by itself", () => {
    const { workspace, demo: hub } = demo();
    const lead = person(workspace, hub.owner);
    book(lead).deleteSheet(book(lead).getSheetByName("Outbox"));
    expect(() => sweep(workspace, hub.owner)).toThrow(/The tab "Outbox" is missing/);
    lead.call("prepareWorkbook");
    expect(problemsIn(workspace).join()).toMatch(/Outbox had been deleted.*The automation was turned off/);
    sweep(workspace, hub.owner);
    expect(workspace.mails).toEqual([]);
  });

  test("people's own colour rules and widths of their own columns stay", () => {
    const { workspace, demo: hub } = demo();
    const lead = person(workspace, hub.owner);
    const sheet = book(lead).getSheetByName("Weekly grades");
    const own = lead.globals.SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo("well done")
      .setBackground("#00ff00")
      .setRanges([sheet.getRange("N2:N9")])
      .build();
    sheet.setConditionalFormatRules([own, ...sheet.getConditionalFormatRules()]);
    lead.call("prepareWorkbook");
    const rules = workspace.workbook.sheets.find((s) => s.name === "Weekly grades")?.colourRules ?? [];
    expect(rules.map((r) => r.textEquals)).toEqual(["G", "A", "R", "well done"]);
  });
});

test("a new area gets its column and a renamed one its heading, history included", () => {
  const { workspace, demo: hub } = demo();
  const lead = person(workspace, hub.owner);
  const before = valuesOf(lead, "Weekly grades").map((row) => row[5]);
  paste(lead, "Areas", ["Name"], [["Kindness"]]);
  const areasTab = valuesOf(lead, "Areas");
  const renamed = areasTab.findIndex((row) => row[1] === "Punctuality") + 1;
  lead.edit("Areas", renamed, 2, [["On time"]]);
  lead.call("prepareWorkbook");
  const [headings, ...rows] = valuesOf(lead, "Weekly grades");
  expect(headings?.slice(4, 14)).toEqual([
    "Attendance",
    "On time",
    "Behaviour and safety",
    "Engagement",
    "Literacy",
    "Numeracy",
    "Programme",
    "Wellbeing",
    "Kindness",
    "Overall",
  ]);
  expect(rows.map((row) => row[5])).toEqual(before.slice(1));
  sweep(workspace, hub.owner);
  expect(workspace.mails.length).toBeGreaterThan(0);
  expect(problemsIn(workspace).filter((p) => p.startsWith("Areas"))).toEqual([]);
});
