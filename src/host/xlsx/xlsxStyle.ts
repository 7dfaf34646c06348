/** How cells look, between the model and an .xlsx file's styles. */
import type { Style, StyleRun } from "../model/model";

/** The part of a file's cell style that the model knows; colours as `RRGGBB`. */
export interface FileStyle {
  numFmt?: string | undefined;
  font?: { bold?: boolean; color?: { rgb?: string } } | undefined;
  fill?:
    { type: string; pattern?: string; fgColor?: { rgb?: string }; bgColor?: { rgb?: string } } | undefined;
  alignment?: { wrapText?: boolean; horizontal?: string; vertical?: string } | undefined;
}

const IS_COLOUR = /^#[0-9a-f]{6}$/i;

/** `#1f3a5f` -> `{rgb: "1F3A5F"}`; null for anything that is not such a colour. */
export const rgb = (colour: string | null | undefined): { rgb: string } | null =>
  colour && IS_COLOUR.test(colour) ? { rgb: colour.slice(1).toUpperCase() } : null;

/**
 * A file's colour as the model writes it; null for none and for a theme's colour, which has no fixed value.
 */
export const colourFrom = (colour: { rgb?: string } | undefined): string | null =>
  colour?.rgb ? `#${colour.rgb.slice(-6).toLowerCase()}` : null;

export const isPlain = (style: Style): boolean => Object.keys(style).length === 0;

export function fileStyleOf(style: Style) {
  const [background, fontColor] = [rgb(style.background), rgb(style.fontColor)];
  const alignment = {
    ...(style.wrap ? { wrapText: true } : {}),
    ...(style.horizontal ? { horizontal: style.horizontal } : {}),
    ...(style.vertical
      ? { vertical: style.vertical === "middle" ? ("center" as const) : style.vertical }
      : {}),
  };
  return {
    ...(style.numberFormat ? { numFmt: style.numberFormat } : {}),
    font: {
      name: "Arial",
      size: 10,
      ...(style.bold ? { bold: true } : {}),
      ...(fontColor ? { color: fontColor } : {}),
    },
    ...(background
      ? { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: background } }
      : {}),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
  };
}

/**
 * Other programs escape the signs between a date's parts, and add a part for texts. `yyyy\\-mm\\-dd;@` ->
 * `yyyy-mm-dd`
 */
const formatFrom = (numFmt = ""): string =>
  /^general$/i.test(numFmt) ? "" : numFmt.replace(/;@$/, "").replace(/\\([-/ .,:])/g, "$1");

/**
 * A file's style without what is the default anyway: other programs write General, black and bottom out in
 * full.
 */
export function styleFrom({ numFmt, font, fill, alignment }: FileStyle): Style {
  const background = fill?.pattern === "solid" ? colourFrom(fill.fgColor) : null;
  const fontColor = colourFrom(font?.color);
  const horizontal = (["left", "center", "right"] as const).find((side) => side === alignment?.horizontal);
  const numberFormat = formatFrom(numFmt);
  const vertical =
    alignment?.vertical === "top" ? "top" : alignment?.vertical === "center" ? "middle" : undefined;
  return {
    ...(background ? { background } : {}),
    ...(font?.bold ? { bold: true } : {}),
    ...(fontColor && fontColor !== "#000000" ? { fontColor } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(numberFormat ? { numberFormat } : {}),
    ...(vertical ? { vertical } : {}),
    ...(alignment?.wrapText ? { wrap: true } : {}),
  };
}

/** A column's style by row. */
export function styleByRow(runs: readonly StyleRun[] | undefined): (row: number) => Style {
  const byRow = (runs ?? []).flatMap((run) => Array.from({ length: run.rows }, () => run.style));
  return (row) => byRow[row] ?? {};
}

/**
 * The runs of a column from the styles of the cells that a file has in it. Below the last of them the column
 * goes on as it was, so that new rows look right; a heading's looks are not carried on.
 */
export function runsFrom(byRow: ReadonlyMap<number, Style>, rows: number, headings: number): StyleRun[] {
  const last = [...byRow.keys()].reduce((most, row) => Math.max(most, row), -1);
  const onward = last >= Math.max(1, headings) ? (byRow.get(last) ?? {}) : {};
  const runs: StyleRun[] = [];
  for (let row = 0; row <= last; row += 1) {
    const style = byRow.get(row) ?? {};
    const run = runs[runs.length - 1];
    if (run && JSON.stringify(run.style) === JSON.stringify(style)) run.rows += 1;
    else runs.push({ rows: 1, style });
  }
  const run = runs[runs.length - 1];
  const rest = rows - last - 1;
  if (run && rest > 0 && JSON.stringify(run.style) === JSON.stringify(onward)) run.rows += rest;
  else if (rest > 0) runs.push({ rows: rest, style: onward });
  return runs.every(({ style }) => isPlain(style)) ? [] : runs;
}
