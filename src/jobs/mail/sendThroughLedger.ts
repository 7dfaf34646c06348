/**
 * Sends messages through the Outbox: claim, flush, act, sent. A run that dies in between leaves a claim,
 * which the next run finds; so nobody is missed, and only the one message that was leaving at that moment can
 * go twice.
 */
import type { Ledger, NextStep } from "../../domain/mail/ledger";
import { ledgerFrom, nextStep } from "../../domain/mail/ledger";
import { spaced } from "../../domain/words/days";
import type { Mail } from "../../domain/mail/mail";
import type { Problem } from "../../domain/words/problem";
import { problem, stop } from "../../domain/words/problem";
import type { OutboxRow } from "../../domain/tables/ledger";
import { outbox, runs } from "../../domain/tables/ledger";
import { fingerprint, isRefusal, mailsLeftToday, send } from "../../google/mail";
import { append, appendAll } from "../../google/rows";
import { flush } from "../../google/workbook";
import type { Run } from "../run/job";
import type { Loaded } from "../run/load";
import { load } from "../run/load";
import { noteAnew } from "../run/notes";

export interface Sent {
  counts: string;
  outboxRows: number;
  /** Something is still to send that no person has to decide about. */
  unfinished: boolean;
  /** For whoever asked to send these, whose check they belong to. */
  problems: Problem[];
}

interface Tally {
  sent: number;
  held: number;
  failed: number;
  waiting: number;
}

/** What decides about each message beside the ledger. */
export interface Guard {
  /** Why a message waits until a lead approves it; null where it need not. */
  waits: (mail: Mail) => string | null;
  /** Why a message must not leave; null where nothing was found. */
  reasonNotToSend: (mail: Mail) => string | null;
}

/** Time kept back for ending the run properly. */
export const RESERVE_MS = 20_000;

type Outbox = Loaded<typeof outbox.columns>;

/** The Outbox and what its events say; stops where they cannot be trusted. */
export function loadLedger(run: Run): { tab: Outbox; ledger: Ledger } {
  const tab = load(run, outbox);
  const counted = Math.max(0, ...load(run, runs).records.map((row) => row.outboxRows ?? 0));
  const ledger = ledgerFrom(tab.records, tab.leftOut.length, counted);
  if ("wrong" in ledger) throw stop(ledger);
  noteAnew(run, "Messages held", heldProblems(ledger));
  return { tab, ledger };
}

type Event = Pick<OutboxRow, "key" | "recipient" | "hash" | "state"> & Partial<OutboxRow>;

/**
 * Appends an event about a message and flushes it, so that a run that dies never leaves a later event without
 * this one: a gap in the numbers stops all sending. What this run reads of the Outbox later includes it.
 */
export function recordEvent(
  run: Run,
  tab: Outbox,
  { key, recipient }: Pick<Mail, "key" | "recipient">,
  event: Omit<Event, "key" | "recipient">,
): void {
  recordEvents(run, tab, [{ ...event, key, recipient }]);
}

/** The same of several, in one write: of two, the later one alone might outlive a run's death. */
export function recordEvents(run: Run, tab: Outbox, events: readonly Event[]): void {
  const last = Math.max(0, ...tab.records.map((row) => row.no ?? 0));
  const records = events.map((event, i) => ({
    letters: "",
    reason: "",
    ...event,
    no: last + 1 + i,
    at: spaced(run.now),
    by: run.by,
  }));
  if (records.length === 0) return;
  // After an error nobody knows whether the events were written: they are read again before another gets the
  // next number.
  run.tabs.delete(outbox.tab);
  const [only] = records;
  if (only && records.length === 1) append(tab, only);
  else appendAll(tab, records, lastRowOf(tab));
  flush();
  tab.records.push(...records.map((record) => ({ ...record, row: Number.NaN })));
  run.tabs.set(outbox.tab, tab);
}

/** Of those that were read, and of those that this run has added since. */
const lastRowOf = ({ cells, records }: Outbox): number =>
  cells.length + records.filter(({ row }) => Number.isNaN(row)).length;

