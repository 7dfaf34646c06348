/** Taking a range out of a segment: text, whole paragraphs, whole tables; what would leave no document is refused. */
import { freeControls, freeFields } from "./cut";
import { Fault } from "./fault";
import type { Block, Span } from "./layout";
import type { Live, Segment } from "./live";
import { blocksIn, touch } from "./live";
import { cellAt, isInsidePair, isReal } from "./locate";
import type { Piece } from "./pieces";
import { forget, piecesOf } from "./pieces";
import type { Element, Node } from "./xml";
import { childOf, deep, detach, elementsIn, is, made, setText } from "./xml";

const REFUSED = "Invalid deletion range. Cannot delete the requested range.";
const LAST_NEWLINE = "The range cannot include the newline character at the end of the segment.";

/** A range whose ends are in the same run of blocks: of the segment, or of one cell. */
interface Cut {
  blocks: Block[];
  range: Span;
}

export function removeRange(live: Live, segment: Segment, range: Span): void {
  const blocks = blocksIn(live, segment);
  if (range.end >= (blocks[blocks.length - 1]?.end ?? 0)) throw new Fault(LAST_NEWLINE);
  const cut = innermost({ blocks, range });
  check(cut);
  let waiting: Element | null = null;
  for (const block of cut.blocks.filter(
    (candidate) => touches(candidate, range) || candidate.start === range.end,
  )) {
    if (block.start === range.end && !waiting) break;
    if (block.kind === "table") takeOut(block.node);
    else if (block.kind === "section") endNoSection(block.ending);
    else if (isReal(block)) {
      const [from, to] = [Math.max(range.start, block.start), Math.min(range.end, block.end)];
      const endGoes: boolean = to === block.end;
      // What is gone entirely leaves nothing behind, not even its drawings.
      const all = from === block.start && endGoes;
      if (all) empty(block.node);
      else removePieces(block.node, from - block.start, to - block.start);
      const merged: Element = waiting ? mergedInto(waiting, block.node) : block.node;
      touch(live, segment, waiting, block.node);
      waiting = endGoes ? merged : null;
    }
  }
  touch(live, segment);
}

const touches = (block: Span, { start, end }: Span): boolean => block.start < end && start < block.end;

/** The cell that holds the whole range, if one does. */
function innermost({ blocks, range }: Cut): Cut {
  const block = blocks.find((candidate) => candidate.start <= range.start && range.start < candidate.end);
  if (block?.kind !== "table" || block.start === range.start) return { blocks, range };
  const cell = cellAt(block, range.start);
  if (!cell || range.start === cell.start || range.end >= cell.end) throw new Fault(REFUSED);
  return innermost({ blocks: cell.blocks, range });
}

function check({ blocks, range }: Cut): void {
  const whole = (block: Block): boolean => range.start <= block.start && block.end <= range.end;
  for (const block of blocks.filter((candidate) => touches(candidate, range))) {
    if (block.kind !== "paragraph") {
      const isFirst = block.kind === "section" && !block.ending;
      if (isFirst || !whole(block)) throw new Fault(REFUSED);
      continue;
    }
    if (!isReal(block)) throw new Fault(REFUSED);
    for (const at of [range.start, range.end])
      if (at > block.start && at < block.end && isInsidePair(block, at - block.start))
        throw new Fault(REFUSED);
  }
  // A paragraph that loses its end goes on in the next block, which must be one too.
  const losesEnd = blocks.some(
    (block) => block.kind === "paragraph" && touches(block, range) && block.end <= range.end,
  );
  const next = blocks.find((block) => block.start === range.end);
  if (losesEnd && next?.kind !== "paragraph") throw new Fault(REFUSED);
}

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
function takeOut(element: Element): void {
  const parent = element.parentNode as Element;
  detach(element);
  const isLeft = elementsIn(parent).some(({ localName }) => !PROPERTIES.includes(localName ?? ""));
  if (!isLeft && HOLDERS.includes(parent.localName ?? "")) takeOut(parent);
}

const STAYS = ["pPr", "bookmarkStart", "bookmarkEnd"];

function empty(paragraph: Element): void {
  for (const child of elementsIn(paragraph)) if (!STAYS.includes(child.localName ?? "")) detach(child);
  forget(paragraph);
}

/** A section that ends with this paragraph is joined to the one after it. */
function endNoSection(paragraph: Element | null): void {
  const section = deep(paragraph, "pPr", "sectPr");
  if (section) detach(section);
}

/**
 * Joins a paragraph that has lost its end with the next. The first one's properties hold, unless nothing is left of
 * it: then it is as if it had never been.
 */
function mergedInto(first: Element, second: Element): Element {
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
