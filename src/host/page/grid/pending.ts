/**
 * Cells that the person has changed and the host has not yet answered: news about them would undo the newer
 * entry.
 */
import type { Operation } from "../../model/model";

export interface Pending {
  mark(sheet: number, row: number, column: number, request: number): void;
  /** The host has accepted a request. */
  answered(request: number): void;
  /**
   * The host has refused a request: its cells, where they are now, that no later request has changed again.
   */
  give(request: number): { row: number; column: number }[];
  isPending(sheet: number, row: number, column: number): boolean;
  /** Rows that come or go take the marks with them. */
  move(operation: Operation): void;
}

export function pendingCells(): Pending {
  let marks = new Map<string, number>();
  const keyOf = (sheet: number, row: number, column: number) => `${sheet},${row},${column}`;
  return {
    mark: (sheet, row, column, request) => void marks.set(keyOf(sheet, row, column), request),
    answered(request) {
      for (const [key, latest] of marks) if (latest <= request) marks.delete(key);
    },
    give(request) {
      const own = [...marks].filter(([, latest]) => latest === request).map(([key]) => key);
      for (const key of own) marks.delete(key);
      return own.map((key) => {
        const [, row = 0, column = 0] = key.split(",").map(Number);
        return { row, column };
      });
    },
    isPending: (sheet, row, column) => marks.has(keyOf(sheet, row, column)),
    move(operation) {
      if (operation.op !== "insertRows" && operation.op !== "deleteRows") return;
      const { at, count, sheet: moved } = operation;
      const shift = operation.op === "insertRows" ? count : -count;
      const kept = [...marks].flatMap(([key, request]): [string, number][] => {
        const [sheet = 0, row = 0, column = 0] = key.split(",").map(Number);
        if (sheet !== moved || row < at) return [[key, request]];
        if (shift < 0 && row < at + count) return [];
        return [[keyOf(sheet, row + shift, column), request]];
      });
      marks = new Map(kept);
    },
  };
}
