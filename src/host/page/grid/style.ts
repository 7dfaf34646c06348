/** The host's looks as the grid's. */
import type { IStyleData } from "@univerjs/core";
import type { Style } from "../../model/model";

const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = 3;

/** What Google writes in, and how far from a cell's edges. */
const FONT: IStyleData = { ff: "Arial", fs: 10, pd: { t: 3, r: 4, b: 3, l: 4 } };

/** What a cell has where its style says nothing: written out, so that it covers another style below it. */
const PLAIN: IStyleData = {
  ...FONT,
  bl: 0,
  bg: null,
  cl: null,
  ht: null,
  vt: null,
  tb: null,
  n: null,
};

export function gridStyle(style: Style): IStyleData {
  return {
    ...FONT,
    ...(style.bold ? { bl: 1 } : {}),
    ...(style.background ? { bg: { rgb: style.background } } : {}),
    ...(style.fontColor ? { cl: { rgb: style.fontColor } } : {}),
    ...(style.horizontal ? { ht: HORIZONTAL[style.horizontal] } : {}),
    ...(style.vertical ? { vt: VERTICAL[style.vertical] } : {}),
    ...(style.wrap ? { tb: WRAP } : {}),
    ...(style.numberFormat ? { n: { pattern: style.numberFormat } } : {}),
  };
}

/** As a change of a cell that may have any style now. */
export const wholeStyle = (style: Style): IStyleData => ({ ...PLAIN, ...gridStyle(style) });
