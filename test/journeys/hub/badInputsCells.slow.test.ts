/**
 * Any text saved in the sidebar or a dialog: it stands in its cell as the text that it is, never as a
 * formula, number or date, and is shown again as it was; what is too long or broken is refused by name, and
 * nothing is saved.
 */
import { rowsOf } from "../../../src/programs/look";
import { LONGEST } from "../../../src/domain/tables/forms";
import { evidence, feedback } from "../../../src/domain/tables/feedback";
import { pupils as pupilsTable } from "../../../src/domain/tables/people";
import { plans } from "../../../src/domain/tables/plans";
import { rewards } from "../../../src/domain/tables/rewards";
import type { Table } from "../../../src/domain/tables/table";
import { targets } from "../../../src/domain/tables/targets";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import type { Cell } from "../../../src/host/model/model";
import { TEXTS } from "../../badInputs";
import { fullDemo, person } from "../hub";

const NOW = "2026-11-20T15:10";
const WEEK = "2026-11-16";
const PUPIL = "U005";

/** As forms take a text: without control characters other than line breaks, and without spaces around it. */
const taken = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, "").trim();
const isBroken = (text: string): boolean => /[\p{Surrogate}\uFFFE\uFFFF]/u.test(text);
const ALL = [...TEXTS.map(({ text }) => text), "=1+1", "x".repeat(LONGEST + 1), "half \ud83d"];
const SAVED = ALL.filter((text) => taken(text) !== "" && taken(text).length <= LONGEST && !isBroken(text));

const REFUSED = ALL.filter((text) => taken(text).length > LONGEST || isBroken(text));
const WHY = /(has \d+ characters; the limit is 2000|contains a broken character).* Nothing was saved\.$/;

let workspace: MemoryWorkspace;
let lead: Host;
beforeAll(() => {
  const made = fullDemo();
  workspace = made.workspace;
  lead = person(workspace, made.demo.owner, NOW);
});

/** The cells under these headings, of the rows from `first` (from 0) on. */
function cellsUnder(tab: string, headings: readonly string[], first: number): (Cell | undefined)[][] {
  const sheet = workspace.workbook.sheets.find(({ name }) => name === tab);
  const top = Object.entries(sheet?.cells[0] ?? {});
  const columns = headings.map((heading) => Number(top.find(([, { v }]) => v === heading)?.[0]));
  const rows = Object.keys(sheet?.cells ?? {})
    .map(Number)
    .filter((row) => row >= first);
  return rows.map((row) => columns.map((column) => sheet?.cells[row]?.[column]));
}

const heightOf = (tab: string): number =>
  Math.max(
    ...Object.keys(workspace.workbook.sheets.find(({ name }) => name === tab)?.cells ?? {}).map(Number),
  ) + 1;

type Texts = Record<string, string>;
/**
 * A call that saves; `fields` are those that take any text. Every text goes through each, several at a time.
 */
const ADDING: [name: string, table: Table, fields: string[], save: (texts: Texts) => unknown][] = [
  [
    "addTarget",
    targets as never,
    ["wording", "childWording", "howWeKnow", "startingPoint", "steps", "trajectoryReason"],
    (texts) => lead.run("addTarget", PUPIL, { subject: "literacy", reviewBy: "2026-12-18", ...texts }),
  ],
  [
    "addFeedback",
    feedback as never,
    ["piece", "objective", "criteria", "howWell", "whatNext"],
    (texts) =>
      lead.run("addFeedback", PUPIL, { kind: "verbal", way: "direct", subject: "literacy", ...texts }),
  ],
  [
    "addEvidence, for two pupils",
    evidence as never,
    ["shown", "nextStep"],
    (texts) =>
      lead.run("addEvidence", [PUPIL, "U006"], { subject: "literacy", method: "questioning", ...texts }),
  ],
  [
    "addReward",
    rewards as never,
    ["piece", "criterion", "reason"],
    (texts) => lead.run("addReward", PUPIL, { kind: "good work", subject: "literacy", ...texts }),
  ],
];

