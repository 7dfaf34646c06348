/** Pictures and drawings of a document: their ids, and what Google says about them. */
import type { Json } from "./walk";
import type { Element } from "../xml/xml";
import { childOf, elementsIn } from "../xml/xml";

/** The first descendant of that name, wherever it is. */
function within(node: Element, name: string): Element | null {
  for (const child of elementsIn(node)) {
    const found = child.localName === name ? child : within(child, name);
    if (found) return found;
  }
  return null;
}

export const objectId = (drawing: Element): string =>
  `kix.object${within(drawing, "docPr")?.getAttribute("id") ?? "0"}`;

const EMU_PER_POINT = 12_700;

export function embedded(drawing: Element): Json {
  const about = within(drawing, "docPr");
  const extent = within(drawing, "extent");
  const size = (name: string): Json => ({
    magnitude: Number(extent?.getAttribute(name) ?? 0) / EMU_PER_POINT,
    unit: "PT",
  });
  const isPicture = within(drawing, "blip") !== null;
  return {
    ...(about?.getAttribute("title") && { title: about.getAttribute("title") }),
    ...(about?.getAttribute("descr") && { description: about.getAttribute("descr") }),
    ...(extent && { size: { width: size("cx"), height: size("cy") } }),
    ...(isPicture ? { imageProperties: {} } : { embeddedDrawingProperties: {} }),
  };
}

/**
 * Whether a drawing is in the text, is anchored to its paragraph, or is a line across; null if there is none.
 */
export function placeOfDrawing(element: Element): "inline" | "floating" | "rule" | null {
  const isChoice = element.localName === "AlternateContent";
  const drawn = isChoice
    ? elementsIn(childOf(element, "Choice") ?? childOf(element, "Fallback") ?? element)[0]
    : element;
  const shape = drawn && elementsIn(drawn)[0];
  if (!drawn) return null;
  if (shape?.localName === "anchor" || /position:\s*absolute/.test(shape?.getAttribute("style") ?? ""))
    return "floating";
  return shape?.getAttribute("o:hr") === "t" ? "rule" : "inline";
}
