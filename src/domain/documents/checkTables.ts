/**
 * What is wrong with a template's tables: merged cells where rows or columns are to be added, two lists in
 * one row.
 */
import type { DocRow, DocTable } from "./document";
import type { Finding, Looked, KnownTags } from "./finding";
import { hint, stops, twoLists, listIn } from "./finding";
import { tagsIn } from "./tags";

export function tableFindings(table: DocTable, looked: Looked): Finding[] {
  const cells = table.rows.flatMap((row) => row.cells);
  const number = looked.tables.filter(({ segment }) => segment === table.segment).indexOf(table) + 1;
  const isMerged = ({ style }: DocRow["cells"][number], by: "rowSpan" | "columnSpan"): boolean =>
    Number(style[by] ?? 1) > 1;
  if (looked.grids.includes(table))
    return cells.some((cell) => isMerged(cell, "rowSpan") || isMerged(cell, "columnSpan"))
      ? [
          stops(
            `table ${number}`,
            "The grid has merged cells.",
            "Unmerge them, because the grid gets new columns.",
          ),
        ]
      : [];
  return table.rows.flatMap((row, r): Finding[] => {
    const at = `table ${number}, row ${r + 1}`;
    const lists = listsOf(row, looked.known);
    if (lists.length === 0) return [];
    const reached = table.rows
      .slice(0, r + 1)
      .some((above, i) =>
        above.cells.some(({ style }) => Number(style["rowSpan"] ?? 1) > Math.max(1, r - i)),
      );
    return [
      ...(lists.length > 1 ? [twoLists(at, lists, "row")] : []),
      ...(reached
        ? [
            stops(
              at,
              "This row is repeated, but one of its cells is merged with a cell in another row.",
              "Unmerge it.",
            ),
          ]
        : []),
      ...(row.cells.some(({ paragraphs }) => paragraphs.some(({ text }) => text.includes("\u{FFFC}")))
        ? [
            hint(
              at,
              "This row is repeated, but only the text in it, not pictures or chips.",
              "Take the pictures and chips out of the row.",
            ),
          ]
        : []),
    ];
  });
}

const listsOf = (row: DocRow, known: KnownTags): string[] => [
  ...new Set(
    row.cells
      .flatMap(({ paragraphs }) => paragraphs.flatMap(tagsIn))
      .flatMap(({ name, kind }) => (kind === "field" ? (listIn(name, known) ?? []) : [])),
  ),
];
