/** In the evening: sends what was late or corrected if no later update would report it. */
import type { SchoolWeek } from "../../domain/hub/calendar";
import { closedWeeks } from "../../domain/hub/calendar";
import type { Mail } from "../../domain/mail/mail";
import { changesEmails } from "../../domain/weekly/changesEmails";
import type { Settings } from "../../domain/tables/settings";
import type { Run } from "../run/job";
import { loadHub } from "../run/loadHub";
import { note } from "../run/notes";
import { noteTexts } from "./noteTexts";
import { loadLedger, sendThroughLedger } from "../mail/sendThroughLedger";
import type { Outcome } from "../run/outcome";
import { guardFor } from "../mail/guard";
import { holdUnresolved } from "../mail/unresolved";

export function eveningCheck(run: Run, settings: Settings): Outcome {
  const newest = newestClosed(run, settings);
  if (!newest) return { state: "done", counts: "no week has closed yet", outboxRows: null };
  const mails = mailsAfter(run, settings, newest);
  holdUnresolved(run, mails, "eveningCheck");
  const sent = sendThroughLedger(run, mails, guardFor(run, settings));
  note(run, "Evening check", sent.problems);
  noteTexts(run, settings);
  return { state: sent.unfinished ? "open" : "done", counts: sent.counts, outboxRows: sent.outboxRows };
}

/** What was late or corrected, as it would leave now. */
export function changesAgain(run: Run, settings: Settings): Mail[] {
  const newest = newestClosed(run, settings);
  return newest ? mailsAfter(run, settings, newest) : [];
}

const newestClosed = (run: Run, { closingTime }: Settings): SchoolWeek | undefined =>
  closedWeeks(loadHub(run).hub.weeks, closingTime, run.now).pop();

const mailsAfter = (run: Run, settings: Settings, newest: SchoolWeek): Mail[] =>
  changesEmails(loadHub(run), loadLedger(run).tab.records, newest, settings);
