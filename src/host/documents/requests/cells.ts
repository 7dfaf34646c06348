/**
 * updateTableCellStyle: backgrounds, alignment, paddings and borders of a cell, a range of cells, or a whole
 * table.
 */
import { Fault } from "../json/fault";
import type { Cell, TableBlock } from "../json/layout";
import type { Live, Segment } from "../json/live";
import { touch } from "../json/live";
import type { Location } from "../edit/locate";
import { segmentOf, tableAt } from "../edit/locate";
import type { Dimension, OptionalColor } from "../xml/units";
import { hexOf, toTwips } from "../xml/units";
import type { Element } from "../xml/xml";
import { childOf, detach, elementsIn, made, putInOrder } from "../xml/xml";
import { cellProperty, putCellProperty } from "./cellXml";
import { fieldsOf } from "./range";
import type { TableCellLocation } from "./tables";
import { cellOf } from "./tables";

interface TableRange {
  tableCellLocation?: TableCellLocation;
  rowSpan?: number;
  columnSpan?: number;
}

interface Border {
  color?: OptionalColor;
  width?: Dimension;
  dashStyle?: string;
}

interface TableCellStyle {
  backgroundColor?: OptionalColor;
  contentAlignment?: string;
  paddingLeft?: Dimension;
  paddingRight?: Dimension;
  paddingTop?: Dimension;
  paddingBottom?: Dimension;
  borderLeft?: Border;
  borderRight?: Border;
  borderTop?: Border;
  borderBottom?: Border;
}

type Real = Cell & { node: Element };
interface Cells {
  segment: Segment;
  table: TableBlock;
  cells: Real[];
}

/** The cells of the file that a range of a table touches, or with only a start all of the table's. */
function cellsOf(live: Live, range: TableRange | undefined, start?: Location): Cells {
  if (!range) {
    const table = tableAt(live, start);
    const cells = table.rows.flatMap((row) => row.cells).filter(isReal);
    return { segment: segmentOf(live, start ?? {}), table, cells };
  }
  const { segment, table, rowIndex } = cellOf(live, range.tableCellLocation);
  const { rowSpan = 1, columnSpan = 1 } = range;
  const first = range.tableCellLocation?.columnIndex ?? 0;
  if (rowIndex + rowSpan > table.rows.length || first + columnSpan > table.columns)
    throw new Fault("The table range must be inside the bounds of the table.");
  const cells = table.rows
    .slice(rowIndex, rowIndex + rowSpan)
    .flatMap((row) => row.cells.filter(isReal))
    .filter(({ column, columnSpan: wide }) => column < first + columnSpan && first < column + wide);
  return { segment, table, cells };
}

const isReal = (cell: Cell): cell is Real => cell.node !== null;

interface UpdateTableCellStyle {
  tableCellStyle?: TableCellStyle;
  fields?: string;
  tableRange?: TableRange;
  tableStartLocation?: Location;
}

const ALIGNMENTS: Record<string, string> = { TOP: "top", MIDDLE: "center", BOTTOM: "bottom" };
const SIDES = ["top", "left", "bottom", "right"];
type Writer = (cell: Element, style: TableCellStyle) => void;

const padding =
  (side: string): Writer =>
  (cell, style) =>
    putSide(cell, "tcMar", side, style[`padding${capital(side)}` as "paddingTop"], (width) => ({
      w: toTwips(width),
      type: "dxa",
    }));

const border =
  (side: string): Writer =>
  (cell, style) =>
    putSide(
      cell,
      "tcBorders",
      side,
      style[`border${capital(side)}` as "borderTop"],
      ({ width, color, dashStyle }) => ({
        val: (width?.magnitude ?? 0) === 0 ? "nil" : (DASHES[dashStyle ?? "SOLID"] ?? "single"),
        // Eighths of a point.
        sz: Math.round((width?.magnitude ?? 0) * 8),
        space: 0,
        color: hexOf(color) ?? "auto",
      }),
    );

const DASHES: Record<string, string> = { SOLID: "single", DOT: "dotted", DASH: "dashed" };
const capital = (side: string): string => side.replace(/^./, (letter) => letter.toUpperCase());

const FIELDS: Record<string, Writer> = {
  backgroundColor(cell, { backgroundColor }) {
    const fill = hexOf(backgroundColor);
    putCellProperty(cell, "shd", fill === null ? null : { val: "clear", color: "auto", fill });
  },
  contentAlignment(cell, { contentAlignment }) {
    const val = ALIGNMENTS[contentAlignment ?? ""];
    putCellProperty(cell, "vAlign", val === undefined ? null : { val });
  },
  ...Object.fromEntries(SIDES.map((side) => [`padding${capital(side)}`, padding(side)])),
  ...Object.fromEntries(SIDES.map((side) => [`border${capital(side)}`, border(side)])),
};

/** One side of a cell's margins or borders. */
function putSide<T>(
  cell: Element,
  name: string,
  side: string,
  value: T | undefined,
  attributes: (value: T) => Record<string, string | number>,
): void {
  const all = cellProperty(cell, name);
  const old = childOf(all, side);
  if (old) detach(old);
  if (value !== undefined) putInOrder(all, made(cell, side, attributes(value)), SIDES);
  if (elementsIn(all).length === 0) detach(all);
}

export function updateTableCellStyle(live: Live, request: UpdateTableCellStyle): void {
  const { tableCellStyle = {}, tableRange, tableStartLocation } = request;
  const { segment, cells } = cellsOf(live, tableRange, tableStartLocation);
  for (const field of fieldsOf(request.fields, Object.keys(FIELDS))) {
    const write = FIELDS[field];
    if (!write) throw new Error(`The local host has no updateTableCellStyle of ${field}`);
    for (const { node } of cells) write(node, tableCellStyle);
  }
  touch(live, segment);
}
