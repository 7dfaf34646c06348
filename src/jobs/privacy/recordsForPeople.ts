/**
 * Records for people: a lead asks what a provider received, answered from the ledger alone; or for a pupil's
 * records.
 */
import { addDays, dayOf } from "../../domain/words/days";
import { ledgerFrom } from "../../domain/mail/ledger";
import { nameInUse } from "../../domain/hub/names";
import { receivedPage, recordsPage } from "../../domain/views/recordsPage";
import { sentenceOf } from "../../domain/words/problem";
import type { Receipt } from "../../domain/mail/receipts";
import { lineOf, receiptsOf, receivedBy } from "../../domain/mail/receipts";
import { receivedFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { outbox, runs } from "../../domain/tables/ledger";
import { providers, pupils } from "../../domain/tables/people";
import { showDialog } from "../../google/dialog";
import type { Answer, Run } from "../run/job";
import { runByPerson } from "../run/job";
import { load } from "../run/load";

/** How far back the dialog asks at first. Days. */
const A_HALF_TERM = 45;

export const recordsForPeople = (): Answer =>
  runByPerson(LEADS, (run) => {
    const page = askingPage(run);
    showDialog("Records for people", page);
    return { said: "Choose a provider or a pupil.", page };
  });

/** The page, and for whoever asks without it the same in lines. */
interface Received extends Answer {
  lines: string[];
  messages: Receipt[];
}

/** `asked`: the dialog's form; or a provider's id, and then the first and the last day. */
export const providerRecord = (asked: unknown, first: unknown, last: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const { provider, from, to } = receivedFrom(asked, first, last);
    const messages = receivedBy(load(run, outbox).records, provider, { from, to });
    const notes = whyNotWhole(run);
    const sent = messages.filter(({ isSent }) => isSent).length;
    const answer: Received = {
      said: `${provider}, ${from} to ${to}: ${sent} sent, ${messages.length - sent} in another state.`,
      page: receivedPage(provider, { from, to }, messages, notes) + askingPage(run),
      lines: [...notes, ...messages.map(lineOf)],
      messages,
    };
    return answer;
  });

/** Why the ledger may not tell everything; nothing where it can be trusted. */
function whyNotWhole(run: Run): string[] {
  const { records, leftOut } = load(run, outbox);
  const counted = Math.max(0, ...load(run, runs).records.map((row) => row.outboxRows ?? 0));
  const found = ledgerFrom(records, leftOut.length, counted);
  return "wrong" in found ? [`This answer may not be complete. ${sentenceOf(found)}`] : [];
}

function askingPage(run: Run): string {
  const known = load(run, providers).records.map(({ id, name }) => ({ id, label: `${name} (${id})` }));
  const told = receiptsOf(load(run, outbox).records).map(({ provider }) => provider);
  const gone = [...new Set(told)].filter((id) => id !== "" && !known.some((one) => one.id === id)).sort();
  return recordsPage({
    providers: [...known, ...gone.map((id) => ({ id, label: `${id} (not on the Providers tab)` }))],
    pupils: load(run, pupils).records.map((pupil) => ({
      id: pupil.id,
      label: `${nameInUse(pupil)} (${pupil.id})`,
    })),
    from: addDays(dayOf(run.now), -A_HALF_TERM),
    to: dayOf(run.now),
  });
}
