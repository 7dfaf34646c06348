/**
 * What is typed where a grade or a day belongs: it is the grade or the day that the one rule makes of it (any
 * capitals, the whole word, Google's dates), or it is on Problems with its cell, stays as it was typed, and
 * never becomes a blank.
 */
import { markOf } from "../../../src/domain/words/grades";
import { dateText } from "../../../src/google/cells";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { inputsOf } from "../../badInputs";
import { demo, person, problemsAt, received, sweep, valuesOf } from "../hub";

const VALUES = inputsOf("number-date").map(({ id, value }) => ({ id, value }));
const LEAD = "helen.marlowe@hub.example";

/** Where each value was typed. */
interface Place {
  row: number;
  column: number;
  heading: string;
}

/** Types each value into a cell of its own, so many under each heading, from row 2 on. */
function typeEach(lead: Host, tab: string, headings: readonly string[], rows: number): Place[] {
  const [all = []] = valuesOf(lead, tab);
  if (VALUES.length > headings.length * rows) throw new Error(`${tab} has no place for all values.`);
  return headings.flatMap((heading, i) => {
    const column = all.indexOf(heading) + 1;
    const values = VALUES.slice(i * rows, (i + 1) * rows).map(({ value }) => [value]);
    if (values.length > 0) lead.edit(tab, 2, column, values);
    return values.map((_value, k) => ({ row: 2 + k, column, heading }));
  });
}

/** A cell as it is read. */
const saidOf = (cell: unknown): string =>
  cell !== null && typeof cell === "object" ? dateText(cell as Date) : String(cell).trim();
const cellAt = (lead: Host, tab: string, { row, column }: Place): unknown =>
  valuesOf(lead, tab)[row - 1]?.[column - 1];

describe("as a grade", () => {
  let workspace: MemoryWorkspace;
  let lead: Host;
  let places: Place[] = [];
  beforeAll(() => {
    ({ workspace } = demo());
    lead = person(workspace, LEAD);
    places = typeEach(
      lead,
      "Weekly grades",
      ["Engagement", "Behaviour and safety", "Literacy", "Numeracy"],
      16,
    );
    lead.call("checkPasted");
  });

  test.each(VALUES.map(({ id, value }, i) => [id, value, i] as const))("%s %j", (_id, value, i) => {
    const place = places[i] as Place;
    const mark = typeof value === "string" ? markOf(value) : undefined;
    const cell = cellAt(lead, "Weekly grades", place);
    const problems = problemsAt(workspace, { tab: "Weekly grades", ...place }, saidOf(cell));
    if (mark) expect([cell, problems]).toEqual([mark, []]);
    else {
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/ cannot be read: it is not a grade/);
      expect(cell).not.toBe("");
    }
  });

  test("one that cannot be read is to follow, in the mail to the provider, and nobody's letter is made up", async () => {
    sweep(workspace, LEAD);
    const mails = await received(workspace);
    expect(mails.length).toBeGreaterThan(3);
    const text = mails.map((mail) => mail.text).join("\n");
    expect(text).toMatch(/: to follow/);
    expect(text).not.toMatch(/Infinity|undefined|NaN|#REF|W53|9007199254740992/);
  });

  test("in the sidebar it is refused by its heading, or becomes the letter", () => {
    const { workspace: other } = demo();
    const member = person(other, LEAD, "2026-11-20T15:10");
    for (const { value } of VALUES) {
      const [headings = [], first = []] = valuesOf(member, "Weekly grades");
      const seen = String(first[headings.indexOf("Engagement")] ?? "");
      const [week, pupil] = ["2026-11-16", String(first[headings.indexOf("Pupil id")])];
      const enter = () => member.run("enterGrades", pupil, week, [{ field: "A04", seen, now: value }]);
      const mark = typeof value === "string" ? markOf(value) : undefined;
      if (!mark) expect(enter).toThrow(/(is not a grade|is not text)\. Nothing was saved\.$/);
      else {
        enter();
        expect(valuesOf(member, "Weekly grades")[1]?.[headings.indexOf("Engagement")]).toBe(mark);
      }
    }
  });
});

/** Tabs with a day in them: a row that cannot do without it is left out and said so. */
const DAYS: [tab: string, headings: string[], rows: number][] = [
  ["Weekly grades", ["Week"], 100],
  ["Pupils", ["Born"], 48],
  ["Placements", ["First day", "Last day"], 48],
];

describe.each(DAYS)("as a day in %s", (tab, headings, rows) => {
  let workspace: MemoryWorkspace;
  let lead: Host;
  let places: Place[] = [];
  beforeAll(() => {
    ({ workspace } = demo("default"));
    lead = person(workspace, LEAD);
    places = typeEach(lead, tab, headings, rows);
    lead.call("checkPasted");
  });

  test.each(VALUES.map(({ id, value }, i) => [id, value, i] as const))("%s %j", (_id, value, i) => {
    const place = places[i] as Place;
    const cell = cellAt(lead, tab, place);
    const problems = problemsAt(workspace, { tab, ...place }, saidOf(cell));
    expect(cell).not.toBe("");
    if (problems.length > 0)
      expect(problems[0]).toMatch(/ cannot be read: | is not a (Monday|school week)|ends before it starts/);
    else {
      // It was taken: then it is a day that people write as one, and no time.
      expect(String(value)).toMatch(/\d{4}-\d|\d[/.]\d/);
      expect(dateText(cell as Date)).toMatch(/^(19|20|21)\d\d-\d\d-\d\d$/);
    }
  });
});
