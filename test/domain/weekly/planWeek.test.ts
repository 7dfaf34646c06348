/** What goes to whom at the end of a week, over whole half-terms of a simulated clock. */
import fc from "fast-check";
import { closingDayOf, schoolWeeks } from "../../../src/domain/hub/calendar";
import type { Cadence, SchoolWeek } from "../../../src/domain/hub/calendar";
import type { Letters } from "../../../src/domain/mail/mail";
import type { Hub } from "../../../src/domain/hub/hub";
import type { OutboxRow, RunRow } from "../../../src/domain/tables/ledger";
import type { Contact } from "../../../src/domain/tables/people";
import type { InRow } from "../../../src/domain/tables/read";
import { planWeek } from "../../../src/domain/weekly/planWeek";
import {
  calendarRow,
  hub,
  contact,
  placement,
  provider,
  pupil,
  row,
  runRow,
  sentEvent,
  settings as defaults,
  week,
  WEEK,
} from "../invented";
import { contactProblem } from "../../../src/domain/hub/contacts";

const settings = { ...defaults, firstOn: "2026-11-01" };
const year = schoolWeeks([
  calendarRow("half-term", "Autumn 2", "2026-11-02", "2026-12-18"),
  calendarRow("half-term", "Spring 1", "2027-01-04", "2027-02-12"),
]);
const [ada, ben] = [pupil("U001", "Ada", "Stone"), pupil("U002", "Ben", "Hill")];
const people = [contact("C001", "P01"), contact("C002", "P02")];

/** One provider's hub over all the year's weeks. */
const over = (cadence: Cadence, change: Partial<Hub> = {}) =>
  hub(
    [ada],
    [placement("U001", "P01")],
    year.map((w) => row("U001", w.week)),
    { weeks: year, providers: [provider("P01", { cadence })], ...change },
  );

/**
 * Weeks told to P01, each update's in a list, where the cadence of the moment and the runs' state vary by
 * week.
 */
function toldOver(
  hubAt: (week: SchoolWeek, i: number) => Hub,
  stateAt: (i: number) => RunRow["state"] | null = () => "done",
  contactsAt: (i: number) => readonly InRow<Contact>[] = () => people,
): string[][] {
  const [events, runs, told]: [InRow<OutboxRow>[], InRow<RunRow>[], string[][]] = [[], [], []];
  year.forEach((week, i) => {
    const { mails } = planWeek(
      { hub: hubAt(week, i), contacts: contactsAt(i) },
      { events, runs },
      week,
      settings,
    );
    for (const mail of mails.filter((m) => m.key.includes("|P01|"))) {
      events.push(sentEvent(events.length + 1, mail.key, mail.letters as Letters));
      told.push(Object.keys(mail.letters));
    }
    const state = stateAt(i);
    if (state) runs.push(runRow("weeklyUpdate", week.week, state));
  });
  return told;
}
const numbers = (told: string[][]) =>
  told.map((weeks) => weeks.map((w) => year.findIndex((x) => x.week === w) + 1));

test.each([
  ["weekly", [[1], [2], [3], [4], [5], [6], [7], [8], [9], [10], [11], [12], [13]]],
  ["fortnightly", [[1, 2], [3, 4], [5, 6], [7], [8, 9], [10, 11], [12, 13]]],
  ["none", []],
] as [Cadence, number[][]][])("cadence %s tells weeks %j", (cadence, told) =>
  expect(numbers(toldOver(() => over(cadence)))).toEqual(told),
);

test.each([
  ["fortnightly, weekly from the 3rd week", 3, "fortnightly", "weekly", [[1, 2], [3], [4]]],
  ["fortnightly, weekly from the 2nd", 2, "fortnightly", "weekly", [[1, 2], [3], [4]]],
  ["weekly, fortnightly from the 3rd", 3, "weekly", "fortnightly", [[1], [2], [3, 4]]],
  ["weekly, fortnightly from the 4th", 4, "weekly", "fortnightly", [[1], [2], [3], [4]]],
] as [string, number, Cadence, Cadence, number[][]][])(
  "cadence %s: every week once",
  (_what, from, before, after, told) =>
    expect(numbers(toldOver((_w, i) => over(i + 1 < from ? before : after))).slice(0, told.length)).toEqual(
      told,
    ),
);

