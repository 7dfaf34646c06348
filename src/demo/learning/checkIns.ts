/** Check-ins of the demo: every third week pupils rate their week, mostly as staff do, and say a sentence. */
import type { Grade } from "../../domain/words/grades";
import { derivedOverall, isGrade } from "../../domain/words/grades";
import type { Ratings } from "../../domain/learning/checkIns";
import { newCheckIn } from "../../domain/learning/checkIns";
import type { CheckIn } from "../../domain/tables/feedback";
import type { Draw } from "../random";
import { drawFor, oneOf } from "../random";
import type { Learner, LearnersWeek, School } from "./learners";
import { dealerOf, entriesFor, inOrder } from "./records";
import { GOOD_WEEK, HARD_WEEK, MIXED_WEEK } from "./words/checkInWords";

const EVERY = 3;
/** How often a pupil leaves an area out, and how often sees it as staff do. */
const LEFT_OUT = 0.1;
const AS_STAFF = 0.78;
/** Pupils who see an area differently see it better more often than worse. */
const OTHERWISE: Record<Grade, readonly Grade[]> = { G: ["A"], A: ["G", "G", "R"], R: ["A"] };

function ratingsOf(draw: Draw, { row }: LearnersWeek): Ratings {
  const rated = Object.entries(row.grades).flatMap(([area, mark]) => {
    const [isLeftOut, isAlike] = [draw() < LEFT_OUT, draw() < AS_STAFF];
    if (!isGrade(mark) || isLeftOut) return [];
    return [[area, isAlike ? mark : oneOf(draw, OTHERWISE[mark])] as const];
  });
  return Object.fromEntries(rated);
}

/** All check-ins, on the pupil's last day of the week, earlier ones first. */
export function checkInsOf(school: School, learners: readonly Learner[]): CheckIn[] {
  const { seed } = school.year;
  const entry = entriesFor(seed, "K");
  const sentences = new Map(
    (
      [
        ["G", GOOD_WEEK],
        ["A", MIXED_WEEK],
        ["R", HARD_WEEK],
      ] as const
    ).map(([overall, words]) => [overall as string, dealerOf(drawFor(seed, "check-ins", overall), words)]),
  );
  const occasions = learners.flatMap((learner) =>
    learner.weeks
      .filter(({ place }) => (place + learner.number) % EVERY === 0)
      .map((week) => ({ learner, week, day: week.days[week.days.length - 1] ?? "" })),
  );
  return inOrder(occasions).flatMap(({ learner, week, day }) => {
    const draw = drawFor(seed, learner.pupil.id, day, "check-in");
    const ratings = ratingsOf(draw, week);
    const overall = derivedOverall(Object.values(ratings) as Grade[]);
    const sentence = sentences.get(overall ?? "")?.(learner);
    if (sentence === undefined) return [];
    const scribedBy = learner.isPrimary || draw() < 0.2 ? "yes" : "";
    return [
      newCheckIn(entry({ learner, day }, learner.keyWorker), { sentence, scribedBy }, ratings, school.areas),
    ];
  });
}
