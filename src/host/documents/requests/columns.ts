/** updateTableColumnProperties: how wide a table's columns are. */
import { Fault } from "../json/fault";
import type { Live } from "../json/live";
import { touch } from "../json/live";
import type { Location } from "../edit/locate";
import { segmentOf, tableAt } from "../edit/locate";
import type { Dimension } from "../xml/units";
import { toTwips } from "../xml/units";
import { attribute, made } from "../xml/xml";
import { putCellProperty } from "./cellXml";
import { fieldsOf } from "./range";
import { gridOf } from "./tables";

interface UpdateTableColumnProperties {
  tableStartLocation?: Location;
  /** None: all of them. */
  columnIndices?: number[];
  tableColumnProperties?: { widthType?: string; width?: Dimension };
  fields?: string;
}

/** Google refuses narrower ones. */
const NARROWEST_POINTS = 5;

export function updateTableColumnProperties(live: Live, request: UpdateTableColumnProperties): void {
  const { tableStartLocation, columnIndices = [], tableColumnProperties = {} } = request;
  const table = tableAt(live, tableStartLocation);
  const { widthType, width } = tableColumnProperties;
  fieldsOf(request.fields, ["width", "widthType"]);
  if (widthType !== "FIXED_WIDTH") throw new Error(`The local host has no columns of ${widthType}`);
  if ((width?.magnitude ?? 0) < NARROWEST_POINTS)
    throw new Fault(`The width of a table column must be at least ${NARROWEST_POINTS} points.`);
  if (columnIndices.some((column) => column >= table.columns))
    throw new Fault(`Column indices must be less than the number of columns, ${table.columns}.`);
  const isMeant = (column: number): boolean => columnIndices.length === 0 || columnIndices.includes(column);
  const widths = gridOf(table).map((column, i) => {
    if (!isMeant(i)) return Number(attribute(column, "w") ?? 0);
    column.parentNode?.replaceChild(made(column, "gridCol", { w: toTwips(width) }), column);
    return toTwips(width);
  });
  for (const { node, column, columnSpan } of table.rows.flatMap(({ cells }) => cells)) {
    const own = widths.slice(column, column + columnSpan);
    if (node && own.some((_, i) => isMeant(column + i)))
      putCellProperty(node, "tcW", { w: own.reduce((sum, one) => sum + one, 0), type: "dxa" });
  }
  touch(live, segmentOf(live, tableStartLocation ?? {}));
}
