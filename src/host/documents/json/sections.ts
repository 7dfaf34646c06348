/** Sections: which headers and footers they name, and how their pages are set. */
import type { SectionBlock } from "./layout";
import { segmentIdOf } from "./live";
import type { Json, Walk } from "./walk";
import type { Element } from "../xml/xml";
import { attribute, childOf, childrenOf, R, valueOf } from "../xml/xml";

const SECTION_IDS = {
  header: { default: "defaultHeaderId", first: "firstPageHeaderId", even: "evenPageHeaderId" },
  footer: { default: "defaultFooterId", first: "firstPageFooterId", even: "evenPageFooterId" },
} as const;

/** The headers and footers that a section names, as `{ defaultHeaderId: "kix.header1" }`. */
export function headersOf(walk: Walk, section: Element | null): Json {
  const references = (["header", "footer"] as const).flatMap((kind) =>
    (section ? childrenOf(section, `${kind}Reference`) : []).flatMap((reference) => {
      const part = walk.targets.get(reference.getAttributeNS(R, "id") ?? "");
      const type = attribute(reference, "type") as "default" | "first" | "even";
      return part === undefined ? [] : [[SECTION_IDS[kind][type], segmentIdOf(part)]];
    }),
  );
  return Object.fromEntries(references);
}

export function sectionStyleOf(walk: Walk, { properties, ending }: SectionBlock): Json {
  const columns = Number(attribute(properties && childOf(properties, "cols"), "num") ?? 1) || 1;
  const isContinuous = !ending || valueOf(properties, "type") === "continuous";
  return {
    columnSeparatorStyle: "NONE",
    contentDirection: "LEFT_TO_RIGHT",
    sectionType: isContinuous ? "CONTINUOUS" : "NEXT_PAGE",
    ...(columns > 1 && { columnProperties: Array.from({ length: columns }, () => ({})) }),
    ...(ending && headersOf(walk, properties)),
  };
}
