/** Held mail: a lead looks at each message that waits, and approves or drops it. */
import type { ComposedAgain, KindName } from "../domain/mail/kinds";
import { partsOf } from "../domain/mail/kinds";
import type { Mail } from "../domain/mail/mail";
import type { Held } from "../domain/views/heldPage";
import { heldPage } from "../domain/views/heldPage";
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
import { note } from "./run/notes";
import { showProblems } from "./run/showProblems";
import { loadLedger, recordEvent, sendThroughLedger } from "./mail/sendThroughLedger";
import { dueNow, markFinished, reportsAgain } from "./reports/sendReports";
import { planFor, updatesAgain, WEEKLY_UPDATE, withhold } from "./weekly/weeklyUpdate";
import { writeRun } from "./run/writeRun";
import { guardFor } from "./mail/guard";
import { changesAgain } from "./weekly/eveningCheck";
import { noticesAgain } from "./deterioration/deteriorationCheck";
import type { Day } from "../domain/words/days";

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
        said: "It has changed since you looked at it. Look at it again.",
        page: heldPage(heldNow(run, settings)),
      };
    const parts = partsOf(wanted);
    const week = parts?.kind === "weekly" ? loadHub(run).hub.weeks.find((w) => w.week === parts.week) : null;
    if (week) withhold(run, planFor(run, settings, week));
    const update = week && doneUpdate(run, week.week);
    // Until it has left, its update is not done: the next sweep goes on where this run waits or dies.
    if (update) writeRun(run, WEEKLY_UPDATE, { ...update, state: "open" });
    flush();
    recordEvent(run, loadLedger(run).tab, found.now.mail, { hash: shown, state: "approved" });
    const sent = sendThroughLedger(run, [found.now.mail], guardFor(run, settings));
    const { counts, outboxRows, unfinished } = sent;
    note(run, "Approved message", sent.problems);
    if (update && !unfinished) writeRun(run, WEEKLY_UPDATE, { ...update, outboxRows });
    if (found.now.mail.report) markFinished(run, dueNow(run));
    showProblems(run);
    return { said: `Approved: ${counts}.`, page: heldPage(heldNow(run, settings)) };
  });

/** The row in Runs of the week's update, where it says done. */
const doneUpdate = (run: Run, week: Day) =>
  load(run, runs).records.find(
    (row) => row.job === WEEKLY_UPDATE.name && row.state === "done" && row.for === week,
  );

export const dropMail = (key: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    const wanted = keyFrom(key);
    const { tab, ledger } = loadLedger(run);
    const entry = ledger.entries.get(wanted);
    if (entry?.state !== "held")
      return { said: "It is no longer held.", page: heldPage(heldNow(run, settings)) };
    const { recipient, hash } = entry;
    // What it would have told is kept, so that no later message tells it.
    const would = heldNow(run, settings).find((held) => held.key === wanted)?.now?.mail.letters;
    const letters = would ? JSON.stringify(would) : "";
    const dropped = { hash, state: "dropped", reason: "A lead dropped it.", letters } as const;
    recordEvent(run, tab, { key: wanted, recipient }, dropped);
    if (partsOf(wanted)?.kind === "report") markFinished(run, dueNow(run));
    const page = heldPage(heldNow(run, settings));
    showProblems(run);
    return { said: "Dropped. It will never be sent.", page };
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

/** How the messages of a kind are composed again from the workbook as it is: at least those of the keys. */
type Composer = (run: Run, settings: Settings, keys: readonly string[]) => readonly Mail[];
export type Composers = Record<ComposedAgain, Composer>;

const COMPOSERS: Composers = {
  weekly: updatesAgain,
  changes: changesAgain,
  notice: noticesAgain,
  correction: noticesAgain,
  report: reportsAgain,
};

/** Kinds that are composed together are composed once. */
function composed(run: Run, settings: Settings, keys: readonly string[]): Mail[] {
  const byComposer = new Map<Composer, string[]>();
  for (const key of keys) {
    const kind = partsOf(key)?.kind;
    const composer = kind && composerOf(kind);
    if (composer) byComposer.set(composer, [...(byComposer.get(composer) ?? []), key]);
  }
  return [...byComposer].flatMap(([composer, own]) => composer(run, settings, own));
}

const composerOf = (kind: KindName): Composer | undefined =>
  (COMPOSERS as Partial<Record<KindName, Composer>>)[kind];
