/** Ids for rows that have none yet: one above the last given, so that no id is ever used twice. */
import type { SETTINGS } from "../tables/settings";
import type { CellValue } from "../tables/table";
import { textOf } from "../tables/table";

/** How ids of each kind look, and the setting that keeps the last one given. */
export const ID_KINDS = {
  Pupils: { letter: "U", digits: 3, last: "lastPupil" },
  Providers: { letter: "P", digits: 2, last: "lastProvider" },
  Contacts: { letter: "C", digits: 3, last: "lastContact" },
  Placements: { letter: "L", digits: 3, last: "lastPlacement" },
  Staff: { letter: "S", digits: 2, last: "lastStaff" },
  Areas: { letter: "A", digits: 2, last: "lastArea" },
} satisfies Record<string, { letter: string; digits: number; last: keyof typeof SETTINGS }>;

export type IdKind = keyof typeof ID_KINDS;

export interface Given {
  /** By sheet row. */
  ids: Map<number, string>;
  /** The last one given now. */
  last: number;
}

/**
 * Ids for the rows with content and no id. `last` is the last given as Settings keeps it; where the tab holds
 * a higher one, that counts. Worked example: last 17, rows U016, blank, U018 -> U019.
 */
export function idsFor(
  kind: IdKind,
  cells: readonly (readonly CellValue[])[],
  column: number,
  last: number,
): Given {
  const { letter, digits } = ID_KINDS[kind];
  const numberOf = (text: string): number => Number(new RegExp(`^${letter}(\\d{1,6})$`).exec(text)?.[1] ?? 0);
  const numbers = cells.slice(1).map((row) => numberOf(textOf(row[column] ?? "")));
  const given: Given = { ids: new Map(), last: Math.max(last, ...numbers) };
  for (const row of rowsWithoutId(cells, column)) {
    given.last += 1;
    given.ids.set(row, letter + String(given.last).padStart(digits, "0"));
  }
  return given;
}

/** The sheet rows that have content but no id. */
export const rowsWithoutId = (cells: readonly (readonly CellValue[])[], column: number): number[] =>
  cells.flatMap((row, i) =>
    i > 0 && textOf(row[column] ?? "") === "" && row.some((cell) => textOf(cell) !== "") ? [i + 1] : [],
  );
