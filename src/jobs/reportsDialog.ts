/** The dialog that makes a half-term's reports. */
import { reportsPage } from "../domain/pages/reportsPage";
import { periodsOf } from "../domain/reports/own";
import { formFrom } from "../domain/requests";
import { LEADS } from "../domain/rights";
import { reports } from "../domain/tables/reports";
import { showDialog } from "../google/dialog";
import type { Report, Run } from "./job";
import { runByPerson } from "./job";
import { load } from "./load";
import { loadCentre } from "./loadCentre";
import { makeReports } from "./makeReports";
import { periodNow } from "./reportOwn";

export const reportsDialog = (): Report =>
  runByPerson(LEADS, (run) => {
    const page = pageNow(run);
    showDialog("Half-termly reports", page);
    return { said: `${load(run, reports).records.length} reports are on the board.`, page };
  });

/** From the dialog; the board as it stands afterwards is shown. */
export const makeChosenReports = (form: unknown): Report => {
  const filled = formFrom(form);
  const { said } = makeReports(filled.get("period"), filled.get("provider"));
  return runByPerson(LEADS, (run) => ({ said, page: pageNow(run) }));
};

function pageNow(run: Run): string {
  const { centre } = loadCentre(run);
  const now = periodNow(run);
  const periods = periodsOf(centre.weeks)
    .filter(({ year, weeks }) => year === now?.year && (weeks[0]?.week ?? "") <= (now.weeks[0]?.week ?? ""))
    .reverse();
  const active = centre.providers.filter(({ active }) => active === "yes");
  return reportsPage(periods, active, load(run, reports).records);
}
