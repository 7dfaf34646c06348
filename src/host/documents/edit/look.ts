/** How a text that is put at a place will look. */
import { around } from "./cut";
import type { Piece } from "../json/pieces";
import type { Element } from "../xml/xml";
import { attribute, childOf, copyOf, deep, detach, elementsIn, is } from "../xml/xml";

/** The `w:rPr` that text inserted at a place takes; null for none. */
export function styleAt(paragraph: Element, offset: number): Element | null {
  const { before, after } = around(paragraph, offset);
  const piece = before ?? after;
  if (!piece) return markStyle(paragraph);
  const style = piece.run && childOf(piece.run, "rPr");
  const leavesLink = piece === before && linkOf(before) !== null && linkOf(before) !== linkOf(after);
  return style && (leavesLink || linkOf(piece) ? withoutLinkStyle(style) : style);
}

/** What an empty paragraph's end looks like, without the marks of tracked changes, which only an end has. */
export function markStyle(paragraph: Element): Element | null {
  const style = deep(paragraph, "pPr", "rPr");
  if (!style) return null;
  const copy = copyOf(style);
  for (const mark of elementsIn(copy))
    if (["ins", "del", "moveFrom", "moveTo", "rPrChange"].includes(mark.localName ?? "")) detach(mark);
  return copy;
}

function withoutLinkStyle(style: Element): Element {
  const copy = copyOf(style);
  const named = childOf(copy, "rStyle");
  if (named && /hyperlink/i.test(attribute(named, "val") ?? "")) detach(named);
  return copy;
}

export function linkOf(piece: Piece | null): Element | null {
  for (let at = piece?.nodes[0]?.parentNode ?? null; at && !is(at, "p"); at = at.parentNode)
    if (is(at, "hyperlink")) return at;
  return null;
}
