/**
 * A segment (the body, a header, a cell) as blocks with Google's indexes, each beside the XML it represents.
 */
import type { Paragraph } from "./pieces";
import { piecesOf } from "./pieces";
import { closingParagraph, contentOf, elementsThrough, isContents } from "../xml/through";
import type { Element } from "../xml/xml";
import { attribute, childOf, childrenOf, deep, is, valueOf } from "../xml/xml";

export interface Span {
  start: number;
  /** The first index after it. */
  end: number;
}

export interface ParagraphBlock extends Span {
  kind: "paragraph";
  /** Null in a cell that a merged one covers: the file has none there. */
  node: Element | null;
  paragraph: Paragraph;
}

export interface TableBlock extends Span {
  kind: "table";
  node: Element;
  rows: Row[];
  columns: number;
}

export interface Row extends Span {
  node: Element;
  /** One per column of the grid, those covered by a merged cell too. */
  cells: Cell[];
}

export interface Cell extends Span {
  /** Null where a cell to its left covers it. */
  node: Element | null;
  column: number;
  columnSpan: number;
  rowSpan: number;
  blocks: Block[];
}

export interface SectionBlock extends Span {
  kind: "section";
  /** The `w:sectPr` of the section that begins here. */
  properties: Element | null;
  /** The paragraph whose properties hold the section that ends here; null at the document's start. */
  ending: Element | null;
}

/** A table of contents: no request reaches inside. */
export interface ContentsBlock extends Span {
  kind: "contents";
  node: Element;
  blocks: Block[];
}

export type Block = ParagraphBlock | TableBlock | SectionBlock | ContentsBlock;

const NOTHING: Paragraph = { pieces: [], length: 1, positioned: [] };

/** `start` is 0; in the body the first section takes that index. */
export function blocksOf(root: Element, isBody: boolean): Block[] {
  const sections = isBody ? sectionsOf(root) : [];
  const first: Block[] = isBody
    ? [{ kind: "section", start: 0, end: 1, properties: sections[0] ?? null, ending: null }]
    : [];
  return [...first, ...blocksIn(root, isBody ? 1 : 0, sections)];
}

/** The sections' properties in their order, the last one's at the end of the body. */
const sectionsOf = (body: Element): Element[] => [
  ...elementsThrough(body, "p").flatMap((paragraph) => deep(paragraph, "pPr", "sectPr") ?? []),
  ...childrenOf(body, "sectPr"),
];

function blocksIn(root: Element, start: number, sections: readonly Element[] = []): Block[] {
  const content = contentOf(root);
  if (!is(content[content.length - 1] ?? null, "p")) content.push(closingParagraph(root));
  const blocks: Block[] = [];
  let at = start;
  let section = 0;
  const put = (block: Block): void => {
    blocks.push(block);
    at = block.end;
  };
  for (const node of content) {
    if (is(node, "tbl")) {
      put(tableBlock(node, at));
      continue;
    }
    if (isContents(node)) {
      put(contentsBlock(node, at));
      continue;
    }
    const paragraph = piecesOf(node);
    put({ kind: "paragraph", node, paragraph, start: at, end: at + paragraph.length });
    if (sections.length > 0 && deep(node, "pPr", "sectPr")) {
      section += 1;
      put({ kind: "section", start: at, end: at + 1, properties: sections[section] ?? null, ending: node });
    }
  }
  return blocks;
}

/** One index before what it holds and one after it, as a table has. */
function contentsBlock(node: Element, start: number): ContentsBlock {
  const blocks = blocksIn(childOf(node, "sdtContent") ?? node, start + 1);
  return { kind: "contents", node, blocks, start, end: (blocks[blocks.length - 1]?.end ?? start + 1) + 1 };
}

/** A table, each row and each cell take one index, and the table's end another. */
function tableBlock(node: Element, start: number): TableBlock {
  let at = start + 1;
  const rows = elementsThrough(node, "tr").map((tr) => {
    const row = rowOf(tr, at);
    at = row.end;
    return row;
  });
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  spanRows(rows);
  return { kind: "table", node, rows, columns, start, end: at + 1 };
}

function rowOf(node: Element, start: number): Row {
  const cells: Cell[] = [];
  let at = start + 1;
  for (const tc of elementsThrough(node, "tc")) {
    const columnSpan = Math.max(1, Number(valueOf(childOf(tc, "tcPr"), "gridSpan") ?? 1) || 1);
    const blocks = blocksIn(tc, at + 1);
    const end = blocks[blocks.length - 1]?.end ?? at + 1;
    cells.push({ node: tc, column: cells.length, columnSpan, rowSpan: 1, blocks, start: at, end });
    at = end;
    for (let covered = 1; covered < columnSpan; covered += 1, at += 2)
      cells.push(coveredCell(cells.length, at));
  }
  return { node, cells, start, end: at };
}

const coveredCell = (column: number, start: number): Cell => ({
  node: null,
  column,
  columnSpan: 1,
  rowSpan: 1,
  blocks: [{ kind: "paragraph", node: null, paragraph: NOTHING, start: start + 1, end: start + 2 }],
  start,
  end: start + 2,
});

/** Whether a cell goes on from the one above it. */
export function continues(cell: Cell | undefined): boolean {
  const merge = cell?.node ? deep(cell.node, "tcPr", "vMerge") : null;
  return merge !== null && (attribute(merge, "val") ?? "continue") === "continue";
}

function spanRows(rows: readonly Row[]): void {
  rows.forEach((row, i) => {
    for (const cell of row.cells) {
      if (!cell.node || continues(cell)) continue;
      while (continues(rows[i + cell.rowSpan]?.cells[cell.column])) cell.rowSpan += 1;
    }
  });
}
