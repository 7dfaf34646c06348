/**
 * What a person types is read here by the host's own rules, so that the grid shows at once what the host will
 * keep.
 */
import type { ICellData, Nullable } from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { formatAt, styleAt } from "../../model/grid";
import type { Sheet, Workbook } from "../../model/model";
import { parse } from "../../sheets/parse";
import { gridCell, typedFrom } from "./cells";
import type { Engine } from "./engine";
import { gridStyle } from "./style";

export type PlaceOf = (sheet: Sheet, row: number, column: number) => Parameters<typeof parse>[1];

/** The year of the host's clock completes dates typed without one. */
export const placesIn =
  (workbook: () => Workbook, year: () => number): PlaceOf =>
  (sheet, row, column) => ({
    format: formatAt(sheet, row, column),
    locale: workbook().locale,
    year: year(),
  });

/** Before every other reading of an entry by the grid itself. */
const FIRST = 10_000;

export interface Typing {
  /** The text that a person has just typed into a cell, once. */
  take(sheet: number, row: number, column: number): string | undefined;
  /** Says what was typed into a cell that is written right after this. */
  put(sheet: number, row: number, column: number, text: string): void;
}

export function readTyping(
  engine: Engine,
  sheetOf: (id: string) => Sheet | undefined,
  place: PlaceOf,
): Typing {
  const typed = new Map<string, string>();
  const interceptors = engine.univer.__getInjector().get(SheetInterceptorService).writeCellInterceptor;
  const put = (sheet: number, row: number, column: number, text: string): void => {
    const key = `${sheet},${row},${column}`;
    typed.set(key, text);
    // The grid writes the cell right after this; an entry that changes nothing is never written.
    queueMicrotask(() => typed.delete(key));
  };
  interceptors.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler(cell: Nullable<ICellData>, context, next) {
      const sheet = sheetOf(context.subUnitId);
      if (!sheet || !cell) return next(cell);
      const { row, col } = context;
      const text = typedFrom(cell);
      put(sheet.id, row, col, text);
      const read = parse(text, place(sheet, row, col));
      const own = styleAt(sheet, row, col);
      const format = own.numberFormat || read.format;
      const style = gridStyle(format ? { ...own, numberFormat: format } : own);
      const made = { ...gridCell(read.cell ?? undefined), s: style };
      // The formula's value is the grid's to calculate.
      return read.cell?.f ? { ...made, v: null } : made;
    },
  });
  return {
    put,
    take(sheet, row, column) {
      const key = `${sheet},${row},${column}`;
      const text = typed.get(key);
      typed.delete(key);
      return text;
    },
  };
}
