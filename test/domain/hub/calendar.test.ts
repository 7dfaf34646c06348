import type { Cadence } from "../../../src/domain/hub/calendar";
import {
  calendarProblems,
  closedWeeks,
  closingOf,
  isDue,
  isTooOld,
  nextDueDay,
  schoolWeeks,
  weeksOfUpdate,
} from "../../../src/domain/hub/calendar";
import { yearGroupOf } from "../../../src/domain/hub/yearGroup";
import type { CalendarRow } from "../../../src/domain/tables/calendar";

let next = 2;
const row = (kind: CalendarRow["kind"], name: string, firstDay: string, lastDay: string) => ({
  year: "2026-27",
  kind,
  name,
  firstDay,
  lastDay,
  provider: "",
  row: next++,
});

const year = [
  row("half-term", "Autumn 1", "2026-09-03", "2026-10-23"), // a Thursday
  row("half-term", "Autumn 2", "2026-11-02", "2026-12-18"),
  row("half-term", "Spring 1", "2027-01-04", "2027-02-12"),
  row("closure", "INSET", "2026-11-20", "2026-11-20"), // a Friday
];
const weeks = schoolWeeks(year);
const at = (week: string) => weeks.find((w) => w.week === week)!;

test("a half-term that starts in mid-week has a short first week", () => {
  expect(weeks[0]).toMatchObject({ week: "2026-08-31", days: ["2026-09-03", "2026-09-04"], number: 1 });
});

test("holidays are no school weeks, and the week after ISO week 53 is one", () => {
  expect(weeks.map((w) => w.week)).not.toContain("2026-10-26");
  expect(weeks.map((w) => w.week)).not.toContain("2026-12-28");
  expect(at("2027-01-04")).toMatchObject({ halfTerm: "Spring 1", number: 1 });
});

test.each([
  ["2026-11-09", "2026-11-13T16:30"],
  ["2026-11-16", "2026-11-19T16:30"], // Friday is closed
])("the week of %s closes at %s", (week, closing) => expect(closingOf(at(week), "16:30")).toBe(closing));

test.each([
  ["2026-11-13T16:29", "2026-11-02"],
  ["2026-11-13T16:30", "2026-11-09"],
  ["2026-10-31T10:00", "2026-10-19"],
])("at %s the last closed week is that of %s", (now, week) =>
  expect(closedWeeks(weeks, "16:30", now).pop()?.week).toBe(week),
);

test("an update waits for a person more than six days after its week closed", () => {
  expect(isTooOld(at("2026-11-09"), "16:30", "2026-11-19T16:30")).toBe(false);
  expect(isTooOld(at("2026-11-09"), "16:30", "2026-11-19T16:31")).toBe(true);
});

const rhythm = (cadence: Cadence, holidays: CalendarRow[] = []) => ({ cadence, holidays });

test("an update that would go in the provider's own holiday joins the next", () => {
  const holiday = row("provider holiday", "Long weekend", "2026-11-13", "2026-11-16");
  const theirs = rhythm("weekly", [holiday]);
  expect(isDue(at("2026-11-09"), theirs)).toBe(false);
  expect(isDue(at("2026-11-16"), theirs)).toBe(true);
  const told = weeksOfUpdate(weeks, at("2026-11-16"), (earlier) => !isDue(earlier, theirs));
  expect(told.map((w) => w.week)).toEqual(["2026-11-09", "2026-11-16"]);
});

test("an update never reaches back further than four weeks", () =>
  expect(weeksOfUpdate(weeks, at("2026-12-14"), () => true).length).toBe(4));

test("fortnightly means the 2nd, 4th … week of a half-term and its last", () => {
  const due = weeks
    .filter((w) => w.halfTerm === "Autumn 2" && isDue(w, rhythm("fortnightly")))
    .map((w) => w.number);
  expect(due).toEqual([2, 4, 6, 7]);
  expect(weeks.some((w) => isDue(w, rhythm("none")))).toBe(false);
});

test("an update tells of the weeks since the one before", () => {
  const told = (week: string, cadence: "weekly" | "fortnightly") =>
    weeksOfUpdate(weeks, at(week), (earlier) => !isDue(earlier, rhythm(cadence))).map((w) => w.week);
  expect(told("2026-11-16", "weekly")).toEqual(["2026-11-16"]);
  expect(told("2026-11-09", "fortnightly")).toEqual(["2026-11-02", "2026-11-09"]);
  expect(told("2026-12-14", "fortnightly")).toEqual(["2026-12-14"]);
  expect(nextDueDay(weeks, at("2026-10-19"), rhythm("weekly"))).toBe("2026-11-06");
  expect(nextDueDay(weeks, weeks[weeks.length - 1]!, rhythm("weekly"))).toBeNull();
});

test("a year may start in August", () => {
  const [first] = schoolWeeks([row("half-term", "Autumn 1", "2025-08-26", "2025-10-10")]);
  expect(first).toMatchObject({ week: "2025-08-25", number: 1 });
});

test.each([
  [[], /no half-term/],
  [[row("half-term", "Autumn 1", "2026-09-01", "2026-08-01")], /ends before/],
  [
    [row("half-term", "A", "2026-09-01", "2026-10-23"), row("half-term", "B", "2026-10-20", "2026-12-18")],
    /before A has ended/,
  ],
])("an unusable calendar is a located problem", (rows, wrong) =>
  expect(
    calendarProblems(rows)
      .map((p) => p.wrong)
      .join(),
  ).toMatch(wrong),
);
test("a usable calendar has no problem", () => expect(calendarProblems(year)).toEqual([]));

test.each([
  ["2010-09-01", 10],
  ["2011-08-31", 10],
  ["2011-09-01", 9],
  ["2014-02-28", 7],
])("born on %s, in 2025-26: year %i", (born, group) =>
  expect(yearGroupOf({ born, yearGroup: null }, "2025-26")).toBe(group),
);
