/** From a tab's cells to its records: found by heading, each bad cell a located problem, never a blank. */
import { isDay, longDay } from "../words/days";
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { CellValue, Columns, RecordOf, Table } from "./table";
import { textOf } from "./table";

/** A tab's content: the first row holds the headings. */
export type Cells = readonly (readonly CellValue[])[];

/** A record and its row in the sheet. */
export type InRow<R> = R & { readonly row: number };

/** A row left out because a cell that it cannot do without is unreadable; its texts as they are, by field. */
export interface LeftOut {
  row: number;
  texts: Record<string, string>;
}

export interface Read<R> {
  records: InRow<R>[];
  leftOut: LeftOut[];
  problems: Problem[];
}

/** Whether the workbook is older than the version that brought something. */
export type IsOlder = (since: number) => boolean;

/**
 * Where each field's column is, from 0, or the heading that is missing or doubled. A column that the workbook
 * is too old to have is left out, and blank in every row.
 */
export function columnsIn(
  declared: Table,
  headings: readonly CellValue[],
  isOlder: IsOlder = () => false,
): Map<string, number> | Problem {
  const found = headings.map((h) => textOf(h).toLowerCase());
  const places = new Map<string, number>();
  for (const [field, column] of Object.entries(declared.columns)) {
    const wanted = column.heading.toLowerCase();
    const place = found.indexOf(wanted);
    if (place < 0 && column.since !== undefined && isOlder(column.since)) continue;
    if (place < 0)
      return problem(
        declared.tab,
        1,
        column.heading,
        `The heading "${column.heading}" is missing.`,
        "Put the heading back, or run Prepare workbook.",
      );
    if (found.lastIndexOf(wanted) !== place)
      return problem(
        declared.tab,
        1,
        column.heading,
        `The heading "${column.heading}" is there twice.`,
        "Rename or delete one of the two columns.",
      );
    places.set(field, place);
  }
  return places;
}

/** Reads every row that is not wholly blank; rows whose key occurs twice are problems and neither is used. */
export function recordsIn<C extends Columns>(
  declared: Table<C>,
  cells: Cells,
  places: ReadonlyMap<string, number>,
): Read<RecordOf<Table<C>>> {
  type R = RecordOf<Table<C>>;
  const read: Read<R> = { records: [], leftOut: [], problems: [] };
  cells.slice(1).forEach((row, index) => {
    const texts: Record<string, string> = {};
    for (const [field, place] of places) texts[field] = textOf(row[place] ?? "");
    if (Object.values(texts).some((t) => t !== "")) readRow(declared, index + 2, texts, read);
  });
  return withoutDoubles(declared, read);
}

function readRow<C extends Columns>(
  declared: Table<C>,
  row: number,
  texts: Record<string, string>,
  read: Read<RecordOf<Table<C>>>,
): void {
  const record: Record<string, unknown> = { row };
  let usable = true;
  for (const [field, column] of Object.entries(declared.columns)) {
    const parsed = column.schema().safeParse(texts[field] ?? "");
    if (parsed.success) record[field] = parsed.data;
    else {
      const wrong = `"${texts[field]}" cannot be read: ${parsed.error.issues[0]?.message ?? "it is not valid"}.`;
      const left = column.ifUnreadable === undefined;
      const remedy = left ? "Correct it. Until then this row is left out." : "Correct it.";
      read.problems.push(problem(declared.tab, row, column.heading, wrong, remedy));
      if (left) usable = false;
      else record[field] = column.ifUnreadable;
    }
  }
  if (usable) read.records.push(record as InRow<RecordOf<Table<C>>>);
  else read.leftOut.push({ row, texts });
}

/** `2026-11-16|U017` -> `16 November 2026, U017`. */
const inWords = (key: string): string =>
  key
    .split("|")
    .map((part) => (isDay(part) ? longDay(part) : part))
    .join(", ");

function withoutDoubles<C extends Columns>(
  declared: Table<C>,
  read: Read<RecordOf<Table<C>>>,
): Read<RecordOf<Table<C>>> {
  if (declared.key.length === 0) return read;
  const keyOf = (record: Record<string, unknown>) =>
    declared.key.map((field) => String(record[field])).join("|");
  const rows = new Map<string, number[]>();
  for (const record of read.records)
    rows.set(keyOf(record), [...(rows.get(keyOf(record)) ?? []), record.row]);
  const single = (record: Record<string, unknown>) => rows.get(keyOf(record))?.length === 1;
  const doubles = read.records.filter((record) => !single(record));
  const firsts = doubles.filter((record) => rows.get(keyOf(record))?.[0] === record.row);
  const heading = declared.columns[declared.key[0] ?? ""]?.heading ?? "";
  return {
    records: read.records.filter(single),
    leftOut: [
      ...read.leftOut,
      ...doubles.map((record) => ({
        row: record.row,
        texts: Object.fromEntries(Object.entries(record).map(([k, v]) => [k, String(v ?? "")])),
      })),
    ],
    problems: [
      ...read.problems,
      ...firsts.map((record) =>
        problem(
          declared.tab,
          record.row,
          heading,
          `Rows ${rows.get(keyOf(record))?.join(" and ")} are both for ${inWords(keyOf(record))}, so neither is used.`,
          "Delete or correct one of them.",
        ),
      ),
    ],
  };
}
