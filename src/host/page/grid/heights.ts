/** Rows high enough for their wrapped texts, as Google makes them. */
import type { Sheet } from "../../model/model";

const PIXELS_PER_LETTER = 6.4;
const LINE = 18;
const PADDING = 6;

const wraps = (sheet: Sheet): Map<number, number> => {
  const widths = new Map<number, number>();
  for (const [column, runs] of Object.entries(sheet.styles))
    if (runs.some(({ style }) => style.wrap)) widths.set(Number(column), sheet.widths[Number(column)] ?? 100);
  return widths;
};

/**
 * Heights in pixels, by row, of the rows whose height was set or whose texts need more than the usual one.
 */
export function heightsOf(sheet: Sheet, usual: number): Record<number, { h: number; ia: 0 | 1 }> {
  const wrapped = wraps(sheet);
  const heights: Record<number, { h: number; ia: 0 | 1 }> = {};
  for (const [row, line] of Object.entries(sheet.cells)) {
    let lines = 1;
    for (const [column, width] of wrapped) {
      const text = line[column]?.v;
      if (typeof text === "string")
        lines = Math.max(lines, Math.ceil((text.length * PIXELS_PER_LETTER) / (width - PADDING)));
    }
    if (lines > 1) heights[Number(row)] = { h: Math.max(usual, lines * LINE + PADDING), ia: 1 };
  }
  for (const [row, h] of Object.entries(sheet.heights)) heights[Number(row)] = { h, ia: 0 };
  return heights;
}
