/**
 * What the host kept, on its way into the grid: cell by cell if that is enough, else the whole workbook
 * again.
 */
import type { ICellData } from "@univerjs/core";
import { IUndoRedoService } from "@univerjs/core";
import { cellAt, styleAt } from "../../model/grid";
import type { Operation, Sheet } from "../../model/model";
import { gridCell } from "./cells";
import type { Engine } from "./engine";
import type { RowsOperation } from "./incomingRows";
import { showRows } from "./incomingRows";
import { SET_VALUES } from "./outgoing";
import { rangeOf } from "./rules";
import { gridId, UNIT } from "./snapshot";
import { gridStyle, wholeStyle } from "./style";

type Cells = Record<number, Record<number, ICellData>>;

/** The tab of an operation before and after it, and whether this page asked for it. */
export interface Tab {
  before: Sheet | undefined;
  after: Sheet | undefined;
  mine: boolean;
}

export interface Incoming {
  /** Whether the grid could take the operation over; otherwise the workbook is drawn again. */
  show(operation: Operation, tab: Tab): boolean;
  /** Writes what was gathered. */
  flush(): void;
  /** Gives up what was gathered: the workbook is drawn again. */
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

  function rows(operation: RowsOperation, mine: boolean): boolean {
    flush();
    const shown = showRows(engine, operation, mine);
    if (shown) forgetSteps();
    return shown;
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
        return rows(operation, mine);
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

/** More cells than this are drawn again faster than they are written one by one. */
const MANY = 20_000;

const sameBut = (before: Sheet, after: Sheet, unseen: readonly (keyof Sheet)[]): boolean =>
  (Object.keys(after) as (keyof Sheet)[]).every(
    (key) =>
      unseen.includes(key) ||
      before[key] === after[key] ||
      JSON.stringify(before[key]) === JSON.stringify(after[key]),
  );
