/**
 * The demo's baselines: literacy, numeracy, and SDQ or emotional literacy, within ten school days of a
 * pupil's first.
 */
import type { Rater } from "../../domain/words/choices";
import { EMOTIONAL_LITERACY_SCALES } from "../../domain/words/choices";
import type { Day } from "../../domain/words/days";
import type { AssessmentForm, Scores } from "../../domain/learning/assessments";
import { BASELINE_DAYS } from "../../domain/learning/assessments";
import type { Draw } from "../random";
import { below, drawFor, oneOf } from "../random";
import type { Learner, School } from "./learners";
import type { Occasion } from "./records";
import { BASELINE_TESTS, EMOTIONAL_LITERACY_CHECKLIST } from "./words/assessmentWords";

export interface Assessed extends Occasion {
  form: Partial<AssessmentForm>;
  scores: Scores;
  /** The list that the comment is from; "" for no comment. */
  comments: "start" | "progress" | "consolidation" | "not yet" | "reading" | "";
}

/** A standardised score, most of them somewhat below 100: pupils have missed lessons. */
export const scoreFrom = (draw: Draw): number => 74 + below(draw, 16) + below(draw, 16) + below(draw, 8);

/** What a few pupils still lack. */
const lacks = ({ number }: Learner, what: "literacy" | "numeracy" | "feelings"): boolean =>
  ({ literacy: number % 19 === 17, numeracy: number % 10 === 8, feelings: number % 13 === 2 })[what];

/** Nobody is tested on the first two days. */
const FIRST_DAYS = 2;

/**
 * A day of the window drawn by chance, or the next on which the pupil was there; none where that is still to
 * come.
 */
function dayIn(draw: Draw, learner: Learner, { year, openDays }: School): Day | undefined {
  const first = openDays.findIndex((day) => day >= learner.firstDay);
  const window = openDays.slice(first + FIRST_DAYS, first + BASELINE_DAYS);
  const planned = oneOf(draw, window);
  const days = learner.days.filter((day) => window.includes(day));
  const isOver = (window[window.length - 1] ?? "") <= year.friday;
  return days.find((day) => day >= planned) ?? (isOver ? days[days.length - 1] : undefined);
}

export function baselinesOf(learner: Learner, school: School): Assessed[] {
  const draw = drawFor(school.year.seed, learner.pupil.id, "baselines");
  const tested = (["literacy", "numeracy"] as const).flatMap((subject): Assessed[] => {
    const [day, form] = [dayIn(draw, learner, school), testOf(draw, subject, learner)];
    const comments = draw() < 0.6 ? "start" : "";
    return day === undefined || lacks(learner, subject) ? [] : [{ learner, day, form, scores: {}, comments }];
  });
  const day = dayIn(draw, learner, school);
  return day === undefined || lacks(learner, "feelings")
    ? tested
    : [...tested, ...feelingsOf(draw, learner, day)];
}

/** Functional Skills levels for the older, marks or a standardised score for all. */
const LEVELS = ["Entry 1", "Entry 2", "Entry 2", "Entry 3", "Entry 3", "Level 1"] as const;

function testOf(draw: Draw, subject: "literacy" | "numeracy", { isPrimary }: Learner): Assessed["form"] {
  const [tasks, check, test] = BASELINE_TESTS[subject];
  const chance = draw();
  const start = { kind: "baseline", subject };
  if (chance < 0.35) return { ...start, instrument: test, standardised: String(scoreFrom(draw)) };
  if (chance < 0.65 && !isPrimary) return { ...start, instrument: check, result: oneOf(draw, LEVELS) };
  return { ...start, instrument: tasks, result: `${12 + below(draw, 24)} of 40` };
}

/**
 * SDQ for most, by a teacher, often a parent, and now and then the pupil, who must be eleven by the day; a
 * checklist for the others.
 */
function feelingsOf(draw: Draw, learner: Learner, day: Day): Assessed[] {
  if (draw() < 0.4) return [checklistOf(draw, learner, day)];
  const { born } = learner.pupil;
  const isOldEnough = born !== null && day >= `${Number(born.slice(0, 4)) + 11}${born.slice(4)}`;
  const raters: Rater[] = [
    "teacher",
    ...(draw() < 0.4 ? (["parent"] as const) : []),
    ...(draw() < 0.4 && isOldEnough ? (["self"] as const) : []),
  ];
  return raters.map((rater) => ({
    learner,
    day,
    form: { kind: "SDQ", instrument: "SDQ", rater },
    scores: sdqOf(draw, rater),
    comments: "",
  }));
}

function sdqOf(draw: Draw, rater: Rater): Scores {
  const scores = {
    emotional: 1 + below(draw, 7),
    conduct: 1 + below(draw, 6),
    hyperactivity: 3 + below(draw, 7),
    peer: 1 + below(draw, 5),
    prosocial: 4 + below(draw, 6),
  };
  // Impact is a supplement that not every form has.
  const impact = draw() < 0.75 ? { impact: below(draw, rater === "teacher" ? 4 : 6) } : {};
  return Object.fromEntries(Object.entries({ ...scores, ...impact }).map(([scale, n]) => [scale, String(n)]));
}

/** Each scale from 4 to 16; the total's band is typed from the manual. */
function checklistOf(draw: Draw, learner: Learner, day: Day): Assessed {
  const rater = learner.isPrimary || draw() < 0.7 ? "teacher" : "self";
  const scores = EMOTIONAL_LITERACY_SCALES.map((scale) => [scale, 7 + below(draw, 8)] as const);
  const total = scores.reduce((sum, [, score]) => sum + score, 0);
  const band = total < 45 ? "well below average" : total < 52 ? "below average" : "average";
  return {
    learner,
    day,
    form: {
      kind: "emotional literacy",
      instrument: EMOTIONAL_LITERACY_CHECKLIST,
      rater,
      bands: `total ${band}`,
    },
    scores: Object.fromEntries(
      [...scores, ["total", total] as const].map(([scale, n]) => [scale, String(n)]),
    ),
    comments: "",
  };
}
