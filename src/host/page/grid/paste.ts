/** Pasting: always what the cells say, never how they look, because looks belong to the add-on. */
import type { ICellData } from "@univerjs/core";
import { parse } from "../../sheets/parse";
import type { Sheet } from "../../model/model";
import { gridCell } from "./cells";
import type { Engine } from "./engine";
import type { Selected } from "./selection";
import { gridId, UNIT } from "./snapshot";
import type { PlaceOf, Typing } from "./typing";

const COPY = "univer.command.copy";
const CUT = "univer.command.cut";
const PASTE = "univer.command.paste";
const PASTE_BY_KEYS = "sheet.command.paste-by-short-key";
const PASTE_VALUES = "sheet.command.paste-value";

/** `a<tab>b<newline>c` -> [["a", "b"], ["c"]]; quoted cells may hold tabs, line ends and doubled quotes. */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, quoted, plain = "", end] = match;
    rows[rows.length - 1]?.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
    if (whole === "") break;
  }
  // Programs end what they copy with a line end.
  if (rows.length > 1 && rows[rows.length - 1]?.every((cell) => cell === "")) rows.pop();
  return rows;
}

export interface PasteOptions {
  engine: Engine;
  selected: () => Selected | null;
  typing: Typing;
  place: PlaceOf;
  say: (sentence: string) => void;
}

export interface Paste {
  /** Takes over a command of the grid's own; true when it did. */
  takesOver(id: string, params: unknown): boolean;
}

export function pasteInto({ engine, selected, typing, place, say }: PasteOptions): Paste {
  const { api } = engine;
  let cut: Selected | null = null;

  const write = (sheet: Sheet, value: Record<number, Record<number, ICellData>>): void =>
    void api.syncExecuteCommand("sheet.command.set-range-values", {
      unitId: UNIT,
      subUnitId: gridId(sheet.id),
      value,
    });

  function paste(text: string): void {
    const at = selected();
    if (!at || text === "") return;
    const { sheet } = at;
    const block = cellsIn(text);
    const { height, width } = sizeOf(at, block);
    if (at.range.startRow + height > sheet.rows || at.range.startColumn + width > sheet.columns)
      return say(
        `There is not enough room below row ${at.range.startRow + 1}. Insert rows first, then paste again.`,
      );
    const moved = cut;
    cut = null;
    if (moved) empty(moved);
    const value: Record<number, Record<number, ICellData>> = {};
    for (let i = 0; i < height; i += 1)
      for (let j = 0; j < width; j += 1) {
        const [row, column] = [at.range.startRow + i, at.range.startColumn + j];
        const line = block[i % block.length] ?? [];
        const typed = line[j % Math.max(1, widthOf(block))] ?? "";
        typing.put(sheet.id, row, column, typed);
        (value[row] ??= {})[column] = gridCell(parse(typed, place(sheet, row, column)).cell ?? undefined);
      }
    write(sheet, value);
  }

  function empty({ sheet, range }: Selected): void {
    const value: Record<number, Record<number, ICellData>> = {};
    for (let row = range.startRow; row <= range.endRow; row += 1)
      for (let column = range.startColumn; column <= range.endColumn; column += 1)
        (value[row] ??= {})[column] = gridCell(undefined);
    write(sheet, value);
  }

  function takesOver(id: string, params: unknown): boolean {
    switch (id) {
      case COPY:
        cut = null;
        return false;
      case CUT:
        void api.executeCommand(COPY).then(() => {
          cut = selected();
        });
        return true;
      case PASTE:
      case PASTE_VALUES:
        void navigator.clipboard
          .readText()
          .then(paste, () => say("Paste with Ctrl+V. This browser does not allow pasting any other way."));
        return true;
      case PASTE_BY_KEYS:
        paste((params as { textContent?: string }).textContent ?? "");
        return true;
      default:
        return false;
    }
  }
  // What is copied elsewhere meanwhile is not what was cut here.
  addEventListener("blur", () => (cut = null));
  return { takesOver };
}

const widthOf = (block: readonly string[][]): number => Math.max(1, ...block.map((line) => line.length));

/** A selection that is a multiple of what is pasted is filled with it. */
function sizeOf({ range }: Selected, block: readonly string[][]): { height: number; width: number } {
  const [rows, columns] = [range.endRow - range.startRow + 1, range.endColumn - range.startColumn + 1];
  const [height, width] = [block.length, widthOf(block)];
  const fills = rows % height === 0 && columns % width === 0;
  return fills ? { height: rows, width: columns } : { height, width };
}
