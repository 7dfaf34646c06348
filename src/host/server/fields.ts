/** The fields of a request's body, each checked before it is used. */
import type { Area, Cell, Sheet, Workbook } from "../model/model";
import type { Selection } from "../run/screen";
import type { Body } from "./body";
import type { Typed } from "./protocol";
import { Refusal } from "./refusal";

const wrong = (name: string) => new Refusal(400, `The field ${name} is missing or of the wrong kind.`);

export function textIn(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== "string" || value.length > 10_000) throw wrong(name);
  return value;
}

/** A whole number from 0. */
export function countIn(body: Body, name: string): number {
  const value = body[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw wrong(name);
  return value;
}

export function listIn(body: Body, name: string): unknown[] {
  const value = body[name];
  if (!Array.isArray(value)) throw wrong(name);
  return value;
}

export function flagIn(body: Body, name: string): boolean {
  const value = body[name];
  if (typeof value !== "boolean") throw wrong(name);
  return value;
}

export const isTyped = (value: unknown): value is Typed =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value));

/** A rectangle of values, neither empty nor ragged. */
export function blockIn(body: Body, name: string): Typed[][] {
  const rows = listIn(body, name);
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isBlock = rows.every((row) => Array.isArray(row) && row.length === width && row.every(isTyped));
  if (!isBlock || width === 0) throw wrong(name);
  return rows as Typed[][];
}

const isCell = (value: unknown): value is Cell | null =>
  value === null ||
  (typeof value === "object" &&
    "v" in value &&
    isTyped(value.v) &&
    (!("f" in value) || (typeof value.f === "string" && value.f.startsWith("="))));

/** A rectangle of cells as the host keeps them. */
export function cellsIn(body: Body, name: string): (Cell | null)[][] {
  const rows = listIn(body, name);
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (!rows.every((row) => Array.isArray(row) && row.length === width && row.every(isCell)))
    throw wrong(name);
  const plain = (cell: Cell): Cell => ({ v: cell.v, ...(cell.f === undefined ? {} : { f: cell.f }) });
  return (rows as (Cell | null)[][]).map((row) => row.map((cell) => cell && plain(cell)));
}

export function sheetIn(body: Body, workbook: Workbook): Sheet {
  const id = countIn(body, "sheet");
  const found = workbook.sheets.find((sheet) => sheet.id === id);
  if (!found) throw new Refusal(409, "That tab is no longer there. Reload the page.");
  return found;
}

export function areaIn(body: Body, name: string): Area {
  const value = body[name];
  if (typeof value !== "object" || value === null) throw wrong(name);
  const read = value as Body;
  const [row, lastRow] = [countIn(read, "row"), countIn(read, "lastRow")];
  const [column, lastColumn] = [countIn(read, "column"), countIn(read, "lastColumn")];
  if (lastRow < row || lastColumn < column) throw wrong(name);
  return { row, column, lastRow, lastColumn };
}

/** Where the person is; none where the page has not said, or where that tab has gone meanwhile. */
export function selectionIn(body: Body, workbook: Workbook): Selection | undefined {
  const value = body["selection"];
  if (typeof value !== "object" || value === null) return undefined;
  const read = value as Body;
  const sheet = textIn(read, "sheet");
  if (!workbook.sheets.some(({ name }) => name === sheet)) return undefined;
  const [row, column] = [countIn(read, "row"), countIn(read, "column")];
  return { sheet, row, column, rows: countIn(read, "rows"), columns: countIn(read, "columns") };
}
