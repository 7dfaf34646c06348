/** What is wrong with rows that can be read, and the small rules that such checks lean on. */
import fc from "fast-check";
import type { CheckedRows } from "../../../src/domain/hub/checks";
import { dataProblems } from "../../../src/domain/hub/checks";
import { nearlyEqual, questionsAbout } from "../../../src/domain/hub/contactQuestions";
import { whyStopped } from "../../../src/domain/weekly/health";
import type { IdKind } from "../../../src/domain/hub/ids";
import { ID_KINDS, idsFor } from "../../../src/domain/hub/ids";
import { reasonNotToSendToStaff } from "../../../src/domain/mail/outgoingCheck";
import { contactIdFrom, keyFrom, seenFrom, switchFrom, weekFrom } from "../../../src/domain/views/requests";
import { EVERYBODY, LEADS, memberWith, whyRefused } from "../../../src/domain/hub/rights";
import type { Mail } from "../../../src/domain/mail/mail";
import { formulaProblems } from "../../../src/domain/tables/formulas";
import { pupils as pupilsTable } from "../../../src/domain/tables/people";
import { columnsIn } from "../../../src/domain/tables/read";
import { headingsOf } from "../../../src/domain/tables/table";
import { isUpn, upnOf } from "../../../src/domain/words/upn";
import {
  hub,
  contact,
  member,
  placement,
  provider,
  pupil,
  row,
  runRow,
  settings,
  week,
  WEEK,
} from "../invented";

const ada = { ...pupil("U001", "Ada", "Stone", "2011-05-01"), upn: "B801200005001" };
const ben = pupil("U002", "Ben", "Hill", "2011-05-01");
const placements = [placement("U001", "P01"), placement("U002", "P01")];
const right: CheckedRows = {
  pupils: [ada, ben],
  placementRows: 2,
  providers: [provider("P01"), { ...provider("P02"), row: 3 }],
  contacts: [contact("C001", "P01")],
  staff: [member("S01", { role: "lead" }), member("S02")],
  rows: [row("U001")],
  hub: hub([ada, ben], placements),
  week,
};
const found = (change: Partial<CheckedRows>): string[] =>
  dataProblems({ ...right, ...change }).map((p) => `${p.tab} ${p.row ?? "-"} ${p.heading}: ${p.wrong}`);
const with_ = (of: CheckedRows["hub"]["placements"]) => ({
  hub: hub([ada, ben], [...of]),
  placementRows: of.length,
});

test("nothing is wrong with a right hub", () => expect(found({})).toEqual([]));

