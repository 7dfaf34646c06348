/** Which work is due at which moment, over a year with all that a calendar can hold. */
import fc from "fast-check";
import { closingDayOf, schoolWeeks } from "../../../src/domain/hub/calendar";
import { addDays } from "../../../src/domain/words/days";
import type { Known } from "../../../src/domain/hub/due";
import { dueWork as dueOf } from "../../../src/domain/hub/due";
import { missedUpdates, sendableWeeks, weekToTell } from "../../../src/domain/weekly/due";
import type { AnyHappening } from "../../../src/jobs/happenings";
import { HAPPENINGS } from "../../../src/jobs/happenings";
import { calendarRow, runRow as run, settings as defaults } from "../invented";

const settings = { ...defaults, firstOn: "2026-08-26" };
const weeks = schoolWeeks([
  calendarRow("half-term", "Autumn 1", "2026-08-26", "2026-10-23"), // a Wednesday in August
  calendarRow("closure", "Bank holiday", "2026-08-31"),
  calendarRow("half-term", "Autumn 2", "2026-11-03", "2026-12-18"), // a Tuesday
  calendarRow("closure", "INSET", "2026-11-20"), // a Friday
  calendarRow("closure", "Snow", "2026-12-07", "2026-12-11"),
  calendarRow("half-term", "Spring 1", "2027-01-05", "2027-02-12"),
  calendarRow("half-term", "Spring 2", "2027-02-22", "2027-04-02"),
]);
/** What is due of all that happens, and which weeks wait for a person. */
const dueWork = (weeks: Known["weeks"], runs: Known["runs"], settings: Known["settings"], now: string) => ({
  work: dueOf<AnyHappening>(HAPPENINGS, { weeks, runs, settings, now, isApproved: false }).map(
    ({ happening, ...occasion }) => ({ job: happening.name, ...occasion }),
  ),
  missed: missedUpdates({ weeks, runs, settings, now }),
});
/** Deterioration was looked for at this moment. */
const judged = (at: string) => ({ ...run("deteriorationCheck", at.slice(0, 10)), at: at.replace("T", " ") });
/** All updates of weeks that closed before the day are done. */
const told = (before: string) =>
  weeks.filter((w) => closingDayOf(w) < before).map((w) => run("weeklyUpdate", w.week));
const dueAt = (now: string, runs = told(now.slice(0, 10)), s = settings) =>
  dueWork(weeks, [...runs, judged(now), run("dataCheck", now.slice(0, 10))], s, now).work.map(
    (w) => `${w.job} ${w.for}`,
  );

test.each([
  ["2026-11-13T06:59", []],
  ["2026-11-13T07:00", ["weekRows 2026-11-13"]],
  ["2026-11-13T13:59", ["weekRows 2026-11-13"]],
  ["2026-11-13T14:00", ["weekRows 2026-11-13", "reminders 2026-11-13"]],
  ["2026-11-13T16:29", ["weekRows 2026-11-13", "reminders 2026-11-13"]],
  ["2026-11-13T16:30", ["weekRows 2026-11-13", "weeklyUpdate 2026-11-09"]],
  ["2026-11-13T18:00", ["weekRows 2026-11-13", "weeklyUpdate 2026-11-09", "eveningCheck 2026-11-13"]],
  ["2026-11-14T18:00", ["weeklyUpdate 2026-11-09"]], // on a Saturday only what was missed
])("on a Friday and after it, at %s: %j", (now, work) =>
  expect(dueAt(now, told("2026-11-13"))).toEqual(work),
);

