/** updateTextStyle and updateParagraphStyle. */
import { cutRuns } from "../edit/cut";
import { Fault } from "../json/fault";
import type { Live, Segment } from "../json/live";
import { blocksIn, touch } from "../json/live";
import type { Place } from "../edit/locate";
import { isInsidePair, paragraphsIn } from "../edit/locate";
import type { ParagraphStyle } from "../json/paragraphStyle";
import { PARAGRAPH_FIELDS, putProperty, writeParagraphStyle } from "../edit/writeParagraphStyle";
import { piecesOf } from "../json/pieces";
import { styleIdFor } from "../json/styles";
import type { TextStyle } from "../json/textStyle";
import { TEXT_FIELDS, writeTextStyle } from "../json/textStyle";
import type { Element } from "../xml/xml";
import { childOf, detach, made, putInOrder } from "../xml/xml";
import type { Range } from "./range";
import { fieldsOf, rangeOf } from "./range";

interface UpdateTextStyle {
  range?: Range;
  textStyle?: TextStyle;
  fields?: string;
}

export function updateTextStyle(live: Live, { range, textStyle = {}, fields }: UpdateTextStyle): void {
  const { segment, span } = rangeOf(live, range);
  const named = fieldsOf(fields, TEXT_FIELDS);
  for (const block of paragraphsIn(blocksIn(live, segment), span.start, span.end)) {
    const from = Math.max(0, span.start - block.start);
    const to = Math.min(block.paragraph.length, span.end - block.start);
    for (const at of [from, to])
      if (isInsidePair(block, at))
        throw new Fault(`Index ${block.start + at} cannot be inside a surrogate pair.`);
    styleRuns(block.node, from, to, (properties) => writeTextStyle(properties, textStyle, named));
    touch(live, segment, block.node);
  }
}

/**
 * Runs that lie partly in the range are cut first; the newline's look is that of the paragraph's own mark.
 */
function styleRuns(paragraph: Element, from: number, to: number, write: (properties: Element) => void): void {
  cutRuns(paragraph, to);
  cutRuns(paragraph, from);
  const { pieces, length } = piecesOf(paragraph);
  const runs = pieces
    .filter(({ at }) => from <= at && at < to)
    .flatMap(({ run, nodes }) => [run, ...runsOf(nodes)]);
  for (const run of new Set(runs)) if (run) write(propertiesOf(run, "rPr"));
  if (to === length) write(markProperties(paragraph));
}

/** A page number is a field over several runs, all of which look alike. */
const runsOf = (nodes: readonly Element[]): Element[] =>
  nodes.map((node) => node.parentNode as Element).filter(({ localName }) => localName === "r");

/** The properties of a run or paragraph, made as its first child where there are none. */
function propertiesOf(element: Element, name: "rPr" | "pPr"): Element {
  const found = childOf(element, name);
  if (found) return found;
  const properties = made(element, name);
  element.insertBefore(properties, element.firstChild);
  return properties;
}

export const paragraphProperties = (paragraph: Element): Element => propertiesOf(paragraph, "pPr");

function markProperties(paragraph: Element): Element {
  const properties = paragraphProperties(paragraph);
  const found = childOf(properties, "rPr");
  if (found) return found;
  const mark = made(paragraph, "rPr");
  putInOrder(properties, mark, ["rPr", "sectPr", "pPrChange"]);
  return mark;
}

interface UpdateParagraphStyle {
  range?: Range;
  paragraphStyle?: ParagraphStyle;
  fields?: string;
}

export function updateParagraphStyle(live: Live, request: UpdateParagraphStyle): void {
  const { paragraphStyle = {}, range } = request;
  const { segment, blocks } = paragraphsOf(live, range);
  const named = fieldsOf(request.fields, ["namedStyleType", ...PARAGRAPH_FIELDS]);
  for (const { node } of blocks) {
    const properties = paragraphProperties(node);
    if (named.includes("namedStyleType")) putNamedStyle(live, properties, paragraphStyle.namedStyleType);
    writeParagraphStyle(
      properties,
      paragraphStyle,
      named.filter((field) => field !== "namedStyleType"),
    );
    touch(live, segment, node);
  }
}

/** The paragraphs that a range touches, wholly or in part. */
export function paragraphsOf(
  live: Live,
  range: Range | undefined,
): { segment: Segment; blocks: Place["block"][] } {
  const { segment, span } = rangeOf(live, range);
  return { segment, blocks: paragraphsIn(blocksIn(live, segment), span.start, span.end) };
}

function putNamedStyle(live: Live, properties: Element, named: string | undefined): void {
  if (named === undefined) throw new Fault("The named style type must be specified.");
  const id = styleIdFor(live, named);
  if (id !== null) return putProperty(properties, "pStyle", { val: id });
  const old = childOf(properties, "pStyle");
  if (old) detach(old);
}
