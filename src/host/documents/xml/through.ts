/** Looking through content controls and the like, which hold paragraphs, rows and cells but are none. */
import type { Element, Node } from "./xml";
import { childOf, deep, elementsIn, is, made, valueOf } from "./xml";

const THROUGH = ["sdtContent", "customXml", "ins", "moveTo"];

/** Children of that name, also inside content controls and the like. */
export function elementsThrough(parent: Node, name: string): Element[] {
  return elementsIn(parent).flatMap((element) => {
    if (element.localName === name) return [element];
    const inside = element.localName === "sdt" ? childOf(element, "sdtContent") : element;
    return inside && THROUGH.includes(inside.localName ?? "") ? elementsThrough(inside, name) : [];
  });
}

/** Whether an element is the content control in which word processors keep a table of contents. */
export const isContents = (element: Element): boolean =>
  is(element, "sdt") &&
  valueOf(deep(element, "sdtPr", "docPartObj"), "docPartGallery") === "Table of Contents";

/** The paragraphs, tables and tables of contents, in their order. */
export function contentOf(parent: Node): Element[] {
  return elementsIn(parent).flatMap((element) => {
    if (is(element, "p") || is(element, "tbl") || isContents(element)) return [element];
    const inside = element.localName === "sdt" ? childOf(element, "sdtContent") : element;
    return inside && THROUGH.includes(inside.localName ?? "") ? contentOf(inside) : [];
  });
}

/**
 * Google ends every segment and cell with a paragraph. A file without is not changed unless it is edited
 * there.
 */
export function closingParagraph(root: Element): Element {
  const paragraph = made(root, "p");
  root.insertBefore(paragraph, childOf(root, "sectPr"));
  return paragraph;
}
