/** The Problems tab: what a check finds replaces what it found before, and nothing else. */
import fc from "fast-check";
import type { ProblemRow } from "../../../src/domain/tables/ledger";
import { MOST_ROWS } from "../../../src/domain/hub/manyProblems";
import type { Checked } from "../../../src/domain/hub/problemRows";
import { problemRows } from "../../../src/domain/hub/problemRows";
import type { Check, Found } from "../../../src/domain/words/foundBy";
import { isCheck, JOB_CHECKS } from "../../../src/domain/words/foundBy";
import { pupils } from "../../../src/domain/tables/people";
import type { Cells } from "../../../src/domain/tables/read";
import type { Table } from "../../../src/domain/tables/table";
import { starterAreas } from "../../../src/domain/tables/areas";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";

const THEN = "2026-11-20 16:40";
const NOW = "2026-11-23 08:00";

const found = (check: Check, wrong: string, row: number | null = null, tab = "Pupils"): Found => ({
  check,
  tab,
  row,
  heading: "UPN",
  wrong,
  remedy: "Correct it.",
});

const run = (
  kept: readonly ProblemRow[],
  checks: readonly Check[],
  problems: readonly Found[],
  readings: Checked["readings"] = new Map(),
  now = NOW,
): ProblemRow[] => problemRows(kept, { checks: new Set(checks), found: problems, readings, now });

const said = (rows: readonly ProblemRow[]): string[] =>
  rows.map((row) => `${row.foundBy}: ${row.tab} ${row.row ?? "-"} ${row.wrong}`);

const READING: Check = "Reading Pupils";
const UPDATE: Check = "Weekly update";
const before = run([], [READING, UPDATE], [found(READING, "a", 3), found(UPDATE, "b", 4)], new Map(), THEN);

test.each<[what: string, checks: Check[], problems: Found[], expected: string[]]>([
  ["no check was made", [], [], ["Reading Pupils: Pupils 3 a", "Weekly update: Pupils 4 b"]],
  ["a check finds nothing any more", [READING], [], ["Weekly update: Pupils 4 b"]],
  [
    "a check finds the same in another row",
    [READING],
    [found(READING, "a", 9)],
    ["Weekly update: Pupils 4 b", "Reading Pupils: Pupils 9 a"],
  ],
  [
    "a check finds something else",
    [UPDATE],
    [found(UPDATE, "c", 4)],
    ["Weekly update: Pupils 4 c", "Reading Pupils: Pupils 3 a"],
  ],
  [
    "something is added though its check was not made",
    [],
    [found(UPDATE, "c", 5)],
    ["Weekly update: Pupils 5 c", "Reading Pupils: Pupils 3 a", "Weekly update: Pupils 4 b"],
  ],
  [
    "two checks find the same: one row",
    [READING],
    [found(READING, "b", 4)],
    ["Reading Pupils; Weekly update: Pupils 4 b"],
  ],
])("%s", (_what, checks, problems, expected) => {
  expect(said(run(before, checks, problems))).toEqual(expected);
});

test("what two checks found stays until neither finds it", () => {
  const both = run(before, [READING], [found(READING, "b", 4)]);
  const one = run(both, [UPDATE], []);
  expect(said(one)).toEqual(["Reading Pupils: Pupils 4 b"]);
  expect(run(one, [READING], [])).toEqual([]);
});

test("a problem is as old as its first sight, in whatever row it is now", () => {
  expect(run(before, [READING], [found(READING, "a", 9), found(READING, "new", 2)])).toMatchObject([
    { wrong: "new", since: NOW },
    { wrong: "b", since: THEN },
    { wrong: "a", since: THEN },
  ]);
  const three = run(
    before,
    [READING],
    [3, 7, 9].map((row) => found(READING, "a", row)),
  );
  expect(three).toMatchObject([
    { row: 3, wrong: "3 rows: a", since: THEN },
    { wrong: "b", since: THEN },
  ]);
  expect(run(three, [READING], [found(READING, "a", 9)])).toMatchObject([{ since: THEN }, { since: THEN }]);
});

test("one cause is one row with a count; the same row found twice counts once", () => {
  const many = Array.from({ length: 3_472 }, (_, i) => found(READING, "a", i + 2));
  expect(run([], [READING], [...many, ...many])).toMatchObject([{ row: 2, wrong: "3,472 rows: a" }]);
  const other = { ...found(READING, "a", 5), heading: "Born" };
  expect(run([], [READING], [found(READING, "a", 5), other])).toHaveLength(2);
});

test("of a flood two hundred rows are shown, and how many more; it drives nothing else out", () => {
  const flood = Array.from({ length: 3_671 }, (_, i) =>
    found(READING, `a ${String(i).padStart(4, "0")}`, i + 2),
  );
  const rows = run(before, [READING], flood);
  expect(rows).toHaveLength(MOST_ROWS);
  expect(rows.filter(({ foundBy }) => foundBy === UPDATE)).toHaveLength(1);
  expect(rows.filter(({ wrong }) => wrong === "and 3,473 more of this kind")).toHaveLength(1);
  // The next run says the same, whether it finds them again or leaves them.
  expect(run(rows, [READING], flood, new Map(), "2026-11-23 09:00")).toEqual(rows);
  expect(run(rows, [], [], new Map(), "2026-11-23 09:00")).toEqual(rows);
});

