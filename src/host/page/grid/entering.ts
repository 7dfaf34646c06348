/** What a person enters, sent to the host block by block; what the host refuses is put back. */
import type { Sheet, Workbook } from "../../model/model";
import { blocksOf } from "./blocks";
import { gridCell } from "./cells";
import type { Engine } from "./engine";
import type { ChangedCell } from "./outgoing";
import { SET_VALUES } from "./outgoing";
import type { Pending } from "./pending";
import { gridId, UNIT } from "./snapshot";

/** Asks the host for a change; gives the request's number. */
export type Request = (
  path: string,
  sheet: Sheet,
  fields: object,
  refused?: (sentence: string) => void,
) => number;

export interface EnteringOptions {
  engine: Engine;
  workbook: Workbook;
  pending: Pending;
  request: Request;
  say: (sentence: string) => void;
}

export function enteringInto({ engine, workbook, pending, request, say }: EnteringOptions) {
  function putBack(sheet: number, cells: readonly { row: number; column: number }[]): void {
    const model = workbook.sheets.find(({ id }) => id === sheet);
    const cellValue: Record<number, Record<number, object>> = {};
    for (const { row, column } of cells)
      (cellValue[row] ??= {})[column] = gridCell(model?.cells[row]?.[column]);
    const target = { unitId: UNIT, subUnitId: gridId(sheet), cellValue };
    engine.api.syncExecuteCommand(SET_VALUES, target, { fromCollab: true });
  }

  return (sheet: Sheet, cells: ChangedCell[]): void => {
    for (const { row, column, values } of blocksOf(cells)) {
      const refused = (sentence: string): void => {
        putBack(sheet.id, pending.give(number));
        say(sentence);
      };
      const number = request("/api/edit", sheet, { row, column, values }, refused);
      values.forEach((line, i) =>
        line.forEach((_, j) => pending.mark(sheet.id, row + i, column + j, number)),
      );
    }
  };
}
