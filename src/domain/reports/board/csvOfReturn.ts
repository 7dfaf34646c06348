/** A return as a CSV file: what the finished document says, so that the two always agree. */
import { csvOf } from "../../words/csv";
import type { DocsDocument, DocTable } from "../../documents/document";
import { walked } from "../../documents/document";

/**
 * The widest of its tables, of those the longest: a return has a column for each thing it tells. Null where
 * there is none.
 */
export function csvOfReturn(document: DocsDocument): string | null {
  const widthOf = ({ rows }: DocTable): number => rows[0]?.cells.length ?? 0;
  const [table] = [...walked(document).tables].sort(
    (a, b) => widthOf(b) - widthOf(a) || b.rows.length - a.rows.length,
  );
  if (!table) return null;
  return csvOf(
    table.rows.map(({ cells }) =>
      cells.map(({ paragraphs }) =>
        paragraphs
          .map(({ text }) => text)
          .join("")
          .trim(),
      ),
    ),
  );
}
