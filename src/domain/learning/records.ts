/** The records of all pupils that jobs look through, beside the rewards that the hub has. */
import type { Assessment } from "../tables/assessments";
import type { Feedback } from "../tables/feedback";
import type { Target } from "../tables/targets";

export interface Records {
  targets: readonly Target[];
  feedback: readonly Feedback[];
  assessments: readonly Assessment[];
}
