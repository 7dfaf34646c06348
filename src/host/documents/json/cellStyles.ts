/** How rows and cells look, as Google's styles of them. */
import type { Cell } from "./layout";
import { colourOf, fromTwips } from "../xml/units";
import type { Json } from "./walk";
import type { Element } from "../xml/xml";
import { attribute, childOf, deep, valueOf } from "../xml/xml";

export function rowStyleOf(row: Element): Json {
  const height = attribute(deep(row, "trPr", "trHeight"), "val");
  return {
    ...(height !== null && { minRowHeight: fromTwips(height) }),
    ...(deep(row, "trPr", "tblHeader") && { tableHeader: true }),
  };
}

const ALIGNED: Record<string, string> = { top: "TOP", center: "MIDDLE", bottom: "BOTTOM" };
const SIDES = { Left: ["left", "start"], Right: ["right", "end"], Top: ["top"], Bottom: ["bottom"] };

export function cellStyleOf({ node, rowSpan, columnSpan }: Cell): Json {
  const properties = node && childOf(node, "tcPr");
  const colour = colourOf(attribute(properties && childOf(properties, "shd"), "fill"));
  const margins = properties && childOf(properties, "tcMar");
  const paddings = Object.entries(SIDES).flatMap(([side, names]) => {
    const width = attribute(
      names.map((name) => margins && childOf(margins, name)).find(Boolean) ?? null,
      "w",
    );
    return width === null ? [] : [[`padding${side}`, fromTwips(width)]];
  });
  return {
    rowSpan,
    columnSpan,
    backgroundColor: colour ?? {},
    contentAlignment: ALIGNED[valueOf(properties, "vAlign") ?? "top"] ?? "TOP",
    ...Object.fromEntries(paddings),
  };
}
