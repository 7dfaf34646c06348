/**
 * What to do about a tab's headings when Prepare finds them changed. A heading is known by its text; where
 * that was edited, by the note that Prepare put on it, which stays with the column. Nothing is guessed: what
 * neither tells is reported.
 */
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { IsOlder } from "./read";
import type { CellValue, Column, Table } from "./table";
import { textOf } from "./table";

export interface Repair {
  /** Headings to put back, by column from 0. */
  put: Map<number, string>;
  /** Columns that are missing altogether, to be added with their headings. */
  add: Column[];
  problems: Problem[];
}

const same = (a: CellValue, b: string): boolean => textOf(a).toLowerCase() === b.toLowerCase();

export function repairOf(
  table: Table,
  headings: readonly CellValue[],
  notes: readonly string[],
  isOlder: IsOlder = () => false,
): Repair {
  const columns = Object.values(table.columns);
  const repair: Repair = { put: new Map(), add: [], problems: [] };
  const missing = columns.filter((column) => !headings.some((h) => same(h, column.heading)));
  // What may be a missing column: a heading nobody declared, or one that is there twice.
  const isOpen = (h: CellValue) =>
    !columns.some((column) => same(h, column.heading)) ||
    headings.filter((other) => same(other, textOf(h))).length > 1;
  const open = headings.flatMap((h, i) => (isOpen(h) ? [i] : []));
  const names = [...new Set(open.map((i) => textOf(headings[i] ?? "")).filter(Boolean))];
  const noteIsOnly = (column: Column) => columns.filter((c) => c.note === column.note).length === 1;
  // What the workbook is too old to have cannot be there under another name.
  const isNew = ({ since }: Column) => since !== undefined && isOlder(since);
  for (const column of missing) {
    const noted = noteIsOnly(column) ? open.filter((i) => notes[i] === column.note) : [];
    if (noted.length === 1) repair.put.set(noted[0] ?? 0, column.heading);
    else if (names.length > 0 && !isNew(column))
      repair.problems.push(
        problem(
          table.tab,
          1,
          column.heading,
          `The heading "${column.heading}" is missing, and ${names.map((name) => `"${name}"`).join(", ")} may be the same column under another name.`,
          `Write "${column.heading}" over the right one. If none is right, write it in the first free cell of row 1.`,
        ),
      );
    else repair.add.push(column);
  }
  for (const column of columns)
    if (headings.filter((h, i) => same(h, column.heading) && !repair.put.has(i)).length > 1)
      repair.problems.push(
        problem(
          table.tab,
          1,
          column.heading,
          `The heading "${column.heading}" is there twice.`,
          "Rename or delete one of the two columns.",
        ),
      );
  return repair;
}