test.each([
  [
    "a UPN with the wrong letter",
    { pupils: [{ ...ada, upn: "A801200005001" }, ben] },
    ["Pupils 2 UPN: Not a valid UPN: the check letter does not match the digits."],
  ],
  [
    "a UPN twice",
    { pupils: [ada, { ...ben, upn: ada.upn }] },
    ["Pupils 2 UPN: Rows 2 and 3 have the same UPN."],
  ],
  [
    "a name and birthday twice, in other letters",
    {
      pupils: [
        { ...ada, firstName: "Zoë" },
        { ...ben, firstName: "zoe", surname: "STONE" },
      ],
    },
    ["Pupils 2 First name: Rows 2 and 3 have the same name and date of birth."],
  ],
  [
    "a name twice without birthdays",
    {
      pupils: [
        { ...ada, born: null },
        { ...ada, id: "U002", upn: "", row: 3, born: null },
      ],
    },
    [],
  ],
  [
    "a pupil without placement",
    with_(placements.slice(0, 1)),
    ["Pupils 3 Id: Ben Hill (U002) has no placement, so no provider hears about this pupil."],
  ],
  ["not where a placement cannot be read", { ...with_(placements.slice(0, 1)), placementRows: 2 }, []],
  [
    "dates the wrong way round",
    with_([placement("U001", "P01", "2026-11-20", "2026-11-02"), placements[1]!]),
    ["Placements 2 Last day: Placement LU001P01 ends before it starts."],
  ],
  [
    "an overlap",
    with_([...placements, { ...placement("U001", "P01", "2026-11-16"), id: "L9", row: 9 }]),
    ["Placements 9 First day: Placement L9 overlaps another placement of U001 with P01."],
  ],
  [
    "one day of overlap",
    with_([
      placement("U001", "P01", "2026-11-02", "2026-11-16"),
      placements[1]!,
      { ...placement("U001", "P01", "2026-11-16"), id: "L9", row: 9 },
    ]),
    ["Placements 9 First day: Placement L9 overlaps another placement of U001 with P01."],
  ],
  [
    "one after the other",
    with_([
      placement("U001", "P01", "2026-11-02", "2026-11-15"),
      placements[1]!,
      placement("U001", "P01", "2026-11-16"),
    ]),
    [],
  ],
  [
    "two providers at once",
    with_([...placements, placement("U001", "P02")]),
    ["Providers 3 Name: P02 School (P02) has pupils here but no contact who takes updates or notices."],
  ],
  [
    "an overlap with one before the last",
    with_([
      placements[0]!,
      placements[1]!,
      { ...placement("U001", "P01", "2026-11-03", "2026-11-04"), id: "L8", row: 8 },
      { ...placement("U001", "P01", "2026-11-16"), id: "L9", row: 9 },
    ]),
    [
      "Placements 8 First day: Placement L8 overlaps another placement of U001 with P01.",
      "Placements 9 First day: Placement L9 overlaps another placement of U001 with P01.",
    ],
  ],
  [
    "what counts for no day overlaps nothing",
    with_([...placements, { ...placement("U001", "P01", "2026-11-20", "2026-11-10"), id: "L9", row: 9 }]),
    ["Placements 9 Last day: Placement L9 ends before it starts."],
  ],
  [
    "no contact",
    { contacts: [] },
    ["Providers 2 Name: P01 School (P01) has pupils here but no contact who takes updates or notices."],
  ],
  [
    "only one who takes nothing",
    { contacts: [contact("C001", "P01", { updates: "no" })] },
    ["Providers 2 Name: P01 School (P01) has pupils here but no contact who takes updates or notices."],
  ],
  [
    "one who takes notices alone",
    { contacts: [contact("C001", "P01", { updates: "no", notices: "yes" })] },
    [],
  ],
  [
    "only one whose mail came back",
    { contacts: [contact("C001", "P01", { bounced: "yes" })] },
    ["Providers 2 Name: P01 School (P01) has pupils here but no contact who takes updates or notices."],
  ],
  [
    "a provider not active, with pupils here",
    { providers: [provider("P01", { active: "no" })] },
    ["Providers 2 Active: P01 School (P01) is not active but has pupils here."],
  ],
  ["no contact, no school week", { contacts: [], week: undefined }, []],
  [
    "two providers of one name",
    { providers: [provider("P01", { name: "Ash School" }), provider("P02", { name: "ash  school" })] },
    ["Providers 2 Name: Rows 2 and 2 have the same name."],
  ],
  [
    "an address twice at a provider",
    { contacts: [contact("C001", "P01"), contact("C002", "P01", { email: "C001@P01.example" })] },
    ["Contacts 2 Email: Rows 2 and 3 have the same address, so each message would arrive twice."],
  ],
  [
    "and at two",
    { contacts: [contact("C001", "P01"), contact("C002", "P02", { email: "c001@p01.example" })] },
    [],
  ],
  ["no lead", { staff: [member("S02")] }, ["Staff - Role: There is no active lead with an address."]],
  [
    "a lead who has left, one without address",
    { staff: [member("S01", { role: "lead", active: "no" }), member("S02", { role: "lead", email: "" })] },
    ["Staff - Role: There is no active lead with an address."],
  ],
  [
    "an account twice",
    { staff: [member("S01", { role: "lead" }), member("S02", { email: "S01@hub.example" })] },
    ["Staff 2 Email: Rows 2 and 3 have the same address, so neither can use the tracker."],
  ],
  [
    "more attended than offered",
    { rows: [{ ...row("U001"), offered: 8, attended: 9 }] },
    ["Weekly grades 2 Sessions attended: 9 attended, but only 8 offered."],
  ],
  [
    "as many as offered, or none entered",
    {
      rows: [
        { ...row("U001"), offered: 8, attended: 8 },
        { ...row("U002"), attended: 9 },
      ],
    },
    [],
  ],
] as [string, Partial<CheckedRows>, string[]][])("%s", (_what, change, problems) =>
  expect(found(change)).toEqual(problems),
);