test.each([
  ["the day before term", "2026-08-25T18:30", []],
  ["term starts on a Wednesday in August", "2026-08-26T08:00", ["weekRows 2026-08-26"]],
  ["its first week closes on Friday", "2026-08-28T16:30", ["weekRows 2026-08-28", "weeklyUpdate 2026-08-24"]],
  ["a bank holiday", "2026-08-31T18:30", []],
  ["the first open day is a Tuesday", "2026-09-01T07:10", ["weekRows 2026-09-01"]],
  ["a holiday week", "2026-10-28T18:30", []],
  ["the Monday before a half-term that starts on Tuesday", "2026-11-02T08:00", []],
  [
    "Thursday is last where Friday is closed",
    "2026-11-19T15:00",
    ["weekRows 2026-11-19", "reminders 2026-11-19"],
  ],
  ["and closes then", "2026-11-19T16:40", ["weekRows 2026-11-19", "weeklyUpdate 2026-11-16"]],
  ["the closed Friday", "2026-11-20T18:30", []],
  ["a week of snow", "2026-12-09T18:30", []],
  ["ISO week 53", "2026-12-30T12:00", []],
  ["the week after it", "2027-01-05T07:00", ["weekRows 2027-01-05"]],
  [
    "the week after the clocks went back",
    "2026-11-06T16:30",
    ["weekRows 2026-11-06", "weeklyUpdate 2026-11-02"],
  ],
  ["the Monday after they went forward", "2027-03-29T07:00", ["weekRows 2027-03-29"]],
  ["the Friday before", "2027-03-26T16:29", ["weekRows 2027-03-26", "reminders 2027-03-26"]],
])("%s, %s: %j", (_what, now, work) => expect(dueAt(now)).toEqual(work));

test("what is done is not due, what is open is, and a run of another day or job counts for nothing", () => {
  const now = "2026-11-13T18:00";
  const before = told("2026-11-13");
  const done = (["weekRows", "eveningCheck"] as const).map((job) => run(job, "2026-11-13"));
  expect(dueAt(now, [...before, ...done])).toEqual(["weeklyUpdate 2026-11-09"]);
  const open = [run("weeklyUpdate", "2026-11-09", "open"), run("eveningCheck", "2026-11-13", "open")];
  expect(dueAt(now, [...before, ...open, run("weekRows", "2026-11-12")])).toEqual(dueAt(now, before));
  expect(dueAt(now, [...before, ...done, run("weeklyUpdate", "2026-11-09")])).toEqual([]);
});

test("a missed week is made up for six days, then waits for a person; the newer ones go on", () => {
  const runs = told("2026-11-13");
  const at = (now: string) => {
    const { work, missed } = dueWork(weeks, runs, settings, now);
    const updates = work.filter((w) => w.job === "weeklyUpdate").map((w) => w.for);
    return { updates, missed: missed.map((w) => w.week) };
  };
  expect(at("2026-11-19T16:30")).toEqual({ updates: ["2026-11-09", "2026-11-16"], missed: [] });
  expect(at("2026-11-19T16:31")).toEqual({ updates: ["2026-11-16"], missed: ["2026-11-09"] });
  expect(at("2027-01-04T12:00")).toEqual({
    updates: [],
    missed: ["2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30", "2026-12-14"],
  });
});

test.each([
  ["never", "", []],
  ["on the closing day", "2026-11-13", ["2026-11-09"]],
  ["the day after it closed", "2026-11-14", []],
])("first on %s: nothing is due for a week that closed before", (_when, firstOn, due) => {
  const now = "2026-11-14T09:00";
  const { work, missed } = dueWork(weeks, [judged(now)], { ...settings, firstOn }, now);
  expect(work.map((w) => w.for)).toEqual(due);
  expect(missed).toEqual([]);
});

test("times of day are the settings'", () => {
  const late = {
    ...settings,
    rowsFrom: "09:00",
    chaseFrom: "10:00",
    closingTime: "12:00",
    eveningCheck: "12:00",
  };
  expect(dueAt("2026-11-13T08:59", told("2026-11-13"), late)).toEqual([]);
  expect(dueAt("2026-11-13T11:59", told("2026-11-13"), late)).toEqual([
    "weekRows 2026-11-13",
    "reminders 2026-11-13",
  ]);
  expect(dueAt("2026-11-13T12:00", told("2026-11-13"), late)).toEqual([
    "weekRows 2026-11-13",
    "weeklyUpdate 2026-11-09",
    "eveningCheck 2026-11-13",
  ]);
});

test.each([
  ["before the week closes, the evening before was enough", "2026-11-13T16:29", "2026-11-12T18:10", null],
  ["when it closes", "2026-11-13T16:30", "2026-11-12T18:10", "2026-11-13"],
  ["and that evening", "2026-11-13T18:00", "2026-11-13T16:40", "2026-11-13"],
  ["once", "2026-11-13T19:00", "2026-11-13T18:10", null],
  ["missed on Friday it is made up on Sunday", "2026-11-15T12:00", "2026-11-13T16:40", "2026-11-13"],
  ["and before Monday's evening", "2026-11-16T09:00", "2026-11-13T16:40", "2026-11-13"],
  ["not again in the holiday", "2026-10-28T18:30", "2026-10-23T18:10", null],
  ["never before the automation was first on", "2026-08-25T18:30", "2026-08-20T18:10", null],
])("deterioration is looked for %s", (_when, now, last, due) =>
  expect(
    dueWork(weeks, [judged(last)], settings, now).work.find((w) => w.job === "deteriorationCheck")?.for ??
      null,
  ).toBe(due),
);

