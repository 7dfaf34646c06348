/** Paragraphs and sections that become one because what parted them is gone. */
import { forget, piecesOf } from "../json/pieces";
import { takeOut } from "./takeOut";
import type { Element, Node } from "../xml/xml";
import { childOf, deep, detach, elementsIn, made } from "../xml/xml";

/** A section that ends with this paragraph is joined to the one after it. */
export function endNoSection(paragraph: Element | null): void {
  const section = deep(paragraph, "pPr", "sectPr");
  if (section) detach(section);
}

/**
 * Joins a paragraph that has lost its end with the next. The first one's properties hold, unless nothing is
 * left of it: then it is as if it had never been.
 */
export function mergedInto(first: Element, second: Element): Element {
  const [own, other] = [childOf(first, "pPr"), childOf(second, "pPr")];
  const section = deep(second, "pPr", "sectPr");
  const keepsFirst = piecesOf(first).length > 1;
  const moved = elementsIn(first).filter((child) => child !== own);
  const front: Node | null = other ? other.nextSibling : second.firstChild;
  for (const child of moved) second.insertBefore(child, front);
  if (keepsFirst) {
    if (other) detach(other);
    if (own) second.insertBefore(own, second.firstChild);
    if (section) (own ?? newProperties(second)).appendChild(section);
  }
  takeOut(first);
  forget(second);
  return second;
}

function newProperties(paragraph: Element): Element {
  const properties = made(paragraph, "pPr");
  paragraph.insertBefore(properties, paragraph.firstChild);
  return properties;
}
