/** Where the person is in the grid. */
import type { IRange } from "@univerjs/core";
import type { Sheet } from "../../model/model";
import type { Selection } from "../../run/screen";
import type { Engine } from "./engine";

export interface Selected {
  sheet: Sheet;
  range: IRange;
}

export function selectionIn({ api }: Engine, sheetOf: (id: string) => Sheet | undefined): Selected | null {
  const grid = api.getActiveWorkbook()?.getActiveSheet();
  const range = grid?.getActiveRange()?.getRange();
  const sheet = grid && sheetOf(grid.getSheetId());
  if (!sheet || !range) return null;
  // Whole rows and columns have no ends of their own.
  const end = (value: number, last: number): number => (Number.isNaN(value) ? last : Math.min(value, last));
  return {
    sheet,
    range: {
      startRow: range.startRow || 0,
      startColumn: range.startColumn || 0,
      endRow: end(range.endRow, sheet.rows - 1),
      endColumn: end(range.endColumn, sheet.columns - 1),
    },
  };
}

/** As the host names it: from 1, with the tab's name. */
export const hostSelection = ({ sheet, range }: Selected): Required<Selection> => ({
  sheet: sheet.name,
  row: range.startRow + 1,
  column: range.startColumn + 1,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});

export const rangeFrom = ({ row, column, rows, columns }: Required<Selection>): IRange => ({
  startRow: row - 1,
  startColumn: column - 1,
  endRow: row + rows - 2,
  endColumn: column + columns - 2,
});
