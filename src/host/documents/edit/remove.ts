/**
 * Taking a range out of a segment: text, whole paragraphs, whole tables; what would leave no document is
 * refused.
 */
import { Fault } from "../json/fault";
import { endNoSection, mergedInto } from "./join";
import type { Block, Span } from "../json/layout";
import type { Live, Segment } from "../json/live";
import { blocksIn, touch } from "../json/live";
import { cellAt, isInsidePair, isReal } from "./locate";
import { empty, removePieces, takeOut } from "./takeOut";
import type { Element } from "../xml/xml";

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
    if (block.kind === "table" || block.kind === "contents") takeOut(block.node);
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
  const touched = blocks.filter((block) => touches(block, range));
  const losesEnd = touched.some((block) => block.kind === "paragraph" && block.end <= range.end);
  const next = blocks.find((block) => block.end > range.end);
  if (losesEnd && next?.kind !== "paragraph") throw new Fault(REFUSED);
}
