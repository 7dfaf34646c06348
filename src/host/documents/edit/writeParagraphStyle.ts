/** The fields of a paragraph style written into a `w:pPr`. */
import type { ParagraphStyle } from "../json/paragraphStyle";
import { indentsOf, LINE, SWITCHES } from "../json/paragraphStyle";
import type { Dimension } from "../xml/units";
import { hexOf, toTwips } from "../xml/units";
import type { Element } from "../xml/xml";
import { childOf, detach, made, putInOrder } from "../xml/xml";

const JUSTIFICATIONS: Record<string, string> = {
  START: "left",
  CENTER: "center",
  END: "right",
  JUSTIFIED: "both",
};

const ORDER =
  "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange".split(
    " ",
  );

export const putProperty = (
  properties: Element,
  name: string,
  attributes: Record<string, string | number>,
): void => putInOrder(properties, made(properties, name, attributes), ORDER);

type Writer = (properties: Element, style: ParagraphStyle) => void;

const switched =
  (field: keyof typeof SWITCHES): Writer =>
  (properties, style) =>
    style[field] === undefined
      ? remove(properties, SWITCHES[field])
      : putProperty(properties, SWITCHES[field], style[field] ? {} : { val: "0" });

/** One attribute of an element that keeps others beside it. */
function part(properties: Element, name: string, attributes: Record<string, string | number | null>): void {
  const element = childOf(properties, name) ?? made(properties, name);
  for (const [key, value] of Object.entries(attributes))
    if (value === null) element.removeAttributeNS(properties.namespaceURI, key);
    else element.setAttributeNS(properties.namespaceURI, `w:${key}`, String(value));
  putInOrder(properties, element, ORDER);
}

const twips = (dimension: Dimension | undefined): number | null =>
  dimension === undefined ? null : toTwips(dimension);

const WRITERS: Record<string, Writer> = {
  keepLinesTogether: switched("keepLinesTogether"),
  keepWithNext: switched("keepWithNext"),
  avoidWidowAndOrphan: switched("avoidWidowAndOrphan"),
  pageBreakBefore: switched("pageBreakBefore"),
  alignment: (properties, { alignment }) =>
    alignment === undefined
      ? remove(properties, "jc")
      : putProperty(properties, "jc", { val: JUSTIFICATIONS[alignment] ?? "left" }),
  lineSpacing: (properties, { lineSpacing }) =>
    part(properties, "spacing", {
      line: lineSpacing === undefined ? null : Math.round((lineSpacing / 100) * LINE),
      lineRule: lineSpacing === undefined ? null : "auto",
    }),
  spaceAbove: (properties, { spaceAbove }) =>
    part(properties, "spacing", { before: twips(spaceAbove), beforeAutospacing: null }),
  spaceBelow: (properties, { spaceBelow }) =>
    part(properties, "spacing", { after: twips(spaceBelow), afterAutospacing: null }),
  indentStart: (properties, { indentStart }) =>
    part(properties, "ind", { left: twips(indentStart), start: null }),
  indentEnd: (properties, { indentEnd }) => part(properties, "ind", { right: twips(indentEnd), end: null }),
  indentFirstLine: writeFirstLine,
  shading: (properties, { shading }) => {
    const fill = hexOf(shading?.backgroundColor);
    if (fill === null) return remove(properties, "shd");
    putProperty(properties, "shd", { val: "clear", color: "auto", fill });
  },
};

/** Google counts the first line's indent from the margin, Word from the paragraph's own. */
function writeFirstLine(properties: Element, { indentFirstLine }: ParagraphStyle): void {
  const start = toTwips(indentsOf(childOf(properties, "ind")).indentStart);
  const first = indentFirstLine === undefined ? 0 : toTwips(indentFirstLine) - start;
  part(properties, "ind", { firstLine: first > 0 ? first : null, hanging: first < 0 ? -first : null });
}

function remove(properties: Element, name: string): void {
  const old = childOf(properties, name);
  if (old) detach(old);
}

/** The fields written here; `namedStyleType` needs the document's styles and is written by its request. */
export const PARAGRAPH_FIELDS = Object.keys(WRITERS);

export function writeParagraphStyle(
  properties: Element,
  style: ParagraphStyle,
  fields: readonly string[],
): void {
  for (const field of fields) {
    const write = WRITERS[field];
    if (!write) throw new Error(`The local host has no updateParagraphStyle of ${field}`);
    write(properties, style);
  }
}