test.each([
  ["ashby.example", "ashby.example", false],
  ["ashby.example", "ashbv.example", true], // changed
  ["ashby.example", "ahsby.example", true], // swapped
  ["ashby.example", "asby.example", true], // left out
  ["ashby.example", "ashbyy.example", true], // added, the same letter
  ["ashby.example", "xashby.example", true],
  ["ashby.example", "ashby.exampl", true],
  ["ashby.example", "hasby.example", false], // moved by two
  ["ashby.example", "asbhv.example", false], // swapped and changed
  ["ab", "", false],
  ["a", "", true],
  ["aab", "aba", true],
])("%s and %s are nearly equal: %p", (a, b, expected) => expect(nearlyEqual(a, b)).toBe(expected));
test("nearly equal either way round, and never to itself", () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 }),
      fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 }),
      (a, b) => nearlyEqual(a, b) === nearlyEqual(b, a) && !nearlyEqual(a, a),
    ),
  ));
test("any one letter changed, added, left out or swapped is nearly equal", () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b"), minLength: 2, maxLength: 8 }),
      fc.nat(7),
      (s, n) => {
        const i = n % (s.length - 1);
        const near = [
          s.slice(0, i) + "x" + s.slice(i + 1),
          s.slice(0, i) + "x" + s.slice(i),
          s.slice(0, i) + s.slice(i + 1),
        ];
        const swapped = s.slice(0, i) + s[i + 1] + s[i] + s.slice(i + 2);
        return near.every((t) => nearlyEqual(s, t)) && (swapped === s || nearlyEqual(s, swapped));
      },
    ),
  ));

const known = [
  provider("P01", { name: "Ashby School", domains: "ashby.example, ashby-trust.example" }),
  provider("P02", { name: "Birch School", domains: "birch.example" }),
  provider("P03", { name: "Cedar School" }),
];
test.each([
  ["P01", "a@ashby.example", []],
  ["P01", "a@Mail.Ashby.example", []],
  ["P01", "a@ashby-trust.example", []],
  [
    "P01",
    "a@notashby.example",
    ["notashby.example is not one of Ashby School's domains (ashby.example, ashby-trust.example)."],
  ],
  ["P01", "a@birch.example", ["birch.example belongs to another provider: Birch School."]],
  [
    "P01",
    "a@ahsby.example",
    [
      "ahsby.example is almost, but not quite, a domain of Ashby School.",
      "ahsby.example is not one of Ashby School's domains (ashby.example, ashby-trust.example).",
    ],
  ],
  [
    "P03",
    "a@brich.example",
    [
      "brich.example is almost, but not quite, a domain of Birch School.",
      "No email domains are entered for this provider, so the address cannot be checked against them.",
    ],
  ],
  [
    "P03",
    "a@cedar.example",
    ["No email domains are entered for this provider, so the address cannot be checked against them."],
  ],
])("a contact of %s at %s: %j", (id, email, questions) =>
  expect(questionsAbout(contact("C001", id, { email }), known)).toEqual(questions),
);
test.each(["@ashby.example", "ASHBY.example;birch.example", "birch.example\nashby.example"])(
  "domains may be written as %j",
  (domains) =>
    expect(
      questionsAbout(contact("C001", "P01", { email: "a@ashby.example" }), [provider("P01", { domains })]),
    ).toEqual([]),
);

describe("ids", () => {
  const rows = (...ids: string[]) => [
    ["Id", "Name"],
    ...ids.map((id) => (id === "-" ? ["", ""] : [id, "x"])),
  ];
  const given = (kind: IdKind, last: number, ...ids: string[]) => {
    const { ids: found, last: after } = idsFor(kind, rows(...ids), 0, last);
    return [Object.fromEntries(found), after];
  };
  test.each([
    [17, ["U016", "", "U018"], { 3: "U019" }, 19], // the worked example
    [17, ["U016", "-", "", ""], { 4: "U018", 5: "U019" }, 19],
    [20, [""], { 2: "U021" }, 21], // a deleted row's id is not given again
    [999, [""], { 2: "U1000" }, 1000],
    [0, [], {}, 0],
    [0, ["P07", "u009", "U-1", "rubbish"], {}, 0], // no ids of this kind
  ] as [number, string[], Record<string, string>, number][])(
    "last %i, rows %j: %j",
    (last, ids, expected, after) => expect(given("Pupils", last, ...ids)).toEqual([expected, after]),
  );
  test.each([
    ["Providers", "P01"],
    ["Contacts", "C001"],
    ["Placements", "L001"],
    ["Staff", "S01"],
    ["Areas", "A01"],
  ] as [IdKind, string][])("the first of %s is %s", (kind, id) =>
    expect(given(kind, 0, "")).toEqual([{ 2: id }, 1]),
  );
  test("never one that was given before, never twice, and once given nothing is missing", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<string>("", "-", "U001", "U007", "U012"), { maxLength: 8 }),
        fc.nat(20),
        (ids, last) => {
          const { ids: found, last: after } = idsFor("Pupils", rows(...ids), 0, last);
          const all = ids.map((id, i) => found.get(i + 2) ?? id);
          const numbers = [...found.values()].map((id) => Number(id.slice(1)));
          return (
            new Set(numbers).size === numbers.length &&
            numbers.every((n) => n > last && n <= after && !ids.includes(`U${String(n).padStart(3, "0")}`)) &&
            idsFor("Pupils", rows(...all), 0, after).ids.size === 0
          );
        },
      ),
    ));
  test("every kind has a letter of its own", () =>
    expect(new Set(Object.values(ID_KINDS).map((k) => k.letter)).size).toBe(Object.keys(ID_KINDS).length));
});

