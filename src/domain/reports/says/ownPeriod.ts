/**
 * What a report is made from: one pupil, one placement, one period, and of the records nothing but the
 * pupil's own.
 */
import type { SchoolWeek } from "../../hub/calendar";
import type { Day } from "../../words/days";
import type { Hub } from "../../hub/hub";
import type { Series } from "../../rule/placementSeries";
import type { Assessment } from "../../tables/assessments";
import type { CheckIn, Feedback } from "../../tables/feedback";
import type { Placement, Provider, Pupil } from "../../tables/people";
import type { ActionPlan } from "../../tables/plans";
import type { ReportComment } from "../../tables/reports";
import type { Reward } from "../../tables/rewards";
import type { Settings } from "../../tables/settings";
import type { Target } from "../../tables/targets";

/** A half-term's school weeks, oldest first. */
export interface Period {
  /** `2026-27 Autumn 1`. */
  id: string;
  name: string;
  year: string;
  weeks: readonly SchoolWeek[];
}

export interface Own {
  pupil: Pupil;
  provider: Provider;
  placement: Placement;
  period: Period;
  /** The half-term before, of the same school year; null where there is none. */
  before: Period | null;
  hub: Hub;
  /** The placement's, judged up to the period's end. */
  series: readonly Series[];
  targets: readonly Target[];
  feedback: readonly Feedback[];
  checkIns: readonly CheckIn[];
  rewards: readonly Reward[];
  assessments: readonly Assessment[];
  plan: ActionPlan | null;
  comments: readonly ReportComment[];
  settings: Settings;
  today: Day;
}

/** `2026-27 Autumn 1`. */
export const periodIdOf = ({ year, halfTerm }: Pick<SchoolWeek, "year" | "halfTerm">): string =>
  `${year} ${halfTerm}`;

export const periodsOf = (weeks: readonly SchoolWeek[]): Period[] => {
  const found = new Map<string, SchoolWeek[]>();
  for (const week of weeks) {
    const id = periodIdOf(week);
    found.set(id, [...(found.get(id) ?? []), week]);
  }
  return [...found].map(([id, own]) => ({
    id,
    name: own[0]?.halfTerm ?? "",
    year: own[0]?.year ?? "",
    weeks: own,
  }));
};
