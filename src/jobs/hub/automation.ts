/** The automation: one lead's hourly trigger. A lead turns it on or off, or takes it over. */
import { dayOf } from "../../domain/words/days";
import { whyStopped } from "../../domain/weekly/health";
import { automationPage } from "../../domain/views/automationPage";
import { refusal } from "../../domain/words/problem";
import { switchFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { runs } from "../../domain/tables/ledger";
import { showDialog } from "../../google/dialog";
import { hasTrigger, lacksRights, makeHourlyTrigger, removeTriggers } from "../../google/run";
import type { Answer, Run } from "../run/job";
import { HEARTBEAT, loadSettings, runByPerson } from "../run/job";
import { load, writeSettings } from "../run/load";
import { note } from "../run/notes";
import { showProblems } from "../run/showProblems";

export const automation = (): Answer =>
  runByPerson(LEADS, (run) => {
    const page = pageFor(run);
    showDialog("Automation", page);
    return { said: loadSettings(run).automation ? "It is on." : "It is off.", page };
  });

export const turnAutomation = (to: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    // Why the last sweep stopped is over, or the next one says it again.
    note(run, "Hourly sweep");
    return switchFrom(to) === "on" ? turnOn(run) : turnOff(run);
  });

function turnOn(run: Run): Answer {
  const { firstOn, workbookId } = loadSettings(run);
  if (lacksRights())
    throw refusal(
      "Your account has not yet allowed Google to give Hub Tracker everything it needs. Choose any item in its menu, allow everything it asks for, then turn the automation on.",
    );
  const id = run.workbook.getId();
  const isCopy = workbookId !== "" && workbookId !== id;
  writeSettings(run, {
    // What a copy's original was to send is not for the copy to send.
    firstOn: firstOn === "" || isCopy ? dayOf(run.now) : firstOn,
    workbookId: id,
    owner: run.by,
    automation: true,
  });
  makeHourlyTrigger(HEARTBEAT);
  showProblems(run);
  return {
    said: `The automation is on and belongs to ${run.by}. It will run for the first time within the hour.`,
    page: pageFor(run),
  };
}

function turnOff(run: Run): Answer {
  writeSettings(run, { automation: false });
  removeTriggers(HEARTBEAT);
  showProblems(run);
  return { said: "The automation is off: nothing is made or sent automatically.", page: pageFor(run) };
}

function pageFor(run: Run): string {
  const settings = loadSettings(run);
  const heartbeat = load(run, runs).records.find((row) => row.job === HEARTBEAT);
  const id = run.workbook.getId();
  const isOn = settings.automation;
  const isCopy = settings.workbookId !== "" && settings.workbookId !== id;
  const ownTriggerGone =
    isOn && settings.owner.toLowerCase() === run.by.toLowerCase() && !hasTrigger(HEARTBEAT);
  const stopped = isOn && !isCopy ? whyStopped(settings, heartbeat, id, run.now) : null;
  return automationPage({
    on: isOn,
    owner: settings.owner,
    you: run.by,
    firstOn: settings.firstOn,
    lastRun: heartbeat?.at ?? "",
    health: ownTriggerGone ? "Your trigger is gone, so nothing runs. Renew it." : stopped,
    isCopy,
  });
}
