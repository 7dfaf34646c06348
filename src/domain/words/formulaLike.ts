/**
 * Text that a spreadsheet would take for a formula; cells and CSV files guard against it in their own ways.
 */

/** Characters that the eye does not see and a spreadsheet skips before it looks for a formula. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}]*/u;

/** Also what begins with an apostrophe, because that one would be taken off. */
export const isFormulaLike = (text: string): boolean => /^[=+\-@'＝＋－＠]/.test(text.replace(UNSEEN, ""));