describe("rights", () => {
  const staff = [
    member("S01", { role: "lead" }),
    member("S02", { role: "support" }),
    member("S03", { active: "no" }),
  ];
  test.each([
    ["s01@hub.example", LEADS, null],
    ["S01@Hub.Example", LEADS, null],
    ["s02@hub.example", EVERYBODY, null],
    ["s02@hub.example", LEADS, /Only a lead can do this; your role is support/],
    ["s03@hub.example", EVERYBODY, /s03@hub.example does not belong to exactly one active member of staff/],
    ["who@hub.example", EVERYBODY, /who@hub.example does not belong to exactly one active/],
    ["", EVERYBODY, /This account does not belong to exactly one active/],
  ] as const)("%p among %j: %p", (email, roles, refused) =>
    refused === null
      ? expect(whyRefused(email, staff, roles)).toBeNull()
      : expect(whyRefused(email, staff, roles)).toMatch(refused),
  );
  test("an account entered twice is nobody's, unless one of them has left; a blank one never", () => {
    expect(
      memberWith("s01@hub.example", [...staff, member("S04", { email: "S01@hub.example" })]),
    ).toBeUndefined();
    expect(
      memberWith("s01@hub.example", [...staff, member("S04", { email: "s01@hub.example", active: "no" })])
        ?.id,
    ).toBe("S01");
    expect(memberWith("", [member("S05", { email: "" })])).toBeUndefined();
  });
});

describe("health", () => {
  const on = {
    ...settings,
    firstOn: "2026-11-02",
    automation: true,
    workbookId: "W",
    owner: "s01@hub.example",
  };
  const at = (moment: string) => ({ ...runRow("hourlySweep", ""), at: moment });
  test.each([
    ["never on", { ...on, firstOn: "" }, undefined, null],
    ["well", on, at("2026-11-20 16:40"), null],
    ["three hours ago", on, at("2026-11-20 13:40"), null],
    [
      "a minute more",
      on,
      at("2026-11-20 13:39"),
      /has not run since 13:39 on 20 November 2026: the trigger of s01@hub.example/,
    ],
    ["on the day before", on, at("2026-11-19 16:40"), /has not run since/],
    ["later than now", on, at("2026-11-20 17:10"), null], // the clocks went back
    ["no run as yet", on, undefined, /has not run yet/],
    ["a time that is none", on, at("soon"), /has not run since soon/],
    ["off", { ...on, automation: false }, at("2026-11-20 16:40"), /The automation is off/],
    ["a copy", { ...on, workbookId: "V" }, at("2026-11-20 16:40"), /This is a copy/],
  ] as const)("%s", (_what, s, beat, why) => {
    const said = whyStopped(s, beat, "W", "2026-11-20T16:40");
    if (why === null) expect(said).toBeNull();
    else expect(said).toMatch(why);
  });
});

