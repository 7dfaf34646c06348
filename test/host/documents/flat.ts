/**
 * A document's JSON as one text with a character for every index, which shows at once whether indexes have
 * gaps.
 */
interface Element {
  startIndex?: number;
  endIndex?: number;
  textRun?: { content: string };
}
interface Cell extends Element {
  content: Block[];
}
interface Row extends Element {
  tableCells: Cell[];
}
export interface Block extends Element {
  sectionBreak?: object;
  paragraph?: { elements: Element[] };
  table?: { tableRows: Row[] };
  tableOfContents?: { content: Block[] };
}

/** Of what takes an index and is no text; `end` is that of a table and of a table of contents. */
export const MARK = {
  section: "\u0001",
  table: "⟦",
  row: "│",
  cell: "┊",
  contents: "⟨",
  end: "⟧",
  thing: "\ufffc",
};

/** Throws where an index is not the next one. */
export function flat(content: readonly Block[]): string {
  let text = "";
  const at = ({ startIndex = 0 }: Element, what: string): void => {
    if (startIndex !== text.length) throw new Error(`${what} starts at ${startIndex}, not ${text.length}`);
  };
  const ends = ({ endIndex }: Element, what: string): void => {
    if (endIndex !== text.length) throw new Error(`${what} ends at ${endIndex}, not ${text.length}`);
  };
  const blocks = (list: readonly Block[]): void => {
    for (const block of list) {
      at(block, "a block");
      if (block.sectionBreak) text += MARK.section;
      for (const element of block.paragraph?.elements ?? []) {
        at(element, "an element");
        text += element.textRun?.content ?? MARK.thing;
        ends(element, "an element");
      }
      if (block.paragraph && !text.endsWith("\n")) throw new Error("a paragraph has no newline");
      if (block.table) table(block.table.tableRows);
      if (block.tableOfContents) {
        text += MARK.contents;
        blocks(block.tableOfContents.content);
        text += MARK.end;
      }
      ends(block, "a block");
    }
  };
  const table = (rows: readonly Row[]): void => {
    text += MARK.table;
    for (const row of rows) {
      at(row, "a row");
      text += MARK.row;
      for (const cell of row.tableCells) {
        at(cell, "a cell");
        text += MARK.cell;
        blocks(cell.content);
        ends(cell, "a cell");
      }
      ends(row, "a row");
    }
    text += MARK.end;
  };
  blocks(content);
  return text;
}
