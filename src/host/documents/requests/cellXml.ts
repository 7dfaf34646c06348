/** A table cell's own XML: its properties in the schema's order, and an empty copy of it. */
import type { Element } from "../xml/xml";
import { childOf, copyOf, deep, detach, elementsIn, made, putInOrder, valueOf } from "../xml/xml";

const ORDER =
  "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark".split(
    " ",
  );

export function cellProperties(cell: Element): Element {
  const found = childOf(cell, "tcPr");
  if (found) return found;
  const properties = made(cell, "tcPr");
  cell.insertBefore(properties, cell.firstChild);
  return properties;
}

/** Puts a property, or with null takes it away. */
export function putCellProperty(
  cell: Element,
  name: string,
  attributes: Record<string, string | number> | null,
): void {
  const properties = cellProperties(cell);
  const old = childOf(properties, name);
  if (old) detach(old);
  if (attributes) putInOrder(properties, made(cell, name, attributes), ORDER);
}

/** The property itself, made where it is missing, for what it holds. */
export function cellProperty(cell: Element, name: string): Element {
  const found = deep(cell, "tcPr", name);
  if (found) return found;
  putCellProperty(cell, name, {});
  return deep(cell, "tcPr", name) as Element;
}

export const setSpan = (cell: Element, columns: number): void =>
  putCellProperty(cell, "gridSpan", columns > 1 ? { val: columns } : null);

/**
 * A cell with the look of another and one empty paragraph, in which a text would look as the other's first
 * does.
 */
export function blankCell(model: Element): Element {
  const cell = copyOf(model, false);
  const properties = childOf(model, "tcPr");
  if (properties) cell.appendChild(copyOf(properties));
  putCellProperty(cell, "vMerge", null);
  const first = childOf(model, "p");
  const paragraph = made(model, "p");
  if (first) copyLook(first, paragraph);
  cell.appendChild(paragraph);
  return cell;
}

function copyLook(from: Element, to: Element): void {
  const own = childOf(from, "pPr");
  const properties = own ? copyOf(own) : made(from, "pPr");
  for (const name of ["sectPr", "pPrChange"]) {
    const gone = childOf(properties, name);
    if (gone) detach(gone);
  }
  const run = elementsIn(from).find(({ localName }) => localName === "r");
  const look = run && childOf(run, "rPr");
  const isPlaceholder = look && valueOf(look, "rStyle") === "PlaceholderText";
  if (look && !isPlaceholder) putInOrder(properties, copyOf(look), ["rPr"]);
  if (elementsIn(properties).length > 0) to.appendChild(properties);
}
