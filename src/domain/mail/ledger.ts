/**
 * The ledger of all that leaves, as a pure reading of the Outbox's events.
 *
 * A key's state is its event with the highest number. Claim, act, sent: a claim without an outcome means that
 * a run died in between, and nobody can know whether the mail left. Worked example: claimed -> retried once
 * (claimed again) -> still no outcome -> held, and a lead decides.
 */
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { OutboxRow } from "../tables/ledger";
import type { InRow } from "../tables/read";

/** A key's history in short. */
export interface KeyState {
  state: OutboxRow["state"];
  recipient: string;
  hash: string;
  /** Claims since the last event that was not one. */
  openClaims: number;
  /** Number of the latest event. */
  no: number;
}

export interface Ledger {
  entries: ReadonlyMap<string, KeyState>;
  /** The highest number given. */
  last: number;
}

/** The ledger, or why it cannot be trusted: then nothing may be sent. `counted` is what Runs last counted. */
export function ledgerFrom(
  rows: readonly InRow<OutboxRow>[],
  leftOut: number,
  counted: number,
): Ledger | Problem {
  const numbers = new Set(rows.map((row) => row.no ?? 0));
  const last = Math.max(0, ...numbers);
  const whole = leftOut === 0 && numbers.size === rows.length && last === rows.length && !numbers.has(0);
  if (!whole || rows.length < counted) {
    const wrong = whole
      ? `The Outbox has ${rows.length} rows, but ${counted} were counted before.`
      : `The numbers in the Outbox do not run from 1 to ${Math.max(last, rows.length, counted)} without a gap, or a row cannot be read.`;
    return problem(
      "Outbox",
      null,
      "No",
      wrong,
      "Nothing will be sent until the rows are restored with File, Version history.",
    );
  }
  const entries = new Map<string, KeyState>();
  for (const row of [...rows].sort((a, b) => (a.no ?? 0) - (b.no ?? 0))) {
    const before = entries.get(row.key);
    const openClaims = row.state === "claimed" ? (before?.openClaims ?? 0) + 1 : 0;
    const { state, recipient, hash } = row;
    entries.set(row.key, { state, recipient, hash, openClaims, no: row.no ?? 0 });
  }
  return { entries, last };
}

/** What to do with something that is ready to leave. */
export type NextStep = { do: "claim" } | { do: "hold"; reason: string } | { do: "nothing" };

const nothing: NextStep = { do: "nothing" };
const hold = (reason: string): NextStep => ({ do: "hold", reason });

/**
 * The next step for a key, given what would leave now. `waits`: why it waits for a lead, null where it need
 * not.
 */
export function nextStep(
  entry: KeyState | undefined,
  recipient: string,
  hash: string,
  waits: string | null,
): NextStep {
  if (!entry || entry.state === "failed") return waits === null ? { do: "claim" } : hold(waits);
  const same = entry.recipient === recipient && entry.hash === hash;
  switch (entry.state) {
    case "approved":
      return same ? { do: "claim" } : hold("It changed after it was approved.");
    case "claimed":
      if (entry.openClaims > 1) return hold("It was tried twice, and nobody knows whether it was sent.");
      return same ? { do: "claim" } : hold("A run stopped while sending it, and it has changed since.");
    case "held":
    case "made":
    case "sent":
    case "superseded":
    case "dropped":
      return nothing;
  }
}
