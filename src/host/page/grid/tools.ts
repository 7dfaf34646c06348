/**
 * What changes a tab as a whole: rows, sorting and the filter. The host does it, and the page shows what
 * comes back.
 */
import type { IRange } from "@univerjs/core";
import { usedColumns, usedRows } from "../../model/grid";
import type { Area, Sheet } from "../../model/model";
import type { Engine } from "./engine";
import type { Selected } from "./selection";
import { gridId } from "./snapshot";

export type GridTool = "undo" | "redo" | "sortUp" | "sortDown" | "filter" | "insertAbove" | "removeRows";

export interface ToolsOptions {
  engine: Engine;
  sheetOf: (id: string) => Sheet | undefined;
  selected: () => Selected | null;
  /** Asks the host for a change of a tab. */
  request: (path: string, sheet: Sheet, fields: object) => void;
  /** Whether the person may go on in spite of a warning. */
  mayChange: (sheet: Sheet, ranges: readonly IRange[]) => Promise<boolean>;
  say: (sentence: string) => void;
}

export interface Tools {
  use(tool: GridTool): void;
  /** Takes over a command of the grid's own; true when it did. */
  takesOver(id: string, params: unknown): boolean;
}

interface RowsParams {
  range?: IRange;
  unitId?: string;
  subUnitId?: string;
}
interface SortParams extends RowsParams {
  orderRules?: { type: string; colIndex: number }[];
}

export function toolsOf({ engine, sheetOf, selected, request, mayChange, say }: ToolsOptions): Tools {
  const { api } = engine;

  const wholeRows = (sheet: Sheet, from: number, to: number): IRange[] => [
    { startRow: from, endRow: to, startColumn: 0, endColumn: sheet.columns - 1 },
  ];

  async function insert(sheet: Sheet, at: number, count: number): Promise<void> {
    const row = Math.max(at, sheet.frozenRows);
    if (await mayChange(sheet, wholeRows(sheet, row, row)))
      request("/api/rows", sheet, { what: "insert", at: row, count });
  }

  /**
   * Rows that a filter hides stay, as on Google; the lowest go first, so that the others keep their numbers.
   */
  async function remove(sheet: Sheet, from: number, to: number): Promise<void> {
    if (!(await mayChange(sheet, wholeRows(sheet, from, to)))) return;
    const grid = api.getActiveWorkbook()?.getSheetBySheetId(gridId(sheet.id))?.getSheet();
    let end = to;
    while (end >= from) {
      let start = end;
      const isHidden = (row: number): boolean => grid?.getRowFiltered(row) === true;
      if (isHidden(end)) {
        end -= 1;
        continue;
      }
      while (start > from && !isHidden(start - 1)) start -= 1;
      request("/api/rows", sheet, { what: "delete", at: start, count: end - start + 1 });
      end = start - 1;
    }
  }

  async function sort(
    sheet: Sheet,
    column: number,
    ascending: boolean,
    area = contentOf(sheet),
  ): Promise<void> {
    if (!area) return say("There is nothing to sort on this tab.");
    const range = { startRow: area.row, endRow: area.lastRow, startColumn: 0, endColumn: area.lastColumn };
    if (await mayChange(sheet, [range])) request("/api/sort", sheet, { area, column, ascending });
  }

  function filter(sheet: Sheet): void {
    const area = sheet.filter ? null : withHeadings(sheet);
    if (!sheet.filter && !area) return say("There is nothing to filter on this tab.");
    request("/api/filter", sheet, { area });
  }

  function use(tool: GridTool): void {
    const at = selected();
    if (!at) return;
    const { sheet, range } = at;
    switch (tool) {
      case "undo":
      case "redo":
        return void api.executeCommand(`univer.command.${tool}`);
      case "sortUp":
      case "sortDown":
        return void sort(sheet, range.startColumn, tool === "sortUp");
      case "filter":
        return filter(sheet);
      case "insertAbove":
        return void insert(sheet, range.startRow, range.endRow - range.startRow + 1);
      case "removeRows":
        return void remove(sheet, range.startRow, range.endRow);
    }
  }

  function takesOver(id: string, params: unknown): boolean {
    const at = selected();
    const { range, subUnitId, orderRules = [] } = (params ?? {}) as SortParams;
    const sheet = subUnitId === undefined ? at?.sheet : sheetOf(subUnitId);
    const rows = range ?? at?.range;
    if (!sheet || !rows) return false;
    switch (id) {
      case "sheet.command.insert-row":
      case "sheet.command.insert-row-by-range":
        void insert(sheet, rows.startRow, rows.endRow - rows.startRow + 1);
        return true;
      case "sheet.command.remove-row":
      case "sheet.command.remove-row-by-range":
        void remove(sheet, rows.startRow, rows.endRow);
        return true;
      case "sheet.command.sort-range": {
        const [rule] = orderRules;
        if (rule) void sort(sheet, rule.colIndex, rule.type === "asc");
        return true;
      }
      case "sheet.command.smart-toggle-filter":
      case "sheet.command.set-filter-range":
      case "sheet.command.remove-sheet-filter":
        filter(sheet);
        return true;
      default:
        return false;
    }
  }
  return { use, takesOver };
}

/** From the first row below the headings to the last with content. */
function contentOf(sheet: Sheet): Area | null {
  const area = withHeadings(sheet);
  if (!area) return null;
  const row = Math.max(1, sheet.frozenRows);
  return row > area.lastRow ? null : { ...area, row };
}

function withHeadings(sheet: Sheet): Area | null {
  const [rows, columns] = [usedRows(sheet), usedColumns(sheet)];
  return rows < 2 ? null : { row: 0, column: 0, lastRow: rows - 1, lastColumn: columns - 1 };
}
