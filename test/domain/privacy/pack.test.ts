/** Everything about one pupil: which rows, which names are marked, and how it comes into a document. */
import { packLines, packRequests } from "../../../src/domain/privacy/packDocument";
import { marksFor } from "../../../src/domain/privacy/marks";
import { mentionsOf } from "../../../src/domain/privacy/mentions";
import type { PackSubject, TabCells } from "../../../src/domain/privacy/pupilsOwn";
import { ownRows } from "../../../src/domain/privacy/pupilsOwn";
import { marked, packOf, writtenOut } from "../../../src/domain/privacy/pack";
import { receiptsOf } from "../../../src/domain/mail/receipts";
import { packOfFrom } from "../../../src/domain/views/requests";
import { allTables } from "../../../src/domain/tables/all";
import { starterAreas } from "../../../src/domain/tables/areas";
import type { Table } from "../../../src/domain/tables/table";
import { headingsOf, rowOf } from "../../../src/domain/tables/table";
import { pupil, sentEvent } from "../invented";

const tables = allTables(starterAreas);
const tableOf = (tab: string): Table => tables.find((one) => one.tab === tab) as Table;
const tabOf = (tab: string, ...records: Record<string, unknown>[]): TabCells => {
  const table = tableOf(tab);
  const headings = headingsOf(table);
  return { tab, table, cells: [headings, ...records.map((record) => rowOf(table, record, headings))] };
};
const subject: PackSubject = {
  id: "U001",
  names: ["ada stone", "addy stone"],
  isShared: false,
  providers: new Set(["p01", "ashby school"]),
};
const rowsIn = (tab: TabCells, others: TabCells[] = [], of = subject) =>
  ownRows(tab, of, [tab, ...others]).map(({ row, note }) => (note === "" ? row : `${row} ${note}`));

describe("which rows are the pupil's is read off each table's declaration", () => {
  test("by id, whatever its capitals, or by the name that only this pupil has", () => {
    const tab = tabOf(
      "Placements",
      { pupil: "u001" },
      { pupil: "U0012" },
      { pupil: "Addy  Stone" },
      { pupil: "U002" },
    );
    expect(rowsIn(tab)).toEqual([2, 4]);
    expect(rowsIn(tab, [], { ...subject, isShared: true })).toEqual([
      2,
      expect.stringMatching(/^4 Named here, but another/),
    ]);
  });
  test("a row of no pupil is about all of its provider's", () =>
    expect(
      rowsIn(
        tabOf("Reports", { pupil: "", provider: "P01" }, { pupil: "", provider: "P02" }, { pupil: "U001" }),
      ),
    ).toEqual([expect.stringMatching(/^2 About all pupils/), 4]));
  test("through another tab's rows", () => {
    const plans = tabOf(
      "Action plans",
      { plan: "AP-U001-2026-10-12", pupil: "U001" },
      { plan: "AP-X", pupil: "U002" },
    );
    const actions = tabOf("Actions", { plan: "AP-X" }, { plan: "AP-U001-2026-10-12" }, { plan: "" });
    expect(rowsIn(actions, [plans])).toEqual([3]);
  });
  test("wherever the id stands", () =>
    expect(
      rowsIn(
        tabOf(
          "Problems",
          { wrong: "U001 has no placement." },
          { wrong: "U0011 has" },
          { wrong: "AP-U001-2026 x" },
        ),
      ),
    ).toEqual([2]));
  test("unreadable cells hide no row; a missing heading stops", () => {
    const tab = tabOf("Weekly grades", { pupil: "U001", week: "next week", overall: "purple" });
    expect(rowsIn(tab)).toEqual([2]);
    const broken = { ...tab, cells: [tab.cells[0]?.map((h) => (h === "Pupil id" ? "Id" : h)) ?? []] };
    expect(() => rowsIn(broken)).toThrow(/heading "Pupil id" is missing/);
  });
  test("every table with a pupil's id says how its rows belong to one", () => {
    for (const { tab, columns, ofPupil } of tables)
      if (Object.values(columns).some(({ heading }) => heading === "Pupil id"))
        expect([tab, ofPupil]).not.toContain(null);
    for (const { columns, ofPupil } of tables)
      if (ofPupil && "by" in ofPupil) expect(Object.keys(columns)).toContain(ofPupil.by);
  });
});

describe("marks", () => {
  const others = [
    { who: "pupil U002", names: ["Ben O'Neil-Šafářová", "Ben", "O'Neil-Šafářová"] },
    { who: "pupil U003", names: ["Ada Hill", "Ada", "Hill"] },
    { who: "staff S02", names: ["Gareth Pugh", "Gareth", "Pugh"] },
    { who: "pupil U004", names: ["Amber Green", "Amber", "Green"] },
  ];
  const find = marksFor(others, ["U001", "Ada Stone", "Ada", "Stone"]);
  test.each([
    ["Ada worked with Ben and Mr Pugh.", ["Ben pupil U002", "Pugh staff S02"]],
    ["ADA HILL came", ["ADA HILL pupil U003"]],
    ["Met ben o’neil-safarova", ["ben o’neil-safarova pupil U002"]],
    ["Bench, Pughs, green paint, amber light", []],
    ["Amber sat there", ["Amber pupil U004"]],
    [
      "Her mum's carer rang 01632 960123",
      ["mum's family or carer", "carer family or carer", "01632 960123 a phone number"],
    ],
    ["See U002, U001 and C014", ["U002 pupil U002"]],
    ["mail gareth.pugh@hub.example now", ["gareth.pugh@hub.example an address"]],
    ["", []],
  ])("%s", (text, expected) =>
    expect(find(text).map(({ start, end, who }) => `${text.slice(start, end)} ${who}`)).toEqual(expected),
  );
});

