/** Names of invented tests, and what staff say of a result in a sentence. */
import type { Subject } from "../../../domain/words/choices";

export const BASELINE_TESTS: Readonly<Record<"literacy" | "numeracy", readonly [string, string, string]>> = {
  literacy: ["Hub reading and writing tasks", "Initial English check", "Single-word reading test"],
  numeracy: ["Hub number tasks", "Initial maths check", "Written arithmetic test"],
};

export const READING_TEST = "Group reading test";
export const EMOTIONAL_LITERACY_CHECKLIST = "Emotional literacy checklist";

/** Units that end with a test, and its highest mark. */
export const UNITS: readonly (readonly [subject: Subject, instrument: string, marks: number])[] = [
  ["literacy", "Unit test: non-fiction", 25],
  ["literacy", "Unit test: stories and poems", 30],
  ["literacy", "Unit test: spelling and punctuation", 40],
  ["numeracy", "Unit test: number and calculation", 40],
  ["numeracy", "Unit test: fractions and percentages", 30],
  ["numeracy", "Unit test: shape and measure", 25],
  ["science", "Unit test: forces", 30],
  ["science", "Unit test: living things", 30],
  ["programme", "Unit check: health and safety", 20],
  ["programme", "Unit check: food hygiene", 20],
];

export const AT_THE_START: readonly string[] = [
  "Settled to it quickly and asked for the questions to be read aloud.",
  "Did the first half on one day and the second on the next.",
  "Worked with care; ran out of time on the last page.",
  "Surprised at how much was still there.",
  "Answered more aloud than on paper.",
  "A quiet room helped.",
  "Chose to begin with the harder part.",
  "Needed a break in the middle and came back to it.",
  "Was keen to know how it went; we looked at it together.",
  "Skipped the long questions, which we will look at again.",
  "Used fingers and jottings well.",
  "Read on past the stopping point out of interest.",
];

export const PROGRESS: readonly string[] = [
  "More right than before, above all in the second part.",
  "What was new at the start of the unit is now secure.",
  "Showed every step, which was the target.",
  "Half as many slips as in the last test.",
  "Tried every question this time.",
  "Remembered last half-term's work as well.",
  "Finished in the time and checked.",
  "The longer answers have come on well.",
  "Used the key words without the list.",
  "Was pleased with it, and rightly so.",
  "Explained two answers to the group afterwards.",
  "Ready for the next unit.",
];

export const CONSOLIDATION: readonly string[] = [
  "Holds what was learnt, with fewer prompts.",
  "The same result on harder questions.",
  "Kept it up after a week away.",
  "Secure on paper now, not only aloud.",
  "Quicker than before at the same mark.",
  "The basics stayed in place, and that counts.",
  "Worked alone where help was needed last time.",
  "As good as before, and much calmer.",
  "Can use it in another context now.",
  "A steady result in a busy half-term.",
];

export const NOT_YET_WORDS: readonly string[] = [
  "The second part needs another look; we have planned when.",
  "Knew more in the lesson than the test shows.",
  "Missed two lessons of the unit and will be given them again.",
  "Found the wording hard; the next test is read aloud.",
  "We will come back to it with counters.",
  "A new topic that needs more time.",
  "Began well; we will practise keeping an eye on the clock.",
  "Asked to try again after some practice.",
];

export const AFTER_READING: readonly string[] = [
  "Reads with understanding; single words are harder.",
  "Took time over each sentence and got most of them right.",
  "Enjoyed the longer passages.",
  "Corrected own slips while reading.",
  "A better picture than the first one, which was done on a hard day.",
  "Guesses well from the sentence around a word.",
];