describe("what a person may send now", () => {
  const offered = (now: string, runs = told("2026-11-13"), s = settings) =>
    sendableWeeks(weeks, runs, s, now).map((w) => w.week);
  test.each([
    ["before the last day nothing", "2026-11-12T18:00", []],
    ["the running week on its last day", "2026-11-13T09:00", ["2026-11-09"]],
    ["and once, when it has closed", "2026-11-13T16:30", ["2026-11-09"]],
    ["on the weekend still", "2026-11-14T10:00", ["2026-11-09"]],
    [
      "the old one and the running one, on a last day that is a Thursday",
      "2026-11-19T17:00",
      ["2026-11-09", "2026-11-16"],
    ],
    ["on a Wednesday the old one alone", "2026-11-18T10:00", ["2026-11-09"]],
  ])("%s", (_what, now, due) => expect(offered(now)).toEqual(due));

  test("not what is done; what is open, again; nothing from before the automation was first on", () => {
    const done = [...told("2026-11-13"), run("weeklyUpdate", "2026-11-09")];
    expect(offered("2026-11-13T15:00", done)).toEqual([]);
    expect(offered("2026-11-13T17:00", done)).toEqual([]);
    const open = [...told("2026-11-13"), run("weeklyUpdate", "2026-11-09", "open")];
    expect(offered("2026-11-13T15:00", open)).toEqual(["2026-11-09"]);
    expect(offered("2026-11-16T10:00", [], { ...settings, firstOn: "2026-11-16" })).toEqual([]);
  });
});

test.each([
  ["the running week", "2026-11-11T10:00", told("2026-11-11"), "2026-11-09"],
  ["the closed week that is not finished", "2026-11-16T10:00", told("2026-11-13"), "2026-11-09"],
  ["the newest of several", "2026-11-30T10:00", told("2026-11-13"), "2026-11-23"],
  ["in a holiday the week before", "2026-10-28T10:00", told("2026-10-28"), "2026-10-19"],
  ["before the first week the first", "2026-08-20T10:00", [], "2026-08-24"],
])("the preview shows %s", (_what, now, runs, week) =>
  expect(weekToTell(weeks, runs, settings, now)?.week).toBe(week),
);
test("without a calendar there is no week", () => {
  expect(weekToTell([], [], settings, "2026-11-16T10:00")).toBeUndefined();
  expect(dueWork([], [], settings, "2026-11-16T18:10")).toEqual({ work: [], missed: [] });
});

const anyMoment = fc
  .tuple(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(
    ([d, h, m]) => `${addDays("2026-08-20", d)}T${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`,
  );
test("what was entered is looked at an hour after the rows are made, once a day", () => {
  const due = (...runs: ReturnType<typeof run>[]) =>
    dueWork(weeks, runs, settings, "2026-11-11T08:10").work.some((w) => w.job === "dataCheck");
  expect(due()).toBe(false);
  expect(due(run("weekRows", "2026-11-11"))).toBe(true);
  expect(due(run("weekRows", "2026-11-11"), run("dataCheck", "2026-11-11"))).toBe(false);
});
test("once everything due is written down as done, nothing is due", () =>
  fc.assert(
    fc.property(anyMoment, (now) => {
      const runs = dueWork(weeks, [], settings, now).work.map((w) => ({
        ...run(w.job, w.for),
        at: now.replace("T", " "),
      }));
      return dueWork(weeks, runs, settings, now).work.every((w) => w.job === "dataCheck");
    }),
  ));
test("no closed week is forgotten: it is due, or missed, or done", () =>
  fc.assert(
    fc.property(anyMoment, (now) => {
      const { work, missed } = dueWork(weeks, [], settings, now);
      const seen = [
        ...missed.map((w) => w.week),
        ...work.filter((w) => w.job === "weeklyUpdate").map((w) => w.for),
      ];
      const closed = weeks.filter((w) => `${closingDayOf(w)}T16:30` <= now).map((w) => w.week);
      return JSON.stringify(seen) === JSON.stringify(closed);
    }),
  ));
