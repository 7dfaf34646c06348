/**
 * Send now: a lead sends a closed week's update without waiting for the clock, or the running week's on its
 * last day.
 */
import { longDay } from "../../domain/words/days";
import { closedWeeks } from "../../domain/hub/calendar";
import { sendableWeeks } from "../../domain/weekly/due";
import { sendNowPage } from "../../domain/views/sendNowPage";
import { weekFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { runs } from "../../domain/tables/ledger";
import type { Settings } from "../../domain/tables/settings";
import { showDialog } from "../../google/dialog";
import { flush } from "../../google/workbook";
import type { Answer, Run } from "../run/job";
import { checkClock, checkOriginal, loadSettings, runByPerson } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { showOverview } from "./overview";
import { showProblems } from "../run/showProblems";
import { loadLedger } from "../mail/sendThroughLedger";
import { planFor, WEEKLY_UPDATE, weeklyUpdate } from "./weeklyUpdate";
import { writeRun } from "../run/writeRun";
import { blanksIn } from "../../domain/hub/blanks";

export const sendNow = (): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    const page = pageFor(run, settings);
    showProblems(run);
    showDialog("Send the weekly update now", page);
    return { said: "Nothing has been sent yet. Choose in the dialog.", page };
  });

export const sendWeek = (week: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    checkOriginal(run, settings);
    const { records } = load(run, runs);
    checkClock(run, records);
    const asked = weekFrom(week);
    const chosen = weeksFor(run, settings).find((w) => w.week === asked);
    if (!chosen)
      return {
        said: `The update for the week beginning ${longDay(asked)} cannot be sent now.`,
        page: pageFor(run, settings),
      };
    const { state, counts, outboxRows } = weeklyUpdate(run, settings, chosen);
    writeRun(run, WEEKLY_UPDATE, { for: chosen.week, state, counts, outboxRows });
    showOverview(run);
    showProblems(run);
    flush();
    return { said: `Week beginning ${longDay(chosen.week)}: ${counts}.`, page: pageFor(run, settings) };
  });

const weeksFor = (run: Run, settings: Settings) =>
  sendableWeeks(loadHub(run).hub.weeks, load(run, runs).records, settings, run.now);

function pageFor(run: Run, settings: Settings): string {
  const { hub } = loadHub(run);
  const closed = closedWeeks(hub.weeks, settings.closingTime, run.now);
  const { entries } = loadLedger(run).ledger;
  return sendNowPage(
    weeksFor(run, settings).map((week) => ({
      week,
      closed: closed.includes(week),
      blanks: blanksIn(week, hub).length,
      messages: planFor(run, settings, week).mails.filter(({ key }) => entries.get(key)?.state !== "sent")
        .length,
    })),
  );
}
