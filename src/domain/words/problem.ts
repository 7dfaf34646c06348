/** A problem is a value: where it is, what is wrong, what to do. It never hides the rows beside it. */
export interface Problem {
  tab: string;
  /** The sheet's row number, or null for the whole tab. */
  row: number | null;
  heading: string;
  wrong: string;
  remedy: string;
}

export const problem = (
  tab: string,
  row: number | null,
  heading: string,
  wrong: string,
  remedy: string,
): Problem => ({ tab, row, heading, wrong, remedy });

/**
 * As much of a problem's words as anybody reads; what was pasted into a cell may be endless. No character is
 * cut in two.
 */
const MOST_WORDS = 400;
export const inShort = (words: string): string =>
  words.length <= MOST_WORDS ? words : `${[...words.slice(0, MOST_WORDS)].slice(0, -1).join("")} …`;

/** A whole sentence for a log or a dialog. */
export const sentenceOf = ({ tab, row, heading, wrong, remedy }: Problem): string =>
  `${tab}${row === null ? "" : `, row ${row}`}${heading ? `, ${heading}` : ""}: ${wrong} ${remedy}`;

/** What a job throws, and only this, when it cannot go on. */
export const stop = (found: Problem): Error & { problem: Problem } =>
  Object.assign(new Error(sentenceOf(found)), { problem: found });

/** What a person is told at once, because of what they asked; it is nothing for the Problems tab. */
export const refusal = (sentence: string): Error & { told: true } =>
  Object.assign(new Error(sentence), { told: true as const });
