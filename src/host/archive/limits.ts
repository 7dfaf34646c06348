/** What one file from outside may hold: the same limits for a .docx and an .xlsx. */

export type Kind = ".docx" | ".xlsx";

const MB = 1024 * 1024;

/** As it lies on the disk; the largest that we made is 1.4 MB. */
export const MAX_FILE_BYTES = 20 * MB;
/** Unpacked, one part and all of them. */
export const MAX_PART_BYTES = 20 * MB;
export const MAX_TOTAL_BYTES = 50 * MB;
/** No real part shrinks so far; small ones of mere spaces may, and do no harm. */
export const MAX_RATIO = 100;
export const RATIO_FROM_BYTES = 100 * 1024;
export const MAX_PARTS = 2000;

/** Of a workbook, in all parts; a year of the largest that we made has a million. */
export const MAX_TAGS = 3_000_000;
/** Of a workbook: different texts; a year of the largest that we made has some 30,000. */
export const MAX_TEXTS = 500_000;
/** Of a workbook, counted as Google does: the rectangles from A1 to each tab's last cell. */
export const MAX_CELLS = 10_000_000;
/**
 * Of a tab: descriptions of columns, each of which may speak of thousands, and drop-downs with the texts of
 * each list.
 */
export const MAX_COLUMNS_DESCRIBED = 100_000;
export const MAX_DROP_DOWNS = 1000;
export const MAX_LIST = 5000;

/** A file that is refused: a sentence for the person who chose it. */
export class Unreadable extends Error {}

export const inMb = (bytes: number): string => `${bytes / MB} MB`;