export function sendThroughLedger(run: Run, mails: readonly Mail[], guard: Guard): Sent {
  const { tab, ledger } = loadLedger(run);
  const tally: Tally = { sent: 0, held: 0, failed: 0, waiting: 0 };
  const { left, refused } = mailsLeftToday();
  const problems: Problem[] = [];
  let quota = left;
  for (const { mail, hash, step } of stepsFor(mails, ledger, guard)) {
    if (step.do === "hold") {
      recordEvent(run, tab, mail, {
        hash,
        state: "held",
        reason: step.reason,
        letters: JSON.stringify(mail.letters),
      });
      tally.held += 1;
    } else if (quota <= 0 || run.timeLeft() < RESERVE_MS) tally.waiting += 1;
    else {
      const failed = deliver(run, tab, mail, hash);
      tally[failed ? "failed" : "sent"] += 1;
      if (failed) problems.push(failed);
      quota -= 1;
    }
  }
  if (tally.waiting > 0) problems.push(waiting(tally.waiting, quota, refused));
  // How many are held by now.
  loadLedger(run);
  const words = Object.entries(tally)
    .filter(([, n]) => n > 0)
    .map(([what, n]) => `${n} ${what}`);
  return {
    counts: words.join(", ") || "0 sent",
    outboxRows: tab.records.length,
    unfinished: tally.failed + tally.waiting > 0,
    problems,
  };
}

/** Claim, flush, act, sent; or why it was not sent. */
function deliver(run: Run, tab: Outbox, mail: Mail, hash: string): Problem | null {
  recordEvent(run, tab, mail, { hash, state: "claimed" });
  const outcome = attempt(mail);
  if (outcome === "sent") {
    recordEvent(run, tab, mail, { hash, state: "sent", letters: JSON.stringify(mail.letters) });
    return null;
  }
  if (outcome.refused) recordEvent(run, tab, mail, { hash, state: "failed", reason: outcome.reason });
  return notSent(mail, outcome.reason);
}

/** What has to be done, in order; messages already dealt with are left out. */
function* stepsFor(
  mails: readonly Mail[],
  ledger: Ledger,
  { waits, reasonNotToSend }: Guard,
): Generator<{ mail: Mail; hash: string; step: Exclude<NextStep, { do: "nothing" }> }> {
  for (const mail of mails) {
    const entry = ledger.entries.get(mail.key);
    if (entry?.state === "sent" || entry?.state === "held") continue;
    const hash = fingerprint(mail);
    const step = nextStep(entry, mail.recipient, hash, waits(mail));
    if (step.do === "nothing") continue;
    const reason = step.do === "claim" ? reasonNotToSend(mail) : null;
    yield { mail, hash, step: reason === null ? step : { do: "hold", reason } };
  }
}

/** Sends, and says how it went: a refusal means that nothing left; after any other error nobody knows. */
function attempt(mail: Mail): "sent" | { refused: boolean; reason: string } {
  try {
    send(mail);
    return "sent";
  } catch (error) {
    return { refused: isRefusal(error), reason: error instanceof Error ? error.message : String(error) };
  }
}

const notSent = (mail: Mail, reason: string) =>
  problem(
    "Outbox",
    null,
    "State",
    `The message ${mail.key} was not sent: ${reason}`,
    "It will be tried again within the hour. Check the contact's address.",
  );

const waiting = (n: number, quota: number, refused: string | null) => {
  if (refused !== null)
    return problem(
      "Outbox",
      null,
      "State",
      `Google does not let this account send mail (${refused}). ${n} messages are waiting.`,
      "Its owner must open Automation in the menu and allow what Google asks. They will then go within the hour.",
    );
  return quota <= 0
    ? problem(
        "Outbox",
        null,
        "State",
        `Google's mail quota for the day is used up. ${n} messages are waiting.`,
        "They will go when the quota is back, within 24 hours.",
      )
    : problem(
        "Outbox",
        null,
        "State",
        `The run had no time left. ${n} messages are waiting.`,
        "They will go with the next run, within the hour.",
      );
};

function heldProblems(ledger: Ledger): Problem[] {
  const total = [...ledger.entries.values()].filter((entry) => entry.state === "held").length;
  if (total === 0) return [];
  const wrong = `${total} messages are held until a lead decides.`;
  return [
    problem(
      "Outbox",
      null,
      "State",
      wrong,
      "Open Held mail in the menu. Look at each message, then approve it or drop it.",
    ),
  ];
}
