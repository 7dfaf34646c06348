/**
 * Late and corrected grades: what changed against what was sent, and the mails that tell it where no update
 * will.
 */
import { changesSince, lettersOfChanges, lettersSentTo } from "../../../src/domain/weekly/changes";
import type { Mark } from "../../../src/domain/words/grades";
import { changesEmails } from "../../../src/domain/weekly/changesEmails";
import type { Letters } from "../../../src/domain/mail/mail";
import type { OutboxRow } from "../../../src/domain/tables/ledger";
import type { InRow } from "../../../src/domain/tables/read";
import {
  calendarRow,
  hub,
  contact,
  placement,
  provider,
  pupil,
  row,
  sentEvent,
  settings,
  week,
  WEEK,
  weekOf,
} from "../invented";

const [ada, ben] = [pupil("U001", "Ada", "Stone"), pupil("U002", "Ben", "Hill")];
const EARLIER = "2026-11-09";

test.each([
  [null, "A", "Week beginning 9 November: Behaviour and safety now Amber (was not graded)"],
  ["G", "A", "Week beginning 9 November: Behaviour and safety now Amber (was Green)"],
  [
    "U",
    "G",
    "Week beginning 9 November: Behaviour and safety now Green (was not graded (absent, not explained yet))",
  ],
  [
    "G",
    "I",
    "Week beginning 9 November: Behaviour and safety now not graded (ill or authorised absence) (was Green)",
  ],
  ["G", "G", undefined],
  ["G", null, undefined], // a blank is no letter
  ["G", "?", undefined], // nor is what cannot be read
  [null, null, undefined],
  [null, "?", undefined],
  [null, "T", undefined], // late is graded now, and this is not
] as [Mark, Mark, string | undefined][])("sent %p, now %p: %p", (was, now, line) => {
  const of = hub([ada], [placement("U001", "P01")], [row("U001", EARLIER, "", "A", { A03: now })]);
  const sent: Letters = { [EARLIER]: { U001: { overall: "A", ...(was && { A03: was }) } } };
  expect(changesSince(sent, "P01", of, WEEK).map((c) => c.line)).toEqual(line === undefined ? [] : [line]);
});

test("an overall that was derived changes with its areas", () => {
  const of = hub(
    [ada],
    [placement("U001", "P01")],
    [row("U001", EARLIER, "", null, { A01: "R", A02: "R", A03: "R", A04: "R" })],
  );
  const sent: Letters = { [EARLIER]: { U001: { A01: "R", A02: "R", A03: "R", A04: "R", overall: "A" } } };
  expect(changesSince(sent, "P01", of, null).map((c) => c.line)).toEqual([
    "Week beginning 9 November: Overall now Red (was Amber)",
  ]);
});

test("only weeks that were sent, before the one asked for, inside the provider's placement, with a usable row", () => {
  const rows = [EARLIER, WEEK].flatMap((w) => [row("U001", w), row("U002", w)]);
  const sent: Letters = { [EARLIER]: { U001: {}, U002: {} }, [WEEK]: { U001: {} } };
  const changed = (
    placements = [placement("U001", "P01"), placement("U002", "P02")],
    before: string | null = null,
  ) =>
    changesSince(sent, "P01", hub([ada, ben], placements, rows), before).map(
      (c) => `${c.week} ${c.pupilId} ${c.area}`,
    );
  expect(changed()).toEqual([EARLIER, WEEK].flatMap((w) => [`${w} U001 overall`, `${w} U001 A01`]));
  expect(changed(undefined, WEEK)).toEqual([`${EARLIER} U001 overall`, `${EARLIER} U001 A01`]);
  expect(changed([placement("U001", "P01", WEEK)])).toEqual([`${WEEK} U001 overall`, `${WEEK} U001 A01`]);
  expect(changesSince({}, "P01", hub([ada], [placement("U001", "P01")]), null)).toEqual([]);
  expect(changesSince(sent, "P01", hub([ada], [placement("U001", "P01")], []), null)).toEqual([]);
});

test("an area retired before the week is not spoken of", () => {
  const of = hub([ada], [placement("U001", "P01")], [row("U001", EARLIER, "", "A", { A01: "G" })]);
  const areas = of.areas.map((a) => (a.id === "A01" ? { ...a, retiredFrom: EARLIER } : a));
  expect(changesSince({ [EARLIER]: { U001: { overall: "A" } } }, "P01", { ...of, areas }, null)).toEqual([]);
});

