/** `w:pPr` as Google's paragraph style. */
import type { Dimension, OptionalColor } from "../xml/units";
import { colourOf, fromTwips, isOn, points } from "../xml/units";
import type { Element } from "../xml/xml";
import { attribute, childOf, valueOf } from "../xml/xml";

export interface ParagraphStyle {
  namedStyleType?: string;
  alignment?: string;
  direction?: string;
  lineSpacing?: number;
  spaceAbove?: Dimension;
  spaceBelow?: Dimension;
  indentStart?: Dimension;
  indentEnd?: Dimension;
  indentFirstLine?: Dimension;
  keepLinesTogether?: boolean;
  keepWithNext?: boolean;
  avoidWidowAndOrphan?: boolean;
  pageBreakBefore?: boolean;
  shading?: { backgroundColor?: OptionalColor };
}

const ALIGNMENTS: Record<string, string> = {
  left: "START",
  start: "START",
  center: "CENTER",
  right: "END",
  end: "END",
  both: "JUSTIFIED",
  distribute: "JUSTIFIED",
};
export const SWITCHES = {
  keepLinesTogether: "keepLines",
  keepWithNext: "keepNext",
  avoidWidowAndOrphan: "widowControl",
  pageBreakBefore: "pageBreakBefore",
} as const;
export const LINE = 240;

export function paragraphStyleOf(properties: Element | null): ParagraphStyle {
  if (!properties) return {};
  const style: ParagraphStyle = {};
  const alignment = ALIGNMENTS[valueOf(properties, "jc") ?? ""];
  if (alignment) style.alignment = alignment;
  for (const [field, name] of Object.entries(SWITCHES)) {
    const found = childOf(properties, name);
    if (found) style[field as keyof typeof SWITCHES] = isOn(attribute(found, "val"));
  }
  const shading = colourOf(attribute(childOf(properties, "shd"), "fill"));
  if (shading) style.shading = { backgroundColor: shading };
  return { ...style, ...spacingOf(childOf(properties, "spacing")), ...indentsOf(childOf(properties, "ind")) };
}

function spacingOf(spacing: Element | null): ParagraphStyle {
  const [before, after, line] = ["before", "after", "line"].map((name) => attribute(spacing, name));
  const isExact = ["exact", "atLeast"].includes(attribute(spacing, "lineRule") ?? "auto");
  return {
    ...(before && { spaceAbove: fromTwips(before) }),
    ...(after && { spaceBelow: fromTwips(after) }),
    ...(line && !isExact && { lineSpacing: Math.round((Number(line) / LINE) * 1e4) / 100 }),
  };
}

export function indentsOf(indent: Element | null): ParagraphStyle {
  const start = attribute(indent, "start") ?? attribute(indent, "left");
  const end = attribute(indent, "end") ?? attribute(indent, "right");
  const hanging = attribute(indent, "hanging");
  const first = hanging ? -Number(hanging) : Number(attribute(indent, "firstLine") ?? 0);
  const firstLine = points((Number(start ?? 0) + first) / 20);
  return {
    ...(start && { indentStart: fromTwips(start) }),
    ...(end && { indentEnd: fromTwips(end) }),
    ...((start || first) && { indentFirstLine: firstLine }),
  };
}
