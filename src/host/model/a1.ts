/** A1 notation, both ways. */
import type { Area } from "./model";

/** `a1(0, 26)` -> `AA1`. */
export function a1(row: number, column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

export function a1Of(area: Area): string {
  const first = a1(area.row, area.column);
  const last = a1(area.lastRow, area.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `'My tab'!B2:C` -> the tab's name and an area; null where it is no notation. Open ends reach the sheet's. */
export function parseA1(
  text: string,
): { sheet: string | null; area: (rows: number, columns: number) => Area } | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([A-Z]{0,3})(\d*)(?::([A-Z]{0,3})(\d*))?$/i.exec(
    text.replace(/\$/g, ""),
  );
  if (!match) return null;
  const [, quoted, plain, c1 = "", r1 = "", c2, r2] = match;
  const single = c2 === undefined;
  if ((single && (!c1 || !r1)) || (!single && !c1 && !r1) || (!single && !c2 && !r2)) return null;
  const area = (rows: number, columns: number): Area => ({
    row: r1 ? Number(r1) - 1 : 0,
    column: c1 ? columnOf(c1) : 0,
    lastRow: single ? Number(r1) - 1 : r2 ? Number(r2) - 1 : rows - 1,
    lastColumn: single ? columnOf(c1) : c2 ? columnOf(c2) : columns - 1,
  });
  return { sheet: quoted?.replace(/''/g, "'") ?? plain ?? null, area };
}
