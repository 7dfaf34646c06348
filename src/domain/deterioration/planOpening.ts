/**
 * The action plan that a notice opens. At most one is open per pupil: its id is made from the pupil and the
 * first week of the episode that opened it, so that a run that died finds it again; later series and a second
 * provider join it.
 */
import type { FoundAlert } from "./alertRows";
import { keyOfAlert } from "./alertRows";
import type { SchoolWeek } from "../hub/calendar";
import { closingDayOf, weekAt } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import type { Day } from "../words/days";
import { addDays, dayOf } from "../words/days";
import type { Action, ActionPlan, Alert } from "../tables/plans";
import type { Settings } from "../tables/settings";

/** What every plan starts with: who does it, within how many days. Staff change it in the tab. */
const TEMPLATE: [what: string, days: number][] = [
  ["Talk with the pupil: what is behind this, and what would help? Write the pupil's view in the plan.", 3],
  ["Tell the parent or carer, and write down what they say.", 3],
  ["Ask the provider what it knows, and agree one step together.", 5],
  ["Choose one target for the next three weeks with the pupil, and share it.", 7],
];

export interface Opening {
  plans: ActionPlan[];
  actions: Action[];
  /** The plan of each alert that has one, by the alert's key. */
  planOf: ReadonlyMap<string, string>;
}

export interface PlanContext {
  hub: Hub;
  weeks: readonly SchoolWeek[];
  settings: Settings;
  today: Day;
}

/**
 * `alerts`: those whose notice is due or was told. `present`: the Alerts tab, which remembers who joined
 * which plan.
 */
export function openPlans(
  alerts: readonly FoundAlert[],
  present: readonly Alert[],
  plans: readonly ActionPlan[],
  actions: readonly Action[],
  context: PlanContext,
): Opening {
  const planOf = new Map(present.filter(({ plan }) => plan !== "").map((row) => [keyOfAlert(row), row.plan]));
  const opened: Opening & { planOf: Map<string, string> } = { plans: [], actions: [], planOf };
  for (const { row } of [...alerts].sort((a, b) => (a.row.firstWeek < b.row.firstWeek ? -1 : 1))) {
    const key = keyOfAlert(row);
    if (planOf.has(key)) continue;
    const id = `AP-${row.pupil}-${row.firstWeek}`;
    const all = [...plans, ...opened.plans];
    const joined =
      all.find(({ pupil, state }) => pupil === row.pupil && state === "open") ??
      all.find(({ plan }) => plan === id);
    planOf.set(key, joined?.plan ?? id);
    if (joined || row.state === "recovered") {
      if (!joined) planOf.delete(key);
      continue;
    }
    const plan = newPlan(id, row, row.sentence, context);
    opened.plans.push(plan);
    if (!actions.some((action) => action.plan === id))
      opened.actions.push(...templateActions(plan, context.today));
  }
  return opened;
}

/** A plan as it opens: owned by the key worker, reviewed after three school weeks. */
export function newPlan(
  id: string,
  { pupil, name }: Pick<Alert, "pupil" | "name">,
  concern: string,
  { hub, weeks, settings, today }: PlanContext,
): ActionPlan {
  return {
    plan: id,
    pupil,
    name,
    state: "open",
    openedOn: today,
    concern,
    owner: hub.keyWorkers.get(pupil)?.name ?? "",
    reviewOn: reviewDay(weeks, today, settings.reviewAfter),
    why: "not known yet",
    tried: "",
    pupilView: "",
    scribedBy: "",
    parentInformed: null,
    parentResponse: "",
    providerResponse: "",
    outcome: "",
    decision: "",
    agreed: "",
    agreedFrom: null,
    closedOn: null,
    closedBy: "",
    reason: "",
    withdrawn: "",
  };
}

export const templateActions = ({ plan, name, owner }: ActionPlan, today: Day): Action[] =>
  TEMPLATE.map(([what, days]) => ({
    plan,
    name,
    what,
    who: owner,
    by: addDays(today, days),
    status: "to do",
    result: "",
  }));

/**
 * The last open day of the school week that many weeks after this one; three weeks later if the calendar ends
 * first.
 */
function reviewDay(weeks: readonly SchoolWeek[], today: Day, after: number): Day {
  const later = weeks.filter((week) => week.week > today);
  const week = later[after - 1];
  return week ? closingDayOf(week) : addDays(today, after * 7);
}

/** The first week whose closing is still to come: from then on an agreed level is valid. */
export const agreedFrom = (weeks: readonly SchoolWeek[], settings: Settings, now: string): Day | null => {
  const running = weekAt(weeks, dayOf(now));
  if (running && now < `${closingDayOf(running)}T${settings.closingTime}`) return running.week;
  return weeks.find(({ week }) => week > dayOf(now))?.week ?? null;
};
