/** The dialog that makes a half-term's reports, shows how far the board is, and sends what is approved. */
import { touches } from "../../domain/hub/hub";
import { nameInUse } from "../../domain/hub/names";
import type { ReportsShown } from "../../domain/views/reportsPage";
import { reportsPage } from "../../domain/views/reportsPage";
import { refusal } from "../../domain/words/problem";
import { periodsOf } from "../../domain/reports/says/ownPeriod";
import { formFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { runs } from "../../domain/tables/ledger";
import { reports, templates } from "../../domain/tables/reports";
import { showDialog } from "../../google/dialog";
import { flush } from "../../google/workbook";
import type { Answer, Run } from "../run/job";
import { checkClock, checkOriginal, loadSettings, runByPerson, runOverAll } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { makeOne, makeSome } from "./makeReports";
import { showProblems } from "../run/showProblems";
import { periodNow } from "./reportOwn";
import { SEND_REPORTS, sendReports } from "./sendReports";
import { writeRun } from "../run/writeRun";
import { isOthers } from "../run/owner";

export const reportsDialog = (): Answer =>
  runByPerson(LEADS, (run) => {
    const page = pageNow(run);
    showDialog("Half-termly reports", page);
    return { said: `${load(run, reports).records.length} reports are on the board.`, page };
  });

/** From the dialog, for a while; what is left is asked for by the page itself. */
export const makeChosenReports = (form: unknown): Answer =>
  runOverAll(LEADS, (run) => {
    const filled = formFrom(form);
    const [period = "", provider = ""] = [filled.get("period"), filled.get("provider")];
    const { said, left } = makeSome(run, period, provider);
    return { said, page: pageNow(run, left > 0 ? { period, provider, said } : null) };
  });

export const makeOneReport = (form: unknown): Answer =>
  runOverAll(LEADS, (run) => ({ said: makeOne(run, form), page: pageNow(run) }));

/** What is approved, without waiting for the clock. */
export const sendApproved = (): Answer =>
  runByPerson(LEADS, (run) => {
    const settings = loadSettings(run);
    checkOriginal(run, settings);
    checkClock(run, load(run, runs).records);
    if (isOthers(run, settings))
      throw refusal(
        `${settings.owner}, who owns the automation, will send them within the hour, because only that account can open the documents.`,
      );
    const { state, counts, outboxRows } = sendReports(run, settings);
    writeRun(run, SEND_REPORTS, { for: run.now.slice(0, 10), state, counts, outboxRows });
    showProblems(run);
    flush();
    return { said: `Reports: ${counts}.`, page: pageNow(run) };
  });

function pageNow(run: Run, goingOn: ReportsShown["goingOn"] = null): string {
  const { hub } = loadHub(run);
  const now = periodNow(run);
  const periods = periodsOf(hub.weeks)
    .filter(({ year, weeks }) => year === now?.year && (weeks[0]?.week ?? "") <= (now.weeks[0]?.week ?? ""))
    .reverse();
  const providers = hub.providers.filter(({ active }) => active === "yes");
  const nameOf = (id: string): string => providers.find((one) => one.id === id)?.name ?? id;
  const here = hub.placements.filter((one) => now?.weeks.some((week) => touches(one, week)));
  const pupils = here.flatMap(({ pupil: id, provider }) => {
    const pupil = hub.pupils.get(id);
    return pupil ? [[`${id} ${provider}`, `${nameInUse(pupil)}, ${nameOf(provider)}`] as const] : [];
  });
  return reportsPage({
    periods,
    providers,
    board: load(run, reports).records,
    templates: load(run, templates).records.filter(
      ({ active, document }) => active === "yes" && document !== "",
    ),
    pupils: [...new Map(pupils)].sort(([, a], [, b]) => (a < b ? -1 : 1)),
    goingOn,
  });
}
