/** Rows that come or go on the host, shown in the tab that is open. */
import type { IRange } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { Operation } from "../../model/model";
import type { Engine } from "./engine";
import { gridId, UNIT } from "./snapshot";

export type RowsOperation = Extract<Operation, { at: number }>;

const DOWN = 2;

/** The grid deletes only rows that can be seen, the host all of them. */
const hides = (grid: FWorksheet, { op, at, count }: RowsOperation): boolean =>
  op === "deleteRows" &&
  Array.from({ length: count }, (_, i) => at + i).some((row) => grid.getSheet().getRowFiltered(row));

/** Whether the grid could: it moves rules and formulas along only in the tab that is open. */
export function showRows(engine: Engine, operation: RowsOperation, mine: boolean): boolean {
  const { op, at, count, sheet } = operation;
  const grid = engine.api.getActiveWorkbook()?.getActiveSheet();
  if (!grid || grid.getSheetId() !== gridId(sheet) || hides(grid, operation)) return false;
  const selection = grid.getActiveRange()?.getRange();
  const range = { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: 0, rangeType: 1 };
  const params = { unitId: UNIT, subUnitId: gridId(sheet), range };
  const insert = ["sheet.command.insert-row-by-range", { ...params, direction: DOWN }] as const;
  const remove = ["sheet.command.remove-row-by-range", params] as const;
  const [id, given] = op === "insertRows" ? insert : remove;
  // The grid also writes formulas that name other rows now; the person did not enter them.
  engine.takingIn = true;
  const done = engine.api.syncExecuteCommand(id, given, { fromCollab: true });
  engine.takingIn = false;
  if (selection) stay(grid, selection, operation, mine);
  return Boolean(done);
}

/** The grid selects the new row; everybody stays at the cell where they were. */
function stay(grid: FWorksheet, selection: IRange, { op, at, count }: RowsOperation, mine: boolean): void {
  const { startRow, startColumn, endRow, endColumn } = selection;
  const shift = op === "insertRows" ? count : -count;
  const from = mine || startRow < at ? startRow : Math.max(at, startRow + shift);
  const height = Math.max(1, Math.min(endRow - startRow + 1, grid.getMaxRows() - from));
  grid.getRange(from, startColumn, height, endColumn - startColumn + 1).activate();
}
