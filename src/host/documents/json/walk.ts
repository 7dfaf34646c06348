/**
 * Blocks as the JSON that Docs.Documents.get gives: the same shape, the same indexes, zero indexes left out.
 */
import { cellStyleOf, rowStyleOf } from "./cellStyles";
import type { Block, ParagraphBlock, TableBlock } from "./layout";
import { bulletOf } from "./lists";
import type { Live } from "./live";
import { footnoteIdOf } from "./live";
import { embedded, objectId } from "./objects";
import { relationsOf } from "../xml/package";
import { paragraphStyleOf } from "./paragraphStyle";
import type { Piece } from "./pieces";
import { sectionStyleOf } from "./sections";
import type { StyleBook } from "./styles";
import type { TextStyle } from "./textStyle";
import { textStyleOf } from "./textStyle";
import { fromTwips } from "../xml/units";
import type { Element } from "../xml/xml";
import { attribute, childOf, childrenOf, is, R, valueOf } from "../xml/xml";

export type Json = Record<string, unknown>;

export interface Walk {
  live: Live;
  book: StyleBook;
  /** Addresses of links, and parts of headers, by relation id; relations of the text alone. */
  targets: Map<string, string>;
  /** What inlineObjects and positionedObjects will say, by id. */
  inline: Json;
  positioned: Json;
  lists: Set<string>;
}

export function walkOf(live: Live, book: StyleBook): Walk {
  const targets = new Map(relationsOf(live.docx, live.docx.main).map(({ id, target }) => [id, target]));
  return { live, book, targets, inline: {}, positioned: {}, lists: new Set() };
}

/** Google leaves out what is 0. */
const spanOf = ({ start, end }: { start: number; end: number }): Json => ({
  ...(start > 0 && { startIndex: start }),
  endIndex: end,
});

export const contentOf = (walk: Walk, blocks: readonly Block[]): Json[] =>
  blocks.map((block) => {
    switch (block.kind) {
      case "paragraph":
        return { ...spanOf(block), paragraph: paragraphOf(walk, block) };
      case "table":
        return { ...spanOf(block), table: tableOf(walk, block) };
      case "contents":
        return { ...spanOf(block), tableOfContents: { content: contentOf(walk, block.blocks) } };
      case "section":
        return { ...spanOf(block), sectionBreak: { sectionStyle: sectionStyleOf(walk, block) } };
    }
  });

function paragraphOf(walk: Walk, { node, paragraph, start, end }: ParagraphBlock): Json {
  const properties = node && childOf(node, "pPr");
  const style = walk.book.of(valueOf(properties, "pStyle"));
  const elements = elementsOf(walk, paragraph.pieces, start, style.text);
  const mark = { ...style.text, ...textStyleOf(properties && childOf(properties, "rPr")) };
  addText(elements, spanOf({ start: end - 1, end }), "\n", mark);
  const bullet = properties && bulletOf(walk, properties, style, mark);
  const positionedObjectIds = paragraph.positioned.map((drawing) => {
    const id = objectId(drawing);
    walk.positioned[id] = { objectId: id, positionedObjectProperties: { embeddedObject: embedded(drawing) } };
    return id;
  });
  return {
    elements,
    paragraphStyle: {
      namedStyleType: style.named,
      direction: properties && childOf(properties, "bidi") ? "RIGHT_TO_LEFT" : "LEFT_TO_RIGHT",
      ...style.paragraph,
      ...paragraphStyleOf(properties),
    },
    ...(bullet && { bullet }),
    ...(positionedObjectIds.length > 0 && { positionedObjectIds }),
  };
}

interface Run {
  startIndex?: number;
  endIndex: number;
  textRun: { content: string; textStyle: TextStyle };
}

const isRun = (element: Json | undefined): element is Json & Run =>
  element !== undefined && "textRun" in element;

function elementsOf(walk: Walk, pieces: readonly Piece[], start: number, base: TextStyle): Json[] {
  const elements: Json[] = [];
  for (const piece of pieces) {
    const textStyle = { ...base, ...styleOf(walk, piece) };
    const span = spanOf({ start: start + piece.at, end: start + piece.at + piece.length });
    if (piece.kind === "text") addText(elements, span, piece.text, textStyle);
    else elements.push({ ...span, ...thing(walk, piece, textStyle) });
  }
  return elements;
}

/** Runs that look alike are one, as in Google's document. */
function addText(elements: Json[], span: Json, content: string, textStyle: TextStyle): void {
  const last = elements[elements.length - 1];
  if (isRun(last) && JSON.stringify(last.textRun.textStyle) === JSON.stringify(textStyle)) {
    last.textRun.content += content;
    last.endIndex = span["endIndex"] as number;
  } else elements.push({ ...span, textRun: { content, textStyle } });
}

function styleOf(walk: Walk, { run, nodes }: Piece): TextStyle {
  const properties = run && childOf(run, "rPr");
  const named = valueOf(properties, "rStyle");
  const link = linkOf(walk, nodes[0] ?? null);
  return {
    ...(named !== null && walk.book.of(named).text),
    ...textStyleOf(properties),
    ...(link && { link }),
  };
}

function linkOf(walk: Walk, node: Element | null): TextStyle["link"] | null {
  for (let at = node?.parentNode ?? null; at && !is(at, "p"); at = at.parentNode) {
    if (!is(at, "hyperlink")) continue;
    const url = walk.targets.get(at.getAttributeNS(R, "id") ?? "");
    return url === undefined ? {} : { url };
  }
  return null;
}

function thing(walk: Walk, piece: Piece, textStyle: TextStyle): Json {
  const node = piece.nodes[0] as Element;
  switch (piece.kind) {
    case "equation":
      return { equation: {} };
    case "autoText":
      return { autoText: { type: piece.type, textStyle } };
    case "footnoteReference":
      return { footnoteReference: { footnoteId: footnoteIdOf(node), textStyle } };
    case "inlineObjectElement": {
      const id = objectId(node);
      walk.inline[id] = { objectId: id, inlineObjectProperties: { embeddedObject: embedded(node) } };
      return { inlineObjectElement: { inlineObjectId: id, textStyle } };
    }
    default:
      return { [piece.kind]: { textStyle } };
  }
}

function tableOf(walk: Walk, { node, rows, columns }: TableBlock): Json {
  const grid = childOf(node, "tblGrid");
  const widths = (grid ? childrenOf(grid, "gridCol") : []).map((column) => attribute(column, "w") ?? "0");
  return {
    rows: rows.length,
    columns,
    tableRows: rows.map((row) => ({
      ...spanOf(row),
      tableCells: row.cells.map((cell) => ({
        ...spanOf(cell),
        content: contentOf(walk, cell.blocks),
        tableCellStyle: cellStyleOf(cell),
      })),
      tableRowStyle: rowStyleOf(row.node),
    })),
    tableStyle: {
      tableColumnProperties: widths.map((width) => ({ widthType: "FIXED_WIDTH", width: fromTwips(width) })),
    },
  };
}
