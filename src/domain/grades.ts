/** Weekly grades: the letters, how staff may spell them, and the overall derived from the areas. */
export const GRADES = ["R", "A", "G"] as const;
export type Grade = (typeof GRADES)[number];

/** Why there is no grade. */
export const NOT_GRADED = {
  H: "closed",
  T: "not timetabled",
  I: "ill or authorised absence",
  U: "absent, not explained yet",
  E: "too little evidence",
} as const;
export type NotGraded = keyof typeof NOT_GRADED;

/** What a grade cell says: `null` is not entered yet, `?` is something that cannot be read. */
export type Mark = Grade | NotGraded | "?" | null;

export const WORDS: Record<Grade, string> = { R: "Red", A: "Amber", G: "Green" };

/** As the drop-down shows them. */
export const MARKS = ["G", "A", "R", "H", "T", "I", "U", "E"] as const;

const SPELLINGS: Record<string, Grade | NotGraded> = {
  red: "R",
  amber: "A",
  green: "G",
  closed: "H",
  "not timetabled": "T",
  ill: "I",
  authorised: "I",
  "ill or authorised": "I",
  unexplained: "U",
  "absent unexplained": "U",
  "too little evidence": "E",
};

/** The mark a text stands for: `g`, `Green` and ` G ` are G; "" is null; undefined where it cannot be read. */
export function markOf(text: string): Mark | undefined {
  const spelt = text.trim().toLowerCase();
  if (spelt === "") return null;
  return MARKS.find((mark) => mark.toLowerCase() === spelt) ?? SPELLINGS[spelt];
}

export const isGrade = (mark: Mark): mark is Grade => mark === "R" || mark === "A" || mark === "G";

/** A mark in words: `Amber`, `not graded (too little evidence)`, `to follow`. */
export function wordsOf(mark: Mark): string {
  if (isGrade(mark)) return WORDS[mark];
  return mark === null || mark === "?" ? "to follow" : `not graded (${NOT_GRADED[mark]})`;
}

/**
 * The overall suggested by a week's areas: the lower median of the graded ones, if at least half of the areas in play
 * are graded. `T` and `I` are out of play; all of them away gives `T`, all closed gives `H`, too few grades null.
 * Worked example: G A R and one blank -> A; G A and two blanks -> A; G and three blanks -> null.
 */
export function derivedOverall(marks: readonly Mark[]): Mark {
  if (marks.length > 0 && marks.every((mark) => mark === "H")) return "H";
  const open = marks.filter((mark) => mark !== "H");
  const inPlay = open.filter((mark) => mark !== "T" && mark !== "I");
  if (open.length > 0 && inPlay.length === 0) return "T";
  const graded = inPlay.filter(isGrade).sort((a, b) => GRADES.indexOf(a) - GRADES.indexOf(b));
  if (graded.length === 0 || graded.length * 2 < inPlay.length) return null;
  return graded[Math.floor((graded.length - 1) / 2)] ?? null;
}

/** The change since last week, in words that do not rank a pupil: `up from Red`, `the same as last week`. */
export function changeInWords(now: Mark, before: Mark): string {
  if (!isGrade(now) || !isGrade(before)) return "";
  const steps = GRADES.indexOf(now) - GRADES.indexOf(before);
  if (steps === 0) return `the same as last week`;
  return `${steps > 0 ? "up" : "down"} from ${WORDS[before]} last week`;
}
