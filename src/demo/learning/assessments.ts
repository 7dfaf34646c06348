/**
 * Assessments of the demo: baselines in a pupil's first ten school days, tests at the ends of units, a
 * reading age here and there.
 */
import { newAssessment } from "../../domain/learning/assessments";
import type { Assessment } from "../../domain/tables/assessments";
import { drawFor, oneOf } from "../random";
import type { Assessed } from "./baselines";
import { baselinesOf, scoreFrom } from "./baselines";
import type { Learner, School } from "./learners";
import { dealerOf, entriesFor, inOrder } from "./records";
import {
  AFTER_READING,
  AT_THE_START,
  CONSOLIDATION,
  NOT_YET_WORDS,
  PROGRESS,
  READING_TEST,
  UNITS,
} from "./words/assessmentWords";

/** In the last week of each half-term that is over, for about half of the pupils. */
function unitTestsOf(learner: Learner, { year }: School): Assessed[] {
  const ended = learner.weeks.filter(({ place, halfTerm }) => {
    const next = year.weeks[place + 1]?.halfTerm;
    return next !== halfTerm && place <= year.at;
  });
  return ended.flatMap(({ days, halfTerm }) => {
    const draw = drawFor(year.seed, learner.pupil.id, halfTerm, "unit");
    if (draw() >= 0.45) return [];
    const [subject, instrument, marks] = oneOf(draw, UNITS);
    const chance = draw();
    const judgement = chance < 0.58 ? "progress" : chance < 0.88 ? "consolidation" : "not yet";
    const share = judgement === "not yet" ? 0.3 + draw() * 0.2 : 0.5 + draw() * 0.45;
    const result = `${Math.round(marks * share)} of ${marks}`;
    const form = { kind: "end of unit", subject, instrument, result, judgement };
    return [{ learner, day: oneOf(draw, days), form, scores: {}, comments: judgement }];
  });
}

const MONTHS_A_YEAR = 12;
/** A pupil's age in months. */
const monthsOn = (born: string, day: string): number =>
  (Number(day.slice(0, 4)) - Number(born.slice(0, 4))) * MONTHS_A_YEAR +
  (Number(day.slice(5, 7)) - Number(born.slice(5, 7)));

/**
 * Between five and sixteen years, as tests give it: about a month and a half below the age for each point
 * below 100.
 */
function readingAgeOf(born: string, day: string, standardised: number): string {
  const months = monthsOn(born, day) + Math.round((standardised - 100) * 1.5);
  const within = Math.min(16 * MONTHS_A_YEAR, Math.max(5 * MONTHS_A_YEAR, months));
  return `${Math.floor(within / MONTHS_A_YEAR)}:${String(within % MONTHS_A_YEAR).padStart(2, "0")}`;
}

/** Every fifth pupil or so has done the reading test once there was time for it. */
function readingOf(learner: Learner, seed: number): Assessed[] {
  const draw = drawFor(seed, learner.pupil.id, "reading");
  const { born } = learner.pupil;
  const days = learner.days.slice(12);
  if (draw() >= 0.22 || days.length === 0 || born === null) return [];
  const [day, standardised] = [oneOf(draw, days), scoreFrom(draw)];
  const form = {
    kind: "standardised",
    subject: "literacy",
    instrument: READING_TEST,
    standardised: String(standardised),
    readingAge: readingAgeOf(born, day, standardised),
  };
  return [{ learner, day, form, scores: {}, comments: "reading" }];
}

/** The lists that comments are dealt from. */
const COMMENTS: Record<Exclude<Assessed["comments"], "">, readonly string[]> = {
  start: AT_THE_START,
  progress: PROGRESS,
  consolidation: CONSOLIDATION,
  "not yet": NOT_YET_WORDS,
  reading: AFTER_READING,
};

/** All assessments, earlier ones first. */
export function assessmentsOf(school: School, learners: readonly Learner[]): Assessment[] {
  const { seed } = school.year;
  const entry = entriesFor(seed, "M");
  const comments = new Map(
    Object.entries(COMMENTS).map(([name, list]) => [name, dealerOf(drawFor(seed, "comments", name), list)]),
  );
  const assessed = learners.flatMap((learner) => [
    ...baselinesOf(learner, school),
    ...unitTestsOf(learner, school),
    ...readingOf(learner, seed),
  ]);
  return inOrder(assessed).map((one) => {
    const { learner, day, form, scores } = one;
    const comment = comments.get(one.comments)?.(learner) ?? "";
    return newAssessment(
      entry(one, learner.teacher),
      { subject: "wellbeing", ...form, on: day, comment },
      scores,
      learner.pupil,
    );
  });
}
