/**
 * Entering baselines and tests: what scores are possible, what an SDQ's bands are, which baselines are
 * missing.
 */
import type { Rater } from "../words/choices";
import { EMOTIONAL_LITERACY_SCALES } from "../words/choices";
import type { SchoolWeek } from "../hub/calendar";
import type { Day } from "../words/days";
import { dayOf } from "../words/days";
import type { Form } from "../tables/forms";
import { filledIn, textIn } from "../tables/forms";
import { refusal } from "../words/problem";
import type { Assessment } from "../tables/assessments";
import { assessments } from "../tables/assessments";
import type { Placement, Pupil } from "../tables/people";
import type { NewRecord } from "./entry";
import type { SdqScale } from "./sdq";
import { bandOf, highestOf, SDQ_SCALES, totalOf } from "./sdq";

export const ASSESSMENT_FORM = [
  "on",
  "kind",
  "subject",
  "instrument",
  "rater",
  "result",
  "standardised",
  "readingAge",
  "bands",
  "judgement",
  "comment",
] as const;
export type AssessmentForm = Form<(typeof ASSESSMENT_FORM)[number]>;

/** By scale, as they were typed. */
export type Scores = Readonly<Record<string, string>>;

/** Mean 100, standard deviation 15: four deviations are more than any test gives. */
const STANDARDISED = [40, 160] as const;
/** The youngest who may fill in a questionnaire about themselves. Years. */
const OWN_AGE = 11;

export function newAssessment(
  { id, pupil, name, by, now }: NewRecord,
  form: unknown,
  scores: unknown,
  about: Pick<Pupil, "born">,
): Assessment {
  const filled = filledIn(assessments, ASSESSMENT_FORM, form);
  if (filled.on > dayOf(now)) throw refusal("The day of the assessment is in the future. Nothing was saved.");
  const { standardised, readingAge } = filled;
  if (standardised !== null && (standardised < STANDARDISED[0] || standardised > STANDARDISED[1]))
    throw refusal(
      `A standardised score runs from ${STANDARDISED.join(" to ")}, but ${standardised} was typed. Nothing was saved.`,
    );
  if (readingAge !== "" && !/^\d{1,2}:(0?\d|1[01])$/.test(readingAge))
    throw refusal("Give the reading age in years and months, such as 9:04. Nothing was saved.");
  const found = scored(filled, scores, about.born);
  const says = [filled.result, found.scores, readingAge, filled.comment, String(standardised ?? "")];
  if (says.every((text) => text === "")) throw refusal("Enter a result. Nothing was saved.");
  return { id, pupil, name, ...filled, ...found, by: by.name };
}

type Scored = Pick<Assessment, "scores" | "bands">;

function scored(
  { kind, rater, on, bands }: Pick<Assessment, "kind" | "rater" | "on" | "bands">,
  scores: unknown,
  born: Day | null,
): Scored {
  if (kind !== "SDQ" && kind !== "emotional literacy") return { scores: "", bands };
  if (rater === "") throw refusal("Say who filled it in: parent, teacher or self. Nothing was saved.");
  const given = (typeof scores === "object" && scores !== null ? scores : {}) as Record<string, unknown>;
  if (kind === "emotional literacy") return emotionalLiteracy(given, bands);
  if (rater === "self" && born !== null && on < birthday(born, OWN_AGE))
    throw refusal(`Pupils fill in the SDQ from the age of ${OWN_AGE}. Nothing was saved.`);
  return sdq(given, rater);
}

/** `2014-02-28`, 11 -> `2025-02-28`. */
const birthday = (born: Day, age: number): Day => `${Number(born.slice(0, 4)) + age}${born.slice(4)}`;

function sdq(given: Readonly<Record<string, unknown>>, rater: Rater): Scored {
  const entries = SDQ_SCALES.flatMap((scale): [SdqScale, number][] => {
    const text = textIn(given[scale], scale);
    // Impact is a supplement that not every form has.
    if (text === "" && scale === "impact") return [];
    return [[scale, scoreIn(text, scale, highestOf(scale, rater))]];
  });
  const by = Object.fromEntries(entries) as Record<SdqScale, number>;
  const all: [SdqScale | "total", number][] = [...entries, ["total", totalOf(by)]];
  return {
    scores: all.map(([scale, score]) => `${scale} ${score}`).join(", "),
    bands: all.map(([scale, score]) => `${scale} ${bandOf(scale, rater, score)}`).join(", "),
  };
}

/** The manual's limits differ by form, so only what no form can have is refused. */
const HIGHEST_EMOTIONAL_LITERACY = 100;

function emotionalLiteracy(given: Readonly<Record<string, unknown>>, bands: string): Scored {
  const scales = [...EMOTIONAL_LITERACY_SCALES, "total"].filter(
    (scale) => textIn(given[scale], scale) !== "",
  );
  if (scales.length === 0) throw refusal("Enter at least the total. Nothing was saved.");
  const scores = scales.map(
    (scale) => `${scale} ${scoreIn(textIn(given[scale], scale), scale, HIGHEST_EMOTIONAL_LITERACY)}`,
  );
  return { scores: scores.join(", "), bands };
}

function scoreIn(text: string, scale: string, highest: number): number {
  const score = /^\d{1,3}$/.test(text) ? Number(text) : -1;
  if (score >= 0 && score <= highest) return score;
  const typed = text === "" ? "nothing was typed" : `${text} was typed`;
  throw refusal(`${scale} runs from 0 to ${highest}, but ${typed}. Nothing was saved.`);
}

/** Baselines that every pupil has; emotional literacy by any instrument of the hub. */
const BASELINES = ["literacy", "numeracy", "emotional literacy"] as const;
/** School days from a pupil's first. */
export const BASELINE_DAYS = 10;

/**
 * What baselines a pupil still lacks, and the day by which they are due; nothing for a placement of an
 * earlier year.
 */
export function baselinesMissing(
  own: readonly Assessment[],
  placements: readonly Placement[],
  weeks: readonly SchoolWeek[],
  today: Day,
): { missing: string[]; due: Day } | null {
  const first = placements.map(({ firstDay }) => firstDay).sort()[0];
  const year = weeks.filter(({ week }) => week <= today).pop()?.year;
  const days = weeks.filter((week) => week.year === year).flatMap((week) => week.days);
  if (first === undefined || days[0] === undefined || first < days[0]) return null;
  const due = days.filter((day) => day >= first)[BASELINE_DAYS - 1];
  const missing = BASELINES.filter((what) => !own.some((one) => isBaseline(one, what)));
  return due === undefined || missing.length === 0 ? null : { missing, due };
}

/** The first SDQ or emotional-literacy scores are the baseline that later ones are read against. */
const isBaseline = ({ kind, subject }: Assessment, what: (typeof BASELINES)[number]): boolean =>
  what === "emotional literacy"
    ? kind === "emotional literacy" || kind === "SDQ"
    : kind === "baseline" && subject === what;