const anyCadences = fc.array(fc.constantFrom<Cadence>("weekly", "fortnightly"), {
  minLength: 13,
  maxLength: 13,
});
test("whatever the cadence of each week, every week is told once, in order", () =>
  fc.assert(
    fc.property(anyCadences, (cadences) => {
      const told = toldOver((_w, i) => over(i === 12 ? "weekly" : cadences[i]!)).flat();
      return JSON.stringify(told) === JSON.stringify(year.map((w) => w.week));
    }),
  ));

test("a week whose run stayed open for another provider's sake is told to a fortnightly one all the same", () =>
  expect(
    numbers(
      toldOver(
        () => over("fortnightly"),
        (i) => (i === 0 ? "open" : "done"),
      ),
    ).slice(0, 2),
  ).toEqual([
    [1, 2],
    [3, 4],
  ]));
test("so is one in which nothing ran at all", () =>
  expect(
    numbers(
      toldOver(
        () => over("fortnightly"),
        (i) => (i === 2 ? null : "done"),
      ),
    ).slice(0, 2),
  ).toEqual([
    [1, 2],
    [3, 4],
  ]));
test("a week that this provider's own update still has to tell is not told by the next", () =>
  expect(
    numbers(
      toldOver(
        () => over("weekly"),
        (i) => (i === 0 ? "open" : "done"),
        (i) => (i === 0 ? [] : people),
      ),
    ).slice(0, 2),
  ).toEqual([[2], [3]]));
test("nothing is told of weeks that closed before the automation was first on", () => {
  const of = { hub: over("fortnightly"), contacts: people };
  const at = year[3]!;
  const tell = (firstOn: string) =>
    planWeek(of, { events: [], runs: [] }, at, { ...settings, firstOn }).mails.map((m) =>
      Object.keys(m.letters),
    );
  expect(tell(closingDayOf(year[2]!))).toEqual([["2026-11-16", "2026-11-23"]]);
  expect(tell("2026-11-21")).toEqual([["2026-11-23"]]);
});

test("a provider's holiday on the closing day joins two weeks", () => {
  const holidays = [calendarRow("provider holiday", "Training", "2026-11-13", "2026-11-13", "P01")];
  expect(numbers(toldOver(() => over("weekly", { holidays }))).slice(0, 3)).toEqual([[1], [2, 3], [4]]);
  const others = [calendarRow("provider holiday", "Training", "2026-11-13", "2026-11-13", "P02")];
  expect(numbers(toldOver(() => over("weekly", { holidays: others }))).slice(0, 2)).toEqual([[1], [2]]);
});

