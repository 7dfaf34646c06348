/** What a provider received, told from events of the ledger alone. */
import type { Receipt } from "../../../src/domain/mail/receipts";
import { lineOf, receiptsOf, receivedBy, toldInWords } from "../../../src/domain/mail/receipts";
import { receivedFrom } from "../../../src/domain/views/requests";
import type { OutboxRow } from "../../../src/domain/tables/ledger";

let no = 0;
const event = (key: string, state: string, at: string, change: Partial<OutboxRow> = {}): OutboxRow => ({
  no: (no += 1),
  at: `${at} 16:40`,
  by: "",
  key,
  state: state as OutboxRow["state"],
  recipient: "a@one.example",
  hash: "",
  letters: "",
  reason: "",
  ...change,
});
const LETTERS = JSON.stringify({
  "2026-11-16": { U002: { overall: null, A01: "U" }, U001: { overall: "A", A01: "G", A02: null } },
  "2026-11-09": { U001: { A03: "R" } },
});
const NOTICE = JSON.stringify({
  "2026-11-16": { U001: { overall: "notify GGA.RA", A01: "worse+stillBelow GR" } },
});
const REPORT = "report|2026-27-Autumn-1|U001|P01|R261101-3f9a1c|2";

test.each([
  ["weekly|2026-11-16|P01|C001", "Weekly update, week beginning 16 November 2026"],
  ["changes|2026-11-16|P01|C001|2", "Late or corrected grades, week beginning 16 November 2026"],
  ["notice|2026-11-16|U001|P01|C001|1", "Notice about U001, week beginning 16 November 2026"],
  [
    "correction|2026-11-16|U001|P01|C001|1",
    "Correction to a notice about U001, week beginning 16 November 2026",
  ],
  [`${REPORT}|C001`, "Report on U001, 2026-27 Autumn 1, template R261101-3f9a1c, revision 2"],
  [REPORT, "Report made on U001, 2026-27 Autumn 1, template R261101-3f9a1c, revision 2"],
  [
    "report|2026-27-Autumn-1|all|P01|R261101-3f9a1c|1|C001",
    "Report on all its pupils, 2026-27 Autumn 1, template R261101-3f9a1c, revision 1",
  ],
  [
    "withheld|2026-11-16|U001|P01",
    "Held back because the pupil is restricted: U001, week beginning 16 November 2026",
  ],
  ["postcard|2026-11-16|P01|C001", "postcard|2026-11-16|P01|C001"], // a kind to come
])("%s is %s", (key, what) => {
  const [one] = receiptsOf([event(key, "sent", "2026-11-20")]);
  expect(one).toMatchObject({ what, provider: "P01", isSent: true });
});

test.each([
  [["claimed", "sent"], true, "sent"],
  [["claimed", "sent", "superseded"], true, "sent; later superseded"],
  [
    ["claimed"],
    false,
    "unresolved: a run stopped while sending this, and nobody can tell whether it was sent",
  ],
  [["claimed", "failed"], false, "failed, not sent"],
  [["held"], false, "held, not sent"],
  [["held", "approved"], false, "approved by a lead, but not sent yet"],
  [["held", "dropped"], false, "dropped, so never sent"],
  [["claimed", "made"], false, "a document made in Drive, not a message"],
])("after %j", (states, isSent, state) => {
  const [one] = receiptsOf(states.map((s) => event("weekly|2026-11-16|P01|C001", s, "2026-11-20")));
  expect(one).toMatchObject({ isSent, state });
});

test("whom it told of and how many grades: letters one by one, of a notice those it rests on, of a report by its key", () => {
  const told = (key: string, letters: string) =>
    receiptsOf([event(key, "sent", "2026-11-20", { letters })])[0] as Receipt;
  expect(toldInWords(told("weekly|2026-11-16|P01|C001", LETTERS))).toBe("U001 3 grades, U002 no grades");
  expect(toldInWords(told("notice|2026-11-16|U001|P01|C001|1", NOTICE))).toBe("U001 7 grades");
  expect(toldInWords(told(`${REPORT}|C001`, ""))).toBe("U001 no grades");
  expect(toldInWords(told("weekly|2026-11-16|P01|C001", "{broken"))).toBe(
    "the pupils it was about cannot be read",
  );
});

test("of one provider, by the day it was sent; what never was, by when it was last heard of", () => {
  const events = [
    event("weekly|2026-11-09|P01|C001", "sent", "2026-11-13"),
    event("weekly|2026-11-09|P01|C001", "superseded", "2026-11-20"),
    event("weekly|2026-11-16|P01|C001", "held", "2026-11-20", { reason: "Waits." }),
    event("weekly|2026-11-16|P11|C009", "sent", "2026-11-20"),
    event("reminder|2026-11-20|S01", "sent", "2026-11-20"),
  ];
  const keys = (from: string, to: string) =>
    receivedBy([...events].reverse(), "P01", { from, to }).map((one) => one.key);
  expect(keys("2026-11-13", "2026-11-13")).toEqual(["weekly|2026-11-09|P01|C001"]);
  expect(keys("2026-11-14", "2026-11-20")).toEqual(["weekly|2026-11-16|P01|C001"]);
  expect(keys("2026-11-01", "2026-11-30")).toHaveLength(2);
  expect(lineOf(receivedBy(events, "P01", { from: "2026-11-20", to: "2026-11-20" })[0] as Receipt)).toBe(
    "2026-11-20 16:40  Weekly update, week beginning 16 November 2026; to C001 a@one.example; held, not sent: Waits.",
  );
});

test.each([
  [["P01", "2026-11-01", "2026-11-30"], { provider: "P01", from: "2026-11-01", to: "2026-11-30" }],
  [
    [{ provider: "P01", from: "2026-11-01", to: "2026-11-01" }],
    { provider: "P01", from: "2026-11-01", to: "2026-11-01" },
  ],
  [["P01", "2026-11-30", "2026-11-01"], /must not be after/],
  [["P01", "2026-02-30", "2026-03-01"], /Give both days/],
  [["P01", 20261101, null], /Give both days/],
  [["all", "2026-11-01", "2026-11-30"], /not a valid provider id/],
  [[undefined], /form could not be read/],
  [[{ provider: ["P01"], from: "x", to: "y" }], /form could not be read/],
] as [unknown[], object | RegExp][])("asked with %j", (args, expected) => {
  const ask = () => receivedFrom(args[0], args[1], args[2]);
  if (expected instanceof RegExp) expect(ask).toThrow(expected);
  else expect(ask()).toEqual(expected);
});
