/**
 * The parts of a Google Doc that filling a template reads, in Google's own shape (Docs API v1), and a walk
 * over them.
 */

/** Indexes count UTF-16 units; Google leaves out a start of 0. */
export interface DocsDocument {
  body?: { content?: Structural[] };
  headers?: Record<string, { content?: Structural[] }>;
  footers?: Record<string, { content?: Structural[] }>;
  footnotes?: Record<string, { content?: Structural[] }>;
  inlineObjects?: Record<string, { inlineObjectProperties?: Holder }>;
  positionedObjects?: Record<string, { positionedObjectProperties?: Holder }>;
  documentStyle?: {
    pageSize?: { width?: Dimension; height?: Dimension };
    marginLeft?: Dimension;
    marginRight?: Dimension;
    /** The page lies on its side: its width is its height. */
    flipPageOrientation?: boolean;
  };
  /** Only where it was read with its tabs; all else is in them then. */
  tabs?: DocsTab[];
}
interface DocsTab {
  documentTab?: DocsDocument;
  childTabs?: DocsTab[];
}
/** Of a picture or of a drawing. */
interface Holder {
  embeddedObject?: { imageProperties?: object; embeddedDrawingProperties?: object };
}
export interface Structural {
  startIndex?: number;
  endIndex?: number;
  paragraph?: DocsParagraph;
  table?: DocsTable;
}
export type DocStyle = Readonly<Record<string, unknown>>;
export interface DocsParagraph {
  elements?: {
    startIndex?: number;
    endIndex?: number;
    textRun?: { content?: string; textStyle?: DocStyle };
  }[];
  paragraphStyle?: DocStyle;
}
/** In points. */
interface Dimension {
  magnitude?: number;
}
export interface DocsTable {
  tableRows?: { startIndex?: number; endIndex?: number; tableCells?: DocsCell[] }[];
  tableStyle?: { tableColumnProperties?: { width?: Dimension }[] };
}
export interface DocsCell {
  startIndex?: number;
  endIndex?: number;
  content?: Structural[];
  tableCellStyle?: DocStyle;
}

/** A stretch of text of one look. */
export interface DocRun {
  start: number;
  end: number;
  style: DocStyle;
}

/** The cell that a paragraph is in: row and column from 0, and where its table begins. */
export interface CellPlace {
  table: number;
  row: number;
  column: number;
}

export interface DocParagraph {
  /** Null for the body. */
  segment: string | null;
  start: number;
  /** After its line break. */
  end: number;
  /** As long as the paragraph; anything that is not text is one `\u{FFFC}` for each index. */
  text: string;
  runs: DocRun[];
  style: DocStyle;
  /** The innermost cell; null outside tables. */
  cell: CellPlace | null;
  /**
   * The last of its segment or cell, or right before what is no paragraph: its line break cannot be deleted.
   */
  isLast: boolean;
}

export interface DocTable {
  segment: string | null;
  start: number;
  rows: DocRow[];
  /** Of its columns, in points; 0 where Google shares the page's width out. */
  widths: number[];
}
export interface DocRow {
  start: number;
  end: number;
  cells: DocCell[];
}
export interface DocCell {
  start: number;
  end: number;
  style: DocStyle;
  /** Its own, not those of a table inside it. */
  paragraphs: DocParagraph[];
}

export interface Walked {
  /** Those outside of tables and those in cells, in order. */
  paragraphs: DocParagraph[];
  tables: DocTable[];
}

const NOT_TEXT = "\u{FFFC}";

/** Every paragraph and table of the body, then of headers, footers and footnotes. */
export function walked(document: DocsDocument): Walked {
  const found: Walked = { paragraphs: [], tables: [] };
  walk(document.body?.content ?? [], null, null, found);
  for (const segments of [document.headers, document.footers, document.footnotes])
    for (const [id, { content = [] }] of Object.entries(segments ?? {})) walk(content, id, null, found);
  return found;
}

/** From margin to margin, in points, as the first section has it; null where the document does not say. */
export function textWidth({ documentStyle }: DocsDocument): number | null {
  const { pageSize, marginLeft, marginRight, flipPageOrientation } = documentStyle ?? {};
  const page = (flipPageOrientation ? pageSize?.height : pageSize?.width)?.magnitude;
  return page === undefined ? null : page - (marginLeft?.magnitude ?? 0) - (marginRight?.magnitude ?? 0);
}

function walk(
  content: readonly Structural[],
  segment: string | null,
  cell: CellPlace | null,
  found: Walked,
): DocParagraph[] {
  const own: DocParagraph[] = [];
  content.forEach((element, i) => {
    if (element.table) walkTable(element, segment, found);
    if (!element.paragraph) return;
    const next = content[i + 1];
    const paragraph = paragraphOf(element, segment, cell, !next?.paragraph);
    own.push(paragraph);
    found.paragraphs.push(paragraph);
  });
  return own;
}

function walkTable({ startIndex = 0, table }: Structural, segment: string | null, found: Walked): void {
  const walkedTable: DocTable = {
    segment,
    start: startIndex,
    rows: [],
    widths: (table?.tableStyle?.tableColumnProperties ?? []).map(({ width }) => width?.magnitude ?? 0),
  };
  found.tables.push(walkedTable);
  (table?.tableRows ?? []).forEach((row, r) => {
    const cells = (row.tableCells ?? []).map((cell, column): DocCell => {
      const place = { table: startIndex, row: r, column };
      const paragraphs = walk(cell.content ?? [], segment, place, found);
      const { startIndex: start = 0, endIndex: end = 0, tableCellStyle: style = {} } = cell;
      return { start, end, style, paragraphs };
    });
    walkedTable.rows.push({ start: row.startIndex ?? 0, end: row.endIndex ?? 0, cells });
  });
}

function paragraphOf(
  { startIndex: start = 0, endIndex: end = 0, paragraph }: Structural,
  segment: string | null,
  cell: CellPlace | null,
  isLast: boolean,
): DocParagraph {
  const elements = paragraph?.elements ?? [];
  const runs = elements.flatMap(({ startIndex = 0, endIndex = 0, textRun }) =>
    textRun ? [{ start: startIndex, end: endIndex, style: textRun.textStyle ?? {} }] : [],
  );
  const text = elements
    .map(
      ({ startIndex = 0, endIndex = 0, textRun }) =>
        textRun?.content ?? NOT_TEXT.repeat(endIndex - startIndex),
    )
    .join("");
  return { segment, start, end, text, runs, style: paragraph?.paragraphStyle ?? {}, cell, isLast };
}

/**
 * Of a document read with its tabs the first, which is all that reports are made from; and how many there
 * are.
 */
export function firstTab(document: DocsDocument): { first: DocsDocument; tabs: number } {
  const count = (tabs: readonly DocsTab[]): number =>
    tabs.reduce((sum, { childTabs = [] }) => sum + 1 + count(childTabs), 0);
  const { tabs } = document;
  return tabs ? { first: tabs[0]?.documentTab ?? {}, tabs: count(tabs) } : { first: document, tabs: 1 };
}
