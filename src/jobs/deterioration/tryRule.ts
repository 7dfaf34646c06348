/** Try the rule: a lead sees which notices other settings would have brought, over the grades there are. */
import { closedWeeks } from "../../domain/hub/calendar";
import { TRIED, tryRulePage } from "../../domain/views/tryRulePage";
import { refusal } from "../../domain/words/problem";
import { formFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { plans } from "../../domain/tables/plans";
import type { Settings } from "../../domain/tables/settings";
import { SETTINGS, valueIn } from "../../domain/tables/settings";
import { noticesWith } from "../../domain/deterioration/tryRule";
import { showDialog } from "../../google/dialog";
import type { Answer, Run } from "../run/job";
import { loadSettings, runByPerson } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";

/** From the menu, with the settings in use. */
export const tryRule = (): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    const page = pageFor(run, settings, settings);
    showDialog("Try the rule", page);
    return { said: "Nothing is written or sent.", page };
  });

/** From its own button, with those typed there. */
export const trySettings = (form: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    const tried = withTyped(settings, formFrom(form));
    return { said: "Nothing is written or sent.", page: pageFor(run, settings, tried) };
  });

function withTyped(settings: Settings, typed: ReadonlyMap<string, string>): Settings {
  const tried = TRIED.flatMap((field) => {
    const cell = typed.get(field);
    if (cell === undefined) return [];
    const read = valueIn(field, cell);
    if ("wrong" in read) throw refusal(`${SETTINGS[field].name}: ${read.wrong}.`);
    return [[field, read.value]];
  });
  return { ...settings, ...(Object.fromEntries(tried) as Partial<Settings>) };
}

function pageFor(run: Run, settings: Settings, tried: Settings): string {
  const { hub } = loadHub(run);
  const allPlans = load(run, plans).records;
  const closed = closedWeeks(hub.weeks, settings.closingTime, run.now);
  const year = closed[closed.length - 1]?.year;
  const noticesOf = (s: Settings) => noticesWith(s, hub, closed, allPlans);
  const weeks = closed.filter((week) => week.year === year).length;
  return tryRulePage(tried, noticesOf(settings), noticesOf(tried), weeks);
}
