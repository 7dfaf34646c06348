/** Notes of what pupils showed. A note never carries a level. */
import { NO_LEVEL } from "../words/choices";
import { dayOf } from "../words/days";
import type { Form } from "../tables/forms";
import { filledIn } from "../tables/forms";
import { refusal } from "../words/problem";
import type { Evidence } from "../tables/feedback";
import { evidence } from "../tables/feedback";
import type { NewRecord } from "./entry";

export const EVIDENCE_FORM = ["subject", "method", "shown", "nextStep", "link"] as const;
export type EvidenceForm = Form<(typeof EVIDENCE_FORM)[number]>;

/**
 * `level 3`, `Grade 4b`, `Entry Level 2`, `working at 2c`, `graded Amber`. A bare colour or number is not a
 * level.
 */
const LEVEL =
  /\b(?:level|grade|band|stage|entry)s?\s*(?:level\s*)?[1-9][abc+-]?\b|\bworking (?:at|towards|within) (?:level |grade )?[1-9W][abc]?\b|\bgrade[sd]?\s+(?:as\s+)?(?:red|amber|green|[rag])\b/i;

export function newEvidence({ id, pupil, name, by, now }: NewRecord, form: unknown): Evidence {
  const filled = filledIn(evidence, EVIDENCE_FORM, form);
  const found = LEVEL.exec(`${filled.shown} ${filled.nextStep}`);
  if (found) throw refusal(`${NO_LEVEL} Say what was shown instead of "${found[0]}". Nothing was saved.`);
  if (filled.link !== "" && !/^https:\/\/[^\s<>"]+$/.test(filled.link))
    throw refusal("The link must begin with https and contain no spaces. Nothing was saved.");
  return { id, pupil, name, on: dayOf(now), ...filled, by: by.name };
}
