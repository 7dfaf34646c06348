/** Sends a closed week's update: reads each tab once, decides what goes to whom, sends through the ledger. */
import type { SchoolWeek } from "../../domain/hub/calendar";
import { whyNot } from "../../domain/mail/outgoingCheck";
import { problem, stop } from "../../domain/words/problem";
import { runs } from "../../domain/tables/ledger";
import type { Settings } from "../../domain/tables/settings";
import type { Run } from "../run/job";
import { load } from "../run/load";
import type { LoadedCentre } from "../run/loadHub";
import { loadCentre } from "../run/loadHub";
import type { Guard } from "../mail/sendThroughLedger";
import { loadLedger, recordEvent, sendThroughLedger } from "../mail/sendThroughLedger";
import type { History, Plan } from "../../domain/weekly/planWeek";
import { weeklyMails } from "../../domain/weekly/planWeek";

export interface Outcome {
  /** open: something is still to do, and the next sweep goes on with it. */
  state: "done" | "open";
  counts: string;
  outboxRows: number | null;
}

export function weeklyUpdate(run: Run, settings: Settings, week: SchoolWeek): Outcome {
  const plan = planFor(run, settings, week);
  run.problems.push(...plan.problems);
  withhold(run, plan);
  const sent = sendThroughLedger(run, plan.mails, guardFor(run, settings));
  const state = plan.blocked || sent.unfinished ? "open" : "done";
  return { state, counts: sent.counts, outboxRows: sent.outboxRows };
}

/** Before anything leaves: a run that dies in between leaves weeks that count as told, never one that goes by surprise. */
export function withhold(run: Run, { withheld }: Plan): void {
  const { tab } = loadLedger(run);
  for (const key of withheld)
    recordEvent(run, tab, { key, recipient: "" }, { hash: "", state: "dropped", reason: RESTRICTED });
}

const RESTRICTED = "The pupil is restricted: nothing of this week goes, now or later.";

/** What would go to whom for a week. */
export const planFor = (run: Run, settings: Settings, week: SchoolWeek): Plan =>
  weeklyMails(loadCentre(run), historyOf(run), week, settings);

export const historyOf = (run: Run): History => ({
  events: loadLedger(run).tab.records,
  runs: load(run, runs).records,
});

/** The last check before a message to a provider leaves; without an address for answers none does. */
export function guardFor(run: Run, settings: Settings): Guard {
  if (settings.replyTo === "") throw stop(noReplyTo);
  const known = knownOf(loadCentre(run));
  const waits = () => (settings.holdUpdates === "yes" ? "Waits for approval." : null);
  return { waits, whyNot: (mail) => whyNot(mail, known) };
}

const noReplyTo = problem(
  "Settings",
  null,
  "Value",
  "Reply-to address is empty.",
  "Enter where providers' answers go; nothing is sent before.",
);

const knownOf = ({ centre, contacts }: LoadedCentre) => ({
  contacts,
  placements: centre.placements,
  pupils: [...centre.pupils.values()],
  weeks: centre.weeks,
});
