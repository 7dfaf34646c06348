/**
 * A table as a CSV file (RFC 4180) that opens in any spreadsheet: UTF-8 with its mark, every field quoted, so
 * that no separator splits one; a text that would be taken for a formula, or for a command, gets an
 * apostrophe before it.
 */
import { isFormulaLike } from "./formulaLike";

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;

const field = (text: string): string => `"${harmless(text).replace(/"/g, '""')}"`;

const harmless = (text: string): string =>
  isFormulaLike(text) || /^[\t\r\n|]/.test(text) ? `'${text}` : text;