describe("the letters a contact was sent", () => {
  const key = `weekly|${WEEK}|P01|C001`;
  const to = { provider: "P01", contact: "C001" };
  test("are the latest of all its sent events, wherever people sorted them; other contacts' and states count for nothing", () => {
    const events = [
      sentEvent(3, `changes|${WEEK}|P01|C001|1`, { [WEEK]: { U001: { A01: "R" } } }),
      sentEvent(1, key, { [WEEK]: { U001: { A01: "G", overall: "G" }, U002: { A01: "A" } } }),
      sentEvent(2, `weekly|${WEEK}|P01|C003`, { [WEEK]: { U001: { A01: "A" } } }),
      sentEvent(4, `weekly|${WEEK}|P02|C001`, { [WEEK]: { U001: { A01: "A" } } }),
      sentEvent(5, `notice|${WEEK}|P01|C001`, { [WEEK]: { U001: { A01: "A" } } }),
      { ...sentEvent(6, key, { [WEEK]: { U001: { A01: "A" } } }), state: "claimed" as const },
    ];
    expect(lettersSentTo(events, to)).toEqual({
      [WEEK]: { U001: { A01: "R", overall: "G" }, U002: { A01: "A" } },
    });
  });
  test("no letters, none", () =>
    expect(lettersSentTo([{ ...sentEvent(1, key), letters: "" }], to)).toEqual({}));
  test.each([
    "{broken",
    "null",
    "7",
    '{"2026-11-16":null}',
    '{"2026-11-16":{"U001":"G"}}',
    '{"2026-11-16":{"U001":{"A01":"X"}}}',
  ])("%s was changed by somebody: all stops", (letters) =>
    expect(() => lettersSentTo([{ ...sentEvent(4, key), letters }], to)).toThrow(
      /Outbox, Letters: The letters of event 4 cannot be read.*Nothing will be sent/,
    ),
  );
  test("what was told of changes is not told again", () => {
    const of = hub([ada], [placement("U001", "P01")], [row("U001", EARLIER)]);
    const first = changesSince({ [EARLIER]: { U001: { overall: "R" } } }, "P01", of, null);
    expect(lettersOfChanges(first)).toEqual({ [EARLIER]: { U001: { overall: "A", A01: "G" } } });
    expect(changesSince(lettersOfChanges(first), "P01", of, null)).toEqual([]);
  });
});

