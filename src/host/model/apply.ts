/**
 * Applies one operation to the model: the only code that writes to it, and the same when a journal is
 * replayed.
 */
import { moveColumns } from "./moveColumns";
import type { Area, Operation, Sheet, State, StyleRun, Workbook } from "./model";

export function apply(workbook: Workbook, state: State, operation: Operation): void {
  switch (operation.op) {
    case "workbook":
      Object.assign(workbook, structuredClone(operation.set));
      return;
    case "state":
      Object.assign(state, structuredClone(operation.set));
      return;
    case "file":
      return putFile(state, operation);
    case "insertSheet":
      workbook.sheets.splice(operation.index, 0, structuredClone(operation.sheet));
      return;
    case "deleteSheet":
      workbook.sheets = workbook.sheets.filter((sheet) => sheet.id !== operation.sheet);
      return;
    case "moveSheet": {
      const moved = sheetOf(workbook, operation.sheet);
      workbook.sheets = workbook.sheets.filter((sheet) => sheet !== moved);
      workbook.sheets.splice(operation.index, 0, moved);
      return;
    }
    default:
      applyToSheet(sheetOf(workbook, operation.sheet), operation);
  }
}

function putFile(state: State, { id, file }: Extract<Operation, { op: "file" }>): void {
  const files = (state.files ??= {});
  if (file) files[id] = structuredClone(file);
  else delete files[id];
}

function sheetOf(workbook: Workbook, id: number): Sheet {
  const found = workbook.sheets.find((sheet) => sheet.id === id);
  if (!found) throw new Error(`The workbook has no sheet ${id}.`);
  return found;
}

type SheetOperation = Extract<Operation, { sheet: number }>;

function applyToSheet(sheet: Sheet, operation: SheetOperation): void {
  switch (operation.op) {
    case "sheet":
      Object.assign(sheet, structuredClone(operation.set));
      return;
    case "cells":
      operation.cells.forEach((line, i) => put(sheet.cells, operation.row + i, operation.column, line));
      return;
    case "notes":
      operation.notes.forEach((line, i) =>
        put(
          sheet.notes,
          operation.row + i,
          operation.column,
          line.map((note) => note || null),
        ),
      );
      return;
    case "style":
      paint(sheet, operation.area, operation.style);
      return;
    case "insertRows":
      return insertRows(sheet, operation.at, operation.count);
    case "deleteRows":
      return deleteRows(sheet, operation.at, operation.count);
    case "insertColumns":
      return shiftColumns(sheet, operation.at, operation.count);
    case "deleteColumns":
      return shiftColumns(sheet, operation.at, -operation.count);
    case "moveColumns":
      return moveColumns(sheet, operation);
    case "deleteSheet":
    case "moveSheet":
      return;
  }
}

/** Puts a line of entries into a sparse grid; null removes. */
function put<T>(
  grid: Record<number, Record<number, T>>,
  row: number,
  column: number,
  line: readonly (T | null)[],
): void {
  const entries = (grid[row] ??= {});
  line.forEach((entry, i) => {
    if (entry === null) delete entries[column + i];
    else entries[column + i] = entry;
  });
  if (Object.keys(entries).length === 0) delete grid[row];
}

/** Works on runs, not rows: a whole column is one or two of them. */
function paint(sheet: Sheet, area: Area, style: StyleRun["style"]): void {
  const end = area.lastRow + 1;
  for (let column = area.column; column <= area.lastColumn; column += 1) {
    let from = 0;
    const painted = (sheet.styles[column] ?? [{ rows: sheet.rows, style: {} }]).flatMap((run) => {
      const [first, last] = [from, from + run.rows];
      from = last;
      const [start, stop] = [clamp(area.row, first, last), clamp(end, first, last)];
      return [
        { rows: start - first, style: run.style },
        { rows: stop - start, style: sorted({ ...run.style, ...style }) },
        { rows: last - stop, style: run.style },
      ];
    });
    sheet.styles[column] = joined(painted);
  }
}

const clamp = (n: number, least: number, most: number): number => Math.min(Math.max(n, least), most);

/** Neighbouring runs that look alike as one, empty ones left out. */
function joined(parts: readonly StyleRun[]): StyleRun[] {
  const runs: StyleRun[] = [];
  for (const part of parts) {
    const last = runs[runs.length - 1];
    if (part.rows === 0) continue;
    if (last && JSON.stringify(last.style) === JSON.stringify(part.style)) last.rows += part.rows;
    else runs.push({ ...part });
  }
  return runs;
}

/**
 * Members in one order, without those at Google's default, so that equal styles have equal texts. Null, false
 * and "" take a member away: a journal, being JSON, could not say undefined.
 */
