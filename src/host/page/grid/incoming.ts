/** What the host kept, on its way into the grid: cell by cell where that is enough, else the workbook anew. */
import type { ICellData } from "@univerjs/core";
import { IUndoRedoService } from "@univerjs/core";
import { cellAt, styleAt } from "../../grid";
import type { Operation, Sheet } from "../../model";
import { gridCell } from "./cells";
import type { Engine } from "./engine";
import { SET_VALUES } from "./outgoing";
import { gridId, UNIT } from "./snapshot";
import { wholeStyle } from "./style";

type Cells = Record<number, Record<number, ICellData>>;

export interface Incoming {
  /** Whether the grid could take the operation over; otherwise the workbook is drawn anew. `before` is the tab before it. */
  show(operation: Operation, before: Sheet | undefined, after: Sheet | undefined): boolean;
  /** Writes what was gathered. */
  flush(): void;
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
        (lines[r] ??= {})[c] = { ...lines[r]?.[c], ...gridCell(cellAt(after, r, c)) };
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

  function showRows(operation: Extract<Operation, { at: number }>): boolean {
    const { op, at, count, sheet } = operation;
    const active = api.getActiveWorkbook()?.getActiveSheet()?.getSheetId();
    // The grid moves rules and formulas along only in the tab that is open.
    if (active !== gridId(sheet)) return false;
    flush();
    const range = { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: 0, rangeType: 1 };
    const target = { unitId: UNIT, subUnitId: gridId(sheet) };
    const done =
      op === "insertRows"
        ? api.syncExecuteCommand(
            "sheet.command.insert-row-by-range",
            { ...target, range, direction: at === 0 ? 0 : 2 },
            { fromCollab: true },
          )
        : api.syncExecuteCommand(
            "sheet.command.remove-row-by-range",
            { ...target, range },
            { fromCollab: true },
          );
    // Steps back would name rows by their old places.
    univer.__getInjector().get(IUndoRedoService).clearUndoRedo(UNIT);
    return Boolean(done);
  }

  function show(operation: Operation, before: Sheet | undefined, after: Sheet | undefined): boolean {
    if (!before || !after) return false;
    switch (operation.op) {
      case "cells":
        return showCells(operation, after);
      case "style":
        return showStyle(operation, before, after);
      case "insertRows":
      case "deleteRows":
        return showRows(operation);
      case "sheet":
        return sameBut(before, after, ["protections"]);
      case "notes":
        return JSON.stringify(before.notes) === JSON.stringify(after.notes);
      default:
        return false;
    }
  }
  return { show, flush };
}

/** More cells than this are drawn anew sooner than written one by one. */
const MANY = 20_000;

const sameBut = (before: Sheet, after: Sheet, unseen: readonly (keyof Sheet)[]): boolean =>
  (Object.keys(after) as (keyof Sheet)[]).every(
    (key) =>
      unseen.includes(key) ||
      before[key] === after[key] ||
      JSON.stringify(before[key]) === JSON.stringify(after[key]),
  );
