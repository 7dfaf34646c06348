/**
 * The demo's records of learning: targets, feedback, check-ins, evidence, rewards and assessments, by the
 * domain's own rules.
 */
import type { Assessment } from "../../domain/tables/assessments";
import type { CheckIn, Evidence, Feedback } from "../../domain/tables/feedback";
import type { Reward } from "../../domain/tables/rewards";
import type { Target } from "../../domain/tables/targets";
import { assessmentsOf } from "./assessments";
import { checkInsOf } from "./checkIns";
import { evidenceOf } from "./evidence";
import { feedbackOf } from "./feedback";
import type { School } from "./learners";
import { learnersOf } from "./learners";
import { rewardsOf } from "./rewards";
import { targetsOf } from "./targets";

/** Each tab's records, earlier ones first. */
export interface LearningRows {
  Targets: Target[];
  Feedback: Feedback[];
  "Check-ins": CheckIn[];
  Evidence: Evidence[];
  Rewards: Reward[];
  Assessments: Assessment[];
}

/** Everything up to the demo's Friday; nothing about a pupil who has not been there yet. */
export function learningOf(given: Omit<School, "openDays">): LearningRows {
  const school: School = { ...given, openDays: given.year.weeks.flatMap(({ days }) => days) };
  const learners = learnersOf(school);
  return {
    Targets: targetsOf(school, learners),
    Feedback: feedbackOf(school, learners),
    "Check-ins": checkInsOf(school, learners),
    Evidence: evidenceOf(school, learners),
    Rewards: rewardsOf(school, learners),
    Assessments: assessmentsOf(school, learners),
  };
}
