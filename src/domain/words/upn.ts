/** Unique pupil numbers, as the Department for Education forms them. */
const LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

/**
 * Alphabet place or digit of each of the twelve characters after the check letter, position times value,
 * modulo 23.
 */
function checkLetterOf(rest: string): string {
  const valueOf = (c: string): number => (/\d/.test(c) ? Number(c) : LETTERS.indexOf(c));
  const sum = [...rest].reduce((total, c, i) => total + (i + 2) * valueOf(c), 0);
  return LETTERS[sum % LETTERS.length] ?? "";
}

/** The check letter and the twelve digits: `801200005001` -> `B801200005001`. */
export const upnOf = (digits: string): string => checkLetterOf(digits) + digits;

/** Whether a text is a UPN; a temporary one ends in a letter. `B801200005001` is, `A801200005001` is not. */
export const isUpn = (text: string): boolean =>
  /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text) && text[0] === checkLetterOf(text.slice(1));
