/** What the wording check looks for in reports, as data, with what to write instead. */
import type { Named } from "../../hub/names";
import { finderIn, isOrdinary, nameInUse, otherNamedIn, patternTextOf } from "../../hub/names";
import type { Pupil } from "../../tables/people";
import type { ReportComment } from "../../tables/reports";
import { SECTIONS } from "../says/sections";
import type { Watched, WordingProblem } from "./wording";
import { wordingProblems } from "./wording";

/** Labels say what a pupil is; a report says what was seen. */
const LABELS: readonly (readonly [words: string, instead: string])[] = [
  ["lazy|laziness|idle|work-?shy", "what was started, finished or left out"],
  ["naughty|badly behaved|bad behaviour", "what happened, and what came before it"],
  ["attention[- ]?seek(?:ing|er|s)", "looks for contact or reassurance, and when"],
  ["manipulative|manipulates?|manipulating", "what was asked for, and how"],
  ["trouble-?makers?|a nightmare", "what happened, and how often"],
  ["stupid|thick as", "which step is still hard"],
  ["low[- ]ability|less able|not (?:very )?bright", "what the pupil can do, and the next step"],
  ["spoilt|a brat|babyish|childish", "what was seen, in plain words"],
  ["can['’]?t be bothered|couldn['’]?t care less", "what was offered, and what the pupil did"],
  ["a bully|a liar", "what was done or said, once it is known"],
  ["school[- ]refuser", "finds it hard to come in, and what helps"],
  ["defiant|rude|disrespectful", "what was said or done, and what helped"],
];

/** The same for every pupil, and said of none of them. */
const EMPTY_STEPS: readonly string[] = [
  "(?:try|work) (?:much )?harder",
  "keep (?:it|this) up|keep up the good work",
  // With something to do behind it, it is a step.
  "(?:keep going|carry on)(?=\\s*(?:[.!]|$))",
  "(?:make )?more effort|do better|must improve",
  "(?:concentrate|focus|listen|behave) (?:more|better)",
  "continue as (?:now|before)|more of the same",
];

const SAFEGUARDING: Watched = {
  words:
    "(?:see|refer to|under|known to) safeguarding|safeguarding (?:log|file|record|concerns?|issues?)|cpoms",
  why: "safeguarding must never be mentioned in a report",
  instead: "write nothing here and tell the DSL now",
  where: "all",
};

const WATCHED: readonly Watched[] = [
  ...LABELS.map(([words, instead]): Watched => ({ words, why: "a label", instead, where: "staff" })),
  ...EMPTY_STEPS.map((words): Watched => ({
    words,
    why: "an empty next step",
    instead: "what to do, when, and how we will see it",
    where: "next steps",
  })),
  SAFEGUARDING,
];

/** What is looked for in this pupil's sections, the wrong first name with it. */
export const watchedFor = (pupil: Named): Watched[] => [...WATCHED, ...wrongNameOf(pupil)];

/** The first name, where the pupil goes by another that does not hold it, and no ordinary word. */
function wrongNameOf(pupil: Named): Watched[] {
  const { firstName, knownAs } = pupil;
  if (knownAs === "" || isOrdinary(firstName) || finderIn(nameInUse(pupil))(firstName)) return [];
  const why = "not the name this pupil goes by";
  return [{ words: patternTextOf(firstName), why, instead: knownAs, where: "staff" }];
}

/** All that is wrong in a pupil's sections, other pupils' names too. */
export function problemsOf(
  comments: readonly Pick<ReportComment, "section" | "words">[],
  pupil: Pupil,
  everybody: readonly Pupil[],
): WordingProblem[] {
  const watched = watchedFor(pupil);
  const others = everybody.filter(({ id }) => id !== pupil.id);
  return comments.flatMap(({ section: name, words }) => {
    const section = SECTIONS.find((one) => one.name === `written.${name}`);
    if (!section) return [];
    const other = otherNamedIn(words, [pupil], others);
    const named = other ? [ofAnother(section.label, nameInUse(other))] : [];
    return [...wordingProblems(section, words, watched), ...named];
  });
}

const ofAnother = (section: string, found: string): WordingProblem => ({
  section,
  found,
  why: "another pupil's name",
  instead: "another pupil, or leave it out",
});

/** `Literacy: “lazy” is a label; write what was started, finished or left out.` */
export const sentenceOfWording = ({ section, found, why, instead }: WordingProblem): string =>
  `${section}: “${found}”, ${why}; instead: ${instead}.`;
