/** Blanks, who is asked for them, the rows they stand in and the Overview that shows them. */
import { judgementsOf } from "../../../src/domain/rule/judgements";
import { RULE } from "../../../src/domain/words/ruleNumbers";
import fc from "fast-check";
import { schoolWeeks } from "../../../src/domain/hub/calendar";
import type { Mark } from "../../../src/domain/words/grades";
import { halfTermTo, overviewRows, weekHeading } from "../../../src/domain/weekly/overviewRows";
import { reminders } from "../../../src/domain/weekly/reminders";
import { starterAreas } from "../../../src/domain/tables/areas";
import { missingWeekRows } from "../../../src/domain/hub/weekRows";
import {
  calendarRow,
  hub,
  member,
  placement,
  pupil,
  row,
  settings,
  week,
  WEEK,
  weekOf,
  weeks,
} from "../invented";
import { blanksIn } from "../../../src/domain/hub/blanks";

const [ada, ben, cat] = [
  pupil("U001", "Ada", "Stone"),
  pupil("U002", "Ben", "Hill"),
  pupil("U003", "Cat", ""),
];
const lead = member("S01", { role: "lead" });
const teacher = member("S02");
const placed = [ada, ben, cat].map((p) => placement(p.id, "P01"));
/** Every area graded, but those given. */
const full = (change: Record<string, Mark> = {}): Record<string, Mark> => ({
  ...Object.fromEntries(starterAreas.map((a): [string, Mark] => [a.id, "G"])),
  ...change,
});
const graded = (id: string, change: Record<string, Mark> = {}) => row(id, WEEK, "", null, full(change));

describe("blanks", () => {
  test.each([
    ["every area entered", full(), []],
    ["one blank", full({ A03: null }), ["Behaviour and safety"]],
    ["one that cannot be read", full({ A03: "?" }), ["Behaviour and safety"]],
    ["reasons are no blanks", full({ A01: "U", A02: "E", A03: "T", A04: "I", A05: "H" }), []],
  ])("%s: %j", (_what, grades, areas) => {
    const of = hub([ada], [placed[0]!], [row("U001", WEEK, "", null, grades)]);
    expect(blanksIn(week, of).flatMap((b) => b.areas)).toEqual(areas);
  });
  test("nothing yet: no grade at all, or no row", () => {
    const of = hub([ada, ben, cat], placed, [row("U001", WEEK, "", null, {}), graded("U002", { A01: null })]);
    expect(blanksIn(week, of).map((b) => [b.pupil.id, b.nothingYet])).toEqual([
      ["U001", true],
      ["U002", false],
      ["U003", true],
    ]);
    const judged = hub([ada], [placed[0]!], [row("U001", WEEK, "", "A", {})]);
    expect(blanksIn(week, judged)).toMatchObject([{ nothingYet: false }]);
  });
  test("only of pupils here that week, and of areas in use", () => {
    const gone = hub(
      [ada, ben],
      [placement("U001", "P01", "2026-11-02", "2026-11-13"), placement("U002", "P01", "2026-11-20")],
      [],
    );
    expect(blanksIn(week, gone).map((b) => b.pupil.id)).toEqual(["U002"]);
    const areas = starterAreas.map((a) => ({ ...a, retiredFrom: a.id === "A01" ? WEEK : null }));
    const of = hub([ada], [placed[0]!], [graded("U001", { A01: null })], { areas });
    expect(blanksIn(week, of)).toEqual([]);
    expect(blanksIn(week, { ...of, areas: [] })).toEqual([]);
  });
  test("two placements at once are one blank", () =>
    expect(blanksIn(week, hub([ada], [placement("U001", "P01"), placement("U001", "P02")], []))).toHaveLength(
      1,
    ));
});

