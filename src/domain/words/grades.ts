/** Weekly grades: the letters, how staff may spell them, and the overall derived from the areas. */

/** From the lowest up. */
export const GRADES = ["R", "A", "G"] as const;
export type Grade = (typeof GRADES)[number];

const RANK: Record<Grade, number> = { R: 0, A: 1, G: 2 };

/** Whether the first is strictly below the second: R below A, A below G. */
export const isBelow = (grade: Grade, other: Grade): boolean => RANK[grade] < RANK[other];
export const lowerOf = (grade: Grade, other: Grade): Grade => (isBelow(grade, other) ? grade : other);

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

/**
 * The mark a text stands for: `g`, `Green` and ` G ` are G; "" is null; undefined where it cannot be read.
 */
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
 * The overall suggested by a week's areas: the lower median of the graded ones, if at least half of the areas
 * in play are graded. `T` and `I` are out of play; all of them away gives `I` where all are `I`, else `T`;
 * all closed gives `H`, too few grades null. An area that is closed by itself stays in play: only a week
 * closed for everybody is not a school week. Worked example: G A R and one blank -> A; G A and two blanks ->
 * A; G and three blanks -> null.
 */
export function derivedOverall(marks: readonly Mark[]): Mark {
  if (marks.length === 0) return null;
  if (marks.every((mark) => mark === "H")) return "H";
  if (marks.every((mark) => mark === "I")) return "I";
  const inPlay = marks.filter((mark) => mark !== "T" && mark !== "I");
  if (inPlay.length === 0) return "T";
  const graded = inPlay.filter(isGrade).sort((a, b) => RANK[a] - RANK[b]);
  if (graded.length === 0 || graded.length * 2 < inPlay.length) return null;
  return graded[Math.floor((graded.length - 1) / 2)] ?? null;
}

/** The change since last week, in words that do not rank a pupil: `up from Red`, `the same as last week`. */
export function changeInWords(now: Mark, before: Mark): string {
  if (!isGrade(now) || !isGrade(before)) return "";
  const steps = RANK[now] - RANK[before];
  if (steps === 0) return `the same as last week`;
  return `${steps > 0 ? "up" : "down"} from ${WORDS[before]} last week`;
}
