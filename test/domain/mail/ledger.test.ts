import { ledgerFrom, nextStep } from "../../../src/domain/mail/ledger";
import type { Ledger } from "../../../src/domain/mail/ledger";
import type { OutboxRow } from "../../../src/domain/tables/ledger";

const event = (no: number, state: OutboxRow["state"], key = "weekly|2026-11-16|P01|C001", hash = "h1") => ({
  row: no + 1,
  no,
  at: "2026-11-20 16:40",
  by: "",
  key,
  state,
  recipient: "a@one.example",
  hash,
  letters: "",
  reason: "",
});
const KEY = "weekly|2026-11-16|P01|C001";
const stepAfter = (
  states: OutboxRow["state"][],
  recipient = "a@one.example",
  hash = "h1",
  approval: string | null = null,
) => {
  const ledger = ledgerFrom(
    states.map((state, i) => event(i + 1, state)),
    0,
    0,
  ) as Ledger;
  const step = nextStep(ledger.entries.get(KEY), recipient, hash, approval);
  return step.do === "hold" ? `hold: ${step.reason}` : step.do;
};

test.each([
  [[], "claim"],
  [["claimed", "sent"], "nothing"],
  [["claimed"], "claim"], // retried once
  [["claimed", "claimed"], "hold: It was tried twice, and nobody knows whether it was sent."],
  [["claimed", "claimed", "sent"], "nothing"],
  [["claimed", "failed"], "claim"], // a definite failure spends no retry
  [["claimed", "failed", "claimed"], "claim"],
  [["held"], "nothing"],
  [["held", "approved"], "claim"],
  [["held", "dropped"], "nothing"],
] as [OutboxRow["state"][], string][])("after %j: %s", (states, step) =>
  expect(stepAfter(states)).toBe(step),
);

test("what no longer matches its claim or approval is held", () => {
  expect(stepAfter(["claimed"], "b@one.example")).toMatch(/^hold/);
  expect(stepAfter(["held", "approved"], "a@one.example", "h2")).toMatch(/^hold/);
  expect(stepAfter([], "a@one.example", "h1", "Waiting for approval.")).toMatch(/^hold/);
});

test("the state is the event with the highest number, wherever people sorted it", () => {
  const ledger = ledgerFrom([event(2, "sent"), event(1, "claimed")], 0, 0) as Ledger;
  expect(ledger.entries.get(KEY)?.state).toBe("sent");
});

test.each([
  ["a gap", [event(1, "claimed"), event(3, "sent")], 0, 0],
  ["a number twice", [event(1, "claimed"), event(1, "sent")], 0, 0],
  ["fewer rows than counted", [event(1, "claimed")], 0, 2],
  ["an unreadable row", [event(1, "claimed")], 1, 0],
])("%s stops all sending", (_what, rows, leftOut, counted) =>
  expect(ledgerFrom(rows, leftOut, counted)).toHaveProperty("wrong"),
);
