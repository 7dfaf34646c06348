/** Cutting paragraphs and runs in two at a place, so that each half can go its own way. */
import type { Field } from "../xml/fields";
import type { Piece } from "../json/pieces";
import { forget, piecesOf } from "../json/pieces";
import type { Element, Node } from "../xml/xml";
import { childOf, copyOf, detach, elementsIn, insertAfter, is, setText, textElement } from "../xml/xml";

const END_MARK = 1;

/** The piece before a place (the one whose last unit ends there, or within) and the piece at it. */
export function around(paragraph: Element, offset: number): { before: Piece | null; after: Piece | null } {
  const { pieces } = piecesOf(paragraph);
  const before = pieces.find(({ at, length }) => at < offset && offset <= at + length) ?? null;
  const after = pieces.find(({ at, length }) => at <= offset && offset < at + length) ?? null;
  return { before, after };
}

/** Makes of a field's result plain text, in which a change lasts. */
export function freeFields(paragraph: Element, fields: readonly Field[]): void {
  for (const { marks } of fields)
    for (const mark of marks) {
      if (mark.localName === "fldSimple") unwrap(mark);
      else detach(mark);
    }
  if (fields.length > 0) forget(paragraph);
}

/**
 * Content controls around a text that is changed: without their tie to data, from which Word would fill them
 * again.
 */
export function freeControls(node: Node | null): void {
  for (let at = node; at; at = at.parentNode) {
    const properties = at.localName === "sdt" ? childOf(at, "sdtPr") : null;
    for (const name of ["dataBinding", "showingPlcHdr", "temporary"]) {
      const tie = properties && childOf(properties, name);
      if (tie) detach(tie);
    }
  }
}

export function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element);
  detach(element);
}

/** Makes a place lie between two runs and gives the run after it; null at the paragraph's end. */
export function cutRuns(paragraph: Element, offset: number): Element | null {
  const { before, after } = around(paragraph, offset);
  if (!after) return null;
  const shared = after.fields.filter((field) => before?.fields.includes(field));
  if (shared.length > 0) {
    freeFields(paragraph, shared);
    return cutRuns(paragraph, offset);
  }
  const within = before === after ? offset - after.at : 0;
  const first = outermost(after);
  if (within > 0 && first) return splitAt(paragraph, cutText(first, after.text, within));
  return first && splitAt(paragraph, first);
}

/** Where a piece begins: at the first mark of the outermost field it is the result of. */
const outermost = (piece: Piece): Element | null => piece.fields[0]?.marks[0] ?? piece.nodes[0] ?? null;

/** Cuts a `w:t` in two and gives the second. */
function cutText(node: Element, text: string, at: number): Element {
  const second = textElement(node, text.slice(at));
  setText(node, text.slice(0, at));
  insertAfter(second, node);
  return second;
}

/** Makes a new run begin with an element of a run, and gives it. */
function splitAt(paragraph: Element, element: Element): Element {
  forget(paragraph);
  const run = element.parentNode as Element;
  if (!is(run, "r")) return element;
  const content = elementsIn(run).filter(({ localName }) => localName !== "rPr");
  if (content[0] === element) return run;
  const second = copyOf(run, false);
  const properties = childOf(run, "rPr");
  if (properties) second.appendChild(copyOf(properties));
  for (const moved of content.slice(content.indexOf(element))) second.appendChild(moved);
  insertAfter(second, run);
  return second;
}

const TWICE = ["hyperlink", "ins", "moveTo", "dir", "bdo"];

/** The child of the paragraph with which the second half begins; null where nothing comes after the place. */
export function cutParagraph(paragraph: Element, offset: number): Node | null {
  const { length } = piecesOf(paragraph);
  if (offset >= length - END_MARK) return null;
  let node: Node | null = offset === 0 ? firstContent(paragraph) : cutRuns(paragraph, offset);
  while (node && node.parentNode !== paragraph) {
    const parent: Node | null = node.parentNode;
    if (!parent) return null;
    if (TWICE.includes(parent.localName ?? "")) node = cutWrapper(parent as Element, node);
    // What can be there only once, such as a content control, gives up its hold on the text.
    else unwrap((parent.localName === "sdtContent" ? freedControl(parent) : parent) as Element);
  }
  forget(paragraph);
  return node;
}

function freedControl(content: Node): Node {
  const control = content.parentNode as Element;
  for (const other of elementsIn(control)) if (other !== content) detach(other);
  unwrap(control);
  return content;
}

function cutWrapper(wrapper: Element, from: Node): Node {
  const content = elementsIn(wrapper);
  if (content[0] === from) return wrapper;
  const second = copyOf(wrapper, false);
  for (const moved of content.slice(content.indexOf(from as Element))) second.appendChild(moved);
  insertAfter(second, wrapper);
  return second;
}

const firstContent = (paragraph: Element): Element | null =>
  elementsIn(paragraph).find(({ localName }) => localName !== "pPr") ?? null;

/** Controls for one line of text, or one choice: two paragraphs in one of them are more than Word opens. */
const ONE_LINE = ["text", "date", "dropDownList", "comboBox", "checkbox"];

/** Takes such a control from around a paragraph, or from around the cell that the paragraph is in. */
function leaveControl(paragraph: Element): void {
  const inside = is(paragraph.parentNode, "tc") ? paragraph.parentNode : paragraph;
  const content = inside.parentNode;
  const properties =
    is(content, "sdtContent") && content.parentNode ? childOf(content.parentNode, "sdtPr") : null;
  if (!content || !properties || !ONE_LINE.some((kind) => childOf(properties, kind))) return;
  unwrap(freedControl(content) as Element);
}

/**
 * Splits a paragraph and gives the new first half, with the same properties; the second keeps the rest and
 * its end.
 */
export function splitParagraph(paragraph: Element, offset: number): Element {
  leaveControl(paragraph);
  const second = cutParagraph(paragraph, offset);
  const first = copyOf(paragraph, false);
  const properties = childOf(paragraph, "pPr");
  if (properties) {
    const copy = copyOf(properties);
    const section = childOf(copy, "sectPr");
    // The section ends with the second half.
    if (section) detach(section);
    first.appendChild(copy);
  }
  for (const child of elementsIn(paragraph)) {
    if (child === second) break;
    if (child !== properties) first.appendChild(child);
  }
  paragraph.parentNode?.insertBefore(first, paragraph);
  forget(paragraph);
  return first;
}
