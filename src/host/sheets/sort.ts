/**
 * Sorting rows as Range.sort does: numbers, then texts ignoring case, then true and false; blanks last both
 * ways.
 */
import { Exception } from "../run/errors";
import type { Area, Cell } from "../model/model";

interface Key {
  column: number;
  ascending: boolean;
}

const keyOf = (given: unknown): Key => {
  if (typeof given === "number") return { column: given, ascending: true };
  const { column, ascending = true } = given as Partial<Key>;
  if (typeof column !== "number") throw new Exception("Sort needs the number of a column.");
  return { column, ascending };
};

const rank = (v: Cell["v"]): number => ["number", "string", "boolean"].indexOf(typeof v);

function compare(a: Cell["v"], b: Cell["v"]): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string")
    return a.localeCompare(b, "en", { sensitivity: "accent" });
  return Number(a) - Number(b);
}

export function sortedRows<E extends { cell: Cell | null }>(
  rows: readonly E[][],
  by: unknown,
  area: Area,
): E[][] {
  const keys = (Array.isArray(by) ? by : [by]).map(keyOf);
  if (keys.some(({ column }) => column - 1 < area.column || column - 1 > area.lastColumn))
    throw new Exception("The sort column is outside the range.");
  return [...rows].sort((a, b) => {
    for (const { column, ascending } of keys) {
      const [x, y] = [a, b].map((line) => line[column - 1 - area.column]?.cell?.v);
      if (x === undefined && y === undefined) continue;
      if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
      const order = compare(x, y);
      if (order !== 0) return ascending ? order : -order;
    }
    return 0;
  });
}