/** The texts so many at a time; the last ones are filled up with the first. */
const chunks = (texts: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(texts.length / size) }, (_, i) =>
    Array.from({ length: size }, (_cell, j) => texts[(i * size + j) % texts.length] ?? ""),
  );

describe.each(ADDING)("%s", (name, table, fields, save) => {
  const filled = (texts: readonly string[]): Texts =>
    Object.fromEntries(fields.map((field, i) => [field, texts[i] ?? "words"]));

  test("every text stands in its cell as it is", () => {
    const first = heightOf(table.tab);
    const all = chunks(SAVED, fields.length);
    for (const texts of all) save(filled(texts));
    const headings = fields.map((field) => table.columns[field]?.heading ?? "");
    const each = name.endsWith("for two pupils") ? 2 : 1;
    expect(cellsUnder(table.tab, headings, first)).toEqual(
      all.flatMap((texts) => Array.from({ length: each }, () => texts.map((text) => ({ v: taken(text) })))),
    );
  });

  test("what is too long or broken is refused, and nothing is saved", () => {
    const before = heightOf(table.tab);
    for (const text of REFUSED) expect(() => save(filled([text]))).toThrow(WHY);
    expect(heightOf(table.tab)).toBe(before);
  });
});

test("the texts of a week's row, over each other", () => {
  const fields = ["strength", "nextStep", "note"];
  const headings = ["Strength", "Next step", "Note for provider"];
  const row = cellsUnder("Weekly grades", ["Pupil id", "Week", ...headings], 0).findIndex(
    ([pupil], i) => i > 0 && pupil?.v === PUPIL,
  );
  let seen = (cellsUnder("Weekly grades", headings, 0)[row] ?? []).map((cell) => String(cell?.v ?? ""));
  for (const texts of chunks(SAVED, fields.length)) {
    const changes = texts.map((now, i) => ({ field: fields[i], seen: seen[i], now }));
    lead.run("enterGrades", PUPIL, WEEK, changes);
    const cells = cellsUnder("Weekly grades", headings, 0)[row] ?? [];
    expect(cells).toEqual(texts.map((text) => ({ v: taken(text) })));
    seen = cells.map((cell) => String(cell?.v));
  }
  for (const now of REFUSED)
    expect(() => lead.run("enterGrades", PUPIL, WEEK, [{ field: "note", seen: seen[2], now }])).toThrow(WHY);
});

test("a section of a report, over each other; one longer than its section is refused by its label", () => {
  let seen = "";
  const short = SAVED.filter((text) => taken(text).length <= 200).slice(0, 60);
  for (const text of short) {
    lead.run("saveComment", PUPIL, "strengths", seen, text);
    const [cell] = cellsUnder("Report comments", ["Text"], heightOf("Report comments") - 1)[0] ?? [];
    expect(cell).toEqual({ v: taken(text) });
    seen = taken(text);
  }
  expect(() => lead.run("saveComment", PUPIL, "strengths", seen, "x".repeat(1999))).toThrow(
    /characters; the limit is \d+\. Shorten it\. Nothing was saved\.$/,
  );
});

test("what opens and closes an action plan", () => {
  const headings = ["concern", "reason"].map(
    (field) => (plans as never as Table).columns[field]?.heading ?? "",
  );
  const first = heightOf(plans.tab);
  const open = rowsOf(workspace, plans).flatMap(({ pupil, state }) => (state === "open" ? [pupil] : []));
  const pupils = rowsOf(workspace, pupilsTable).flatMap(({ id }) => (open.includes(id) ? [] : [id]));
  const texts = SAVED.slice(0, 6).map((text) => text.trim());
  texts.forEach((text, i) => {
    const pupil = pupils[i] ?? "";
    lead.run("openPlan", { pupil, concern: text });
    lead.run("closePlan", `AP-${pupil}-2026-11-20`, { decision: "recovered", reason: text });
  });
  expect(cellsUnder(plans.tab, headings, first)).toEqual(texts.map((v) => [{ v }, { v }]));
});
