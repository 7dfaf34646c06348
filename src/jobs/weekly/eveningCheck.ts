/** In the evening: sends what was late or corrected and no later update would tell of. */
import { closedWeeks } from "../../domain/hub/calendar";
import { changesEmails } from "../../domain/weekly/changesEmails";
import type { Settings } from "../../domain/tables/settings";
import type { Run } from "../run/job";
import { loadHub } from "../run/loadHub";
import { loadLedger, sendThroughLedger } from "../mail/sendThroughLedger";
import type { Outcome } from "../run/outcome";
import { guardFor } from "../mail/guard";
import { holdUnresolved } from "../mail/unresolved";

export function eveningCheck(run: Run, settings: Settings): Outcome {
  const loaded = loadHub(run);
  const closed = closedWeeks(loaded.hub.weeks, settings.closingTime, run.now);
  const newest = closed[closed.length - 1];
  if (!newest) return { state: "done", counts: "no week has closed yet", outboxRows: null };
  const mails = changesEmails(loaded, loadLedger(run).tab.records, newest, settings);
  holdUnresolved(run, mails, /^changes\|/);
  const sent = sendThroughLedger(run, mails, guardFor(run, settings));
  return { state: sent.unfinished ? "open" : "done", counts: sent.counts, outboxRows: sent.outboxRows };
}
