/** Targets of the demo: in each subject one after the other, the last one still being worked on. */
import type { Subject } from "../../domain/words/choices";
import { BY_TEACHING_STAFF } from "../../domain/words/choices";
import type { Day } from "../../domain/words/days";
import { isGrade } from "../../domain/words/grades";
import type { TargetForm } from "../../domain/learning/targets";
import { endedTarget, newTarget, superseding } from "../../domain/learning/targets";
import type { Target } from "../../domain/tables/targets";
import type { Draw } from "../random";
import { below, drawFor, oneOf } from "../random";
import type { Learner, School } from "./learners";
import type { EntryFor } from "./records";
import { entriesFor, inOrder } from "./records";
import type { Span } from "./spans";
import { spansOf } from "./spans";
import { LITERACY_TARGETS } from "./words/literacyTargets";
import { NUMERACY_TARGETS } from "./words/numeracyTargets";
import { OTHER_TARGETS } from "./words/otherTargets";
import type { TargetWords } from "./words/targetWords";
import {
  NOT_MET,
  PARTLY_MET,
  REVISED_KNOW,
  REVISED_MET,
  REVISION_REASONS,
  SHARED_HOW,
  TRAJECTORY_REASONS,
} from "./words/targetWords";

/** Every eleventh pupil's newest literacy target waits to be agreed, every eighth one's review is overdue. */
const isWaiting = ({ number }: Learner): boolean => number % 11 === 4;
const isOverdue = ({ number }: Learner): boolean => number % 8 === 1;

interface Chain {
  learner: Learner;
  subject: Subject;
  words: readonly TargetWords[];
}

/** The area beyond literacy and numeracy in which the pupil had most Amber and Red weeks. */
function weakestOf({ weeks }: Learner, school: School): Subject {
  const named = school.areas.flatMap(({ id, name }) => {
    const subject = OTHER_TARGETS.find((target) => target.subject === name.toLowerCase())?.subject;
    const below = weeks.filter(({ row }) => isGrade(row.grades[id] ?? null) && row.grades[id] !== "G").length;
    return subject === undefined ? [] : [{ subject, below }];
  });
  return named.sort((a, b) => b.below - a.below)[0]?.subject ?? "engagement";
}

/** Literacy and numeracy for everybody, and for every second pupil one other. */
function chainsOf(learner: Learner, school: School): Chain[] {
  const ages = learner.isPrimary ? "primary" : "secondary";
  const fit = (words: readonly TargetWords[]) => words.filter((w) => (w.ages ?? ages) === ages);
  const chains: Chain[] = [
    { learner, subject: "literacy", words: fit(LITERACY_TARGETS) },
    { learner, subject: "numeracy", words: fit(NUMERACY_TARGETS) },
  ];
  if (learner.number % 2 === 0) return chains;
  const subject = weakestOf(learner, school);
  return [...chains, { learner, subject, words: OTHER_TARGETS.filter((t) => t.subject === subject) }];
}

/** All targets, those set earlier first. */
export function targetsOf(school: School, learners: readonly Learner[]): Target[] {
  const entry = entriesFor(school.year.seed, "T");
  const made = learners.flatMap((learner) =>
    chainsOf(learner, school)
      .flatMap((chain) => targetsIn(chain, school, entry))
      .map((target) => ({ learner, day: target.setOn, target })),
  );
  return inOrder(made).map(({ target }) => target);
}

function targetsIn(chain: Chain, school: School, entry: EntryFor): Target[] {
  const { learner, subject, words } = chain;
  const draw = drawFor(school.year.seed, learner.pupil.id, "target", subject);
  let place = firstPlace(chain, school.year.seed);
  const targets: Target[] = [];
  for (const span of spansOf(draw, learner, subject)) {
    const before = targets[targets.length - 1];
    const supersedes = before?.state === "changed by agreement" ? before.id : "";
    if (before && supersedes === "") place += 1;
    const setting = { words: words[place % words.length] as TargetWords, supersedes, school };
    const form = formOf(draw, chain, span, setting);
    const by = BY_TEACHING_STAFF.includes(subject) ? learner.teacher : learner.keyWorker;
    const target = newTarget(entry({ learner, day: learner.days[span.from] ?? "" }, by), form);
    const pupilSays = form.agreedOn === "" ? target.pupilSays : oneOf(draw, PUPILS_SAY);
    targets.push({ ...target, pupilSays, ...endOf(draw, learner, span, setting) });
  }
  return targets;
}

