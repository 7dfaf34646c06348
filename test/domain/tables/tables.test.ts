import fc from "fast-check";
import { allTables } from "../../../src/domain/tables/all";
import { starterAreas } from "../../../src/domain/tables/areas";
import { isAddress, pupils } from "../../../src/domain/tables/people";
import { columnsIn, recordsIn } from "../../../src/domain/tables/read";
import { rewards } from "../../../src/domain/tables/rewards";
import { settingsFrom, starterSettings } from "../../../src/domain/tables/settings";
import { cellOf, headingsOf, rowOf, textOf } from "../../../src/domain/tables/table";
import { addDays } from "../../../src/domain/words/days";

const tables = allTables(starterAreas);

/** Texts that each kind of column takes: choices, days, numbers, addresses, or any trimmed text. */
const texts = fc.oneof(
  fc.string({ unit: "grapheme" }).map((s) => s.trim()),
  fc.constantFrom("", "yes", "no", "G", "A", "R", "weekly", "full", "lead", "sent", "half-term", "12"),
  fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2000-01-01", n)),
  fc.constant("a@one.example"),
  fc.constantFrom("U017", "P03", "C014", "S05", "L031", "A02"),
  fc.constantFrom(...[..."TFKEWMR"].map((letter) => `${letter}261120-3f9a1c`)),
);

describe.each(tables.map((t) => [t.tab, t] as const))("%s", (_tab, table) => {
  test("headings are unique and the key's fields exist", () => {
    expect(new Set(headingsOf(table).map((h) => h.toLowerCase())).size).toBe(headingsOf(table).length);
    for (const field of table.key) expect(Object.keys(table.columns)).toContain(field);
  });
  test.each(Object.entries(table.columns))("%s: write then read is identity", (_field, column) => {
    const tried = column.choices ? fc.oneof(texts, fc.constantFrom(...column.choices)) : texts;
    let readable = 0;
    fc.assert(
      fc.property(tried, (text) => {
        const value = column.schema().safeParse(text);
        if (!value.success) return expect(value.error.issues[0]?.message).not.toBe("Invalid input");
        readable += 1;
        expect(column.schema().safeParse(textOf(cellOf(value.data)))).toEqual({
          success: true,
          data: value.data,
        });
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(readable).toBeGreaterThan(0);
  });
});

const headings = headingsOf(pupils);
const row = (record: Record<string, unknown>) => rowOf(pupils, record as never, headings);
const readPupils = (rows: unknown[][], heads: string[] = headings) => {
  const cells = [heads, ...rows] as string[][];
  const places = columnsIn(pupils, heads);
  if ("wrong" in places) throw new Error(places.wrong);
  return recordsIn(pupils, cells, places);
};

test("columns are found by heading, in any order, whatever the capitals", () => {
  const cells = row({ id: "U001", firstName: "Ada", surname: "Stone" }).reverse();
  const [record] = readPupils(
    [cells],
    [...headings].reverse().map((h) => h.toUpperCase()),
  ).records;
  expect(record).toMatchObject({ id: "U001", firstName: "Ada", surname: "Stone", row: 2 });
});

test("one bad cell is a located problem and hides nobody else", () => {
  const read = readPupils([row({ id: "U001", firstName: "" }), row({ id: "U002", firstName: "Ben" })]);
  expect(read.records.map((r) => r.id)).toEqual(["U002"]);
  expect(read.leftOut).toMatchObject([{ row: 2, texts: { id: "U001" } }]);
  expect(read.problems).toMatchObject([{ tab: "Pupils", row: 2, heading: "First name" }]);
});

test("a bad cell with a safe reading keeps its row", () => {
  const read = readPupils([row({ id: "U001", firstName: "Ada", born: "last May" })]);
  expect(read.records).toMatchObject([{ id: "U001", born: null }]);
  expect(read.problems).toMatchObject([{ heading: "Born", remedy: "Correct it." }]);
});

test("of an id found twice neither row is used; it is one problem, which names both", () => {
  const read = readPupils([row({ id: "U001", firstName: "Ada" }), row({ id: "U001", firstName: "Ben" })]);
  expect(read.records).toEqual([]);
  expect(read.problems.map(({ row: at, wrong }) => `${at} ${wrong}`)).toEqual([
    "2 Rows 2 and 3 are both for U001, so neither is used.",
  ]);
});

test.each([
  ["2026-11-20 10:15", true],
  ["2026-11-20", true],
  ["2026-11-20T10:15:30", true],
  ["2026-02-30 10:15", false],
  ["last Friday", false],
  ["20 November 2026", false],
  ["", false],
])("a reward given at %j is read: %p", (at, isRead) =>
  expect(rewards.columns.at.schema().safeParse(at).success).toBe(isRead),
);

test("a missing or doubled heading is a problem", () => {
  expect(columnsIn(pupils, headings.slice(1))).toMatchObject({ heading: "Id" });
  expect(columnsIn(pupils, [...headings, "Surname"])).toMatchObject({ heading: "Surname" });
});

const setting = (name: string, value: string) =>
  starterSettings.map((s, i) => ({ ...s, row: i + 2, value: s.setting === name ? value : s.value }));

test("an invalid setting means its default and a problem, or stops where it decides who receives what", () => {
  const { settings, problems } = settingsFrom(setting("Closing time", "25:99"));
  expect(settings.closingTime).toBe("16:30");
  expect(problems).toMatchObject([{ tab: "Settings", heading: "Value" }]);
  expect(() => settingsFrom(setting("Automation", "maybe"))).toThrow(/enter on or off.*Nothing will be sent/);
});

test.each([
  ["head@ashby.example", true],
  ["o'brien+x@sub.ashby.example", true],
  ["a@b.example, c@d.example", false],
  ["a@b.example c@d.example", false],
  ["Head <head@ashby.example>", false],
  ["head@ashby", false],
  ["head@ashby..example", false],
  [".head@ashby.example", false],
  ["head@ashby.example\nBcc: x@y.example", false],
])("%p is one address: %p", (text, expected) => expect(isAddress(text)).toBe(expected));
