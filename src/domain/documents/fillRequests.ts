/**
 * The requests of `batchUpdate` that filling uses, and how a text comes into a document with the look it had.
 */
import type { Grade } from "../words/grades";
import type { DocStyle } from "./document";

export type Request = Readonly<Record<string, unknown>>;

interface Place {
  segment: string | null;
  at: number;
}

const location = ({ segment, at }: Place) => ({
  index: at,
  ...(segment === null ? {} : { segmentId: segment }),
});
const range = (segment: string | null, startIndex: number, endIndex: number) => ({
  startIndex,
  endIndex,
  ...(segment === null ? {} : { segmentId: segment }),
});

export const insertText = (segment: string | null, at: number, text: string): Request => ({
  insertText: { location: location({ segment, at }), text },
});

export const remove = (segment: string | null, from: number, to: number): Request => ({
  deleteContentRange: { range: range(segment, from, to) },
});

/** What of a look is written; what is not named stays as it is. */
const TEXT_FIELDS = [
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "smallCaps",
  "fontSize",
  "weightedFontFamily",
  "foregroundColor",
  "backgroundColor",
  "baselineOffset",
];
const PARAGRAPH_FIELDS = [
  "namedStyleType",
  "alignment",
  "lineSpacing",
  "spaceAbove",
  "spaceBelow",
  "indentStart",
];

export function textStyle(segment: string | null, from: number, to: number, style: DocStyle): Request[] {
  if (to <= from) return [];
  return [
    { updateTextStyle: { range: range(segment, from, to), ...named(style, TEXT_FIELDS, "textStyle") } },
  ];
}

export const paragraphStyle = (
  segment: string | null,
  from: number,
  to: number,
  style: DocStyle,
): Request[] =>
  Object.keys(style).some((field) => PARAGRAPH_FIELDS.includes(field))
    ? [
        {
          updateParagraphStyle: {
            range: range(segment, from, Math.max(to, from + 1)),
            ...named(style, PARAGRAPH_FIELDS, "paragraphStyle"),
          },
        },
      ]
    : [];

/** Fields that a look does not name are in `fields` too: they go back to what the document has. */
function named(style: DocStyle, fields: readonly string[], as: "textStyle" | "paragraphStyle") {
  const present = as === "textStyle" ? fields : fields.filter((field) => field in style);
  const kept = Object.fromEntries(
    present.filter((field) => field in style).map((field) => [field, style[field]]),
  );
  return { [as]: kept, fields: present.join(",") };
}

/** A cell of a table, as requests name it: row and column from 0. */
export interface CellAt {
  segment: string | null;
  table: number;
  row: number;
  column: number;
}

const cellLocation = ({ segment, table, row, column }: CellAt) => ({
  tableStartLocation: location({ segment, at: table }),
  rowIndex: row,
  columnIndex: column,
});

export const insertRowBelow = (cell: CellAt): Request => ({
  insertTableRow: { tableCellLocation: cellLocation(cell), insertBelow: true },
});

export const insertColumnRight = (cell: CellAt): Request => ({
  insertTableColumn: { tableCellLocation: cellLocation(cell), insertRight: true },
});

/** Neighbouring columns, all as wide. Points. */
export const columnsOfWidth = (
  { segment, table, column }: Omit<CellAt, "row">,
  count: number,
  width: number,
): Request => ({
  updateTableColumnProperties: {
    tableStartLocation: location({ segment, at: table }),
    columnIndices: Array.from({ length: count }, (_, i) => column + i),
    tableColumnProperties: { widthType: "FIXED_WIDTH", width: { magnitude: width, unit: "PT" } },
    fields: "widthType,width",
  },
});

/** Red, Amber and Green of the workbook, as shares of one; each dark enough a text upon it can be read. */
const COLOURS: Record<Grade, readonly [number, number, number]> = {
  G: [0.784, 0.925, 0.816],
  A: [1, 0.886, 0.627],
  R: [0.976, 0.804, 0.784],
};

export const colourOf = (grade: Grade): unknown => {
  const [red, green, blue] = COLOURS[grade];
  return { color: { rgbColor: { red, green, blue } } };
};

export const cellColour = (cell: CellAt, backgroundColor: unknown): Request => ({
  updateTableCellStyle: {
    tableRange: { tableCellLocation: cellLocation(cell), rowSpan: 1, columnSpan: 1 },
    tableCellStyle: { backgroundColor },
    fields: "backgroundColor",
  },
});
