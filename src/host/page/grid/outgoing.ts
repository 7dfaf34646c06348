/** What a person changes in the grid, on its way to the host. */
import type { ICellData, Nullable } from "@univerjs/core";
import type { Sheet } from "../../model/model";
import type { Typed } from "../../server/protocol";
import { exactly } from "./cells";
import type { Engine } from "./engine";
import type { PlaceOf, Typing } from "./typing";

export const SET_VALUES = "sheet.mutation.set-range-values";
const CALCULATED = "formula.mutation.set-formula-calculation-result";

export interface ChangedCell {
  row: number;
  column: number;
  value: Typed;
}

interface SetValues {
  subUnitId: string;
  cellValue?: Record<string, Record<string, Nullable<ICellData>>>;
  trigger?: string;
}

export interface Outgoing {
  engine: Engine;
  sheetOf: (id: string) => Sheet | undefined;
  typing: Typing;
  place: PlaceOf;
  /** A person's entries. */
  entered: (sheet: Sheet, cells: ChangedCell[]) => void;
  /** The grid has calculated. */
  calculated: () => void;
}

/** A change of looks alone is none of the person's. */
const hasContent = (cell: Nullable<ICellData>): boolean => !cell || "v" in cell || "f" in cell || "p" in cell;

export function watchEdits({ engine, sheetOf, typing, place, entered, calculated }: Outgoing): void {
  const { api } = engine;
  api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
    if (id !== SET_VALUES || options?.fromCollab || engine.takingIn) return;
    const { subUnitId, cellValue = {}, trigger } = params as SetValues;
    const sheet = sheetOf(subUnitId);
    if (!sheet) return;
    if (trigger === CALCULATED || options?.["onlyLocal"] === true) return calculated();
    const cells: ChangedCell[] = [];
    for (const [row, line] of Object.entries(cellValue))
      for (const [column, cell] of Object.entries(line)) {
        if (!hasContent(cell)) continue;
        const at = { row: Number(row), column: Number(column) };
        const typed = typing.take(sheet.id, at.row, at.column);
        cells.push({ ...at, value: typed ?? exactly(cell, place(sheet, at.row, at.column)) });
      }
    if (cells.length > 0) entered(sheet, cells);
  });
}