describe("mails of changes alone", () => {
  const sent = (week: string, no = 1) =>
    sentEvent(no, `weekly|${week}|P01|C001`, { [week]: { U001: { overall: "R", A01: "G" } } });
  const mailsFor = ({
    placements = [placement("U001", "P01", "2026-11-02", "2026-11-13")],
    events = [sent(EARLIER)] as InRow<OutboxRow>[],
    newest = week,
    ofProvider = {},
    ofContact = {},
    holidays = [] as ReturnType<typeof calendarRow>[],
    of = undefined as ReturnType<typeof hub> | undefined,
  }) =>
    changesEmails(
      {
        hub:
          of ??
          hub([ada], placements, [row("U001", EARLIER)], {
            providers: [provider("P01", ofProvider)],
            holidays,
          }),
        contacts: [contact("C001", "P01", ofContact)],
      },
      events,
      newest,
      settings,
    );
  const keys = (of: Parameters<typeof mailsFor>[0]) => mailsFor(of).map((m) => m.key);
  const KEY = `changes|${EARLIER}|P01|C001`;

  test("a pupil who has left: they go alone", () => {
    const [mail] = mailsFor({});
    expect(mail).toMatchObject({
      key: `${KEY}|1`,
      recipient: "c001@p01.example",
      subject: "Late or corrected grades: 1 pupil",
      letters: { [EARLIER]: { U001: { overall: "A" } } },
    });
    expect(mail?.text).toMatch(
      /AS, ref r-U001\n {2}Week beginning 9 November: Overall now Amber \(was Red\)/,
    );
    expect(mail?.text).not.toMatch(/Did well|WEEK BEGINNING/);
    expect(mail?.text).toMatch(/Next update due Friday 27 November 2026/);
  });

  test("its reference is not that of the week's update, which says that it is the same when it comes twice", () =>
    expect(mailsFor({})[0]?.text).toMatch(/Ref 2026-11-09-P01-C001-1: if you get this twice/));

  test.each([
    ["a pupil still here waits for the next update", { placements: [placement("U001", "P01")] }, []],
    ["one who leaves later, too", { placements: [placement("U001", "P01", "2026-11-02", "2026-11-24")] }, []],
    [
      "one who went on at another provider does not",
      { placements: [placement("U001", "P01", "2026-11-02", "2026-11-13"), placement("U001", "P02", WEEK)] },
      [`${KEY}|1`],
    ],
    [
      "at the end of the calendar nobody waits",
      { placements: [placement("U001", "P01")], newest: weekOf("2026-12-14") },
      [`${KEY}|1`],
    ],
    ["nothing was sent, nothing changed", { events: [] }, []],
    ["the provider is not active any more", { ofProvider: { active: "no" } }, []],
    ["its contact takes no updates", { ofContact: { updates: "no" } }, []],
    ["its contact's address changed", { ofContact: { confirmed: "" } }, []],
    ["the first was sent", { events: [sent(EARLIER), sentEvent(2, `${KEY}|1`, {})] }, [`${KEY}|2`]],
    [
      "the first is held",
      { events: [sent(EARLIER), { ...sentEvent(2, `${KEY}|1`), state: "held" }] },
      [`${KEY}|1`],
    ],
    [
      "the first failed",
      { events: [sent(EARLIER), { ...sentEvent(2, `${KEY}|1`), state: "failed" }] },
      [`${KEY}|1`],
    ],
  ] as [string, Parameters<typeof mailsFor>[0], string[]][])("%s", (_what, of, expected) =>
    expect(keys(of)).toEqual(expected),
  );

  test("a pupil who left in a week that a fortnightly update still has to tell waits for it", () => {
    const of = {
      placements: [placement("U001", "P01", "2026-11-02", "2026-11-20")],
      ofProvider: { cadence: "fortnightly" } as const,
    };
    expect(keys(of)).toEqual([]); // the 3rd week; the 4th's update tells of both
    expect(keys({ ...of, newest: weekOf("2026-11-23") })).toEqual([`${KEY}|1`]);
  });
  test("nor does one whose update a holiday of the provider holds, until the calendar has no update left", () => {
    const left = [placement("U001", "P01", "2026-11-02", "2026-11-20")];
    const holidays = [calendarRow("provider holiday", "Training", "2026-11-20", "2026-11-20", "P01")];
    expect(keys({ placements: left, holidays })).toEqual([]);
    expect(
      keys({
        placements: left,
        holidays: [calendarRow("provider holiday", "Gone", "2026-11-20", "2026-12-18", "P01")],
      }),
    ).toEqual([`${KEY}|1`]);
  });
  test("what a lead dropped never goes, but a later change does", () => {
    const dropped: InRow<OutboxRow> = {
      ...sentEvent(2, `${KEY}|1`, { [EARLIER]: { U001: { overall: "A" } } }),
      state: "dropped",
    };
    expect(keys({ events: [sent(EARLIER), dropped] })).toEqual([]);
    const of = hub(
      [ada],
      [placement("U001", "P01", "2026-11-02", "2026-11-13")],
      [row("U001", EARLIER, "", "G")],
      {
        providers: [provider("P01")],
      },
    );
    expect(keys({ events: [sent(EARLIER), dropped], of })).toEqual([`${KEY}|2`]);
  });
  test("several weeks in one message, under the newest of them", () => {
    const of = hub(
      [ada],
      [placement("U001", "P01", "2026-11-02", "2026-11-13")],
      [row("U001", "2026-11-02"), row("U001", EARLIER)],
      {
        providers: [provider("P01")],
      },
    );
    const [mail, ...more] = mailsFor({ of, events: [sent("2026-11-02"), sent(EARLIER, 2)] });
    expect(more).toEqual([]);
    expect(mail?.key).toBe(`${KEY}|1`);
    expect(Object.keys(mail?.letters ?? {})).toEqual(["2026-11-02", EARLIER]);
  });
});