test("what was cut is counted again when more has to go", () => {
  const floodOf = (check: Check, n: number): Found[] =>
    Array.from({ length: n }, (_, i) => found(check, `${check} ${String(i).padStart(4, "0")}`, i + 2));
  const one = run([], [READING], floodOf(READING, 500));
  expect(one[199]).toMatchObject({ wrong: "and 301 more of this kind" });
  const two = run(one, [UPDATE], floodOf(UPDATE, 500));
  expect(two).toHaveLength(MOST_ROWS);
  expect(two.filter(({ wrong }) => wrong === "and 401 more of this kind")).toHaveLength(2);
});

describe("where rows moved", () => {
  const grades = weeklyGrades(starterAreas);
  const readingOf = (table: Table, fields: readonly string[], rows: Cells): Checked["readings"] =>
    new Map([
      [
        table.tab,
        { table, cells: [fields, ...rows], places: new Map(fields.map((field, place) => [field, place])) },
      ],
    ]);
  const weeks = (...rows: [string, string][]) => readingOf(grades as Table, ["week", "pupil"], rows);
  const TEXTS: Check = "Texts for providers";
  const withheld = (row: number) => found(TEXTS, "withheld", row, "Weekly grades");
  const friday = run([], [TEXTS], [withheld(3)], weeks(["2026-11-16", "U001"], ["2026-11-16", "U002"]), THEN);

  test("a row is said in words", () =>
    expect(friday).toMatchObject([{ row: 3, which: "16 November 2026, U002" }]));

  test.each([
    [
      "rows were inserted above",
      weeks(["2026-11-23", "U002"], ["2026-11-16", "U001"], ["2026-11-16", "U002"]),
      4,
    ],
    ["it was deleted", weeks(["2026-11-16", "U001"]), null],
    ["it is there twice", weeks(["2026-11-16", "U002"], ["2026-11-16", "U002"]), null],
    ["the tab was not read", new Map(), 3],
  ])("%s", (_what, readings, row) => {
    expect(run(friday, [], [], readings)).toEqual([{ ...friday[0], row }]);
  });

  test("a row that nothing names is shown without number once its tab is read again", () => {
    const nameless = run(
      [],
      [UPDATE],
      [found(UPDATE, "b", 2)],
      readingOf(pupils as Table, ["id"], [[""]]),
      THEN,
    );
    expect(nameless).toMatchObject([{ row: 2, which: "" }]);
    expect(run(nameless, [], [], readingOf(pupils as Table, ["id"], [[""], ["U001"]]))).toMatchObject([
      { row: null },
    ]);
  });
});

test("what an older version wrote stays until the next data check, or until the same place is found again", () => {
  const old = { ...(before[0] as ProblemRow), foundBy: "" };
  expect(run([old], [], [])).toMatchObject([{ wrong: old.wrong, foundBy: "Data check" }]);
  expect(run([old], ["Data check"], [])).toEqual([]);
});

test.each(["Weekly update", "Reading Weekly grades", "Monday's rows, stopped", "Reports for P03"])(
  "%s is a check",
  (text) => expect(isCheck(text)).toBe(true),
);
test.each(["", "Weekly", "Reading ", "weekly update"])("%j is none", (text) =>
  expect(isCheck(text)).toBe(false),
);

const CHECKS: readonly Check[] = [...Object.values(JOB_CHECKS), READING, "Reading Contacts"];
const anyFound = fc.record({
  check: fc.constantFrom(...CHECKS),
  tab: fc.constantFrom("Pupils", "Contacts", "Weekly grades"),
  row: fc.option(fc.integer({ min: 2, max: 400 })),
  heading: fc.constantFrom("", "UPN", "Born"),
  wrong: fc.oneof(fc.constantFrom("a", "b"), fc.string()),
  remedy: fc.constantFrom("Correct it.", ""),
}) as fc.Arbitrary<Found>;
const anyChecks = fc.subarray([...CHECKS]);
const anyProblems = fc.array(anyFound, { maxLength: 300, size: "max" });
const madeBy = (checks: readonly Check[], problems: readonly Found[]): Found[] =>
  problems.filter(({ check }) => checks.includes(check));

test("the same run again changes nothing", () => {
  fc.assert(
    fc.property(anyChecks, anyProblems, (checks, problems) => {
      const once = run([], checks, madeBy(checks, problems), new Map(), THEN);
      expect(run(once, checks, madeBy(checks, problems))).toEqual(once);
    }),
  );
});

test("whatever another run finds, all that the checks it did not make had found is still there", () => {
  fc.assert(
    fc.property(anyChecks, anyProblems, anyChecks, anyProblems, (checks, problems, others, more) => {
      const first = run([], checks, madeBy(checks, problems), new Map(), THEN);
      const second = run(first, others, madeBy(others, more));
      expect(second.length).toBeLessThanOrEqual(MOST_ROWS);
      if (second.some(({ wrong }) => wrong.endsWith("more of this kind"))) return;
      for (const row of first) {
        const left = row.foundBy.split("; ").filter((check) => !others.includes(check as Check));
        const again = second.find(
          (one) =>
            one.tab === row.tab &&
            one.row === row.row &&
            one.heading === row.heading &&
            one.wrong === row.wrong &&
            one.remedy === row.remedy,
        );
        if (left.length > 0) expect(again?.foundBy.split("; ")).toEqual(expect.arrayContaining(left));
      }
    }),
  );
});

test("in whatever order a run finds them, the tab is the same", () => {
  fc.assert(
    fc.property(anyProblems, (problems) => {
      expect(run([], CHECKS, [...problems].reverse())).toEqual(run([], CHECKS, problems));
    }),
  );
});
