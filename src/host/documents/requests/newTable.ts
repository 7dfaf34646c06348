/** insertTable. */
import { splitParagraph } from "../edit/cut";
import { Fault } from "../json/fault";
import type { Live } from "../json/live";
import { touch } from "../json/live";
import type { Element } from "../xml/xml";
import { attribute, childOf, deep, insertAfter, made } from "../xml/xml";
import type { Where } from "./text";
import { placeOf } from "./text";

const DEFAULT_TEXT_WIDTH = 9360;

/** A newline comes before the table, as Google has it. */
export function insertTable(live: Live, request: Where & { rows?: number; columns?: number }): void {
  const { rows = 0, columns = 0 } = request;
  if (rows < 1 || columns < 1) throw new Fault("The number of rows and columns must be at least 1.");
  const { segment, place } = placeOf(live, request);
  const paragraph = place.block.node;
  const first = splitParagraph(paragraph, place.offset);
  insertAfter(newTable(paragraph, rows, columns, textWidth(live)), first);
  touch(live, segment, first, paragraph);
}

/** Between the margins of the first section, in twips. */
function textWidth(live: Live): number {
  const section = deep(live.segments.get("")?.root ?? null, "sectPr");
  const [page, left, right] = [
    attribute(section && childOf(section, "pgSz"), "w"),
    attribute(section && childOf(section, "pgMar"), "left"),
    attribute(section && childOf(section, "pgMar"), "right"),
  ].map(Number);
  return page ? Math.max(1000, page - (left ?? 0) - (right ?? 0)) : DEFAULT_TEXT_WIDTH;
}

const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"];

function newTable(near: Element, rows: number, columns: number, width: number): Element {
  const table = made(near, "tbl");
  const properties = table.appendChild(made(near, "tblPr")) as Element;
  properties.appendChild(made(near, "tblW", { w: width, type: "dxa" }));
  const borders = properties.appendChild(made(near, "tblBorders")) as Element;
  for (const side of BORDERS)
    borders.appendChild(made(near, side, { val: "single", sz: 8, space: 0, color: "000000" }));
  properties.appendChild(made(near, "tblLayout", { type: "fixed" }));
  const grid = table.appendChild(made(near, "tblGrid")) as Element;
  const each = Math.floor(width / columns);
  for (let column = 0; column < columns; column += 1) grid.appendChild(made(near, "gridCol", { w: each }));
  for (let row = 0; row < rows; row += 1) {
    const tr = table.appendChild(made(near, "tr")) as Element;
    for (let column = 0; column < columns; column += 1) tr.appendChild(emptyCell(near, each));
  }
  return table;
}

function emptyCell(near: Element, width: number): Element {
  const cell = made(near, "tc");
  const properties = cell.appendChild(made(near, "tcPr")) as Element;
  properties.appendChild(made(near, "tcW", { w: width, type: "dxa" }));
  cell.appendChild(made(near, "p"));
  return cell;
}
