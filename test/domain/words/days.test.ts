import fc from "fast-check";
import {
  addDays,
  daysBetween,
  daysFrom,
  dayWithWeekday,
  isDay,
  longDay,
  weekdayOf,
  weekOf,
} from "../../../src/domain/words/days";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1990-01-01", n));

test.each([
  ["2026-10-19", 7, "2026-10-26"], // the clocks go back on 25 October
  ["2027-03-22", 7, "2027-03-29"], // and forward on 28 March
  ["2026-12-28", 7, "2027-01-04"], // ISO week 53
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-11-16", 0, "2026-11-16"],
])("%s and %i days is %s", (day, days, expected) => expect(addDays(day, days)).toBe(expected));

test.each([
  ["2026-11-16", "2026-11-16"],
  ["2026-11-20", "2026-11-16"],
  ["2026-11-22", "2026-11-16"],
  ["2027-01-03", "2026-12-28"],
])("%s is in the week of %s", (day, week) => expect(weekOf(day)).toBe(week));

test("weekOf is idempotent and gives a Monday", () =>
  fc.assert(fc.property(anyDay, (d) => weekOf(weekOf(d)) === weekOf(d) && weekdayOf(weekOf(d)) === 0)));
test("adding days can be taken back", () =>
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -900, max: 900 }), (d, n) => daysBetween(d, addDays(d, n)) === n),
  ));

test.each([
  ["2026-11-16", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["16/11/2026", false],
  ["2026-11-16 10:00", false],
  ["", false],
])("%p is a day: %p", (text, expected) => expect(isDay(text)).toBe(expected));

test("days in words", () => {
  expect(longDay("2026-11-16")).toBe("16 November 2026");
  expect(dayWithWeekday("2026-11-17")).toBe("Tuesday 17 November");
  expect(daysFrom("2026-10-30", "2026-11-02")).toEqual([
    "2026-10-30",
    "2026-10-31",
    "2026-11-01",
    "2026-11-02",
  ]);
  expect(daysFrom("2026-11-02", "2026-11-01")).toEqual([]);
});