describe("reminders", () => {
  const of = (keyWorkers: [string, ReturnType<typeof member>][], staff = [lead, teacher]) =>
    hub([ada, ben, cat], placed, [graded("U001", { A03: null, A04: "?" }), graded("U002")], {
      staff,
      keyWorkers: new Map(keyWorkers),
    });
  const mailsOf = (...args: Parameters<typeof of>) => reminders(week, "2026-11-20", of(...args), settings);

  test("one mail per member of staff: a blank belongs to the key worker, without one to the leads", () => {
    const { mails, problems } = mailsOf([["U001", teacher]]);
    expect(mails.map((m) => [m.key, m.recipient, m.subject])).toEqual([
      ["reminder|2026-11-20|S02", "s02@hub.example", "Please enter before 16:30: grades for 1 pupil"],
      ["reminder|2026-11-20|S01", "s01@hub.example", "Please enter before 16:30: grades for 1 pupil"],
    ]);
    expect(mails[0]?.text).toMatch(/Hello Member S02,[^]* {2}Ada Stone: Behaviour and safety, Engagement\n/);
    expect(mails[1]?.text).toMatch(/ {2}Cat: nothing yet/);
    expect(problems).toEqual([]);
  });
  test.each([
    ["every lead is asked", [], [lead, member("S03", { role: "lead" })], ["S01", "S03"]],
    ["not one who has left", [], [lead, member("S03", { role: "lead", active: "no" })], ["S01"]],
    ["nor a key worker who has", ["U001", "U003"], [lead, member("S02", { active: "no" })], ["S01"]],
    ["a key worker of both gets one", ["U001", "U003"], [lead, teacher], ["S02"]],
  ])("%s", (_what, ids, staff, asked) => {
    const worker = staff.find((s) => s.id === "S02") ?? teacher;
    const { mails } = mailsOf(
      ids.map((id) => [id, worker]),
      staff,
    );
    expect(mails.map((m) => ("staff" in m.to ? m.to.staff : ""))).toEqual(asked);
  });
  test("one without address is a problem, and the others' go", () => {
    const silent = member("S02", { email: "" });
    const { mails, problems } = mailsOf([["U001", silent]], [lead, silent]);
    expect(mails.map((m) => m.recipient)).toEqual(["s01@hub.example"]);
    expect(problems.map((p) => p.wrong)).toEqual([
      "Member S02 (S02) has blank grades to enter but no email address.",
    ]);
  });
  test("no blanks, no mail", () =>
    expect(reminders(week, "2026-11-20", hub([ben], [placed[1]!], [graded("U002")]), settings)).toEqual({
      mails: [],
      problems: [],
    }));
});

describe("the rows of a week", () => {
  test("one for every pupil with a placement on an open day of it who has none; by key worker, then name", () => {
    const of = hub([ada, ben, cat], placed, [], { keyWorkers: new Map([["U003", teacher]]) });
    expect(missingWeekRows(week, of)).toEqual([
      { week: WEEK, pupil: "U003", name: "Cat", keyWorker: "Member S02" },
      { week: WEEK, pupil: "U001", name: "Ada Stone", keyWorker: "" }, // nobody's rows come last
      { week: WEEK, pupil: "U002", name: "Ben Hill", keyWorker: "" },
    ]);
  });
  test("a row that cannot be used is there all the same; made once, none is missing", () => {
    expect(
      missingWeekRows(week, hub([ada], [placed[0]!], [], { takenRows: new Set([`${WEEK}|U001`]) })),
    ).toEqual([]);
    expect(missingWeekRows(week, hub([ada], [placed[0]!]))).toEqual([]);
  });
  test.each([
    ["joins on the last open day", "2026-11-20", null, 1],
    ["joins on the Saturday after", "2026-11-21", null, 0],
    ["left on the first open day", "2026-11-02", "2026-11-16", 1],
    ["left on the Friday before", "2026-11-02", "2026-11-13", 0],
    ["ends before it starts", "2026-11-18", "2026-11-17", 0],
  ])("a pupil who %s", (_what, first, last, n) =>
    expect(missingWeekRows(week, hub([ada], [placement("U001", "P01", first, last)], []))).toHaveLength(n),
  );
  test("the order of pupils and placements does not matter", () => {
    const expected = missingWeekRows(week, hub([ada, ben, cat], placed, []));
    fc.assert(
      fc.property(fc.shuffledSubarray(placed, { minLength: 3 }), (shuffled) =>
        expect(missingWeekRows(week, hub([cat, ada, ben], shuffled, []))).toEqual(expected),
      ),
    );
  });
});

