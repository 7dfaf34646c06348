/**
 * What the deterioration check would have done in every week before the demo's Friday, by the domain's own
 * decisions.
 */
import type { SchoolWeek } from "../domain/hub/calendar";
import { closingDayOf } from "../domain/hub/calendar";
import type { Standing } from "../domain/deterioration/standing";
import { alertsNow, decide, see } from "../domain/deterioration/standing";
import { addDays } from "../domain/words/days";
import type { Mail } from "../domain/mail/mail";
import type { OutboxRow } from "../domain/tables/ledger";
import type { Action, ActionPlan, Alert } from "../domain/tables/plans";

export interface PlansSoFar {
  alerts: Alert[];
  plans: ActionPlan[];
  actions: Action[];
}

/** In one plan out of this many staff are behind, so that there is something to look at. */
const BEHIND = 4;

/** The check of one past week: gives what left, and takes the plans on. */
export function checkedWeek(
  standing: Omit<Standing, keyof PlansSoFar | "now">,
  soFar: PlansSoFar,
  week: SchoolWeek,
): { mails: Mail[]; next: (events: readonly OutboxRow[]) => PlansSoFar } {
  const today = closingDayOf(week);
  const worked = workedOn(soFar, today);
  const now = `${today}T16:41`;
  const before: Standing = { ...standing, ...worked, now };
  const seen = see(before);
  const { opening, mails } = decide(before, seen);
  const plans = [...worked.plans, ...opening.plans];
  const actions = [...worked.actions, ...opening.actions];
  const next = (events: readonly OutboxRow[]): PlansSoFar => {
    const after: Standing = { ...before, events, plans, actions };
    return { plans, actions, alerts: alertsNow(after, opening.planOf, seen) };
  };
  return { mails, next };
}

/**
 * What staff do meanwhile: actions get done, reviews are held, and a plan whose alerts have recovered is
 * closed.
 */
function workedOn({ alerts, plans, actions }: PlansSoFar, today: string): PlansSoFar {
  const isBehind = (plan: string) => plans.findIndex((p) => p.plan === plan) % BEHIND === 0;
  return {
    alerts,
    actions: actions.map((action) =>
      action.status === "to do" && (action.by ?? "") <= today && !isBehind(action.plan)
        ? { ...action, status: "done", result: "Done as agreed." }
        : action,
    ),
    plans: plans.map((plan) => {
      if (plan.state !== "open" || (plan.reviewOn ?? "") > today) return plan;
      const own = alerts.filter((alert) => alert.plan === plan.plan);
      if (own.length > 0 && own.every(({ state }) => state === "recovered"))
        return { ...plan, state: "closed", decision: "recovered", outcome: "+1", closedOn: today };
      return { ...plan, reviewOn: addDays(today, 21), tried: "A shorter day, and a check-in each morning." };
    }),
  };
}
