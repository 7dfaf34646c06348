/**
 * The checks that find problems, in the words of the Problems tab. A problem belongs to the check that found
 * it.
 */
import type { Problem } from "./problem";

/** What each of the clock's jobs finds. */
export const JOB_CHECKS = {
  weekRows: "Monday's rows",
  dataCheck: "Data check",
  reminders: "Reminders",
  weeklyUpdate: "Weekly update",
  deteriorationCheck: "Deterioration check",
  eveningCheck: "Evening check",
  sendReports: "Sending reports",
  newTemplate: "New template",
  makeReports: "Making reports",
} as const;

const OTHER_CHECKS = [
  "Comparing tabs",
  "Texts for providers",
  "Settings",
  "New ids",
  "New version",
  "Messages held",
  "Overdue updates",
  "Overview",
  "Prepare workbook",
  "One document",
  "Approved message",
  "Test message",
  "Menu command",
  "Hourly sweep",
] as const;

type JobCheck = (typeof JOB_CHECKS)[keyof typeof JOB_CHECKS];

/**
 * What a tab's cells say by themselves is found by reading it; that a job stopped is a check of its own, so
 * that what the job found before stays beside it.
 */
export type Check =
  | JobCheck
  | (typeof OTHER_CHECKS)[number]
  | `${JobCheck}, stopped`
  | `Reading ${string}`
  | `Reports for ${string}`;

/** A problem with the check that found it. */
export interface Found extends Problem {
  check: Check;
}

const NAMED = new Set<string>([...Object.values(JOB_CHECKS), ...OTHER_CHECKS]);

/** Whether a text of the Problems tab is a check of this version. */
export const isCheck = (text: string): text is Check =>
  NAMED.has(text.replace(/, stopped$/, "")) || /^(Reading|Reports for) ./.test(text);
