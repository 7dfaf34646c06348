import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { newSheet, newWorkbook } from "../../../src/host/model/blank";
import type { Cell, Sheet, Workbook } from "../../../src/host/model/model";
import { supplementOf, workbookFrom, xlsxOf } from "../../../src/host/xlsx/xlsx";

const header = {
  background: "#1f3a5f",
  bold: true,
  fontColor: "#ffffff",
  vertical: "middle",
  wrap: true,
} as const;
const body = (column: number) => ({ row: 1, column, lastRow: 999, lastColumn: column });

/** A tab with everything the model holds. */
const full = (): Workbook => {
  const sheet: Sheet = {
    ...newSheet(7, "Weekly grades"),
    columns: 5,
    frozenRows: 1,
    frozenColumns: 2,
    tabColour: "#8a94a0",
    cells: {
      0: { 0: { v: "Week" }, 1: { v: "Pupil" }, 2: { v: "Grade" }, 3: { v: "Sum" } },
      1: { 0: { v: 46342 }, 1: { v: "007" }, 2: { v: "G" }, 3: { v: 3, f: "=1+2" } },
      2: {
        0: { v: 46342.6875 },
        1: { v: "Zoë 🎈\n two" },
        2: { v: true },
        3: { v: "", f: '=IF(A1<"x","","b")' },
      },
      3: { 1: { v: "#N/A" }, 2: { v: -0.1 }, 3: { v: " x", f: '=" "&"x"' } },
    },
    notes: { 0: { 2: "R, A or G.\nBlank: not yet." }, 9: { 4: "empty cell" } },
    widths: { 0: 90, 1: 223, 3: 64 },
    hiddenColumns: { 4: true },
    heights: { 0: 40, 3: 21 },
    styles: {
      0: [
        { rows: 1, style: header },
        { rows: 999, style: { horizontal: "center", numberFormat: "yyyy-mm-dd", vertical: "top" } },
      ],
      1: [
        { rows: 1, style: header },
        { rows: 999, style: { numberFormat: "@" } },
      ],
    },
    validations: [
      { areas: [body(2)], list: ["G", "A", "R"], showDropdown: true, allowInvalid: false, help: "R, A or G" },
      { areas: [body(3), body(4)], list: ["yes", "no"], showDropdown: true, allowInvalid: true, help: null },
    ],
    colourRules: [
      { areas: [body(2), body(3)], textEquals: "G", background: "#c8ecd0", fontColor: "#0b4f1c", bold: true },
      { areas: [body(2)], textEquals: 'a "b"', background: null, fontColor: "#7d1410", bold: null },
    ],
    protections: [{ id: 1, area: null, description: "", warningOnly: false, editors: [] }],
    filter: { row: 0, column: 0, lastRow: 99, lastColumn: 3 },
  };
  return {
    locale: "en_GB",
    timeZone: "Europe/London",
    sheets: [sheet, { ...newSheet(3, "Runs"), hidden: true }],
  };
};
const again = async (workbook: Workbook): Promise<Workbook> =>
  workbookFrom(await xlsxOf(workbook), supplementOf(workbook));

test("the hidden tab of long lists and the notes' author are what whoever made the workbook calls them", async () => {
  const marks = { listsTab: "Anna's lists", author: "Anna" };
  const workbook = full();
  const list = Array.from({ length: 99 }, (_, i) => `entry ${i}`);
  workbook.sheets[0]?.validations.push({
    areas: [body(0)],
    list,
    showDropdown: true,
    allowInvalid: true,
    help: null,
  });
  const bytes = await xlsxOf(workbook, marks);
  expect(await workbookFrom(bytes, supplementOf(workbook), { marks })).toEqual(workbook);
  const parts = Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join();
  expect(parts).toContain("<author>Anna</author>");
  expect(parts).not.toMatch(/Local host|Lists of drop-downs/);
});

test("with its supplement a workbook comes back exactly", async () => {
  expect(await again(full())).toEqual(full());
  expect(await workbookFrom(await xlsxOf(full()), supplementOf(full()), { ours: true })).toEqual(full());
});

test("without a supplement the file alone says all but ids, grid sizes and the locale", async () => {
  const alone = await workbookFrom(await xlsxOf(full()));
  const [sheet, hidden] = full().sheets;
  expect(alone.sheets[0]).toEqual({ ...sheet, id: 0, columns: 26 });
  expect(alone.sheets[1]).toEqual({ ...hidden, id: 1 });
});

