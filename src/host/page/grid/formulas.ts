/** A formula's value on the host is the one that the grid calculated last: it goes there when it differs. */
import type { Sheet, Workbook } from "../../model";
import type { Typed } from "../../server/protocol";
import type { Engine } from "./engine";
import { gridId } from "./snapshot";

export interface CalculatedCell {
  row: number;
  column: number;
  v: Typed;
}

/** Calculations come in bursts. Milliseconds. */
const SETTLED = 80;
const BOOLEAN = 3;

export function formulaValues(
  { api }: Engine,
  workbook: Workbook,
  send: (sheet: Sheet, cells: CalculatedCell[]) => void,
) {
  let timer = 0;
  function look(): void {
    for (const sheet of workbook.sheets) {
      const grid = api.getActiveWorkbook()?.getSheetBySheetId(gridId(sheet.id))?.getSheet();
      const differing: CalculatedCell[] = [];
      for (const [row, line] of Object.entries(sheet.cells))
        for (const [column, cell] of Object.entries(line)) {
          if (!cell.f) continue;
          const shown = grid?.getCellRaw(Number(row), Number(column));
          if (shown?.f !== cell.f || shown.v == null) continue;
          const v = shown.t === BOOLEAN ? Boolean(Number(shown.v)) : shown.v;
          if (v !== cell.v) differing.push({ row: Number(row), column: Number(column), v });
        }
      if (differing.length > 0) send(sheet, differing);
    }
  }
  return {
    /** Looks once things have settled. */
    report(): void {
      clearTimeout(timer);
      timer = window.setTimeout(look, SETTLED);
    },
  };
}
