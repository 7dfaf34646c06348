/** What Prepare does about headings that people changed: put back what is certain, ask about the rest. */
import fc from "fast-check";
import { starterAreas } from "../../../src/domain/tables/areas";
import { contacts, pupils } from "../../../src/domain/tables/people";
import { repairOf } from "../../../src/domain/tables/repair";
import { headingsOf } from "../../../src/domain/tables/table";
import type { Table } from "../../../src/domain/tables/table";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";

const of = pupils as unknown as Table;
const headings = headingsOf(of);
const notes = Object.values(of.columns).map((c) => c.note);
const place = (heading: string) => headings.indexOf(heading);
/** The tab with some headings written anew; "" for one that was cleared. */
const repaired = (written: Record<string, string>, noted = notes, table = of, all = headingsOf(table)) => {
  const { put, add, problems } = repairOf(
    table,
    all.map((h) => written[h] ?? h),
    noted,
  );
  return {
    put: [...put].map(([at, h]) => [at, h]),
    add: add.map((c) => c.heading),
    problems: problems.map((p) => p.wrong),
  };
};
const nothing = { put: [], add: [], problems: [] };
const noNotes = notes.map(() => "");

test("nothing where all headings are there, in any order and capitals, others between them", () => {
  expect(repaired({})).toEqual(nothing);
  expect(repaired({ Surname: "SURNAME " })).toEqual(nothing);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...headings, "Our notes"], { minLength: headings.length + 1 }),
      (shuffled) =>
        expect(
          repaired(
            {},
            shuffled.map(() => ""),
            of,
            shuffled,
          ),
        ).toEqual(nothing),
    ),
  );
});

test.each([
  ["renamed, known by its note", { Surname: "Family name" }, notes, { put: [[2, "Surname"]] }],
  ["cleared, known by its note", { Surname: "" }, notes, { put: [[2, "Surname"]] }],
  [
    "two renamed",
    { Surname: "Family name", "Known as": "Nickname" },
    notes,
    {
      put: [
        [2, "Surname"],
        [3, "Known as"],
      ],
    },
  ],
  [
    "two that changed places are found by their headings",
    { Surname: "Known as", "Known as": "Surname" },
    notes,
    {},
  ],
  [
    "renamed without note",
    { Surname: "Family name" },
    noNotes,
    {
      problems: [
        'The heading "Surname" is missing, and "Family name" may be the same column under another name.',
      ],
    },
  ],
  ["cleared without note", { Surname: "" }, noNotes, { add: ["Surname"] }],
  [
    "deleted, and its note with it",
    { Surname: "" },
    notes.map((n, i) => (i === 2 ? "" : n)),
    { add: ["Surname"] },
  ],
  ["written over by another's, known by its note", { Surname: "Known as" }, notes, { put: [[2, "Surname"]] }],
  [
    "written over by another's without note: nothing is added beside it",
    { Surname: "Known as" },
    noNotes,
    {
      problems: [
        'The heading "Surname" is missing, and "Known as" may be the same column under another name.',
        'The heading "Known as" is there twice.',
      ],
    },
  ],
] as [string, Record<string, string>, string[], Partial<typeof nothing>][])(
  "%s",
  (_what, written, noted, expected) => expect(repaired(written, noted)).toEqual({ ...nothing, ...expected }),
);

test("a column copied with its note stands twice: a person decides", () => {
  const copied = repairOf(of, [...headings, "Surname"], [...notes, notes[place("Surname")] ?? ""]);
  expect(copied).toMatchObject({
    add: [],
    problems: [{ heading: "Surname", wrong: 'The heading "Surname" is there twice.' }],
  });
  expect(copied.put.size).toBe(0);
});

test("a note that two columns share tells nothing", () => {
  const grades = weeklyGrades(starterAreas);
  const all = Object.values(grades.columns).map((c) => c.note);
  expect(repaired({ "Sessions offered": "Offered" }, all, grades)).toMatchObject({
    put: [],
    add: [],
    problems: [/"Offered" may be the same column/].map((r) => expect.stringMatching(r)),
  });
  expect(repaired({ Engagement: "Effort" }, all, grades)).toEqual({ ...nothing, put: [[7, "Engagement"]] });
});

test("once what it says is done, nothing is left to do", () =>
  fc.assert(
    fc.property(
      fc.subarray(headings),
      fc.constantFrom("", "Changed"),
      fc.boolean(),
      (changed, to, hasNotes) => {
        const table = of;
        const edited: string[] = headings.map((h, i) => (changed.includes(h) ? to && to + i : h));
        const noted = hasNotes ? notes : noNotes;
        const { put, add, problems } = repairOf(table, edited, noted);
        for (const [at, heading] of put) edited[at] = heading;
        const after = repairOf(table, [...edited, ...add.map((c) => c.heading)], noted);
        return after.put.size + after.add.length === 0 && after.problems.length === problems.length;
      },
    ),
  ));
test("what is right is never written over", () =>
  expect(repairOf(contacts as unknown as Table, ["Id"], ["Id"]).put.size).toBe(0));
