/**
 * From an index of a segment to the paragraph, cell or table there; refuses, in Google's words, what is
 * nowhere.
 */
import { Fault } from "../json/fault";
import type { Block, Cell, ParagraphBlock, TableBlock } from "../json/layout";
import type { Live, Segment } from "../json/live";
import { blocksIn, endOf, TAB } from "../json/live";
import type { Element } from "../xml/xml";

/** A location as a request gives it; index 0 may be left out. */
export interface Location {
  index?: number;
  segmentId?: string;
  tabId?: string;
}

/** A paragraph of the file and a place in it, from 0 to its length less one, which is before its newline. */
export interface Place {
  block: ParagraphBlock & { node: Element };
  offset: number;
}

export function segmentOf(live: Live, { segmentId = "", tabId }: Location): Segment {
  if (tabId !== undefined && tabId !== "" && tabId !== TAB)
    throw new Fault(`The tab ID ${tabId} was not found.`);
  const segment = live.segments.get(segmentId);
  if (!segment) throw new Fault(`Segment with ID ${segmentId} was not found.`);
  return segment;
}

export function checkIndex(live: Live, segment: Segment, index: number): void {
  if (!Number.isInteger(index) || index < 0)
    throw new Fault(`Index ${index} must be greater than or equal to zero.`);
  const end = endOf(live, segment);
  if (index >= end)
    throw new Fault(`Index ${index} must be less than the end index of the referenced segment, ${end}.`);
}

const holds = ({ start, end }: { start: number; end: number }, index: number): boolean =>
  start <= index && index < end;

/**
 * The innermost paragraph with the index; null on a border of a table, a row or a cell, on a section break,
 * and in a table of contents.
 */
export function paragraphAt(blocks: readonly Block[], index: number): ParagraphBlock | null {
  const block = blocks.find((candidate) => holds(candidate, index));
  if (!block || block.kind === "section" || block.kind === "contents") return null;
  if (block.kind === "paragraph") return block;
  const cell = cellAt(block, index);
  return cell && paragraphAt(cell.blocks, index);
}

export const cellAt = (table: TableBlock, index: number): Cell | null =>
  table.rows.find((row) => holds(row, index))?.cells.find((cell) => holds(cell, index)) ?? null;

export function placeAt(live: Live, segment: Segment, index: number): Place {
  checkIndex(live, segment, index);
  const block = paragraphAt(blocksIn(live, segment), index);
  if (!block)
    throw new Fault(
      "The insertion index must be inside the bounds of an existing paragraph. You can still create new paragraphs by inserting newlines.",
    );
  if (!isReal(block)) throw new Fault("The local host cannot write into a cell that a merged cell covers.");
  if (isInsidePair(block, index - block.start))
    throw new Fault(`Index ${index} cannot be inside a surrogate pair.`);
  return { block, offset: index - block.start };
}

export const isReal = (block: ParagraphBlock): block is Place["block"] => block.node !== null;

/** Whether an index would part the two halves of one character. */
export function isInsidePair({ paragraph }: ParagraphBlock, offset: number): boolean {
  const unit = (at: number): number => {
    const piece = paragraph.pieces.find((p) => p.at <= at && at < p.at + p.length);
    return piece?.text.charCodeAt(at - piece.at) ?? 0;
  };
  const [before, after] = [unit(offset - 1), unit(offset)];
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** All paragraphs of the file that a range touches, in tables too, but not those of a table of contents. */
export function paragraphsIn(blocks: readonly Block[], start: number, end: number): Place["block"][] {
  return blocks.flatMap((block) => {
    if (block.end <= start || block.start >= end) return [];
    if (block.kind === "section" || block.kind === "contents") return [];
    if (block.kind === "paragraph") return isReal(block) ? [block] : [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks, start, end)));
  });
}

/** The table that begins at an index, wherever it is nested. */
export function tableAt(live: Live, location: Location | undefined): TableBlock {
  const segment = segmentOf(live, location ?? {});
  const index = location?.index ?? 0;
  checkIndex(live, segment, index);
  const found = tableStarting(blocksIn(live, segment), index);
  if (!found) throw new Fault("Invalid table start location. Must specify the start index of the table.");
  return found;
}

function tableStarting(blocks: readonly Block[], index: number): TableBlock | null {
  const block = blocks.find((candidate) => holds(candidate, index));
  if (block?.kind !== "table") return null;
  if (block.start === index) return block;
  const cell = cellAt(block, index);
  return cell && tableStarting(cell.blocks, index);
}
