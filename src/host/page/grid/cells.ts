/** The host's cells as the grid's, and back. */
import type { ICellData, IDocumentData, Nullable } from "@univerjs/core";
import type { Cell } from "../../model/model";
import { parse } from "../../sheets/parse";
import type { Typed } from "../../server/protocol";

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

/** Every member is there, because the grid merges what it gets into what a cell has. */
export function gridCell(cell: Cell | undefined): ICellData {
  if (!cell) return { v: null, f: null, p: null, si: null };
  // A formula's value is the grid's to calculate.
  if (cell.f) return { f: cell.f, p: null, si: null };
  const v = typeof cell.v === "boolean" ? Number(cell.v) : cell.v;
  return { v, t: typeOf(cell.v), f: null, p: null, si: null };
}

/** What the host puts into a formula's cell until a grid has calculated it. */
const NOT_CALCULATED = "#ERROR!";

/** For a workbook that opens: only what the cell has, a formula with its last value. */
export function newGridCell({ v, f }: Cell): ICellData {
  const value = { v: typeof v === "boolean" ? Number(v) : v, t: typeOf(v) };
  if (!f) return value;
  return v === NOT_CALCULATED ? { f } : { f, ...value };
}

const typeOf = (v: Cell["v"]): number =>
  typeof v === "string" ? TEXT : typeof v === "number" ? NUMBER : BOOLEAN;

/** The text of a cell with paragraphs, as a person typed it. */
const textOf = (p: IDocumentData): string =>
  (p.body?.dataStream ?? "").replace(/\r\n$/, "").replace(/\r\n?/g, "\n");

/** What was entered, as a person would have to type it; "" where the cell is empty. */
export function typedFrom(cell: Nullable<ICellData>): string {
  if (!cell) return "";
  if (cell.f) return cell.f;
  if (cell.p) return textOf(cell.p);
  const text = cell.v == null ? "" : String(cell.v);
  return cell.t === 4 ? `'${text}` : text;
}

/**
 * A cell's content as a value that the host reads back exactly, whatever its format would make of the text.
 */
export function exactly(cell: Nullable<ICellData>, place: Parameters<typeof parse>[1]): Typed {
  if (!cell) return "";
  if (cell.f) return cell.f;
  if (cell.p) return asText(textOf(cell.p), place);
  if (cell.v == null || cell.v === "") return "";
  if (cell.t === BOOLEAN) return Boolean(Number(cell.v));
  return typeof cell.v === "string" ? asText(cell.v, place) : cell.v;
}

function asText(text: string, place: Parameters<typeof parse>[1]): string {
  const { cell } = parse(text, place);
  return cell?.v === text && !cell.f ? text : `'${text}`;
}
