/** Taking pieces out of a paragraph, and with an element whatever held nothing else. */
import { freeControls, freeFields } from "./cut";
import type { Piece } from "../json/pieces";
import { forget, piecesOf } from "../json/pieces";
import type { Element } from "../xml/xml";
import { detach, elementsIn, is, setText } from "../xml/xml";

/** Takes out what lies in a part of a paragraph, from and to counted within it. */
export function removePieces(paragraph: Element, from: number, to: number): void {
  const hit = (): Piece[] =>
    piecesOf(paragraph).pieces.filter(({ at, length }) => at < to && from < at + length);
  const fields = hit().flatMap((piece) => piece.fields);
  freeFields(paragraph, [...new Set(fields)]);
  for (const piece of hit()) {
    const node = piece.nodes[0] as Element;
    freeControls(node);
    const [first, end] = [Math.max(0, from - piece.at), Math.min(piece.length, to - piece.at)];
    if (is(node, "t") && end - first < piece.length)
      setText(node, piece.text.slice(0, first) + piece.text.slice(end));
    else for (const gone of piece.nodes) takeOut(gone);
  }
  forget(paragraph);
}

const HOLDERS = [
  "r",
  "hyperlink",
  "ins",
  "moveTo",
  "smartTag",
  "customXml",
  "sdtContent",
  "sdt",
  "dir",
  "bdo",
];
const PROPERTIES = ["rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"];

/** Removes an element, and with it what held nothing else. */
export function takeOut(element: Element): void {
  const parent = element.parentNode as Element;
  detach(element);
  const isLeft = elementsIn(parent).some(({ localName }) => !PROPERTIES.includes(localName ?? ""));
  if (!isLeft && HOLDERS.includes(parent.localName ?? "")) takeOut(parent);
}

const STAYS = ["pPr", "bookmarkStart", "bookmarkEnd"];

export function empty(paragraph: Element): void {
  for (const child of elementsIn(paragraph)) if (!STAYS.includes(child.localName ?? "")) detach(child);
  forget(paragraph);
}
