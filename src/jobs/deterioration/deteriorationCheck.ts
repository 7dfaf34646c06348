/**
 * When a week closes and every evening: opens plans, tells providers, takes back what corrected grades undid,
 * shows it.
 */
import { standingOf } from "./standing";
import { holdUnresolved } from "../mail/unresolved";
import { alertsNow, decide, looksNow, see, whyNoticeWaits } from "../../domain/deterioration/standing";
import type { Decided, Seen, Standing } from "../../domain/deterioration/standing";
import type { Alert } from "../../domain/tables/plans";
import { plans, actions, alerts, needsALook } from "../../domain/tables/plans";
import type { Table } from "../../domain/tables/table";
import { headingsOf, rowOf } from "../../domain/tables/table";
import type { Mail } from "../../domain/mail/mail";
import type { Settings } from "../../domain/tables/settings";
import { appendAll, fillColumn, fillWhole, replaceAll } from "../../google/rows";
import { flush } from "../../google/workbook";
import type { Run } from "../run/job";
import { load } from "../run/load";
import { note } from "../run/notes";
import { loadRecords } from "../run/loadRecords";
import type { Sent } from "../mail/sendThroughLedger";
import { loadLedger, recordEvent, sendThroughLedger } from "../mail/sendThroughLedger";
import type { Outcome } from "../run/outcome";
import { guardFor } from "../mail/guard";

export function deteriorationCheck(run: Run, settings: Settings): Outcome {
  const standing = standingOf(run, settings);
  const seen = see(standing);
  const decided = decide(standing, seen);
  note(run, "Deterioration check", decided.problems);
  writePlans(run, decided);
  takeBack(run, decided);
  holdUnresolved(run, decided.mails, "deteriorationCheck");
  const sent = tell(run, settings, standing, decided);
  note(run, "Deterioration check", sent.problems);
  showLooks(run, settings, decided, seen);
  const opened = decided.opening.plans.length;
  const counts = `${sent.counts}, ${opened} ${opened === 1 ? "plan" : "plans"} opened`;
  return { state: sent.unfinished ? "open" : "done", counts, outboxRows: sent.outboxRows };
}

/** The notices and corrections that are due, as they would leave now. */
export const noticesAgain = (run: Run, settings: Settings): Mail[] => decide(standingOf(run, settings)).mails;

/** Actions first: a plan without them would not be noticed, actions without their plan are found again. */
function writePlans(run: Run, { opening, withdrawn }: Decided): void {
  appendAll(load(run, actions), opening.actions);
  if (opening.actions.length > 0) flush();
  appendAll(load(run, plans), opening.plans);
  if (opening.plans.length > 0) flush();
  const days = new Map(
    withdrawn.flatMap(({ plan, on }) => {
      const row = load(run, plans).records.find((record) => record.plan === plan.plan)?.row;
      return row === undefined ? [] : [[row, on] as const];
    }),
  );
  if (days.size > 0) note(run, "Deterioration check", fillColumn(load(run, plans), "withdrawn", days));
  if (opening.plans.length + days.size > 0) run.tabs.delete(plans.tab);
  if (opening.actions.length > 0) run.tabs.delete(actions.tab);
}

/** A key that was sent and no longer holds. */
function takeBack(run: Run, { superseded }: Decided): void {
  const { tab } = loadLedger(run);
  for (const { key, recipient, hash } of superseded)
    recordEvent(
      run,
      tab,
      { key, recipient },
      { hash, state: "superseded", reason: "Grades were corrected." },
    );
}

function tell(run: Run, settings: Settings, standing: Standing, { mails }: Decided): Sent {
  const { reasonNotToSend } = guardFor(run, settings);
  return sendThroughLedger(run, mails, { waits: (mail) => whyNoticeWaits(mail, standing), reasonNotToSend });
}

/** Writes Alerts, where they changed, and Needs a look. */
function showLooks(run: Run, settings: Settings, { opening }: Decided, seen: Seen): void {
  const standing = standingOf(run, settings);
  const rows = alertsNow(standing, opening.planOf, seen);
  const tab = load(run, alerts);
  const plain = (records: readonly Alert[]) =>
    JSON.stringify(records.map((record) => rowOf(alerts, record, headingsOf(alerts as unknown as Table))));
  if (plain(tab.records) !== plain(rows)) replaceAll(tab, rows);
  run.tabs.delete(alerts.tab);
  fillWhole(run.workbook, needsALook, looksNow(standing, rows, seen, loadRecords(run)));
  // Nothing says that the check is done before all of it is kept.
  flush();
}
