/**
 * An .xlsx that another program wrote: looked at before it is read, because the reader of tables takes all it
 * is given.
 */
import { bufferOf, checkHarmless } from "./harm";
import { MAX_CELLS, MAX_COLUMNS_DESCRIBED, MAX_DROP_DOWNS, MAX_TAGS, MAX_TEXTS, Unreadable } from "./limits";
import type { Parts } from "./zip";
import { unzip, zip } from "./zip";

/** The same workbook as a plain zip of the parts that were looked at. Throws `Unreadable`. */
export function plainWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = unzip(bytes, ".xlsx");
  if (!parts.has("[Content_Types].xml") || !parts.has("_rels/.rels"))
    throw new Unreadable("It is not an .xlsx file.");
  checkHarmless(parts, ".xlsx");
  checkLinks(parts);
  let [cells, tags] = [0, 0];
  for (const part of parts.values()) {
    tags += tagsIn(part, MAX_TAGS - tags);
    if (tags > MAX_TAGS) throw new Unreadable(`It is too long: it has more than ${MAX_TAGS} tags.`);
    const text = bufferOf(part).toString("latin1");
    if (text.includes("definedName")) checkNames(text);
    cells += cellsIn(text);
    if (cells > MAX_CELLS)
      throw new Unreadable(`Its tabs, or one range in them, cover more than ${MAX_CELLS} cells.`);
  }
  return zip(parts, { packed: false });
}

const TAG_BEGINS = 0x3c;

/** Counted up to one more than `most`; byte by byte, which is the fastest here. */
function tagsIn(part: Uint8Array, most: number): number {
  let tags = 0;
  for (let at = 0; at < part.length && tags <= most; at += 1) if (part[at] === TAG_BEGINS) tags += 1;
  return tags;
}

/** A workbook that fetches from elsewhere shows what nobody here entered. */
function checkLinks(parts: Parts): void {
  const names = [...parts.keys()];
  if (names.some((name) => /\/externalLinks\//i.test(name)))
    throw new Unreadable("It is linked to other workbooks. Break the links (in Excel: Data, Edit Links).");
  if (names.some((name) => /\/(queryTables|connections\.xml|model\/)/i.test(name)))
    throw new Unreadable("It fetches data from elsewhere. Delete its queries and connections.");
}

/** Names with which old Excel ran macros by itself. */
function checkNames(text: string): void {
  const found = /<(?:\w+:)?definedName\b[^>]*\bname\s*=\s*["'](?:_xlnm\.)?(Auto_\w+)/i.exec(text);
  if (found) throw new Unreadable(`Its name ${found[1]} runs a macro when it is opened. Delete that name.`);
}

/** A cell as nearly all are written, or where any such element begins. */
const HEAD =
  /<(?:c r="([A-Z]{1,3})(\d{1,7})"(?: [st]="\w*"){0,2}\/?>|(?:[^\s<>:/]+:)?(row|c|col|mergeCell|si|dataValidation)(?=[\s/>]))/g;
/** XML allows no < in them. */
const ATTRIBUTES = /(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y;

/** Of one part: what the reader of tables keeps place for. */
interface Extent {
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
  /** The cells of its widest merged range. */
  merged: number;
  texts: number;
  columns: number;
  dropDowns: number;
}

function cellsIn(text: string): number {
  const extent: Extent = {
    ...{ row: 0, column: 0, lastRow: 0, lastColumn: 0 },
    ...{ merged: 0, texts: 0, columns: 0, dropDowns: 0 },
  };
  for (const head of text.matchAll(HEAD)) {
    const [, letters, row, tag = ""] = head;
    if (letters !== undefined) {
      reach(extent, Number(row), columnOf(letters));
      continue;
    }
    ATTRIBUTES.lastIndex = head.index + head[0].length;
    const attributes = ATTRIBUTES.exec(text)?.[0];
    if (attributes === undefined) throw new Unreadable("It is damaged: one of its parts is not XML.");
    count(extent, tag, attributes);
  }
  if (extent.texts > MAX_TEXTS) throw new Unreadable(`It contains more than ${MAX_TEXTS} different texts.`);
  if (extent.columns > MAX_COLUMNS_DESCRIBED || extent.dropDowns > MAX_DROP_DOWNS)
    throw new Unreadable("One of its tabs describes far too many columns or drop-downs.");
  return Math.max(extent.lastRow * extent.lastColumn, extent.merged);
}

/** Rows and cells that say no place come after the ones before them. */
function count(extent: Extent, tag: string, attributes: string): void {
  if (tag === "row") {
    extent.row = Number(valueOf(attributes, "r")) || extent.row + 1;
    extent.column = 0;
  } else if (tag === "c") {
    const place = valueOf(attributes, "r");
    const [row, column] = place === "" ? [extent.row, extent.column + 1] : placeOf(place);
    reach(extent, row, column);
  } else if (tag === "mergeCell") {
    const [first = "", last = first] = valueOf(attributes, "ref").split(":");
    const [from, to] = [placeOf(first), placeOf(last)];
    extent.merged = Math.max(extent.merged, (to[0] - from[0] + 1) * (to[1] - from[1] + 1));
  } else if (tag === "si") extent.texts += 1;
  else if (tag === "dataValidation") extent.dropDowns += 1;
  else {
    const [first, last] = [Number(valueOf(attributes, "min")), Number(valueOf(attributes, "max"))];
    // What is not a number does not describe a column.
    extent.columns += Math.max(1, last - first + 1 || 1);
  }
}

function reach(extent: Extent, row: number, column: number): void {
  extent.column = column;
  if (row > extent.lastRow) extent.lastRow = row;
  if (column > extent.lastColumn) extent.lastColumn = column;
}

/** `C7` -> 7, 3, counted from 1. */
function placeOf(text: string): [row: number, column: number] {
  const [, letters = "", row = ""] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(text) ?? [];
  if (row === "")
    throw new Unreadable(`One of its cells is at "${text.slice(0, 40)}", which is not a valid place.`);
  return [Number(row), columnOf(letters.toUpperCase())];
}

function columnOf(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i += 1) column = column * 26 + letters.charCodeAt(i) - 64;
  return column;
}

/** "" where it is absent. If it is there twice, some readers take one and some the other. */
function valueOf(attributes: string, name: keyof typeof VALUES): string {
  const pattern = VALUES[name];
  pattern.lastIndex = 0;
  const found = pattern.exec(attributes);
  if (!found) return "";
  const value = found[1] ?? found[2] ?? found[3] ?? "";
  if (value.includes("&") || pattern.test(attributes))
    throw new Unreadable("It is damaged: one of its cells does not say where it is.");
  return value;
}
const valuesOf = (name: string): RegExp =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'/>]+))`, "g");
const VALUES = { r: valuesOf("r"), ref: valuesOf("ref"), min: valuesOf("min"), max: valuesOf("max") };