describe("the Overview", () => {
  const year = schoolWeeks([
    calendarRow("half-term", "Autumn 1", "2026-09-03", "2026-10-23"),
    calendarRow("half-term", "Autumn 2", "2026-11-03", "2026-12-18"),
    { ...calendarRow("half-term", "Autumn 1", "2027-09-02", "2027-10-22"), year: "2027-28" },
  ]);
  test.each([
    ["2026-11-20", "2026-11-02", "2026-11-16"],
    ["2026-11-22", "2026-11-02", "2026-11-16"], // on a Sunday the week before it
    ["2026-11-02", "2026-08-31", "2026-10-19"], // the Monday before it starts: still the last half-term
    ["2026-11-03", "2026-11-02", "2026-11-02"],
    ["2026-12-25", "2026-11-02", "2026-12-14"],
    ["2027-09-10", "2027-08-30", "2027-09-06"], // the same name, another year
  ])("on %s shows the weeks from %s to %s", (today, first, last) => {
    const shown = halfTermTo(year, today).map((w) => w.week);
    expect([shown[0], shown[shown.length - 1]]).toEqual([first, last]);
  });
  test("before the first week there is nothing to show", () => {
    expect(halfTermTo(year, "2026-09-02")).toEqual([]);
    expect(overviewRows([], hub([ada], [placed[0]!]), [], RULE)).toEqual([]);
  });
  test("headings are short", () => {
    expect(weekHeading(week)).toBe("w/b 16 Nov");
    expect(weekHeading(weekOf("2026-12-07"))).toBe("w/b 7 Dec");
    expect(weekHeading(schoolWeeks([calendarRow("half-term", "S", "2027-05-03")])[0]!)).toBe("w/b 3 May");
  });

  const shown = weeks.slice(0, 3); // 2, 9 and 16 November
  const rowOf = (rows: ReturnType<typeof row>[], placements = [placed[0]!]) =>
    rowsOver(shown, hub([ada], placements, rows))[0];
  const rowsOver = (upTo: typeof shown, of: ReturnType<typeof hub>) =>
    overviewRows(upTo, of, judgementsOf(of, upTo, [], RULE), RULE);
  test("the level and the weeks below it, with what they bring", () => {
    const overall = (letters: string) =>
      rowsOver(
        weeks.slice(0, letters.length),
        hub(
          [ada],
          [placed[0]!],
          [...letters].map((letter, i) => row("U001", weeks[i]!.week, "", letter as Mark)),
        ),
      )[0];
    expect(overall("G")).toMatchObject({ level: "", below: "" });
    expect(overall("GG")).toMatchObject({ level: "G", below: "" });
    expect(overall("GGA")).toMatchObject({ level: "G", below: "1 week" });
    expect(overall("GGAAA")).toMatchObject({ level: "G", below: "3 weeks, warning" });
    expect(overall("GGAAAR")).toMatchObject({ level: "G", below: "4 weeks, notified" });
  });
  test("the worked example: an overall, one worked out, one blank; what is to enter; sessions", () => {
    const rows = [
      { ...row("U001", "2026-11-02", "", "R"), offered: 10, attended: 9 },
      { ...row("U001", "2026-11-09", "", null, full({ A01: "R" })), offered: 10, attended: 8 },
      { ...row("U001", WEEK, "", null, { A01: "G" }), offered: 10, attended: null },
    ];
    expect(rowOf(rows)).toEqual({
      pupilId: "U001",
      targets: "",
      recognised: "",
      pupil: "Ada Stone",
      providers: "P01 School",
      keyWorker: "",
      level: "R",
      below: "",
      blanks: "7",
      attendance: "85% (17 of 20)",
      week0: "R",
      week1: "G*",
      week2: "blank",
    });
  });
  test("nothing while the pupil is not here; providers of these weeks only", () => {
    const placements = [
      placement("U001", "P01", "2026-09-03", "2026-10-23"),
      placement("U001", "P02", "2026-11-09", "2026-11-13"),
    ];
    expect(rowOf([], placements)).toMatchObject({
      providers: "P02 School",
      week0: "",
      week1: "blank",
      week2: "",
      blanks: "",
    });
    expect(rowOf([], [placements[0]!])).toBeUndefined();
    const both = [
      placement("U001", "P02"),
      placement("U001", "P01"),
      { ...placement("U001", "P01", WEEK), id: "L9" },
    ];
    expect(rowOf([], both)?.["providers"]).toBe("P02 School, P01 School");
  });
  test("a reason stands as its letter; no sessions, no percentage", () =>
    expect(rowOf([{ ...row("U001", WEEK, "", "T"), offered: 0, attended: 0 }])).toMatchObject({
      week2: "T",
      attendance: "",
    }));
});
