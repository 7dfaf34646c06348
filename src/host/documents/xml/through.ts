/** Looking through content controls and the like, which hold paragraphs, rows and cells but are none. */
import type { Element, Node } from "./xml";
import { childOf, deep, elementsIn, is, made, valueOf } from "./xml";

const THROUGH = ["sdtContent", "customXml", "ins", "moveTo"];

/** Children of that name, also inside content controls and the like. */
export const elementsThrough = (parent: Node, name: string): Element[] =>
  through(parent, (element) => element.localName === name);

/** Whether an element is the content control in which word processors keep a table of contents. */
export const isContents = (element: Element): boolean =>
  is(element, "sdt") &&
  valueOf(deep(element, "sdtPr", "docPartObj"), "docPartGallery") === "Table of Contents";

/** The paragraphs, tables and tables of contents, in their order. */
export const contentOf = (parent: Node): Element[] =>
  through(parent, (element) => is(element, "p") || is(element, "tbl") || isContents(element));

function through(parent: Node, isWanted: (element: Element) => boolean, found: Element[] = []): Element[] {
  for (const element of elementsIn(parent)) {
    if (isWanted(element)) {
      found.push(element);
      continue;
    }
    const inside = element.localName === "sdt" ? childOf(element, "sdtContent") : element;
    if (inside && THROUGH.includes(inside.localName ?? "")) through(inside, isWanted, found);
  }
  return found;
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