test("what .xlsx cannot hold comes back from the supplement", async () => {
  const workbook = full();
  Object.assign(workbook.sheets[0]!, {
    name: "Weekly grades of the school year 2026/27",
    rows: 12,
    styles: { 2: [{ rows: 12, style: { vertical: "bottom", numberFormat: "" } }] },
    protections: [
      { id: 4, area: null, description: "Hub Tracker writes Runs", warningOnly: true },
      {
        id: 5,
        area: body(2),
        description: "",
        warningOnly: false,
        editors: ["a@hub.example"],
        domainEdit: true,
      },
      { id: 6, area: null, description: "", warningOnly: false, editors: [], unprotected: [body(1)] },
    ],
    validations: [
      {
        areas: [body(2)],
        list: ["Smith, Ann", "x".repeat(300)],
        showDropdown: false,
        allowInvalid: false,
        help: "h".repeat(400),
      },
    ],
  });
  expect(await again(workbook)).toEqual(workbook);
});

test("a list too long for a rule is a drop-down in the file nevertheless", async () => {
  const workbook = full();
  const list = Array.from({ length: 60 }, (_, i) => `Pupil, number ${i}`);
  workbook.sheets[0]!.validations[0]!.list = list;
  const alone = await workbookFrom(await xlsxOf(workbook));
  expect(alone.sheets.map(({ name }) => name)).toEqual(["Weekly grades", "Runs"]);
  expect(alone.sheets[0]!.validations[0]!.list).toEqual(list);
});

test("what another program changed counts, the rest stays exact", async () => {
  const ours = full();
  ours.sheets[0]!.protections[0]!.warningOnly = true;
  const outside = structuredClone(ours);
  const [sheet] = outside.sheets as [Sheet, Sheet];
  sheet.cells[4] = { 1: { v: "new row" } };
  sheet.notes[0]![2] = "changed";
  sheet.frozenColumns = 0;
  outside.sheets.push(newSheet(99, "Added"));
  const read = await workbookFrom(await xlsxOf(outside), supplementOf(ours));
  expect(read.sheets.map(({ id, name }) => [id, name])).toEqual([
    [7, "Weekly grades"],
    [3, "Runs"],
    [8, "Added"],
  ]);
  expect(read.sheets[0]).toEqual(sheet);
});

test("a number format that another program escaped is the one it was", async () => {
  const workbook = full();
  workbook.sheets[0]!.styles[0]![1]!.style.numberFormat = "yyyy\\-mm\\-dd;@";
  const read = await workbookFrom(await xlsxOf(workbook));
  expect(read.sheets[0]!.styles).toEqual(full().sheets[0]!.styles);
});

const places = fc.integer({ min: 0, max: 40 });
const texts = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }).filter((s) => !/\p{Surrogate}|[\uFFFE\uFFFF]/u.test(s)),
  fc.constantFrom(" a", "a ", "\ta\t", "a\r\nb\rc", "\n", " ", "=1+1", "007", "1e5", "TRUE", "🎈", "_x0041_"),
  fc.constantFrom("_x005F_x0041_", "<b>&amp;", "]]>", "'", '"', "#REF!", "#VALUE!", "#x", "\u0001", "\u00A0"),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  texts.map((v) => ({ v })),
  fc.boolean().map((v) => ({ v })),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => ({ v: n + 0 || 0 })),
  texts.map((v) => ({ v, f: "=A1&B1" })),
);

test("any value, formula result and note comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(places, places, cell, texts), { minLength: 10, maxLength: 40 }),
      async (entries) => {
        const workbook = newWorkbook();
        const [sheet] = workbook.sheets as [Sheet];
        sheet.columns = 41;
        for (const [row, column, one, note] of entries) {
          (sheet.cells[row] ??= {})[column] = one;
          (sheet.notes[row] ??= {})[column] = note;
        }
        expect((await workbookFrom(await xlsxOf(workbook), supplementOf(workbook))).sheets).toEqual([sheet]);
      },
    ),
    { numRuns: 12, seed: 11 },
  );
});

test.each([
  ["x".repeat(32_768), /Sheet1, cell B3, has 32768 characters/],
  ["\ud83c", /Sheet1, cell B3, contains a broken character/],
  [NaN, /Sheet1, cell B3, contains an invalid number/],
])("what a file cannot hold is refused by name of the cell", async (v, sentence) => {
  const workbook = newWorkbook();
  workbook.sheets[0]!.cells = { 2: { 1: { v } } };
  await expect(xlsxOf(workbook)).rejects.toThrow(sentence);
});
