/** What the host kept, on its way into the grid: cell by cell where that is enough, else the workbook anew. */
import type { ICellData } from "@univerjs/core";
import { IUndoRedoService } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { cellAt, styleAt } from "../../grid";
import type { Operation, Sheet } from "../../model";
import { gridCell } from "./cells";
import type { Engine } from "./engine";
import { SET_VALUES } from "./outgoing";
import { rangeOf } from "./rules";
import { gridId, UNIT } from "./snapshot";
import { gridStyle, wholeStyle } from "./style";

type Cells = Record<number, Record<number, ICellData>>;

type RowsOperation = Extract<Operation, { at: number }>;

/** The tab of an operation before and after it, and whether this page asked for it. */
export interface Tab {
  before: Sheet | undefined;
  after: Sheet | undefined;
  mine: boolean;
}

export interface Incoming {
  /** Whether the grid could take the operation over; otherwise the workbook is drawn anew. */
  show(operation: Operation, tab: Tab): boolean;
  /** Writes what was gathered. */
  flush(): void;
  /** Gives up what was gathered: the workbook is drawn anew. */
  drop(): void;
  /** Empties what Ctrl+Z would take back: steps name cells by their places, and those have moved. */
  forgetSteps(): void;
}

/** Collected cells are written in one go: the grid draws and calculates once. */
export function incomingInto(
  engine: Engine,
  isPending: (sheet: number, row: number, column: number) => boolean,
): Incoming {
  const { api, univer } = engine;
  const gathered = new Map<number, Cells>();
  const cellsOf = (sheet: number): Cells => {
    const cells = gathered.get(sheet) ?? {};
    gathered.set(sheet, cells);
    return cells;
  };

  const forgetSteps = (): void => univer.__getInjector().get(IUndoRedoService).clearUndoRedo(UNIT);

  function flush(): void {
    for (const [sheet, cellValue] of gathered)
      api.syncExecuteCommand(
        SET_VALUES,
        { unitId: UNIT, subUnitId: gridId(sheet), cellValue },
        { fromCollab: true },
      );
    gathered.clear();
  }

  function showCells(
    { row, column, cells, sheet }: Extract<Operation, { op: "cells" }>,
    after: Sheet,
  ): boolean {
    cells.forEach((line, i) =>
      line.forEach((_, j) => {
        const [r, c] = [row + i, column + j];
        if (isPending(sheet, r, c)) return;
        const lines = cellsOf(sheet);
        const s = gridStyle(styleAt(after, r, c));
        (lines[r] ??= {})[c] = { s, ...lines[r]?.[c], ...gridCell(cellAt(after, r, c)) };
      }),
    );
    return true;
  }

  /** Many looks are set again as they were; only what really changes reaches the grid. */
  function showStyle(
    { area, sheet }: Extract<Operation, { op: "style" }>,
    before: Sheet,
    after: Sheet,
  ): boolean {
    let changed = 0;
    for (let column = area.column; column <= area.lastColumn; column += 1) {
      if (JSON.stringify(before.styles[column]) === JSON.stringify(after.styles[column])) continue;
      for (let row = area.row; row <= area.lastRow; row += 1) {
        const style = styleAt(after, row, column);
        if (JSON.stringify(styleAt(before, row, column)) === JSON.stringify(style)) continue;
        const lines = cellsOf(sheet);
        (lines[row] ??= {})[column] = { ...lines[row]?.[column], s: wholeStyle(style) };
        changed += 1;
        if (changed > MANY) return false;
      }
    }
    return true;
  }

  function showRows(operation: RowsOperation, mine: boolean): boolean {
    const { op, at, count, sheet } = operation;
    const grid = api.getActiveWorkbook()?.getActiveSheet();
    // The grid moves rules and formulas along only in the tab that is open.
    if (!grid || grid.getSheetId() !== gridId(sheet) || hides(grid, operation)) return false;
    flush();
    const selection = grid.getActiveRange()?.getRange();
    const range = { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: 0, rangeType: 1 };
    const params = { unitId: UNIT, subUnitId: gridId(sheet), range };
    const done =
      op === "insertRows"
        ? api.syncExecuteCommand(
            "sheet.command.insert-row-by-range",
            { ...params, direction: DOWN },
            { fromCollab: true },
          )
        : api.syncExecuteCommand("sheet.command.remove-row-by-range", params, { fromCollab: true });
    forgetSteps();
    // The grid selects the new row; everybody stays at the cell where they were.
    const shift = op === "insertRows" ? count : -count;
    if (selection) {
      const from =
        mine || selection.startRow < at ? selection.startRow : Math.max(at, selection.startRow + shift);
      const height = selection.endRow - selection.startRow + 1;
      const width = selection.endColumn - selection.startColumn + 1;
      const rows = Math.min(height, grid.getMaxRows() - from);
      grid.getRange(from, selection.startColumn, Math.max(1, rows), width).activate();
    }
    return Boolean(done);
  }

  function showFilter(before: Sheet, after: Sheet): void {
    if (JSON.stringify(before.filter) === JSON.stringify(after.filter)) return;
    const target = { unitId: UNIT, subUnitId: gridId(after.id) };
    if (before.filter) api.syncExecuteCommand("sheet.mutation.remove-filter", target, { fromCollab: true });
    if (!after.filter) return;
    const range = { ...target, range: rangeOf(after.filter) };
    api.syncExecuteCommand("sheet.mutation.set-filter-range", range, { fromCollab: true });
  }

  function show(operation: Operation, { before, after, mine }: Tab): boolean {
    if (!before || !after) return false;
    switch (operation.op) {
      case "cells":
        return showCells(operation, after);
      case "style":
        return showStyle(operation, before, after);
      case "insertRows":
      case "deleteRows":
        return showRows(operation, mine);
      case "sheet":
        showFilter(before, after);
        return sameBut(before, after, ["protections", "filter"]);
      case "notes":
        return JSON.stringify(before.notes) === JSON.stringify(after.notes);
      default:
        return false;
    }
  }
  return { show, flush, drop: () => gathered.clear(), forgetSteps };
}

const DOWN = 2;

/** The grid deletes only rows that can be seen, the host all of them. */
const hides = (grid: FWorksheet, { op, at, count }: RowsOperation): boolean =>
  op === "deleteRows" &&
  Array.from({ length: count }, (_, i) => at + i).some((row) => grid.getSheet().getRowFiltered(row));

/** More cells than this are drawn anew sooner than written one by one. */
const MANY = 20_000;

const sameBut = (before: Sheet, after: Sheet, unseen: readonly (keyof Sheet)[]): boolean =>
  (Object.keys(after) as (keyof Sheet)[]).every(
    (key) =>
      unseen.includes(key) ||
      before[key] === after[key] ||
      JSON.stringify(before[key]) === JSON.stringify(after[key]),
  );
