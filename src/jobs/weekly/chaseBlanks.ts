/** On the week's last open day: one reminder to each member of staff who still has blanks. */
import type { SchoolWeek } from "../../domain/hub/calendar";
import { dayOf } from "../../domain/words/days";
import { reasonNotToSendToStaff } from "../../domain/mail/outgoingCheck";
import { reminders } from "../../domain/weekly/reminders";
import type { Settings } from "../../domain/tables/settings";
import type { Run } from "../run/job";
import { loadHub } from "../run/loadHub";
import { note } from "../run/notes";
import { sendThroughLedger } from "../mail/sendThroughLedger";
import type { Outcome } from "../run/outcome";

export function chaseBlanks(run: Run, settings: Settings, week: SchoolWeek): Outcome {
  const { hub } = loadHub(run);
  const { mails, problems } = reminders(week, dayOf(run.now), hub, settings);
  const reasonNotToSend = (mail: (typeof mails)[number]) =>
    reasonNotToSendToStaff(mail, hub.staff, [...hub.pupils.values()]);
  const sent = sendThroughLedger(run, mails, { waits: () => null, reasonNotToSend });
  note(run, "Reminders", [...problems, ...sent.problems]);
  return { state: sent.unfinished ? "open" : "done", counts: sent.counts, outboxRows: sent.outboxRows };
}
