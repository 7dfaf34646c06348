/** Preview and test: what would go to whom, shown to a lead, or sent to that lead alone. */
import type { SchoolWeek } from "../../domain/hub/calendar";
import { longDay, spaced } from "../../domain/words/days";
import { weekToTell } from "../../domain/weekly/due";
import { keyOf } from "../../domain/mail/kinds";
import type { Mail } from "../../domain/mail/mail";
import { reasonNotToSendToStaff } from "../../domain/mail/outgoingCheck";
import { previewPage } from "../../domain/views/previewPage";
import { problem, stop } from "../../domain/words/problem";
import { keyFrom } from "../../domain/views/requests";
import { LEADS, memberWith } from "../../domain/hub/rights";
import { runs } from "../../domain/tables/ledger";
import type { Settings } from "../../domain/tables/settings";
import { showDialog } from "../../google/dialog";
import { mailsLeftToday } from "../../google/mail";
import type { Answer, Run } from "../run/job";
import { checkOriginal, loadSettings, runByPerson } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { note } from "../run/notes";
import { noteTexts } from "./noteTexts";
import { showProblems } from "../run/showProblems";
import { loadLedger, sendThroughLedger } from "../mail/sendThroughLedger";
import { planFor } from "./weeklyUpdate";
import { blanksIn } from "../../domain/hub/blanks";
import { guardFor } from "../mail/guard";

export const previewWeeklyUpdate = (): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    const week = weekInQuestion(run, settings);
    const plan = planFor(run, settings, week);
    noteTexts(run, settings);
    const { waits, reasonNotToSend } = guardFor(run, settings);
    const page = previewPage({
      week,
      plan,
      ledger: loadLedger(run).ledger,
      whyHeld: (mail) => reasonNotToSend(mail) ?? waits(mail),
      blanks: blanksIn(week, loadHub(run).hub).length,
      quota: mailsLeftToday().left,
    });
    showProblems(run);
    showDialog("Preview of the weekly update", page);
    return {
      said: `${plan.mails.length} messages for the week beginning ${longDay(week.week)}. Nothing was sent.`,
      page,
    };
  });

/** From the menu: the first message, as a test. */
export const sendTestToMe = (): Answer => runByPerson(LEADS, (run) => test(run, null));

/** From the preview: that message, as a test. */
export const sendTest = (key: unknown): Answer => runByPerson(LEADS, (run) => test(run, keyFrom(key)));

function weekInQuestion(run: Run, settings: Settings): SchoolWeek {
  const week = weekToTell(loadHub(run).hub.weeks, load(run, runs).records, settings, run.now);
  if (week) return week;
  throw stop(
    problem("Calendar", null, "", "There is no school week.", "Enter the half-terms in the Calendar."),
  );
}

/** A test goes to nobody but the lead who pressed, and says what it is. */
function test(run: Run, key: string | null): Answer {
  const settings = loadSettings(run);
  checkOriginal(run, settings);
  const week = weekInQuestion(run, settings);
  const { mails } = planFor(run, settings, week);
  const chosen = key === null ? mails[0] : mails.find((mail) => mail.key === key);
  const { staff, pupils } = loadHub(run).hub;
  const me = memberWith(run.by, staff);
  if (!chosen || !me)
    return { said: `There is no message for the week beginning ${longDay(week.week)} to test.` };
  const sample: Mail = {
    ...chosen,
    key: keyOf("test", { moment: run.now, staff: me.id }),
    to: { staff: me.id },
    recipient: me.email,
    subject: `Test: ${chosen.subject}`,
    text: `This is a test, sent only to you. The real one would go to ${chosen.recipient}.\n\n${chosen.text}`,
    letters: {},
  };
  const everybody = [...pupils.values()];
  const guard = {
    waits: () => null,
    reasonNotToSend: (mail: Mail) => reasonNotToSendToStaff(mail, staff, everybody),
  };
  const { counts, problems } = sendThroughLedger(run, [sample], guard);
  note(run, "Test message", problems);
  showProblems(run);
  return {
    said: `${counts}: the update for ${chosen.recipient} as a test to ${me.email}, ${spaced(run.now)}.`,
  };
}
