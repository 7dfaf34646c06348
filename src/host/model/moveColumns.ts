/** Moving columns with all that belongs to them; a part of apply.ts. */
import type { Area, Sheet } from "./model";

interface Move {
  at: number;
  count: number;
  to: number;
}

export function moveColumns(sheet: Sheet, move: Move): void {
  const placeOf = (column: number): number => placeAfter(move, column);
  const moved = <T>(line: Record<number, T>): Record<number, T> =>
    Object.fromEntries(Object.entries(line).map(([column, entry]) => [placeOf(Number(column)), entry]));
  const each = <T>(grid: Record<number, Record<number, T>>) =>
    Object.fromEntries(Object.entries(grid).map(([row, line]) => [row, moved(line)]));
  sheet.cells = each(sheet.cells);
  sheet.notes = each(sheet.notes);
  sheet.widths = moved(sheet.widths);
  sheet.hiddenColumns = moved(sheet.hiddenColumns);
  sheet.styles = moved(sheet.styles);
  for (const rule of [...sheet.validations, ...sheet.colourRules])
    rule.areas = rule.areas.flatMap((area) => partsAfter(move, area));
  for (const protection of sheet.protections) {
    if (protection.area) protection.area = wholeAfter(move, protection.area);
    if (protection.unprotected)
      protection.unprotected = protection.unprotected.flatMap((area) => partsAfter(move, area));
  }
  if (sheet.filter) sheet.filter = wholeAfter(move, sheet.filter);
}

/** Columns 1 and 2 before column 5: 1 -> 3, 2 -> 4, 3 -> 1, 4 -> 2. */
function placeAfter({ at, count, to }: Move, column: number): number {
  if (column >= at && column < at + count) return column - at + (to > at ? to - count : to);
  if (column >= at + count && column < to) return column - count;
  if (column >= to && column < at) return column + count;
  return column;
}

const columnsOf = ({ column, lastColumn }: Area): number[] =>
  Array.from({ length: lastColumn - column + 1 }, (_, i) => column + i);

/** Rules follow each of their columns: one area may become several. */
function partsAfter(move: Move, area: Area): Area[] {
  const columns = columnsOf(area)
    .map((column) => placeAfter(move, column))
    .sort((a, b) => a - b);
  const parts: Area[] = [];
  for (const column of columns) {
    const last = parts[parts.length - 1];
    if (last?.lastColumn === column - 1) last.lastColumn = column;
    else parts.push({ ...area, column, lastColumn: column });
  }
  return parts;
}

/**
 * What stays one area follows the columns that were not moved; moved columns join it only where they land
 * inside.
 */
function wholeAfter(move: Move, area: Area): Area {
  const columns = columnsOf(area);
  const staying = columns.filter((column) => column < move.at || column >= move.at + move.count);
  const places = (staying.length > 0 ? staying : columns).map((column) => placeAfter(move, column));
  return { ...area, column: Math.min(...places), lastColumn: Math.max(...places) };
}