const sorted = (style: StyleRun["style"]): StyleRun["style"] =>
  Object.fromEntries(
    Object.entries(style)
      .filter(([, value]) => Boolean(value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function insertRows(sheet: Sheet, at: number, count: number): void {
  sheet.cells = shifted(sheet.cells, at, count);
  sheet.notes = shifted(sheet.notes, at, count);
  sheet.heights = shifted(sheet.heights, at, count);
  for (const [column, runs] of Object.entries(sheet.styles)) {
    const [above, below] = [part(runs, 0, at), part(runs, at, sheet.rows)];
    // As on Google, new rows look like the row before them; above the first row, like the first.
    const style = (above[above.length - 1] ?? below[0])?.style ?? {};
    sheet.styles[Number(column)] = joined([...above, { rows: count, style }, ...below]);
  }
  sheet.rows += count;
  if (at < sheet.frozenRows) sheet.frozenRows += count;
  eachArea(sheet, (area, grows) => moveEnds(area, ["row", "lastRow"], at, count, grows));
}

function deleteRows(sheet: Sheet, at: number, count: number): void {
  sheet.cells = shifted(sheet.cells, at, -count);
  sheet.notes = shifted(sheet.notes, at, -count);
  sheet.heights = shifted(sheet.heights, at, -count);
  for (const [column, runs] of Object.entries(sheet.styles))
    sheet.styles[Number(column)] = joined([...part(runs, 0, at), ...part(runs, at + count, sheet.rows)]);
  sheet.rows -= count;
  sheet.frozenRows -= overlap(sheet.frozenRows, at, count);
  eachArea(sheet, (area) => moveEnds(area, ["row", "lastRow"], at, -count, false));
}

/** The runs from one row to another, the second not included; rows that no run covers are plain. */
function part(runs: readonly StyleRun[], first: number, end: number): StyleRun[] {
  let from = 0;
  const covered = runs.reduce((sum, { rows }) => sum + rows, 0);
  return [...runs, { rows: Math.max(0, end - covered), style: {} }].flatMap(({ rows, style }) => {
    const [start, stop] = [clamp(first, from, from + rows), clamp(end, from, from + rows)];
    from += rows;
    return stop > start ? [{ rows: stop - start, style }] : [];
  });
}

function shiftColumns(sheet: Sheet, at: number, count: number): void {
  const each = <T>(grid: Record<number, Record<number, T>>) =>
    Object.fromEntries(Object.entries(grid).map(([row, line]) => [row, shifted(line, at, count)]));
  sheet.cells = each(sheet.cells);
  sheet.notes = each(sheet.notes);
  const model = Math.max(0, at - 1);
  const [width, runs] = [sheet.widths[model], sheet.styles[model]];
  sheet.widths = shifted(sheet.widths, at, count);
  sheet.hiddenColumns = shifted(sheet.hiddenColumns, at, count);
  sheet.styles = shifted(sheet.styles, at, count);
  for (let column = at; column < at + count; column += 1) {
    if (width !== undefined) sheet.widths[column] = width;
    if (runs) sheet.styles[column] = structuredClone(runs);
  }
  sheet.columns += count;
  if (count < 0) sheet.frozenColumns -= overlap(sheet.frozenColumns, at, -count);
  else if (at < sheet.frozenColumns) sheet.frozenColumns += count;
  eachArea(sheet, (area, grows) => moveEnds(area, ["column", "lastColumn"], at, count, grows && count > 0));
}

/** Entries at or after `at` move by `count`; with a negative count those in between go. */
function shifted<T>(entries: Record<number, T>, at: number, count: number): Record<number, T> {
  const moved: Record<number, T> = {};
  for (const [key, entry] of Object.entries(entries)) {
    const index = Number(key);
    if (index < at) moved[index] = entry;
    else if (count > 0 || index >= at - count) moved[index + count] = entry;
  }
  return moved;
}

/** How many of the first `frozen` rows are among the `count` from `at`. */
const overlap = (frozen: number, at: number, count: number): number =>
  Math.max(0, Math.min(frozen, at + count) - at);

type Ends = ["row", "lastRow"] | ["column", "lastColumn"];

/** Moves an area's ends; an area that has gone entirely ends before it starts. */
function moveEnds(area: Area, [first, last]: Ends, at: number, count: number, grows: boolean): void {
  const move = (index: number, end: boolean): number => {
    if (index < at) return index;
    if (count > 0) return index + count;
    return index < at - count ? (end ? at - 1 : at) : index + count;
  };
  // Rows added right below take on the drop-downs and colours of the row before them.
  const joins = grows && area[last] === at - 1;
  area[last] = joins ? area[last] + count : move(area[last], true);
  area[first] = move(area[first], false);
}

const isGone = (area: Area | null): boolean =>
  area !== null && (area.lastRow < area.row || area.lastColumn < area.column);

function eachArea(sheet: Sheet, change: (area: Area, grows: boolean) => void): void {
  for (const rule of [...sheet.validations, ...sheet.colourRules]) {
    rule.areas.forEach((area) => change(area, true));
    rule.areas = rule.areas.filter((area) => !isGone(area));
  }
  sheet.validations = sheet.validations.filter((rule) => rule.areas.length > 0);
  sheet.colourRules = sheet.colourRules.filter((rule) => rule.areas.length > 0);
  for (const protection of sheet.protections) {
    if (protection.area) change(protection.area, false);
    for (const area of protection.unprotected ?? []) change(area, true);
    if (protection.unprotected) protection.unprotected = protection.unprotected.filter((a) => !isGone(a));
  }
  sheet.protections = sheet.protections.filter((protection) => !isGone(protection.area));
  if (sheet.filter) change(sheet.filter, false);
  if (isGone(sheet.filter)) sheet.filter = null;
}
