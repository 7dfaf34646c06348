/**
 * Any text in tracker.xlsx: written to the file and read from it again it is the same text and no formula,
 * also for a reader that knows nothing of us; what an .xlsx cannot hold is refused by name of its cell, never
 * changed silently.
 */
import { strFromU8, unzipSync } from "fflate";
import { newWorkbook } from "../../../src/host/model/blank";
import type { Sheet, Workbook } from "../../../src/host/model/model";
import { workbookFrom, xlsxOf } from "../../../src/host/xlsx/xlsx";
import { parsed } from "../../../src/host/documents/xml/xml";
import { elementsIn } from "../../../src/host/documents/xml/xml";
import { TEXTS } from "../../badInputs";

const MAX_TEXT = 32_767;
const isHoldable = (text: string): boolean =>
  text.length <= MAX_TEXT && !/\p{Surrogate}|[\uFFFE\uFFFF]/u.test(text);
const HELD = TEXTS.map(({ text }) => text).filter((text) => text !== "" && isHoldable(text));

function withTexts(texts: readonly string[]): Workbook {
  const workbook = newWorkbook();
  const [sheet] = workbook.sheets as [Sheet];
  sheet.rows = Math.max(sheet.rows, texts.length);
  texts.forEach((v, row) => (sheet.cells[row] = { 0: { v } }));
  return workbook;
}

test("every text comes back from the file alone as the text it was, and none is a formula", async () => {
  const { sheets } = await workbookFrom(await xlsxOf(withTexts(HELD)));
  expect(HELD.map((_, row) => sheets[0]?.cells[row]?.[0])).toEqual(HELD.map((v) => ({ v })));
});

test("in the file's own XML there is no formula, no link and no cell of another type than text", async () => {
  const parts = unzipSync(await xlsxOf(withTexts(HELD)));
  const names = Object.keys(parts);
  expect(names.filter((name) => /externalLink|hyperlink|connections/i.test(name))).toEqual([]);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).not.toMatch(/<f[\s>]|<hyperlink/);
  const data = elementsIn(parsed("sheet", sheet).documentElement!).find((e) => e.localName === "sheetData")!;
  const types = elementsIn(data).flatMap((row) => elementsIn(row).map((cell) => cell.getAttribute("t")));
  expect(types).toHaveLength(HELD.length);
  expect(types.filter((type) => !["s", "inlineStr", "str"].includes(type ?? ""))).toEqual([]);
});

test("what it cannot hold is refused with its cell and the reason", async () => {
  const refused = [...TEXTS.map(({ text }) => text), "x".repeat(MAX_TEXT + 1), "half \ud83d"].filter(
    (text) => !isHoldable(text),
  );
  for (const text of refused)
    await expect(xlsxOf(withTexts(["", "", text]))).rejects.toThrow(
      /^Sheet1, cell A3, (has \d+ characters\. An \.xlsx file can have at most 32767 in a cell\. Shorten the text\.|contains a broken character .* Enter the text again\.)$/,
    );
});
