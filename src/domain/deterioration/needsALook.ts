/**
 * Who needs somebody's attention first, why, and what to do next; in the order in which a tired lead should
 * read it.
 */
import { alertSentence } from "./alertSentence";
import type { FoundAlert } from "./alertRows";
import { broadDips } from "../rule/broadDip";
import { broadDipSentence } from "./broadDipSentence";
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { touches } from "../hub/hub";
import type { Day } from "../words/days";
import { longDay, shortDay } from "../words/days";
import { isGrade } from "../words/grades";
import type { Judgement } from "../rule/judgements";
import { eventsOf } from "../rule/judgements";
import { learningLooks } from "../learning/looks";
import type { Records } from "../learning/records";
import { look } from "../hub/look";
import { areasByWeek } from "../rule/placementSeries";
import type { Rule } from "../words/ruleNumbers";
import type { Action, ActionPlan, Look } from "../tables/plans";
import type { Settings } from "../tables/settings";
import { blanksIn } from "../hub/blanks";

export interface LookContext {
  hub: Hub;
  judgements: readonly Judgement[];
  alerts: readonly FoundAlert[];
  plans: readonly ActionPlan[];
  actions: readonly Action[];
  records: Records;
  /** Notices held or blocked: the pupil, and why. */
  stuck: readonly { pupil: string; why: string; next: string }[];
  closed: readonly SchoolWeek[];
  rule: Rule;
  settings: Settings;
  today: Day;
}

export const looksFor = (context: LookContext): Look[] => [
  ...overdueActions(context),
  ...overdueReviews(context),
  ...context.stuck.map(({ pupil, why, next }) => look("Notice not sent", pupil, "", why, next, context)),
  ...warnings(context),
  ...oftenRed(context),
  ...dips(context),
  ...notSeen(context),
  ...nothingEntered(context),
  ...learningLooks(context),
];

const open = ({ plans }: LookContext): ActionPlan[] => plans.filter(({ state }) => state === "open");

const overdueActions = (context: LookContext): Look[] =>
  open(context).flatMap((plan) => {
    const overdue = context.actions.filter(
      (action) =>
        action.plan === plan.plan &&
        action.by !== null &&
        action.by < context.today &&
        (action.status === "to do" || action.status === "doing"),
    );
    const [first] = overdue;
    if (!first) return [];
    const others = overdue.length > 1 ? ` And ${overdue.length - 1} more.` : "";
    return [
      look(
        "Plan: actions overdue",
        plan.pupil,
        first.who || plan.owner,
        `Due on ${longDay(first.by ?? "")}: ${first.what}${others}`,
        "Do it or set a new day. Write in Actions how it went.",
        context,
      ),
    ];
  });

const overdueReviews = (context: LookContext): Look[] =>
  open(context).flatMap((plan) => [
    ...(plan.withdrawn === ""
      ? []
      : [
          look(
            "Plan: reason withdrawn",
            plan.pupil,
            "",
            `Grades were corrected on ${longDay(plan.withdrawn)}; the reason for opening the plan no longer applies.`,
            "A lead decides whether to close it (menu, Action plans).",
            context,
          ),
        ]),
    ...(plan.reviewOn !== null && plan.reviewOn < context.today
      ? [
          look(
            "Plan: review overdue",
            plan.pupil,
            plan.owner,
            `The review was due on ${longDay(plan.reviewOn)}.`,
            "Review it with the pupil. Then close it or set the next day (menu, Action plans).",
            context,
          ),
        ]
      : []),
  ]);

const warnings = (context: LookContext): Look[] =>
  context.alerts
    .filter(({ row }) => row.state === "warning")
    .map(({ row }) =>
      look(
        `Warning: ${row.area}`,
        row.pupil,
        "",
        row.sentence,
        "Find out what has changed before next week. Praise what is going well.",
        context,
      ),
    );

/** What a series last said, where it said it in the newest closed week or since nothing else was graded. */
const oftenRed = (context: LookContext): Look[] =>
  context.judgements.flatMap(({ placement, series }) =>
    series.flatMap((one) => {
      const last = one.states[one.states.length - 1];
      const event = eventsOf(one)
        .filter(({ kind }) => kind === "oftenRed")
        .pop();
      if (!last?.redWeeks.said || !event) return [];
      const reason = alertSentence({ series: one, at: event.at, kind: "oftenRed" }, context.rule);
      return [
        look(
          `Often Red: ${one.name}`,
          placement.pupil,
          "",
          reason,
          "Look at the programme and the support with the pupil.",
          context,
        ),
      ];
    }),
  );

/** A broad dip is said once in its run; it stays here for two weeks. */
const LATELY = 2;

const dips = (context: LookContext): Look[] =>
  context.judgements.flatMap(({ placement, series }) => {
    const weeks = areasByWeek(series);
    const found = broadDips(
      weeks.map(({ areas }) => areas),
      context.rule,
    ).pop();
    if (!found || found.at < weeks.length - LATELY) return [];
    const nameOf = (id: string) => series.find((one) => one.id === id)?.name ?? id;
    const mondays = weeks.map(({ week }) => week);
    const reason = broadDipSentence(found, mondays, nameOf, context.rule);
    return [
      look(
        "Broad dip",
        placement.pupil,
        "",
        reason,
        "Ask what the areas have in common. Talk with the pupil.",
        context,
      ),
    ];
  });

/** Pupils here whose last weeks hold no grade at all. */
function notSeen(context: LookContext): Look[] {
  const { hub, closed, settings, today } = context;
  const last = closed.slice(-settings.notSeen);
  if (last.length < settings.notSeen) return [];
  return [...hub.pupils.keys()]
    .filter((id) => last.every((week) => hub.placements.some((p) => p.pupil === id && touches(p, week))))
    .filter((id) => hub.placements.some((p) => p.pupil === id && (p.lastDay === null || p.lastDay >= today)))
    .filter((id) =>
      last.every((week) => !Object.values(hub.rows.get(`${week.week}|${id}`)?.grades ?? {}).some(isGrade)),
    )
    .map((id) =>
      look(
        "Not seen",
        id,
        "",
        `No grade since the week before ${shortDay(last[0]?.week ?? "")}.`,
        "Contact home and the provider. If you are worried, tell the DSL now.",
        context,
      ),
    );
}

function nothingEntered(context: LookContext): Look[] {
  const newest = context.closed[context.closed.length - 1];
  if (!newest) return [];
  return blanksIn(newest, context.hub)
    .filter(({ nothingYet }) => nothingYet)
    .map(({ pupil }) =>
      look(
        "No grade entered",
        pupil.id,
        "",
        `Nothing has been entered for the week beginning ${longDay(newest.week)}.`,
        "Enter it now. The provider will see it in the next update.",
        context,
      ),
    );
}
