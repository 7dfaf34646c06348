/** Putting text into a paragraph at a place, in the style of the text before it. */
import { around, freeControls, freeFields, splitParagraph } from "./cut";
import type { Live, Segment } from "../json/live";
import { touch } from "../json/live";
import type { Place } from "./locate";
import { linkOf, markStyle, styleAt } from "./look";
import type { Field } from "../xml/fields";
import type { Piece } from "../json/pieces";
import { forget, piecesOf } from "../json/pieces";
import type { Element } from "../xml/xml";
import { childOf, copyOf, insertAfter, is, made, setText, textElement } from "../xml/xml";

/** What Google takes out of a text: control characters and private ones; half characters become U+FFFD. */
export const cleaned = (text: string): string =>
  text
    .replace(/[\0-\x08\x0c-\x1f\ue000-\uf8ff\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

/** Inserts a cleaned text, whose newlines make paragraphs with the properties of the one it goes into. */
export function insertText(live: Live, segment: Segment, { block, offset }: Place, text: string): void {
  const lines = text.split("\n");
  const paragraph = block.node;
  const style = lines.length > 1 ? styleAt(paragraph, offset) : null;
  putText(paragraph, offset, lines[0] ?? "");
  touch(live, segment, paragraph);
  let at = offset + (lines[0] ?? "").length;
  for (const line of lines.slice(1)) {
    touch(live, segment, splitParagraph(paragraph, at), paragraph);
    if (line !== "") paragraph.insertBefore(newRun(paragraph, line, style), afterProperties(paragraph));
    at = line.length;
    touch(live, segment, paragraph);
  }
}

const afterProperties = (paragraph: Element) =>
  childOf(paragraph, "pPr")?.nextSibling ?? (childOf(paragraph, "pPr") ? null : paragraph.firstChild);

function putText(paragraph: Element, offset: number, text: string): void {
  if (text === "") return;
  const { before, after } = around(paragraph, offset);
  const inside = before?.fields.filter((field) => after?.fields.includes(field)) ?? [];
  if (inside.length > 0) {
    freeFields(paragraph, inside);
    return putText(paragraph, offset, text);
  }
  freeControls((before ?? after)?.nodes[0] ?? paragraph);
  if (before) putAfter(paragraph, before, after, offset, text);
  else if (after) putBefore(paragraph, after, text);
  else paragraph.appendChild(newRun(paragraph, text, markStyle(paragraph)));
  forget(paragraph);
}

function putAfter(
  paragraph: Element,
  before: Piece,
  after: Piece | null,
  offset: number,
  text: string,
): void {
  const link = linkOf(before);
  const last = before.nodes[before.nodes.length - 1] as Element;
  // A link or a field that ends here does not grow.
  if (link && link !== linkOf(after)) insertAfter(newRun(paragraph, text, styleAt(paragraph, offset)), link);
  else if (before.fields[0]) putBehind(paragraph, lastMark(before.fields[0]), text, before);
  else if (is(last, "t")) putWithin(last, before, offset - before.at, text);
  else putBehind(paragraph, last, text, before);
}

const lastMark = ({ marks }: Field): Element => marks[marks.length - 1] as Element;

/** Into a `w:t`, which is cut where the text has a tab or a line break. */
function putWithin(node: Element, piece: Piece, at: number, text: string): void {
  const [head, tail] = [piece.text.slice(0, at), piece.text.slice(at)];
  if (!/[\t\v]/.test(text)) return setText(node, head + text + tail);
  const parts = contentOf(node, text);
  if (tail !== "") parts.push(textElement(node, tail));
  setText(node, head);
  let after = node;
  for (const part of parts) {
    insertAfter(part, after);
    after = part;
  }
}

function putBehind(paragraph: Element, node: Element, text: string, like: Piece): void {
  if (!is(node.parentNode, "r"))
    return insertAfter(newRun(paragraph, text, like.run && childOf(like.run, "rPr")), node);
  let after = node;
  for (const part of contentOf(node, text)) {
    insertAfter(part, after);
    after = part;
  }
}

function putBefore(paragraph: Element, after: Piece, text: string): void {
  const link = linkOf(after);
  const first = (link ?? after.fields[0]?.marks[0] ?? after.nodes[0]) as Element;
  if (is(first, "t") && !/[\t\v]/.test(text)) return setText(first, text + after.text);
  const parts = is(first.parentNode, "r")
    ? contentOf(first, text)
    : [newRun(paragraph, text, styleAt(paragraph, 0))];
  for (const part of parts) first.parentNode?.insertBefore(part, first);
}

/** A text as what a run holds: `a\tb` -> w:t, w:tab, w:t. */
function contentOf(near: Element, text: string): Element[] {
  return text.split(/([\t\v])/).flatMap((part) => {
    if (part === "\t") return [made(near, "tab")];
    if (part === "\v") return [made(near, "br")];
    return part === "" ? [] : [textElement(near, part)];
  });
}

function newRun(near: Element, text: string, style: Element | null): Element {
  const run = made(near, "r");
  if (style) run.appendChild(copyOf(style));
  for (const part of contentOf(near, text)) run.appendChild(part);
  return run;
}

/** Puts a thing, such as a page break, at a place, in the style there. */
export function insertElement(
  live: Live,
  segment: Segment,
  { block, offset }: Place,
  element: Element,
): void {
  // A tab takes part in everything that text does; the element then takes its place.
  putText(block.node, offset, "\t");
  const tab = piecesOf(block.node).pieces.find(({ at }) => at === offset)?.nodes[0];
  tab?.parentNode?.replaceChild(element, tab);
  touch(live, segment, block.node);
}