test.each([
  ["2026-11-16", "16 November 2026"],
  ["2026-11-20 16:40", "20 November 2026, 16:40"],
  ["2026-11-20 and later", "2026-11-20 and later"],
  ["AP-U001-2026-11-16", "AP-U001-2026-11-16"],
  [12, "12"],
  [true, "yes"],
])("%p is written %s", (cell, text) => expect(writtenOut(cell, undefined)).toBe(text));

test("a grade is a word where a grade stands, a letter elsewhere", () => {
  const { overall } = tableOf("Weekly grades").columns;
  expect([writtenOut("G", overall), writtenOut("Rd", overall), writtenOut("G", undefined)]).toEqual([
    "Green",
    "Rd",
    "G",
  ]);
});

const addedTab: TabCells = { tab: "My lists", table: null, cells: [["Trip"], ["Ada Stone"], ["Ben"]] };
const tabs = [
  tabOf(
    "Pupils",
    { id: "U001", firstName: "Ada", surname: "Stone", restricted: "no" },
    { id: "U002", firstName: "Ben" },
  ),
  tabOf("Weekly grades", {
    week: "2026-11-16",
    pupil: "U001",
    overall: "G",
    strength: "Helped Ben,\nthen Ada rested.",
  }),
  tabOf(
    "Feedback",
    { pupil: "U002", howWell: "Ada and Ben did it." },
    { pupil: "U003", howWell: "Ada did it." },
  ),
  tabOf("Staff", { id: "S01", name: "Ada Marlowe" }),
  tabOf("Placements"),
  tabOf("Outbox"),
  addedTab,
];
const mentions = mentionsOf({
  subject,
  named: pupil("U001", "Ada", "Stone"),
  tabs,
  pupils: new Map([
    ["U002", pupil("U002", "Ben", "Hill")],
    ["U003", pupil("U003", "Ada", "Hill")],
  ]),
  staff: [{ firstName: "Ada", surname: "Marlowe", knownAs: "" }],
});
const letters = { "2026-11-16": { U001: { overall: "G", A01: "R" } } } as const;
const pack = packOf({
  subject,
  tabs,
  receipts: receiptsOf([sentEvent(1, "weekly|2026-11-16|P01|C001", letters)]),
  areas: new Map([["A01", "Attendance"]]),
  documents: [],
  mentions,
  find: marksFor([{ who: "pupil U002", names: ["Ben"] }], ["Ada", "Stone"]),
});

test("named in others' records and on tabs that people added; not where the owner or staff bear the name", () =>
  expect(mentions.map(({ tab, row }) => `${tab} ${row}`)).toEqual(["Feedback 2", "My lists 2"]));

test("who the pupil is comes first, then the tabs; what was told is spelled out; empty parts are named", () => {
  expect(pack.parts.map(({ title }) => title)).toEqual([
    "Who the pupil is",
    "Grades and notes of each week",
    "What was sent, and to whom",
    "Named in other people's records",
  ]);
  expect(pack.nothingIn).toEqual(["Placements", "Feedback", "Documents made"]);
  const text = packLines(pack, { on: "2026-11-20", by: "lead@hub.example" })
    .map((line) => line.text)
    .join("\n");
  for (const line of [
    "Made on 20 November 2026 by lead@hub.example.",
    "Week: 16 November 2026",
    "Overall: Green",
    "Strength: Helped ⟦Ben⟧,\nthen Ada rested.",
    "When: 20 November 2026, 16:40",
    "What it said, week beginning 16 November 2026: Overall Green, Attendance Red",
    "How well: Ada and ⟦Ben⟧ did it.",
    "Trip: Ada Stone",
  ])
    expect(text.split("\n").join("\n")).toContain(line);
  expect(text).not.toMatch(/Known as|undefined|null/);
});

test("marked names with where they stand", () =>
  expect(marked(pack)).toEqual([
    {
      name: "Ben",
      who: "pupil U002",
      where: "Grades and notes of each week 1, Named in other people's records 1",
    },
  ]));

test("in the document every yellow stretch is a bracketed name, every bold one a record's label", () => {
  const control = { ...pack, parts: pack.parts.map((part) => ({ ...part, title: part.title })) };
  const requests = packRequests(packLines(control, { on: "2026-11-20", by: "x@hub.example" })) as {
    insertText?: { text: string };
    updateTextStyle?: { range: { startIndex: number; endIndex: number }; textStyle: { bold?: boolean } };
  }[];
  const text = requests[0]?.insertText?.text ?? "";
  const styled = requests.flatMap(({ updateTextStyle: one }) =>
    one
      ? [[text.slice(one.range.startIndex - 1, one.range.endIndex - 1), one.textStyle.bold === true] as const]
      : [],
  );
  expect(styled.filter(([, bold]) => !bold).map(([part]) => part)).toEqual(["⟦Ben⟧", "⟦Ben⟧"]);
  expect(styled.filter(([, bold]) => bold).map(([part]) => part)).toContain("Row 2");
});

test.each([
  ["U017", "U017"],
  [{ pupil: "U017", id: "" }, "U017"],
  [{ pupil: "U017", id: "u099 " }, "U099"],
])("%j asks for %s", (asked, id) => expect(packOfFrom(asked)).toBe(id));
test.each([null, "", "U017|U018", { pupil: "" }, { pupil: "=A1" }, 17, ["U017"]])(
  "%j asks for nobody",
  (asked) => expect(() => packOfFrom(asked)).toThrow(/not a valid pupil id|could not be read/),
);
