/** Rows and columns of tables that come and go. */
import { Fault } from "../json/fault";
import type { Cell, Row, TableBlock } from "../json/layout";
import { continues } from "../json/layout";
import type { Live, Segment } from "../json/live";
import { touch } from "../json/live";
import type { Location } from "../edit/locate";
import { segmentOf, tableAt } from "../edit/locate";
import type { Element } from "../xml/xml";
import { childOf, childrenOf, copyOf, deep, detach, insertAfter } from "../xml/xml";
import { blankCell, putCellProperty, setSpan } from "./cellXml";

export interface TableCellLocation {
  tableStartLocation?: Location;
  rowIndex?: number;
  columnIndex?: number;
}

export interface Found {
  segment: Segment;
  table: TableBlock;
  row: Row;
  rowIndex: number;
  /** Of a place that a cell to its left covers, that cell. */
  cell: Cell & { node: Element };
}

export function cellOf(live: Live, location: TableCellLocation | undefined): Found {
  if (!location) throw new Fault("The table cell location must be specified.");
  const table = tableAt(live, location.tableStartLocation);
  const segment = segmentOf(live, location.tableStartLocation ?? {});
  const { rowIndex = 0, columnIndex = 0 } = location;
  const row = table.rows[rowIndex];
  if (!row)
    throw new Fault(`Row index ${rowIndex} must be less than the number of rows, ${table.rows.length}.`);
  const cell = row.cells
    .slice(0, columnIndex + 1)
    .reverse()
    .find(({ node }) => node !== null);
  if (!cell?.node || columnIndex >= row.cells.length)
    throw new Fault(
      `Column index ${columnIndex} must be less than the number of columns, ${row.cells.length}.`,
    );
  return { segment, table, row, rowIndex, cell: { ...cell, node: cell.node } };
}

/** The new row has the look of the one beside it, down to the text style of each cell, and no text. */
export function insertTableRow(
  live: Live,
  {
    tableCellLocation,
    insertBelow = false,
  }: { tableCellLocation?: TableCellLocation; insertBelow?: boolean },
): void {
  const { segment, table, row, rowIndex, cell } = cellOf(live, tableCellLocation);
  const last = insertBelow ? rowIndex + cell.rowSpan - 1 : rowIndex;
  const beside = table.rows[last] ?? row;
  const below = table.rows[insertBelow ? last + 1 : last];
  const tr = copyOf(beside.node, false);
  for (const properties of childrenOf(beside.node, "trPr")) tr.appendChild(copyOf(properties));
  for (const model of beside.cells) {
    if (!model.node) continue;
    const fresh = blankCell(model.node);
    // Between two parts of a cell that spans rows the new one is another part of it.
    putCellProperty(fresh, "vMerge", continues(below?.cells[model.column]) ? {} : null);
    tr.appendChild(fresh);
  }
  const header = deep(tr, "trPr", "tblHeader");
  if (header && insertBelow) detach(header);
  if (insertBelow) insertAfter(tr, beside.node);
  else beside.node.parentNode?.insertBefore(tr, beside.node);
  touch(live, segment);
}

export function insertTableColumn(
  live: Live,
  {
    tableCellLocation,
    insertRight = false,
  }: { tableCellLocation?: TableCellLocation; insertRight?: boolean },
): void {
  const { segment, table, cell } = cellOf(live, tableCellLocation);
  const at = insertRight ? cell.column + cell.columnSpan : cell.column;
  for (const row of table.rows) addCell(row, at, insertRight);
  const columns = gridOf(table);
  const model = columns[insertRight ? at - 1 : at];
  if (model) {
    const added = copyOf(model);
    if (insertRight) insertAfter(added, model);
    else model.parentNode?.insertBefore(added, model);
  }
  touch(live, segment);
}

function addCell({ node, cells }: Row, at: number, right: boolean): void {
  const spanning = cells.find(({ column, columnSpan }) => column < at && at < column + columnSpan);
  if (spanning?.node) return setSpan(spanning.node, spanning.columnSpan + 1);
  const model = owner(cells, right ? at - 1 : at) ?? owner(cells, cells.length - 1);
  if (!model?.node) return;
  const fresh = blankCell(model.node);
  setSpan(fresh, 1);
  const next = cells.find((cell) => cell.column === at)?.node;
  if (next) next.parentNode?.insertBefore(fresh, next);
  else node.appendChild(fresh);
}

/** The cell of the file that has a column, its own or one it covers. */
export const owner = (cells: readonly Cell[], column: number): Cell | undefined =>
  cells.find((cell) => cell.node !== null && cell.column <= column && column < cell.column + cell.columnSpan);

export const gridOf = ({ node }: TableBlock): Element[] => {
  const grid = childOf(node, "tblGrid");
  return grid ? childrenOf(grid, "gridCol") : [];
};

/** All rows of the cell go; with the last row the table does. */
export function deleteTableRow(live: Live, request: { tableCellLocation?: TableCellLocation }): void {
  const { segment, table, rowIndex, cell } = cellOf(live, request.tableCellLocation);
  const gone = table.rows.slice(rowIndex, rowIndex + cell.rowSpan);
  const below = table.rows[rowIndex + gone.length];
  for (const next of below?.cells ?? [])
    // A cell that began in a row that goes begins in the next one now.
    if (continues(next) && !continues(table.rows[rowIndex]?.cells[next.column]) && next.node)
      putCellProperty(next.node, "vMerge", { val: "restart" });
  for (const { node } of gone) detach(node);
  if (gone.length === table.rows.length) detach(table.node);
  touch(live, segment);
}

export function deleteTableColumn(live: Live, request: { tableCellLocation?: TableCellLocation }): void {
  const { segment, table, cell } = cellOf(live, request.tableCellLocation);
  const [first, end] = [cell.column, cell.column + cell.columnSpan];
  for (const row of table.rows)
    for (const { node, column, columnSpan } of row.cells) {
      if (!node) continue;
      const lost = Math.min(end, column + columnSpan) - Math.max(first, column);
      if (lost >= columnSpan) detach(node);
      else if (lost > 0) setSpan(node, columnSpan - lost);
    }
  gridOf(table).slice(first, end).forEach(detach);
  if (end - first >= table.columns) detach(table.node);
  touch(live, segment);
}
