/** createParagraphBullets and deleteParagraphBullets. */
import { newList } from "../json/lists";
import type { Live, Segment } from "../json/live";
import { touch } from "../json/live";
import type { Place } from "../edit/locate";
import { putProperty } from "../edit/writeParagraphStyle";
import { removePieces } from "../edit/takeOut";
import { styleBook } from "../json/styles";
import type { Element } from "../xml/xml";
import { childOf, detach, made, valueOf } from "../xml/xml";
import type { Range } from "./range";
import { paragraphProperties, paragraphsOf } from "./styles";

const DEEPEST = 8;

/** All paragraphs of the range become one list; tabs at a paragraph's start say how deep it is, and go. */
export function createParagraphBullets(live: Live, request: { range?: Range; bulletPreset?: string }): void {
  const { segment, blocks } = paragraphsOf(live, request.range);
  const list = newList(live, request.bulletPreset ?? "BULLET_DISC_CIRCLE_SQUARE");
  for (const block of blocks) {
    const level = leadingTabs(block);
    if (level > 0) removePieces(block.node, 0, level);
    number(live, segment, block.node, Math.min(level, DEEPEST), list);
  }
}

function leadingTabs({ paragraph }: Place["block"]): number {
  const text = paragraph.pieces.map((piece) => piece.text).join("");
  return /^\t*/.exec(text)?.[0].length ?? 0;
}

function number(live: Live, segment: Segment, paragraph: Element, level: number, list: string): void {
  const properties = paragraphProperties(paragraph);
  putProperty(properties, "numPr", {});
  const numbering = childOf(properties, "numPr") as Element;
  numbering.appendChild(made(paragraph, "ilvl", { val: level }));
  numbering.appendChild(made(paragraph, "numId", { val: list }));
  touch(live, segment, paragraph);
}

export function deleteParagraphBullets(live: Live, request: { range?: Range }): void {
  const { segment, blocks } = paragraphsOf(live, request.range);
  const book = styleBook(live);
  for (const { node } of blocks) {
    const properties = paragraphProperties(node);
    const own = childOf(properties, "numPr");
    if (own) detach(own);
    // Numbers that come with the style are taken away by the number of no list.
    if (book.of(valueOf(properties, "pStyle")).numbering) number(live, segment, node, 0, "0");
    touch(live, segment, node);
  }
}
