/**
 * Any text as a pupil's name: it stays in its cell byte for byte, gets an id of its own, is found by that
 * name and shown by it everywhere, and no two pupils become one; what is no name is on Problems with its
 * cell, and nobody else suffers.
 */
import { rowsOf } from "../../../src/programs/look";
import { providers, pupils as pupilsTable } from "../../../src/domain/tables/people";
import type { Opened } from "../../../src/domain/views/pupilView";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { TEXTS } from "../../badInputs";
import {
  demo,
  paste,
  person,
  problemsAt,
  problemsIn,
  received,
  referenceIn,
  sweep,
  type,
  valuesOf,
} from "../hub";

const LEAD = "helen.marlowe@hub.example";
const ORDINARY = ["=1+1", "O'Brien", "D'Angelo", "Null", "Zo\u00eb", "Zoe\u0308", "Ng", "Æsir"];
/** Longer than a cell, or half of a character: these are refused where they are typed. */
const isCell = (text: string): boolean => text.length <= 50_000 && !/[\p{Surrogate}\uFFFE\uFFFF]/u.test(text);
const ALL = [
  ...ORDINARY,
  ...TEXTS.filter(({ category, text }) => category !== "number-date" && isCell(text) && text !== "").map(
    ({ text }) => text,
  ),
];
const SURNAME = (i: number): string =>
  `Qz${[...String(i)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
const isName = (text: string): boolean => text.trim() !== "" && text.trim().length <= 200;
/** A person who means such a text types an apostrophe first; without, it is a formula. */
const typed = (text: string): string =>
  /^[\s\p{Cc}\p{Cf}]*=./u.test(text) || text.startsWith("'") ? `'${text}` : text;

let workspace: MemoryWorkspace;
let lead: Host;
let first = 0;
const cellsOf = (tab: string, heading: string): unknown[] => {
  const [headings = [], ...rows] = valuesOf(lead, tab);
  return rows.map((row) => row[headings.indexOf(heading)]);
};

beforeAll(() => {
  ({ workspace } = demo());
  lead = person(workspace, LEAD);
  first = cellsOf("Pupils", "Id").filter((cell) => cell !== "").length;
  lead.execute(({ SpreadsheetApp }) => {
    for (const tab of ["Pupils", "Placements", "Weekly grades"]) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
      sheet.insertRowsAfter(sheet.getMaxRows(), ALL.length);
    }
  });
  paste(
    lead,
    "Pupils",
    ["First name", "Surname"],
    ALL.map((text, i) => [typed(text), SURNAME(i)]),
  );
  paste(
    lead,
    "Placements",
    ["Pupil", "Provider", "First day"],
    ALL.map((text, i) => [
      `'${text.trim().slice(0, 300)} ${SURNAME(i)}`,
      i % 2 === 0 ? "P01" : "P03",
      "2026-11-02",
    ]),
  );
  lead.call("checkPasted");
  lead.call("makeThisWeeksRows");
  const areas = ["Attendance", "Punctuality", "Behaviour and safety", "Engagement"];
  const [headings = []] = valuesOf(lead, "Weekly grades");
  // The rows just made stand under the headings.
  const made = ALL.filter(isName).length;
  for (const heading of areas)
    lead.edit(
      "Weekly grades",
      2,
      headings.indexOf(heading) + 1,
      Array.from({ length: made }, () => ["G"]),
    );
});

const pupilsBySurname = () =>
  new Map(rowsOf(workspace, pupilsTable).map((pupil) => [pupil.surname, pupil] as const));

test("every name stands in its cell as it was pasted", () => {
  expect(cellsOf("Pupils", "First name").slice(first, first + ALL.length)).toEqual(ALL);
});

test("each is a pupil with an id of its own, or on Problems with its cell", () => {
  const ids = cellsOf("Pupils", "Id").slice(first, first + ALL.length);
  expect(new Set(ids).size).toBe(ALL.length);
  const found = pupilsBySurname();
  ALL.forEach((text, i) => {
    const pupil = found.get(SURNAME(i));
    if (isName(text)) expect(pupil?.firstName).toBe(text.trim());
    else {
      expect(pupil).toBeUndefined();
      const place = { tab: "Pupils", row: first + 2 + i, heading: "First name" };
      expect(problemsAt(workspace, place, text.trim())).toHaveLength(1);
    }
  });
});

test("each is found by its full name, and only itself; a row of the week shows it", () => {
  const shown = cellsOf("Weekly grades", "Pupil");
  const weeks = new Map(cellsOf("Weekly grades", "Pupil id").map((id, i) => [id, shown[i]]));
  const found = pupilsBySurname();
  ALL.forEach((text, i) => {
    if (isName(text)) expect(weeks.get(found.get(SURNAME(i))?.id)).toBe(`${text.trim()} ${SURNAME(i)}`);
  });
  expect(weeks.size).toBeGreaterThan(ALL.filter(isName).length);
});

test("the sidebar opens each by its id, under its name", () => {
  const found = pupilsBySurname();
  ALL.slice(0, 12).forEach((text, i) => {
    if (!isName(text)) return;
    const { page } = lead.run("openPupil", { pupil: found.get(SURNAME(i))?.id, known: null }) as Opened & {
      kind: "pupil";
    };
    expect(page.name).toBe(`${text.trim()} ${SURNAME(i)}`);
  });
});

test("a provider that wants full names reads each of its own, and none of another's", async () => {
  type(workspace, providers, ({ id }) => id === "P03", { namesInUpdates: "full" });
  sweep(workspace, LEAD);
  const mails = await received(workspace);
  const words = plain(mails.find((one) => referenceIn(one).startsWith("P03-"))?.text ?? "");
  const wrong = ALL.filter(
    (text, i) => isName(text) && words.includes(plain(`${text.trim()} ${SURNAME(i)}`)) !== (i % 2 === 1),
  );
  expect(wrong).toEqual([]);
  const found = pupilsBySurname();
  const ours = new Set(ALL.map((_text, i) => found.get(SURNAME(i))?.id ?? "nobody"));
  const because = problemsIn(workspace).filter(
    (line) =>
      ours.has(/names another pupil \((U\d+)\)/.exec(line)?.[1] ?? "") || /was not sent|are held/.test(line),
  );
  expect(because).toEqual([]);
});

test("wherever the add-on wrote a name, it is text and no formula", () => {
  lead.call("refreshOverview");
  const written = workspace.workbook.sheets.flatMap((sheet) =>
    Object.values(sheet.cells).flatMap((line) => Object.values(line)),
  );
  expect(written.filter(({ f }) => f !== undefined)).toEqual([]);
  expect(written.filter(({ v }) => typeof v === "string" && /^=1\+1 Qz/.test(v)).length).toBeGreaterThan(1);
});

/** Without what a mail's own lines change: spaces, and control characters, which it does not carry. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ");
