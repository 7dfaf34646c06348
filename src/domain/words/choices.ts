/**
 * The choices that tables offer and the sidebar shows. On their own, so that the sidebar takes nothing else
 * with them.
 */

/**
 * Literacy and numeracy first: their targets are set by teaching staff and appear in every End of Term
 * Report.
 */
export const SUBJECTS = [
  "literacy",
  "numeracy",
  "science",
  "other subject",
  "attendance",
  "punctuality",
  "behaviour and safety",
  "engagement",
  "programme",
  "wellbeing",
] as const;
export type Subject = (typeof SUBJECTS)[number];
export const BY_TEACHING_STAFF: readonly Subject[] = ["literacy", "numeracy"];

export const EXPECTATIONS = ["expected for age", "personal trajectory"] as const;
export const TARGET_STATES = ["active", "met", "partly met", "not met", "changed by agreement"] as const;
export type TargetState = (typeof TARGET_STATES)[number];
/** What the pupil says of a target. */
export const PUPIL_SAYS = ["not asked yet", "too easy", "about right", "too hard"] as const;

export const FEEDBACK_KINDS = ["verbal", "written", "self", "peer"] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];
export const WAYS = ["direct", "indirect"] as const;
export const FEEDBACK_STATES = ["open", "closed", "to check", "not kept"] as const;
/** How feedback ends; `acknowledged` only where the teacher said that it is enough. */
export const CLOSINGS = [
  "read over",
  "initialled",
  "responded to",
  "looked at with a tutor",
  "acknowledged",
] as const;
export type Closing = (typeof CLOSINGS)[number];

/** The policy's list of ways to assess for learning. */
export const METHODS = [
  "talk partners",
  "questioning",
  "self-assessment",
  "peer assessment",
  "response marking",
  "differentiated criteria",
] as const;

/** The policy's own words, under the form for evidence and in what refuses a level there. */
export const NO_LEVEL =
  "A note never carries a level: single pieces of work do not amount to a determinable level.";

export const REWARD_KINDS = ["good work", "nomination", "Student of the Week"] as const;

export const ASSESSMENT_KINDS = [
  "baseline",
  "statutory",
  "end of unit",
  "standardised",
  "emotional literacy",
  "SDQ",
] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];
export const RATERS = ["parent", "teacher", "self"] as const;
export type Rater = (typeof RATERS)[number];
/** Against what was there before; consolidation is progress. */
export const JUDGEMENTS = ["not judged", "progress", "consolidation", "not yet"] as const;

export const EMOTIONAL_LITERACY_SCALES = [
  "self-awareness",
  "self-regulation",
  "motivation",
  "empathy",
  "social skills",
] as const;
