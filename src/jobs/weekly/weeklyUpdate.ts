/** Sends a closed week's update: reads each tab once, decides what goes to whom, sends through the ledger. */
import { guardFor, historyOf } from "../mail/guard";
import type { Outcome } from "../run/outcome";
import type { SchoolWeek } from "../../domain/hub/calendar";
import { partsOf } from "../../domain/mail/kinds";
import type { Mail } from "../../domain/mail/mail";
import type { Settings } from "../../domain/tables/settings";
import type { Run } from "../run/job";
import { loadHub } from "../run/loadHub";
import { note } from "../run/notes";
import type { Kept } from "../run/writeRun";
import { noteTexts } from "./noteTexts";
import { loadLedger, recordEvent, sendThroughLedger } from "../mail/sendThroughLedger";
import type { Plan } from "../../domain/weekly/planWeek";
import { planWeek } from "../../domain/weekly/planWeek";
import { UPDATE } from "../../domain/weekly/due";

export const WEEKLY_UPDATE = { name: UPDATE, keeps: "each" } as const satisfies Kept;

export function weeklyUpdate(run: Run, settings: Settings, week: SchoolWeek): Outcome {
  const plan = planFor(run, settings, week);
  noteTexts(run, settings);
  withhold(run, plan);
  const sent = sendThroughLedger(run, plan.mails, guardFor(run, settings));
  note(run, "Weekly update", [...plan.problems, ...sent.problems]);
  const state = plan.blocked || sent.unfinished ? "open" : "done";
  return { state, counts: sent.counts, outboxRows: sent.outboxRows };
}

/**
 * Before anything leaves: a run that dies in between leaves weeks that count as told, never one that goes by
 * surprise.
 */
export function withhold(run: Run, { withheld }: Plan): void {
  const { tab } = loadLedger(run);
  for (const key of withheld)
    recordEvent(run, tab, { key, recipient: "" }, { hash: "", state: "dropped", reason: RESTRICTED });
}

const RESTRICTED = "The pupil is restricted: nothing about this week is sent, now or later.";

/** What would go to whom for a week. */
export const planFor = (run: Run, settings: Settings, week: SchoolWeek): Plan =>
  planWeek(loadHub(run), historyOf(run), week, settings);

/** The updates of the weeks that the keys name, as they would leave now. */
export function updatesAgain(run: Run, settings: Settings, keys: readonly string[]): Mail[] {
  const asked = keys.flatMap((key) => partsOf(key) ?? []);
  const isAsked = ({ week }: SchoolWeek) => asked.some((one) => one.kind === "weekly" && one.week === week);
  return loadHub(run)
    .hub.weeks.filter(isAsked)
    .flatMap((week) => planFor(run, settings, week).mails);
}