describe("who gets nothing, and why", () => {
  const planned = (
    change: Parameters<typeof provider>[1],
    contacts: readonly InRow<Contact>[] = people,
    placements = [placement("U001", "P01"), placement("U002", "P02")],
  ) => {
    const of = hub([ada, ben], placements, undefined, {
      providers: [provider("P01", change), provider("P02")],
    });
    const plan = planWeek({ hub: of, contacts }, { events: [], runs: [] }, week, settings);
    return {
      keys: plan.mails.map((m) => m.key),
      why: plan.nothing.map((n) => n.why).join(),
      problems: plan.problems.map((p) => p.wrong).join(),
      blocked: plan.blocked,
    };
  };
  const P02 = `weekly|${WEEK}|P02|C002`;

  test.each([
    ["cadence none", { cadence: "none" }, "This provider wants no updates.", false],
    [
      "not due",
      { cadence: "fortnightly" },
      "No update is due this week. The next one will cover this week too.",
      false,
    ],
    ["not active", { active: "no" }, "P01 School (P01) is not active but has pupils here.", true],
  ] as const)("%s", (_what, change, why, blocked) =>
    expect(planned(change)).toEqual({ keys: [P02], why, problems: blocked ? why : "", blocked }),
  );

  test.each([
    ["none at all", people.slice(1)],
    ["one without address", [contact("C001", "P01", { email: "", confirmed: "" }), ...people.slice(1)]],
    ["one who takes no updates", [contact("C001", "P01", { updates: "no" }), ...people.slice(1)]],
    ["one whose mail came back", [contact("C001", "P01", { bounced: "yes" }), ...people.slice(1)]],
    ["one not confirmed", [contact("C001", "P01", { confirmed: "" }), ...people.slice(1)]],
    ["one changed since", [contact("C001", "P01", { confirmed: "x@p01.example" }), ...people.slice(1)]],
  ])("no usable contact, %s: a problem, the others' go, and the week stays open", (_what, contacts) => {
    const plan = planned({}, contacts);
    expect(plan).toMatchObject({ keys: [P02], blocked: true });
    expect(plan.problems).toMatch(
      /P01 School \(P01\) has pupils here but no confirmed contact who takes updates/,
    );
  });

  test.each([
    [{}, 0],
    [{ email: "", confirmed: "" }, 0],
    [{ confirmed: "" }, 1],
    [{ confirmed: "x@p01.example" }, 1],
  ])("a contact with %j waits for a lead's confirmation: %i problems", (change, n) =>
    expect(contactProblem(contact("C001", "P01", change))).toHaveLength(n),
  );

  test("no pupils here", () =>
    expect(planned({}, people, [placement("U002", "P02")])).toEqual({
      keys: [P02],
      why: "It had no pupils here in these weeks.",
      problems: "",
      blocked: false,
    }));
  test("nor is a provider without pupils chased for a contact", () =>
    expect(planned({}, people.slice(1), [placement("U002", "P02")]).blocked).toBe(false));
  test("a pupil whose placement cannot be read is to follow, and the message goes", () => {
    const of = hub([ada], [], [], { unreadablePlacements: new Map([["P01", 1]]) });
    const [mail] = planWeek({ hub: of, contacts: people }, { events: [], runs: [] }, week, settings).mails;
    expect(mail?.subject).toBe("Weekly update, week beginning 16 November 2026: 1 pupil to follow");
    expect(mail?.text).toMatch(/1 pupil to follow: this week's grades are not complete yet/);
  });
});

test("two contacts get a message each, told apart by key and reference alone", () => {
  const of = {
    hub: hub([ada], [placement("U001", "P01")]),
    contacts: [contact("C001", "P01"), contact("C003", "P01")],
  };
  const mails = planWeek(of, { events: [], runs: [] }, week, settings).mails;
  expect(mails.map((m) => [m.key, m.recipient])).toEqual([
    [`weekly|${WEEK}|P01|C001`, "c001@p01.example"],
    [`weekly|${WEEK}|P01|C003`, "c003@p01.example"],
  ]);
  expect(mails[1]?.text.replace("C003", "C001")).toBe(mails[0]?.text);
});

test("what changed in earlier weeks stands in the update, each contact's from what it was sent", () => {
  const earlier = "2026-11-09";
  const of = {
    hub: hub([ada], [placement("U001", "P01")], [row("U001", earlier), row("U001")]),
    contacts: [contact("C001", "P01"), contact("C003", "P01")],
  };
  const events = [
    sentEvent(1, `weekly|${earlier}|P01|C001`, { [earlier]: { U001: { overall: "R", A01: "G" } } }),
  ];
  const [first, second] = planWeek(of, { events, runs: [] }, week, settings).mails;
  expect(first?.text).toMatch(
    /LATE AND CORRECTED[^]*Week beginning 9 November: Overall now Amber \(was Red\)/,
  );
  expect(first?.letters).toEqual({
    [earlier]: { U001: { overall: "A" } },
    [WEEK]: { U001: { overall: "A", A01: "G" } },
  });
  expect(second?.text).not.toMatch(/LATE/);
});

test("the order of rows changes no provider's message", () => {
  const pupils = [ada, ben, pupil("U003", "Cat", "Moss")];
  const placements = [
    placement("U001", "P01", "2026-11-02", "2026-11-17"),
    { ...placement("U001", "P01", "2026-11-18"), id: "L009", reference: "again" },
    placement("U002", "P01"),
    placement("U003", "P01"),
    placement("U003", "P02"),
  ];
  const textsOf = (of: Hub) =>
    planWeek({ hub: of, contacts: people }, { events: [], runs: [] }, week, settings).mails.map((m) => [
      m.key,
      m.text,
    ]);
  const expected = textsOf(hub(pupils, placements));
  expect(expected).toHaveLength(2);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(placements, { minLength: 5 }),
      fc.shuffledSubarray(pupils, { minLength: 3 }),
      (a, b) => JSON.stringify(textsOf(hub(b, a))) === JSON.stringify(expected),
    ),
  );
});
test("an ungraded week of another provider's pupil changes nothing", () => {
  const of = (mark: "R" | null) =>
    hub(
      [ada, ben],
      [placement("U001", "P01"), placement("U002", "P02")],
      [row("U001"), row("U002", WEEK, "x", mark)],
    );
  const forP01 = (c: Hub) =>
    planWeek({ hub: c, contacts: people }, { events: [], runs: [] }, week, settings).mails.find((m) =>
      m.key.includes("P01"),
    );
  expect(forP01(of(null))).toEqual(forP01(of("R")));
});
