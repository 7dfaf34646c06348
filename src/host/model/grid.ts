/** Reading a sheet's model: what a cell holds, how it looks, what it accepts, and where content ends. */
import type { Area, Cell, Operation, Sheet, Style, Validation } from "./model";

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.cells[row]?.[column];

export function styleAt(sheet: Sheet, row: number, column: number): Style {
  let left = row;
  for (const run of sheet.styles[column] ?? []) {
    if (left < run.rows) return run.style;
    left -= run.rows;
  }
  return {};
}

export const formatAt = (sheet: Sheet, row: number, column: number): string =>
  styleAt(sheet, row, column).numberFormat ?? "";

export const validationAt = (sheet: Sheet, row: number, column: number): Validation | undefined =>
  sheet.validations.find((v) => v.areas.some((area) => isInside(area, row, column)));

export const isInside = (a: Area, row: number, column: number): boolean =>
  a.row <= row && row <= a.lastRow && a.column <= column && column <= a.lastColumn;

/** Whether two rectangles have a cell in common. */
export const meet = (a: Area, b: Area): boolean =>
  a.row <= b.lastRow && b.row <= a.lastRow && a.column <= b.lastColumn && b.column <= a.lastColumn;

/** Rows down to the last with content; 0 for an empty sheet. */
export const usedRows = (sheet: Sheet): number =>
  Object.keys(sheet.cells).reduce((last, row) => Math.max(last, Number(row) + 1), 0);

/**
 * Columns up to the last with content. A line is read from the right as far as no other reached: lines are
 * many.
 */
export function usedColumns(sheet: Sheet): number {
  let last = 0;
  for (const line of Object.values(sheet.cells))
    for (let column = sheet.columns - 1; column >= last; column -= 1) if (line[column]) last = column + 1;
  return last;
}

/** What remains of an area without another: up to four rectangles. */
export function without(a: Area, b: Area): Area[] {
  const top = Math.max(a.row, b.row);
  const bottom = Math.min(a.lastRow, b.lastRow);
  if (top > bottom || b.lastColumn < a.column || a.lastColumn < b.column) return [a];
  const parts: Area[] = [
    { ...a, lastRow: top - 1 },
    { ...a, row: bottom + 1 },
    { ...a, row: top, lastRow: bottom, lastColumn: b.column - 1 },
    { ...a, row: top, lastRow: bottom, column: b.lastColumn + 1 },
  ];
  return parts.filter((p) => p.row <= p.lastRow && p.column <= p.lastColumn);
}

/** Rules with an area's replaced: cleared, then given to `rule` where there is one. */
export function validationsWith(
  validations: readonly Validation[],
  area: Area,
  rule: Omit<Validation, "areas"> | null,
): Validation[] {
  const kept = validations
    .map((v) => ({ ...v, areas: v.areas.flatMap((other) => without(other, area)) }))
    .filter((v) => v.areas.length > 0);
  if (!rule) return kept;
  const same = kept.find((v) => isSameRule(v, rule));
  if (!same) return [...kept, { ...rule, areas: [area] }];
  same.areas = withArea(same.areas, area);
  return kept;
}

const isSameRule = (a: Omit<Validation, "areas">, b: Omit<Validation, "areas">): boolean =>
  a.help === b.help &&
  a.allowInvalid === b.allowInvalid &&
  a.showDropdown === b.showDropdown &&
  a.list.join("\n") === b.list.join("\n");

/** Adds an area, grown together with those right above and below it. */
function withArea(areas: readonly Area[], added: Area): Area[] {
  const isNeighbour = (a: Area): boolean =>
    a.column === added.column &&
    a.lastColumn === added.lastColumn &&
    (a.lastRow + 1 === added.row || added.lastRow + 1 === a.row);
  const together = [added, ...areas.filter(isNeighbour)];
  const row = Math.min(...together.map((a) => a.row));
  const lastRow = Math.max(...together.map((a) => a.lastRow));
  return [...areas.filter((a) => !isNeighbour(a)), { ...added, row, lastRow }];
}

/** A block of looks, null leaving a cell's as it is, as one operation per run of equal ones down a column. */
export function styleOperations(
  sheet: number,
  at: { row: number; column: number },
  styles: readonly (readonly (Style | null)[])[],
): Operation[] {
  const operations: Operation[] = [];
  const columns = styles[0]?.length ?? 0;
  for (let j = 0; j < columns; j += 1) {
    let start = 0;
    while (start < styles.length) {
      const style = styles[start]?.[j] ?? null;
      const text = JSON.stringify(style);
      let end = start + 1;
      while (end < styles.length && JSON.stringify(styles[end]?.[j] ?? null) === text) end += 1;
      if (style) {
        const column = at.column + j;
        const area = { row: at.row + start, column, lastRow: at.row + end - 1, lastColumn: column };
        operations.push({ op: "style", sheet, area, style });
      }
      start = end;
    }
  }
  return operations;
}
