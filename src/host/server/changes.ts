/** What a person changes in the grid: checked, kept in the journal, and only then acknowledged. */
import { writing } from "../run/writing";
import { isInside, styleAt, styleOperations } from "../model/grid";
import type { Area, Cell, Operation, Sheet, Style } from "../model/model";
import type { Workspace } from "../model/workspace";
import type { Calculated, Filtering, RowsChange, Sorting } from "./protocol";
import { Refusal } from "./refusal";

/** More rows than this in one tab, and browsers stop being quick. */
const MAX_ROWS = 50_000;

/** As whom, where, and in which tab. */
export interface Place {
  workspace: Workspace;
  user: string;
  sheet: Sheet;
}

function keepAll({ workspace, user }: Place, operations: readonly Operation[]): void {
  const { change, flush } = writing(workspace, user);
  operations.forEach(change);
  flush();
}

/**
 * Inserted rows look like the row before them, right under the frozen headings like the row below, as on
 * Google.
 */
export function insertRows(place: Place, { at, count }: Pick<RowsChange, "at" | "count">): void {
  const { sheet } = place;
  if (at > sheet.rows || count < 1) throw new Refusal(400, "There is no such row.");
  if (sheet.rows + count > MAX_ROWS) throw new Refusal(409, `A tab has at most ${MAX_ROWS} rows here.`);
  const { change, flush } = writing(place.workspace, place.user);
  change({ op: "insertRows", sheet: sheet.id, at, count });
  if (at === sheet.frozenRows) likeBelow(sheet, at, count).forEach(change);
  flush();
}

function likeBelow(sheet: Sheet, at: number, count: number): Operation[] {
  const below = Array.from({ length: sheet.columns }, (_, column) => styleAt(sheet, at + count, column));
  const line = below.map((style) => ({ ...PLAIN, ...style }));
  const styles = Array.from({ length: count }, () => line);
  const grown = <T extends { areas: Area[] }>(rules: readonly T[]): T[] =>
    rules.map((rule) => ({
      ...rule,
      areas: rule.areas.map((area) => (area.row === at + count ? { ...area, row: at } : area)),
    }));
  const set = { validations: grown(sheet.validations), colourRules: grown(sheet.colourRules) };
  return [
    ...styleOperations(sheet.id, { row: at, column: 0 }, styles),
    { op: "sheet", sheet: sheet.id, set },
  ];
}

/** Google's defaults, written out as "" so that they take the headings' look away. */
const PLAIN = Object.fromEntries(
  ["bold", "background", "fontColor", "numberFormat", "wrap", "horizontal", "vertical"].map((k) => [k, ""]),
) as Style;

export function deleteRows(place: Place, { at, count }: Pick<RowsChange, "at" | "count">): void {
  const { sheet } = place;
  if (count < 1 || at + count > sheet.rows) throw new Refusal(400, "There are no such rows.");
  if (at < sheet.frozenRows)
    throw new Refusal(409, "The headings must stay, because every row is read by them.");
  if (count >= sheet.rows - sheet.frozenRows)
    throw new Refusal(409, "At least one row below the headings must stay. Empty the rows instead.");
  keepAll(place, [{ op: "deleteRows", sheet: sheet.id, at, count }]);
}

export function setFilter(place: Place, { area }: Pick<Filtering, "area">): void {
  keepAll(place, [{ op: "sheet", sheet: place.sheet.id, set: { filter: area } }]);
}

/** Puts back what a person's own change took away, rows first; nothing of it counts as typed. */
export function restore(place: Place, { row, column, insert, cells }: Restored): void {
  const { change, flush } = writing(place.workspace, place.user);
  const { id, rows, columns, frozenRows } = place.sheet;
  const fits = row + cells.length <= rows + insert && column + (cells[0]?.length ?? 0) <= columns;
  if (!fits || (insert > 0 && row < frozenRows)) throw new Refusal(409, "That can no longer be undone.");
  if (insert > 0) insertRows(place, { at: row, count: insert });
  change({ op: "cells", sheet: id, row, column, cells });
  flush();
}

export interface Restored {
  row: number;
  column: number;
  /** So many rows come first. */
  insert: number;
  cells: (Cell | null)[][];
}

/** The range without the frozen rows, which never sort. */
export function sortedPart(sheet: Sheet, { area, column }: Pick<Sorting, "area" | "column">): Area {
  const part = { ...area, row: Math.max(area.row, sheet.frozenRows) };
  part.lastRow = Math.min(part.lastRow, sheet.rows - 1);
  part.lastColumn = Math.min(part.lastColumn, sheet.columns - 1);
  if (part.lastRow < part.row || !isInside(part, part.row, column))
    throw new Refusal(400, "There is nothing to sort.");
  return part;
}

/** A formula's value is the one the grid calculated last; cells without a formula are left alone. */
export function keepCalculated(place: Place, cells: Calculated["cells"]): void {
  const { sheet } = place;
  const operations = cells.flatMap(({ row, column, v, f }): Operation[] => {
    const cell = sheet.cells[row]?.[column];
    if (!cell?.f || (cell.v === v && f === undefined)) return [];
    return [{ op: "cells", sheet: sheet.id, row, column, cells: [[{ v, f: f ?? cell.f }]] }];
  });
  if (operations.length > 0) keepAll(place, operations);
}
