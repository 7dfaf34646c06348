/**
 * Sends messages through the Outbox: claim, flush, act, sent. A run that dies in between leaves a claim, which the next
 * run finds; so nobody is missed, and only the one message that was leaving at that moment can go twice.
 */
import type { Ledger, Step } from "../domain/ledger";
import { ledgerFrom, nextStep } from "../domain/ledger";
import type { Mail } from "../domain/mail";
import { problem, stop } from "../domain/problem";
import type { OutboxRow } from "../domain/tables/ledger";
import { outbox } from "../domain/tables/ledger";
import { fingerprint, isRefusal, mailsLeftToday, send } from "../google/mail";
import { append, flush } from "../google/workbook";
import type { Run } from "./job";
import { load } from "./job";

export interface Sent {
  counts: string;
  outboxRows: number;
  /** Something is still to send that no person has to decide about. */
  unfinished: boolean;
}

interface Tally {
  sent: number;
  held: number;
  failed: number;
  waiting: number;
}

/** Time kept back for ending the run properly. */
const RESERVE_MS = 20_000;

export function sendThroughLedger(
  run: Run,
  mails: readonly Mail[],
  counted: number,
  needsApproval: boolean,
  whyNot: (mail: Mail) => string | null,
): Sent {
  const tab = load(run, outbox);
  const ledger = ledgerFrom(tab.records, tab.leftOut.length, counted);
  if ("wrong" in ledger) throw stop(ledger);

  let last = ledger.last;
  const record = (
    mail: Mail,
    hash: string,
    state: OutboxRow["state"],
    more: Partial<OutboxRow> = {},
  ): void => {
    last += 1;
    const { key, recipient } = mail;
    append(tab, {
      no: last,
      at: run.now.replace("T", " "),
      by: run.by,
      key,
      state,
      recipient,
      hash,
      letters: "",
      reason: "",
      ...more,
    });
  };

  const tally: Tally = { sent: 0, held: 0, failed: 0, waiting: 0 };
  let quota = mailsLeftToday();
  for (const { mail, hash, step } of stepsFor(mails, ledger, needsApproval, whyNot)) {
    if (step.do === "hold") {
      record(mail, hash, "held", { reason: step.reason });
      tally.held += 1;
    } else if (quota <= 0 || run.timeLeft() < RESERVE_MS) tally.waiting += 1;
    else {
      record(mail, hash, "claimed");
      flush();
      const outcome = attempt(mail);
      if (outcome === "sent") {
        record(mail, hash, "sent", { letters: JSON.stringify(mail.letters) });
        tally.sent += 1;
      } else {
        tally.failed += 1;
        if (outcome.refused) record(mail, hash, "failed", { reason: outcome.reason });
        run.problems.push(notSent(mail, outcome.reason));
      }
      quota -= 1;
    }
  }
  flush();
  if (tally.waiting > 0) run.problems.push(waiting(tally.waiting, quota));
  run.problems.push(...heldProblems(ledger, tally.held));
  const words = Object.entries(tally)
    .filter(([, n]) => n > 0)
    .map(([what, n]) => `${n} ${what}`);
  return {
    counts: words.join(", ") || "0 sent",
    outboxRows: last,
    unfinished: tally.failed + tally.waiting > 0,
  };
}

/** What is to be done, in order; messages already dealt with are left out. */
function* stepsFor(
  mails: readonly Mail[],
  ledger: Ledger,
  needsApproval: boolean,
  whyNot: (mail: Mail) => string | null,
): Generator<{ mail: Mail; hash: string; step: Exclude<Step, { do: "nothing" }> }> {
  for (const mail of mails) {
    const entry = ledger.entries.get(mail.key);
    if (entry?.state === "sent" || entry?.state === "held") continue;
    const hash = fingerprint(mail);
    const step = nextStep(entry, mail.recipient, hash, needsApproval);
    if (step.do === "nothing") continue;
    const reason = step.do === "claim" ? whyNot(mail) : null;
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
    "It is tried again at the next sweep; check the contact's address.",
  );

const waiting = (n: number, quota: number) =>
  quota <= 0
    ? problem(
        "Outbox",
        null,
        "State",
        `Google's mail quota for the day is used up; ${n} messages wait.`,
        "They go when the quota is back, within 24 hours.",
      )
    : problem(
        "Outbox",
        null,
        "State",
        `The run's time was over; ${n} messages wait.`,
        "They go with the next sweep, within the hour.",
      );

function heldProblems(ledger: Ledger, held: number) {
  const total = held + [...ledger.entries.values()].filter((entry) => entry.state === "held").length;
  if (total === 0) return [];
  const wrong = `${total} messages are held and wait for a lead.`;
  return [problem("Outbox", null, "State", wrong, "See Outbox, column Reason.")];
}
