/** A formula's value on the host is the one that the grid calculated last: it goes there when it differs. */
import type { ICellData } from "@univerjs/core";
import type { Cell, Sheet, Workbook } from "../../model/model";
import type { Typed } from "../../server/protocol";
import type { Engine } from "./engine";
import { gridId } from "./snapshot";

export interface CalculatedCell {
  row: number;
  column: number;
  v: Typed;
  /** The formula, where the cells that it names have moved. */
  f?: string;
}

/** Calculations come in bursts. Milliseconds. */
const SETTLED = 80;
const BOOLEAN = 3;

type Differs = (cell: Cell, shown: ICellData) => CalculatedCellRest | null;
type CalculatedCellRest = Omit<CalculatedCell, "row" | "column">;

/** The grid's value where it is another one than the host's. */
const otherValue: Differs = (cell, shown) => {
  if (shown.f !== cell.f || shown.v == null) return null;
  const v = shown.t === BOOLEAN ? Boolean(Number(shown.v)) : shown.v;
  return v === cell.v ? null : { v };
};

/** The grid's formula where it names other cells than the host's. */
const otherFormula: Differs = (cell, { f }) => (f && f !== cell.f ? { v: cell.v, f } : null);

export function formulaValues(
  { api }: Engine,
  workbook: Workbook,
  send: (sheet: Sheet, cells: CalculatedCell[]) => void,
) {
  let timer = 0;
  function sendWhere(differs: Differs): void {
    for (const sheet of workbook.sheets) {
      const grid = api.getActiveWorkbook()?.getSheetBySheetId(gridId(sheet.id))?.getSheet();
      const differing: CalculatedCell[] = [];
      for (const [row, line] of Object.entries(sheet.cells))
        for (const [column, cell] of Object.entries(line)) {
          const shown = cell.f ? grid?.getCellRaw(Number(row), Number(column)) : null;
          const news = shown ? differs(cell, shown) : null;
          if (news) differing.push({ row: Number(row), column: Number(column), ...news });
        }
      if (differing.length > 0) send(sheet, differing);
    }
  }
  return {
    /** Looks for new values once things have settled. */
    report(): void {
      clearTimeout(timer);
      timer = window.setTimeout(() => sendWhere(otherValue), SETTLED);
    },
    /** Rows have moved in the grid and on the host: only the grid moves along what formulas name. */
    reportMoved: (): void => sendWhere(otherFormula),
  };
}
