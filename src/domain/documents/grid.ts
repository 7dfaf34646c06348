/**
 * The week-by-area grid: one table whose template has a cell for a week (`{{grid.week}}`), one row for an
 * area (`{{grid.area}}`, `{{grid.mark}}`) and, if wanted, one for Overall (`{{grid.overall}}`). It gets as
 * many columns as there are weeks and as many rows as there are areas. All of it is one edit, whose indexes
 * are reckoned through.
 */
import { isStanding } from "./conditions";
import type { DocCell, DocRow, DocTable } from "./document";
import type { FillEdit } from "./fill";
import type { Filled } from "./pieces";
import { cellRequests, cellText } from "./pieces";
import type { CellAt, Request } from "./fillRequests";
import { columnsOfWidth, insertColumnRight, insertRowBelow, remove } from "./fillRequests";
import { tagsIn } from "./tags";
import type { Value, View } from "./view";
import { GRID, insertable } from "./view";

const namesIn = (cells: readonly DocCell[]): string[] =>
  cells.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => tagsIn(paragraph).map(({ name }) => name)),
  );

export const isGrid = (table: DocTable): boolean =>
  namesIn(table.rows.flatMap(({ cells }) => cells)).includes(GRID.week);

const columnOf = ({ rows }: DocTable): number =>
  rows
    .map(({ cells }) => cells.findIndex((cell) => namesIn([cell]).includes(GRID.week)))
    .find((column) => column >= 0) ?? 0;

const isAreaRow = ({ cells }: DocRow): boolean => namesIn(cells).includes(GRID.area);

/** A cell of the finished table: its model, and which week and area it is of; null where it is of none. */
interface Wanted {
  model: DocCell;
  week: number | null;
  area: number | null;
}

/** `room`: from margin to margin, in points; null where that is not known. */
export function gridEdits(
  table: DocTable,
  { view, unknown, room }: { view: View; unknown: Set<string>; room: number | null },
): FillEdit[] {
  const { grid } = view;
  const [weeks, areas] = [Math.max(1, grid.weeks.length), Math.max(1, grid.areas.length)];
  const column = columnOf(table);
  const areaRow = table.rows.findIndex(isAreaRow);
  const wanted = table.rows.flatMap((row, r) =>
    Array.from({ length: r === areaRow ? areas : 1 }, (_, area) =>
      row.cells.flatMap((model, c): Wanted[] =>
        Array.from({ length: c === column ? weeks : 1 }, (_week, week) => ({
          model,
          week: c === column ? week : null,
          area: r === areaRow ? area : null,
        })),
      ),
    ),
  );
  const texts = wanted.map((row) => row.map((cell) => textOf(cell, view, unknown)));
  const { segment } = table;
  const at = (row: number, c: number): CellAt => ({ segment, table: table.start, row, column: c });
  const requests: Request[] = [
    ...emptied(table),
    ...Array.from({ length: weeks - 1 }, () => insertColumnRight(at(0, column))),
    ...narrowed(table, column, weeks, room),
    ...(areaRow < 0 ? [] : Array.from({ length: areas - 1 }, () => insertRowBelow(at(areaRow, 0)))),
    ...texts
      .flatMap((row, r) => row.map((text, c) => ({ text, r, c })))
      .reverse()
      .flatMap(({ text, r, c }) => {
        const width = texts[0]?.length ?? 0;
        const start = table.start + 1 + r * (1 + 2 * width) + 1 + 2 * c + 1;
        const model = wanted[r]?.[c]?.model;
        return model ? cellRequests(model, text, { segment, start, place: at(r, c) }) : [];
      }),
  ];
  return [{ segment, at: table.start, requests }];
}

/** A mark and its cell's margins need so much. Points. */
const NARROWEST = 18;

/** Weeks whose columns would run over the margin share what the other columns leave. */
function narrowed({ segment, start, widths }: DocTable, column: number, weeks: number, room: number | null) {
  const own = widths[column] ?? 0;
  const others = widths.reduce((sum, width) => sum + width, 0) - own;
  // A table that was wider than the page by design stays so.
  const wide = Math.max(room ?? Infinity, others + own);
  if (own === 0 || others + weeks * own <= wide) return [];
  const width = Math.max(NARROWEST, (wide - others) / weeks);
  return [columnsOfWidth({ segment, table: start, column }, weeks, width)];
}

/**
 * Takes all texts out of the table, from the end, so that every cell is an empty paragraph: two indexes each.
 */
const emptied = ({ segment, rows }: DocTable): Request[] =>
  rows
    .flatMap(({ cells }) => cells)
    .reverse()
    .flatMap(({ start, end }) => (end - start > 2 ? [remove(segment, start + 1, end - 1)] : []));

function textOf({ model, week, area }: Wanted, view: View, unknown: Set<string>): Filled {
  const { grid, fields } = view;
  const lookup = (name: string): Value => {
    const value = valueOf(name, week ?? 0, area ?? 0, grid) ?? fields.get(name);
    if (!value) unknown.add(name);
    return insertable(value ?? { text: "" });
  };
  return cellText(model, lookup, (paragraph) => isStanding(paragraph, { view, unknown }));
}

function valueOf(name: string, week: number, area: number, grid: View["grid"]): Value | undefined {
  switch (name) {
    case GRID.week:
      return grid.weeks[week] ?? { text: "–" };
    case GRID.area:
      return grid.areas[area] ?? { text: "–" };
    case GRID.mark:
      return grid.marks[area]?.[week] ?? { text: "–" };
    case GRID.overall:
      return grid.overall[week] ?? { text: "–" };
    default:
      return undefined;
  }
}
