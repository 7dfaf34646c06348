/** Held mail: a lead looks at each message that waits, and approves or drops it. */
import { closedWeeks } from "../domain/hub/calendar";
import { decide } from "../domain/deterioration/standing";
import { changesEmails } from "../domain/weekly/changesEmails";
import type { Mail } from "../domain/mail/mail";
import type { Held } from "../domain/views/heldPage";
import { heldPage } from "../domain/views/heldPage";
import { keyOfReport } from "../domain/reports/board/dispatch";
import { keyFrom, seenFrom } from "../domain/views/requests";
import { LEADS } from "../domain/hub/rights";
import { runs } from "../domain/tables/ledger";
import type { Settings } from "../domain/tables/settings";
import { showDialog } from "../google/dialog";
import { fingerprint } from "../google/mail";
import { flush } from "../google/workbook";
import type { Answer, Run } from "./run/job";
import { checkOriginal, loadSettings, runByPerson } from "./run/job";
import { load } from "./run/load";
import { loadHub } from "./run/loadHub";
import { showProblems } from "./run/showProblems";
import { loadLedger, recordEvent, sendThroughLedger } from "./mail/sendThroughLedger";
import { dueNow, markFinished, reportMails } from "./reports/sendReports";
import { planFor, withhold } from "./weekly/weeklyUpdate";
import { writeRun } from "./run/writeRun";
import { guardFor } from "./mail/guard";
import { standingOf } from "./deterioration/standing";

export const heldMail = (): Answer =>
  runByPerson(LEADS, (run) => {
    const held = heldNow(run, loadSettings(run));
    const page = heldPage(held);
    showProblems(run);
    showDialog("Held mail", page);
    return { said: `${held.length} messages are held.`, page };
  });

/** `seen` is the fingerprint of what the lead was shown: anything else is not what was approved. */
export const approveMail = (key: unknown, seen: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    checkOriginal(run, settings);
    const [wanted, shown] = [keyFrom(key), seenFrom(seen)];
    const found = heldNow(run, settings).find((h) => h.key === wanted);
    if (found?.now?.hash !== shown)
      return {
        said: "It changed since you looked. Look at it again.",
        page: heldPage(heldNow(run, settings)),
      };
    const week = loadHub(run).hub.weeks.find((w) => wanted.startsWith(`weekly|${w.week}|`));
    if (week) withhold(run, planFor(run, settings, week));
    const update = doneUpdate(run, wanted);
    // Until it has left, its update is not done: the next sweep goes on where this run waits or dies.
    if (update) writeRun(run, { ...update, state: "open" });
    flush();
    recordEvent(run, loadLedger(run).tab, found.now.mail, { hash: shown, state: "approved" });
    const { counts, outboxRows, unfinished } = sendThroughLedger(
      run,
      [found.now.mail],
      guardFor(run, settings),
    );
    if (update && !unfinished) writeRun(run, { ...update, outboxRows });
    if (found.now.mail.report) markFinished(run, dueNow(run));
    showProblems(run);
    return { said: `Approved: ${counts}.`, page: heldPage(heldNow(run, settings)) };
  });

/** The row in Runs of the weekly update that a key is of, where it says done. */
const doneUpdate = (run: Run, key: string) =>
  load(run, runs).records.find(
    (row) => row.job === "weeklyUpdate" && row.state === "done" && key.startsWith(`weekly|${row.for}|`),
  );

export const dropMail = (key: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    const wanted = keyFrom(key);
    const { tab, ledger } = loadLedger(run);
    const entry = ledger.entries.get(wanted);
    if (entry?.state !== "held")
      return { said: "It is not held any more.", page: heldPage(heldNow(run, settings)) };
    const { recipient, hash } = entry;
    // What it would have told is kept, so that no later message tells it.
    const would = heldNow(run, settings).find((held) => held.key === wanted)?.now?.mail.letters;
    const letters = would ? JSON.stringify(would) : "";
    const dropped = { hash, state: "dropped", reason: "A lead dropped it.", letters } as const;
    recordEvent(run, tab, { key: wanted, recipient }, dropped);
    if (wanted.startsWith("report|")) markFinished(run, dueNow(run));
    showProblems(run);
    return { said: "Dropped: it never goes.", page: heldPage(heldNow(run, settings)) };
  });

/** Every held message, as it would leave now. */
function heldNow(run: Run, settings: Settings): Held[] {
  const { tab, ledger } = loadLedger(run);
  const held = [...ledger.entries].filter(([, entry]) => entry.state === "held");
  const mails = new Map(
    composed(
      run,
      settings,
      held.map(([key]) => key),
    ).map((mail) => [mail.key, mail]),
  );
  return held.map(([key]) => {
    const reason = tab.records.filter((event) => event.key === key).pop()?.reason ?? "";
    const mail = mails.get(key);
    return { key, reason, now: mail ? { mail, hash: fingerprint(mail) } : null };
  });
}

/** The messages of these kinds and weeks, composed again from the workbook as it is. */
function composed(run: Run, settings: Settings, keys: readonly string[]): Mail[] {
  if (keys.length === 0) return [];
  const loaded = loadHub(run);
  const { weeks } = loaded.hub;
  const ofUpdates = weeks.filter((week) => keys.some((key) => key.startsWith(`weekly|${week.week}|`)));
  const newest = closedWeeks(weeks, settings.closingTime, run.now).pop();
  const reports = dueNow(run).filter(({ report }) =>
    keys.some((key) => key.startsWith(`${keyOfReport(report)}|`)),
  );
  const late = newest && keys.some((key) => key.startsWith("changes|"));
  return [
    ...ofUpdates.flatMap((week) => planFor(run, settings, week).mails),
    ...(keys.some((key) => /^(notice|correction)\|/.test(key))
      ? decide(standingOf(run, settings)).mails
      : []),
    ...reportMails(run, settings, reports),
    ...(late ? changesEmails(loaded, loadLedger(run).tab.records, newest, settings) : []),
  ];
}
