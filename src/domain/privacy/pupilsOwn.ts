/**
 * Which rows of a tab are about a pupil: read off the table's declaration, from the cells as they are,
 * readable or not.
 */
import { folded } from "../hub/names";
import { problem, stop } from "../words/problem";
import type { Cells } from "../tables/read";
import type { CellValue, Table } from "../tables/table";
import { textOf } from "../tables/table";

/** A tab's cells, headings first; `table` is null for a tab that people added. */
export interface TabCells {
  tab: string;
  table: Table | null;
  cells: Cells;
}

/** Whose records are asked for. */
export interface PackSubject {
  id: string;
  /** Folded, as cells may name the pupil; none if the pupil is no longer on Pupils. */
  names: readonly string[];
  /** Another pupil has one of these names. */
  isShared: boolean;
  /** Ids and folded names of the providers that placed the pupil. */
  providers: ReadonlySet<string>;
}

export interface OwnRow {
  /** The sheet's row number. */
  row: number;
  cells: readonly CellValue[];
  /** What whoever reads it must know; "" for nothing. */
  note: string;
}

/**
 * Where a field's column is, from 0; the run stops where it is missing, because rows would be missing then.
 */
export function placeOf({ columns, tab }: Table, field: string, cells: Cells): number {
  const heading = columns[field]?.heading ?? "";
  const place = (cells[0] ?? []).findIndex((cell) => textOf(cell).toLowerCase() === heading.toLowerCase());
  if (place >= 0) return place;
  throw stop(
    problem(tab, 1, heading, `The heading "${heading}" is missing.`, "Run Prepare workbook, then ask again."),
  );
}

const isWord = (id: string) => new RegExp(`(?<![\\w-])${id}(?!\\w)`, "i");

/**
 * What a cell says of the pupil: "" that it is about the pupil, a note that it may be, null that it is not.
 */
function meant(text: string, { id, names, isShared }: PackSubject): string | null {
  if (text.toLowerCase() === id.toLowerCase()) return "";
  if (!names.includes(folded(text))) return null;
  return isShared ? "Named here, but another pupil has the same name. Check which of them is meant." : "";
}

/** `all`: every tab, for rows that belong to the pupil through another tab's. */
export function ownRows(
  { table, cells }: TabCells,
  subject: PackSubject,
  all: readonly TabCells[],
): OwnRow[] {
  if (!table?.ofPupil) return [];
  const noteOf = noteFor(table, cells, subject, all);
  return cells.slice(1).flatMap((row, i) => {
    const note = row.some((cell) => textOf(cell) !== "") ? noteOf(row) : null;
    return note === null ? [] : [{ row: i + 2, cells: row, note }];
  });
}

function noteFor(
  table: Table,
  cells: Cells,
  subject: PackSubject,
  all: readonly TabCells[],
): (row: readonly CellValue[]) => string | null {
  const { ofPupil } = table;
  const at = (field: string) => placeOf(table, field, cells);
  if (!ofPupil) return () => null;
  if ("mentioned" in ofPupil) {
    const sought = isWord(subject.id);
    return (row) => (row.some((cell) => sought.test(textOf(cell))) ? "" : null);
  }
  if ("through" in ofPupil) {
    const [place, keys] = [at(ofPupil.through), keysOf(ofPupil.of, subject, all)];
    return (row) => (keys.has(textOf(row[place] ?? "")) ? "" : null);
  }
  const [place, provider] = [at(ofPupil.by), ofPupil.orAllOf === undefined ? -1 : at(ofPupil.orAllOf)];
  return (row) => {
    const text = textOf(row[place] ?? "");
    if (text !== "" || provider < 0) return meant(text, subject);
    const isOwn = subject.providers.has(folded(textOf(row[provider] ?? "")));
    return isOwn ? "About all pupils of this provider." : null;
  };
}

/** Keys of another tab's rows that belong to the pupil: of its first key field. */
function keysOf(tab: string, subject: PackSubject, all: readonly TabCells[]): ReadonlySet<string> {
  const other = all.find((one) => one.tab === tab);
  if (!other?.table) return new Set();
  const place = placeOf(other.table, other.table.key[0] ?? "", other.cells);
  return new Set(ownRows(other, subject, all).map(({ cells }) => textOf(cells[place] ?? "")));
}
