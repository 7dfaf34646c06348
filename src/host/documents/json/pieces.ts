/**
 * A paragraph as the pieces that take indexes in Google's count: stretches of text, and things that take one
 * each.
 */
import { charactersOf } from "../xml/characters";
import type { Field, OpenField } from "../xml/fields";
import { autoTextOf, isClosed, isTicked } from "../xml/fields";
import { placeOfDrawing } from "./objects";
import type { Element, Node } from "../xml/xml";
import { attribute, childOf, deep, elementsIn, is } from "../xml/xml";

export type PieceKind =
  | "text"
  | "pageBreak"
  | "columnBreak"
  | "horizontalRule"
  | "inlineObjectElement"
  | "autoText"
  | "footnoteReference"
  | "equation";

export interface Piece {
  /** Its first index within the paragraph, from 0. */
  at: number;
  length: number;
  kind: PieceKind;
  /** Of text what it says; of anything else U+FFFC, which no search finds. */
  text: string;
  /** The `w:r` whose properties it has; null for a formula. */
  run: Element | null;
  /** What goes when it goes: a `w:t`, of which a part may go, or whole elements. */
  nodes: readonly Element[];
  /** The fields whose result it is part of, the outermost first. */
  fields: readonly Field[];
  /** PAGE_NUMBER or PAGE_COUNT of an autoText. */
  type?: string;
}

export interface Paragraph {
  pieces: readonly Piece[];
  /** With the newline that ends it. */
  length: number;
  /** Drawings that hang on it and take no index. */
  positioned: readonly Element[];
}

/** The character that represents a thing that is not text. */
export const THING = "\ufffc";

/** What holds runs and takes no index itself; everything not named here is passed by. */
const THROUGH = ["hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo"];
interface Walk {
  pieces: Piece[];
  positioned: Element[];
  length: number;
  fields: OpenField[];
}

const known = new WeakMap<Element, Paragraph>();

/** The pieces of a `w:p`; remembered until `forget`. */
export function piecesOf(paragraph: Element): Paragraph {
  const found = known.get(paragraph);
  if (found) return found;
  const walk: Walk = { pieces: [], positioned: [], length: 0, fields: [] };
  inline(walk, paragraph);
  // A field that ends in another paragraph, such as a table of contents, stays as it is.
  const pieces = walk.pieces.map((piece) => ({ ...piece, fields: piece.fields.filter(isClosed) }));
  const made: Paragraph = { pieces, length: walk.length + 1, positioned: walk.positioned };
  known.set(paragraph, made);
  return made;
}

export const forget = (paragraph: Node): void => void known.delete(paragraph as Element);

function put(walk: Walk, kind: PieceKind, text: string, run: Element | null, nodes: Element[]): Piece | null {
  if (text === "" || walk.fields.some(({ shows }) => !shows)) return null;
  // The number that a page had last is not seen, but that there is one.
  if (walk.fields.some((field) => autoTextOf(field.instruction))) return null;
  const piece: Piece = {
    at: walk.length,
    length: text.length,
    kind,
    text,
    run,
    nodes,
    fields: [...walk.fields],
  };
  walk.pieces.push(piece);
  walk.length += text.length;
  return piece;
}

function inline(walk: Walk, parent: Element): void {
  for (const element of elementsIn(parent)) {
    const name = element.localName ?? "";
    if (is(element, "r")) inRun(walk, element);
    else if (name === "sdt") inline(walk, childOf(element, "sdtContent") ?? element);
    else if (name === "fldSimple") simpleField(walk, element);
    else if (name === "oMath" || name === "oMathPara") put(walk, "equation", THING, null, [element]);
    else if (THROUGH.includes(name)) inline(walk, element);
  }
}

function simpleField(walk: Walk, element: Element): void {
  const run = childOf(element, "r");
  const type = autoTextOf(attribute(element, "instr") ?? "");
  if (type) {
    const piece = put(walk, "autoText", THING, run, [element]);
    if (piece) piece.type = type;
    return;
  }
  const field = { marks: [element], instruction: "", shows: true, closed: true, all: [], run: null };
  walk.fields.push(field);
  inline(walk, element);
  walk.fields.splice(walk.fields.indexOf(field), 1);
}

function inRun(walk: Walk, run: Element): void {
  for (const element of elementsIn(run)) {
    for (const field of walk.fields) field.all.push(element);
    const name = element.localName ?? "";
    const characters = charactersOf(element);
    if (characters !== null) put(walk, "text", characters, run, [element]);
    else if (name === "br") lineBreak(walk, run, element);
    else if (name === "fldChar") fieldMark(walk, run, element);
    else if (name === "instrText") instruction(walk, element);
    else if (name === "footnoteReference" || name === "endnoteReference")
      put(walk, "footnoteReference", THING, run, [element]);
    else if (["drawing", "pict", "object", "AlternateContent"].includes(name)) drawing(walk, run, element);
  }
}

function lineBreak(walk: Walk, run: Element, element: Element): void {
  const type = attribute(element, "type");
  if (type === "page") put(walk, "pageBreak", THING, run, [element]);
  else if (type === "column") put(walk, "columnBreak", THING, run, [element]);
  else put(walk, "text", "\u000b", run, [element]);
}

function fieldMark(walk: Walk, run: Element, mark: Element): void {
  const type = attribute(mark, "fldCharType");
  if (type === "begin")
    walk.fields.push({ marks: [mark], instruction: "", shows: false, closed: false, all: [mark], run });
  const field = walk.fields[walk.fields.length - 1];
  // A mark whose begin is in an earlier paragraph has nothing to end here.
  if (!field?.run || type === "begin") return;
  field.marks.push(mark);
  if (type === "separate") field.shows = true;
  else endField(walk, field);
}

function endField(walk: Walk, field: OpenField): void {
  field.closed = true;
  walk.fields.pop();
  const type = autoTextOf(field.instruction);
  const box = deep(field.marks[0] ?? null, "ffData", "checkBox");
  if (type) {
    const piece = put(walk, "autoText", THING, field.run, field.all);
    if (piece) piece.type = type;
  } else if (box) put(walk, "text", isTicked(box) ? "☒" : "☐", field.run, field.all);
}

function instruction(walk: Walk, element: Element): void {
  const field = walk.fields[walk.fields.length - 1];
  if (!field) return;
  field.instruction += element.textContent ?? "";
  field.marks.push(element);
}

function drawing(walk: Walk, run: Element, element: Element): void {
  const place = placeOfDrawing(element);
  if (place === "floating") walk.positioned.push(element);
  else if (place)
    put(walk, place === "rule" ? "horizontalRule" : "inlineObjectElement", THING, run, [element]);
}
