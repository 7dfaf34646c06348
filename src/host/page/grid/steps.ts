/** Taking back what the host did for this page: rows that went or came, and a sorting. */
import { CommandType, ICommandService, IUndoRedoService } from "@univerjs/core";
import type { Cell, Operation, Sheet } from "../../model/model";
import type { Engine } from "./engine";
import { UNIT } from "./snapshot";

/** What takes an operation back, as a request to the host. */
interface Step {
  path: string;
  sheet: Sheet;
  fields: object;
}

const STEP = "workspace.mutation.step-back";
const NOTHING = "workspace.mutation.nothing";

export interface Steps {
  /** Before an operation of this page's own is applied: remembers what it takes away. */
  remember(operation: Operation, sheet: Sheet | undefined): void;
  /** After all operations of an entry were shown: the person can take them back by Ctrl+Z. */
  offer(): void;
}

/** Cells of some rows as they are, null where there is nothing. */
const cellsOf = (
  sheet: Sheet,
  row: number,
  column: number,
  height: number,
  width: number,
): (Cell | null)[][] =>
  Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => structuredClone(sheet.cells[row + i]?.[column + j] ?? null)),
  );

function stepBack(operation: Operation, sheet: Sheet): Step | null {
  switch (operation.op) {
    case "insertRows": {
      const { at, count } = operation;
      return { path: "/api/rows", sheet, fields: { what: "delete", at, count } };
    }
    case "deleteRows": {
      const { at, count } = operation;
      const cells = cellsOf(sheet, at, 0, count, sheet.columns);
      return { path: "/api/restore", sheet, fields: { row: at, column: 0, insert: count, cells } };
    }
    case "cells": {
      const { row, column } = operation;
      const [height, width] = [operation.cells.length, operation.cells[0]?.length ?? 0];
      const cells = cellsOf(sheet, row, column, height, width);
      return { path: "/api/restore", sheet, fields: { row, column, insert: 0, cells } };
    }
    default:
      return null;
  }
}

export function stepsBack(
  { univer }: Engine,
  request: (path: string, sheet: Sheet, fields: object) => void,
): Steps {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  let kept: Step[] = [];
  commands.registerCommand({
    id: STEP,
    type: CommandType.MUTATION,
    handler(_, params) {
      for (const { path, sheet, fields } of (params as { steps: Step[] }).steps) request(path, sheet, fields);
      return true;
    },
  });
  commands.registerCommand({ id: NOTHING, type: CommandType.MUTATION, handler: () => true });
  return {
    remember(operation, sheet) {
      const step = sheet && stepBack(operation, sheet);
      // What came last goes back first.
      if (step) kept.unshift(step);
    },
    offer() {
      const steps = kept;
      kept = [];
      if (steps.length === 0) return;
      injector.get(IUndoRedoService).pushUndoRedo({
        unitID: UNIT,
        undoMutations: [{ id: STEP, params: { steps } }],
        redoMutations: [{ id: NOTHING, params: {} }],
      });
    },
  };
}
