/**
 * Strengths and Difficulties Questionnaire: scores and bands only, never its questions. Bands are the
 * publisher's four-band ones, as one table. The teacher's column is confirmed in a published paper; the
 * parent's and the pupil's are from the publisher's sheet at second hand. No imports, so that the sidebar can
 * show bands while one types.
 */
export const SDQ_SCALES = ["emotional", "conduct", "hyperactivity", "peer", "prosocial", "impact"] as const;
export type SdqScale = (typeof SDQ_SCALES)[number];
type Rater = "parent" | "teacher" | "self";

export const SDQ_SOURCE =
  "Publisher's four bands. Teacher: confirmed in a published paper; parent and self: from the publisher's sheet at second hand.";

/** The names of the bands, from the average; prosocial counts the other way round. */
const NAMES = ["close to average", "slightly raised", "high", "very high"] as const;
const PROSOCIAL_NAMES = ["close to average", "slightly lowered", "low", "very low"] as const;

type Scale = SdqScale | "total";
/** The last score of each of the first three bands, by scale and rater; for prosocial the lowest of each. */
type Ends = readonly [number, number, number];
const ENDS: Record<Scale, Record<Rater, Ends>> = {
  total: { parent: [13, 16, 19], teacher: [11, 15, 18], self: [14, 17, 19] },
  emotional: { parent: [3, 4, 6], teacher: [3, 4, 5], self: [4, 5, 6] },
  conduct: { parent: [2, 3, 5], teacher: [2, 3, 4], self: [3, 4, 5] },
  hyperactivity: { parent: [5, 7, 8], teacher: [5, 7, 8], self: [5, 6, 7] },
  peer: { parent: [2, 3, 4], teacher: [2, 4, 5], self: [2, 3, 4] },
  prosocial: { parent: [8, 7, 6], teacher: [6, 5, 4], self: [7, 6, 5] },
  impact: { parent: [0, 1, 2], teacher: [0, 1, 2], self: [0, 1, 2] },
};

/** The highest score a scale can have. */
export function highestOf(scale: Scale, rater: Rater): number {
  if (scale === "total") return 40;
  return scale === "impact" && rater === "teacher" ? 6 : 10;
}

/** `conduct`, `parent`, 3 -> `slightly raised`. */
export function bandOf(scale: Scale, rater: Rater, score: number): string {
  const ends = ENDS[scale][rater];
  const isProsocial = scale === "prosocial";
  const place = ends.findIndex((end) => (isProsocial ? score >= end : score <= end));
  return (isProsocial ? PROSOCIAL_NAMES : NAMES)[place < 0 ? 3 : place] ?? "";
}

/** Total difficulties: the first four scales. */
export const totalOf = (
  scores: Readonly<Record<"emotional" | "conduct" | "hyperactivity" | "peer", number>>,
): number => scores.emotional + scores.conduct + scores.hyperactivity + scores.peer;
