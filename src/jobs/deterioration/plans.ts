/**
 * Action plans: opened by hand, closed with a decision, waived by a lead with a reason; never by typing into
 * a cell.
 */
import { dayOf } from "../../domain/words/days";
import { GRADES, isGrade, lowerOf } from "../../domain/words/grades";
import { see } from "../../domain/deterioration/standing";
import { agreedText } from "../../domain/rule/judgements";
import { nameInUse } from "../../domain/hub/names";
import type { ToAgree } from "../../domain/views/plansPage";
import { closingPage, plansPage, WAIVED } from "../../domain/views/plansPage";
import { agreedFrom, newPlan, templateActions } from "../../domain/deterioration/planOpening";
import { refusal } from "../../domain/words/problem";
import { formFrom, planFrom } from "../../domain/views/requests";
import { LEADS, TEACHING } from "../../domain/hub/rights";
import type { ActionPlan } from "../../domain/tables/plans";
import { plans as plansTable, actions, DECISIONS } from "../../domain/tables/plans";
import { showDialog } from "../../google/dialog";
import { appendAll, appendTyped, fillRow } from "../../google/rows";
import { flush } from "../../google/workbook";
import type { Answer, Run } from "../run/job";
import { loadSettings, refuseOthers, runByPerson } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { showProblems } from "../run/showProblems";
import { standingOf } from "./standing";

export const actionPlans = (): Answer =>
  runByPerson(TEACHING, (run) => {
    const page = plansNow(run);
    showDialog("Action plans", page);
    return { said: `${openPlans(run).length} plans are open.`, page };
  });

export const planForm = (id: unknown): Answer =>
  runByPerson(TEACHING, (run) => {
    const plan = openPlans(run).find((p) => p.plan === planFrom(id));
    if (!plan) return { said: "This plan is no longer open.", page: plansNow(run) };
    return { said: "", page: closingPage(plan, toAgree(run, plan)) };
  });

export const closePlan = (id: unknown, form: unknown): Answer =>
  runByPerson(TEACHING, (run) => {
    const [wanted, filled] = [planFrom(id), formFrom(form)];
    const decision = filled.get("decision") ?? "";
    const reason = filled.get("reason") ?? "";
    const plan = openPlans(run).find((p) => p.plan === wanted);
    if (!plan) return { said: "This plan is no longer open.", page: plansNow(run) };
    const isWaived = decision === WAIVED;
    if (isWaived) refuseOthers(run, LEADS);
    if (isWaived && reason === "") throw refusal("Say why the plan is waived.");
    if (!isWaived && !DECISIONS.some((d) => d === decision)) throw refusal("Choose a decision.");
    const settings = loadSettings(run);
    const agreed = toAgree(run, plan).flatMap(({ placement, series }) => {
      const level = GRADES.find((grade) => grade === filled.get(`level ${placement} ${series}`));
      return level ? [agreedText(placement, series, level)] : [];
    });
    const from = agreed.length > 0 ? agreedFrom(loadHub(run).hub.weeks, settings, run.now) : null;
    fillRow(load(run, plansTable), plan.row, {
      state: isWaived ? "waived" : "closed",
      outcome: /^[+-]?[0-2]$/.test(filled.get("outcome") ?? "") ? (filled.get("outcome") ?? "") : "",
      decision,
      agreed: agreed.join("; "),
      agreedFrom: from ?? "",
      closedOn: dayOf(run.now),
      closedBy: run.by,
      reason,
    });
    run.tabs.delete(plansTable.tab);
    showProblems(run);
    return { said: `The plan for ${plan.name} is ${isWaived ? "waived" : "closed"}.`, page: plansNow(run) };
  });

export const openPlan = (form: unknown): Answer =>
  runByPerson(TEACHING, (run) => {
    const filled = formFrom(form);
    const { hub } = loadHub(run);
    const pupil = hub.pupils.get((filled.get("pupil") ?? "").toUpperCase());
    if (!pupil) throw refusal("No pupil has this id. See the Pupils tab.");
    if (openPlans(run).some((p) => p.pupil === pupil.id))
      return { said: `${nameInUse(pupil)} already has an open plan.`, page: plansNow(run) };
    const today = dayOf(run.now);
    const context = { hub, weeks: hub.weeks, settings: loadSettings(run), today };
    const who = { pupil: pupil.id, name: nameInUse(pupil) };
    const plan = newPlan(`AP-${pupil.id}-${today}`, who, filled.get("concern") ?? "", context);
    if (load(run, plansTable).records.some((p) => p.plan === plan.plan))
      throw refusal("A plan for this pupil was already opened today. Open another one tomorrow.");
    // Actions first, and those that a run left which died before it made the plan only once.
    const there = new Set(load(run, actions).records.map((action) => `${action.plan}|${action.what}`));
    const missing = templateActions(plan, today).filter(({ what }) => !there.has(`${plan.plan}|${what}`));
    appendAll(load(run, actions), missing);
    flush();
    // In one call, so that no row inserted meanwhile turns it on another plan.
    appendTyped(load(run, plansTable), plan);
    flush();
    run.tabs.delete(plansTable.tab);
    showProblems(run);
    return { said: `A plan is now open for ${nameInUse(pupil)}.`, page: plansNow(run) };
  });

const openPlans = (run: Run) => load(run, plansTable).records.filter((plan) => plan.state === "open");
const plansNow = (run: Run): string => plansPage(openPlans(run), dayOf(run.now));

/** The series whose alerts joined the plan; suggested is the lower of the last two grades. */
function toAgree(run: Run, { plan }: ActionPlan): ToAgree[] {
  const standing = standingOf(run, loadSettings(run));
  const joined = standing.alerts.filter((alert) => alert.plan === plan && alert.state === "notified");
  const { judgements } = see(standing);
  return joined.map(({ placement, series, area, provider }) => {
    const one = judgements.find((j) => j.placement.id === placement)?.series.find((s) => s.id === series);
    const grades = (one?.entries ?? []).flatMap((entry) =>
      "week" in entry && isGrade(entry.mark) ? [entry.mark] : [],
    );
    const [before, last] = grades.slice(-2);
    const suggested = before && last ? lowerOf(before, last) : null;
    return { placement, series, name: `${area}, ${provider}`, suggested };
  });
}
