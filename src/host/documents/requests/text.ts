/** insertText, insertPageBreak, deleteContentRange, replaceAllText. */
import { Fault } from "../json/fault";
import { cleaned, insertElement, insertText } from "../edit/insert";
import type { Block } from "../json/layout";
import type { Live, Segment } from "../json/live";
import { blocksIn, endOf } from "../json/live";
import type { Location, Place } from "../edit/locate";
import { paragraphsIn, placeAt, segmentOf } from "../edit/locate";
import { THING } from "../json/pieces";
import { removeRange } from "../edit/remove";
import { made } from "../xml/xml";
import type { Range } from "./range";
import { rangeOf } from "./range";

export interface Where {
  location?: Location;
  endOfSegmentLocation?: Location;
}

/**
 * The place that a request names by an index or as the end of a segment, which is before its last newline.
 */
export function placeOf(
  live: Live,
  { location, endOfSegmentLocation }: Where,
): { segment: Segment; place: Place } {
  if (!location && !endOfSegmentLocation) throw new Fault("The insertion location must be specified.");
  const segment = segmentOf(live, location ?? endOfSegmentLocation ?? {});
  const index = location ? (location.index ?? 0) : endOf(live, segment) - 1;
  return { segment, place: placeAt(live, segment, index) };
}

export function insertTextRequest(live: Live, request: Where & { text?: string }): void {
  if (!request.text) throw new Fault("Insert text requests must specify text to insert.");
  const { segment, place } = placeOf(live, request);
  insertText(live, segment, place, cleaned(request.text));
}

/** A page break and, as Google does, a newline after it. */
export function insertPageBreak(live: Live, request: Where): void {
  const { segment, place } = placeOf(live, request);
  const isInBody = segment.kind === "body" && blocksIn(live, segment).includes(place.block);
  if (!isInBody) throw new Fault("Page breaks can only be inserted in the body, outside of tables.");
  insertText(live, segment, place, "\n");
  const at = placeAt(live, segment, place.block.start + place.offset);
  insertElement(live, segment, at, made(at.block.node, "br", { type: "page" }));
}

export function deleteContentRange(live: Live, request: { range?: Range }): void {
  const { segment, span } = rangeOf(live, request.range);
  removeRange(live, segment, span);
}

interface ReplaceAllText {
  containsText?: { text?: string; matchCase?: boolean; searchByRegex?: boolean };
  replaceText?: string;
  tabsCriteria?: unknown;
}

/** In the body, in headers, footers and footnotes; a text over two paragraphs is not found. */
export function replaceAllText(live: Live, { containsText, replaceText = "" }: ReplaceAllText): object {
  if (!containsText?.text) throw new Fault("The text to match must not be empty.");
  if (containsText.searchByRegex) throw new Error("The local host has no replaceAllText with searchByRegex");
  const { text, matchCase = false } = containsText;
  let changed = 0;
  for (const segment of live.segments.values()) {
    const found = matchesIn(blocksIn(live, segment), text, matchCase);
    changed += found.length;
    // From the end, so that the places still to come stay where they are.
    for (const index of found.reverse()) replaceAt(live, segment, index, text.length, cleaned(replaceText));
  }
  return { replaceAllText: { ...(changed > 0 && { occurrencesChanged: changed }) } };
}

function matchesIn(blocks: readonly Block[], text: string, matchCase: boolean): number[] {
  // Unit by unit, because some letters have a lower case of two.
  const folded = (s: string): string =>
    matchCase ? s : Array.from({ length: s.length }, (_, i) => foldedUnit(s.charAt(i))).join("");
  const wanted = folded(text);
  return paragraphsIn(blocks, 0, Infinity).flatMap(({ paragraph, start }) => {
    const whole = folded(paragraph.pieces.map((piece) => piece.text || THING).join(""));
    const found: number[] = [];
    for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length))
      found.push(start + at);
    return found;
  });
}

const foldedUnit = (unit: string): string => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit);

/** The new text takes the style of the first character that it replaces. */
function replaceAt(live: Live, segment: Segment, index: number, length: number, text: string): void {
  const first = firstCharacter(live, segment, index);
  if (text !== "") insertText(live, segment, placeAt(live, segment, index + first), text);
  if (length > first)
    removeRange(live, segment, { start: index + first + text.length, end: index + length + text.length });
  removeRange(live, segment, { start: index, end: index + first });
}

/** Its length in units: 2 for one outside the basic plane. */
function firstCharacter(live: Live, segment: Segment, index: number): number {
  const { block, offset } = placeAt(live, segment, index);
  const text = block.paragraph.pieces.map((piece) => piece.text).join("");
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
