/**
 * What reports are made from: a half-term, and of each pupil nothing but the pupil's own, out of what was
 * read once.
 */
import { closedWeeks } from "../../domain/hub/calendar";
import { dayOf } from "../../domain/words/days";
import { judgementsOf } from "../../domain/rule/judgements";
import { refusal } from "../../domain/words/problem";
import type { Own, Period } from "../../domain/reports/says/ownPeriod";
import { periodsOf } from "../../domain/reports/says/ownPeriod";
import { returnView } from "../../domain/reports/says/returnView";
import { isForAll } from "../../domain/documents/starters";
import type { View } from "../../domain/documents/view";
import { viewOf } from "../../domain/reports/says/viewOf";
import type { WantedReport } from "../../domain/reports/board/wanted";
import { checkIns } from "../../domain/tables/feedback";
import { plans } from "../../domain/tables/plans";
import { comments } from "../../domain/tables/reports";
import type { Run } from "../run/job";
import { loadSettings } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { loadRecords } from "../run/loadRecords";

export type OwnOf = (wanted: WantedReport["pupils"][number], provider: WantedReport["provider"]) => Own;

/** Of the school year that is running, or the last one. */
export function periodNamed(run: Run, name: string): Period {
  const { weeks } = loadHub(run).hub;
  const year = weeks.filter(({ week }) => week <= dayOf(run.now)).pop()?.year;
  const found = periodsOf(weeks).find((p) => p.year === year && p.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const names = periodsOf(weeks).flatMap((p) => (p.year === year ? [p.name] : []));
  throw refusal(`There is no half-term "${name}" this year. This year has ${names.join(", ")}.`);
}

/** `2026-27 Autumn 1`; undefined if it is no longer in the Calendar. */
export const periodWithId = (run: Run, id: string): Period | undefined =>
  periodsOf(loadHub(run).hub.weeks).find((period) => period.id === id);

/** The half-term that is running, or the last one; undefined before the first. */
export const periodNow = (run: Run): Period | undefined =>
  periodsOf(loadHub(run).hub.weeks)
    .filter(({ weeks }) => (weeks[0]?.week ?? "") <= dayOf(run.now))
    .pop();

/** What a report would be filled with; null where nobody is in it. */
export function viewFor({ template, pupils, provider }: WantedReport, ownOf: OwnOf): View | null {
  const [first, ...others] = pupils.map((one) => ownOf(one, provider));
  if (!first) return null;
  return isForAll(template.kind) ? returnView([first, ...others]) : viewOf(first);
}

/** What each report is made from, out of what was read once. */
export function ownsOf(run: Run, period: Period | undefined): OwnOf {
  const { hub } = loadHub(run);
  const settings = loadSettings(run);
  if (!period) throw refusal("There is no half-term to report on.");
  const end = period.weeks[period.weeks.length - 1]?.week ?? "";
  const closed = closedWeeks(hub.weeks, settings.closingTime, run.now).filter(({ week }) => week <= end);
  const allPlans = load(run, plans).records;
  const judgements = judgementsOf(hub, closed, allPlans, settings);
  const records = { ...loadRecords(run), checkIns: load(run, checkIns).records, rewards: hub.rewards };
  const written = load(run, comments).records;
  const all = periodsOf(hub.weeks);
  const before = all[all.findIndex(({ id }) => id === period.id) - 1];
  return ({ pupil, placement }, provider) => {
    const own = <R extends { pupil: string }>(of: readonly R[]): R[] =>
      of.filter((one) => one.pupil === pupil.id);
    // What happened before or after belongs to another placement, perhaps another provider's.
    const isHere = (day: string): boolean =>
      placement.firstDay <= day && (placement.lastDay === null || day <= placement.lastDay);
    return {
      pupil,
      provider,
      placement,
      period,
      before: before?.year === period.year ? before : null,
      hub,
      series: judgements.find((one) => one.placement.id === placement.id)?.series ?? [],
      targets: own(records.targets).filter(
        ({ setOn, closedOn }) =>
          (placement.lastDay === null || setOn <= placement.lastDay) &&
          (closedOn === null || isHere(closedOn)),
      ),
      feedback: own(records.feedback).filter(({ on }) => isHere(on)),
      checkIns: own(records.checkIns).filter(({ on }) => isHere(on)),
      rewards: own(records.rewards).filter(({ at }) => isHere(at.slice(0, 10))),
      assessments: own(records.assessments).filter(({ on }) => isHere(on)),
      plan: own(allPlans).find(({ state }) => state === "open") ?? null,
      comments: own(written),
      settings,
      today: dayOf(run.now),
    };
  };
}