/** Seven shares no factor with the lists' lengths, so that neighbours begin with different targets. */
const firstPlace = ({ learner, subject, words }: Chain, seed: number): number =>
  learner.number * 7 + below(drawFor(seed, "targets", subject), words.length);

const PUPILS_SAY: readonly Target["pupilSays"][] = [
  ...(["about right", "about right", "about right", "about right", "about right"] as const),
  ...(["too hard", "too easy", "not asked yet"] as const),
];

/** The reason is the pupil's, whatever the target; five shares no factor with the list's length. */
const reasonOf = ({ number }: Learner): string =>
  TRAJECTORY_REASONS[(number * 5) % TRAJECTORY_REASONS.length] ?? "";

interface Setting {
  words: TargetWords;
  /** The id of the target whose place it takes, or "". */
  supersedes: string;
  school: School;
}

function formOf(draw: Draw, chain: Chain, span: Span, { words, supersedes, school }: Setting): TargetForm {
  const { learner, subject } = chain;
  const isRevision = supersedes !== "";
  const isPersonal = draw() < 0.35;
  return {
    subject,
    wording: isRevision ? words.revised : words.wording,
    childWording: isRevision ? words.revisedChild : words.child,
    howWeKnow: isRevision ? oneOf(draw, REVISED_KNOW) : words.know,
    startingPoint: words.start,
    steps: words.steps,
    expectation: isPersonal ? "personal trajectory" : "expected for age",
    trajectoryReason: isPersonal ? reasonOf(learner) : "",
    reviewBy: reviewOf(draw, chain, span, school),
    ...sharedOf(
      draw,
      learner.days,
      span.from,
      span.to === null && subject === "literacy" && isWaiting(learner),
    ),
    supersedes,
    revisionReason: isRevision ? oneOf(draw, REVISION_REASONS) : "",
  };
}

type Shared = Pick<TargetForm, "agreedOn" | "sharedPupilOn" | "sharedParentOn" | "sharedParentHow">;

/** Agreed with the pupil on the day or the next, and then shared with a parent, but for a few. */
function sharedOf(draw: Draw, days: readonly Day[], from: number, isStillWaiting: boolean): Shared {
  const agreedOn = isStillWaiting ? "" : (days[from + below(draw, 2)] ?? days[from] ?? "");
  const sharedParentOn = isStillWaiting || draw() < 0.12 ? "" : (days[from + 1 + below(draw, 5)] ?? "");
  const sharedParentHow = sharedParentOn && oneOf(draw, SHARED_HOW);
  return { agreedOn, sharedPupilOn: agreedOn, sharedParentOn, sharedParentHow };
}

type End = Partial<Pick<Target, "state" | "closedOn" | "outcome">>;

function endOf(draw: Draw, { days }: Learner, { to, state }: Span, { words, supersedes }: Setting): End {
  if (to === null) return {};
  const on = days[to] ?? "";
  if (state === "changed by agreement") return superseding(on);
  if (state === "met")
    return endedTarget({ state, outcome: supersedes === "" ? words.met : oneOf(draw, REVISED_MET) }, on);
  return endedTarget({ state, outcome: oneOf(draw, state === "partly met" ? PARTLY_MET : NOT_MET) }, on);
}

/**
 * Where it has ended: about then. Else some weeks on, always ahead of the Friday, but for those that are
 * overdue.
 */
function reviewOf(draw: Draw, { learner, subject }: Chain, { from, to }: Span, school: School): Day {
  const { year, openDays } = school;
  const after = (day: Day, days: number): Day =>
    openDays[Math.min(openDays.indexOf(day) + days, openDays.length - 1)] ?? day;
  const set = learner.days[from] ?? "";
  if (to !== null) return after(learner.days[to] ?? "", below(draw, 4));
  if (subject === "literacy" && isOverdue(learner) && learner.days.length - from > 8)
    return learner.days[learner.days.length - 3 - below(draw, 3)] ?? set;
  const [usual, soonest] = [after(set, 30), after(year.friday, 2 + below(draw, 12))];
  return usual > soonest ? usual : soonest;
}
