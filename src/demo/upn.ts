/** Unique pupil numbers as the Department for Education forms them; the demo's have LA 999, which is nobody's. */
const LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

/** The check letter and the twelve digits: position times digit over positions 2 to 13, modulo 23. `801200005001` -> `B801200005001`. */
export function upnOf(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + (i + 2) * Number(digit), 0);
  return `${LETTERS[sum % LETTERS.length]}${digits}`;
}