describe("what a dialog may ask for", () => {
  test.each([
    [weekFrom, WEEK],
    [contactIdFrom, "C014"],
    [keyFrom, "weekly|2026-11-16|P03|C014"],
    [keyFrom, "changes|2026-11-16|P03|C014|2"],
    [keyFrom, "test|2026-11-16T10:00|S01"],
    [seenFrom, "anything, compared only"],
    [switchFrom, "off"],
  ])("%p takes %j", (from, value) => expect(from(value)).toBe(value));
  test.each([
    [
      weekFrom,
      ["2026-02-30", "16/11/2026", "2026-11-16\n", "", null, undefined, 7, {}, [WEEK]],
      /That is not a valid week/,
    ],
    [contactIdFrom, ["C", "P03", "C014 ", "C1234567", "c014", null, ["C014"]], /not a valid contact id/],
    [
      keyFrom,
      [
        "weekly",
        "weekly|",
        "|x",
        "a|b|c|d|e|f|g|h",
        "weekly|<b>",
        "weekly|a b",
        `a|${"x".repeat(120)}`,
        "weekly|x\n",
        {},
      ],
      /not a valid message key/,
    ],
    [seenFrom, ["x".repeat(301), null, 7], /not a valid copy of what was shown/],
    [switchFrom, ["On", "", true, null], /not a valid choice of on or off/],
  ] as [(value: unknown) => unknown, unknown[], RegExp][])("%p refuses %j", (from, values, why) => {
    for (const value of values) expect(() => from(value)).toThrow(why);
  });
});

describe("UPNs", () => {
  test.each([
    ["B801200005001", true], // the worked example
    ["A801200005001", false],
    ["P207000016049", true], // not Q, whatever suppliers' pages say
    ["Q207000016049", false],
    ["b801200005001", false],
    ["B80120000500", false],
    ["B8012000050011", false],
    ["B801200005001 ", false],
    ["I801200005001", false],
    ["", false],
  ])("%p: %p", (text, expected) => expect(isUpn(text)).toBe(expected));
  const digits = fc.integer({ min: 0, max: 999_999_999_999 }).map((n) => String(n).padStart(12, "0"));
  test("the letter fits, and no other does", () =>
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom(..."ABCDEFGHJKLMNPQRTUVWXYZ"),
        (d, letter) => isUpn(letter + d) === (letter + d === upnOf(d)),
      ),
    ));
  test("a temporary one ends in a letter", () =>
    fc.assert(
      fc.property(digits, fc.constantFrom(..."ABCDEFGHJKLMNPQRTUVWXYZ"), (d, last) =>
        isUpn(upnOf(d.slice(1) + last)),
      ),
    ));
  test("one digit changed is found out, unless it keeps the sum", () =>
    expect([..."0123456789"].filter((d) => isUpn(`B80120000500${d}`))).toEqual(["1"]));
});

test("a formula in a column of the table is a problem, one for each row; elsewhere it is nobody's business", () => {
  const headings = [...headingsOf(pupilsTable), "Our notes"];
  const places = columnsIn(pupilsTable, headings) as Map<string, number>;
  const line = (cells: Record<string, string>) => headings.map((h) => cells[h] ?? "");
  const problems = formulaProblems(pupilsTable, places, [
    line({ Id: "=A1" }), // headings are looked at elsewhere
    line({}),
    line({ Surname: "=B2", Born: "=TODAY()" }),
    line({ "Our notes": "=NOW()" }),
  ]);
  expect(problems.map((p) => `${p.tab} ${p.row} ${p.heading}`)).toEqual(["Pupils 3 Surname"]);
});

describe("the last check of a message to staff", () => {
  const mail: Mail = {
    key: "reminder|2026-11-20|S02",
    to: { staff: "S02" },
    recipient: "s02@hub.example",
    replyTo: "",
    fromName: "",
    subject: "To enter",
    text: "Ada: nothing yet",
    html: null,
    letters: {},
  };
  const staff = [member("S01", { role: "lead" }), member("S02"), member("S03", { active: "no" })];
  test("a right one passes", () => expect(reasonNotToSendToStaff(mail, staff, [])).toBeNull());
  test.each([
    ["another address", { recipient: "s01@hub.example" }, /not an active member/],
    ["a private address", { recipient: "s02@mail.example" }, /not an active member/],
    ["one who has left", { to: { staff: "S03" }, recipient: "s03@hub.example" }, /not an active member/],
    ["nobody", { to: { staff: "S09" } }, /not an active member/],
    ["a provider's contact", { to: { provider: "P01", contact: "C001" } }, /not an active member/],
    ["an unfilled text", { text: "Ada: [object Object]" }, /not filled in/],
    ["an unfilled page", { html: "<p>NaN</p>" }, /not filled in/],
  ])("%s does not", (_what, change, why) =>
    expect(reasonNotToSendToStaff({ ...mail, ...change }, staff, [])).toMatch(why),
  );
});
