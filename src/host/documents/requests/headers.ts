/** createHeader and createFooter of the document's default kind. */
import { posix } from "node:path";
import { Fault } from "../json/fault";
import type { Live } from "../json/live";
import { addSegment, blocksIn, segmentIdOf, touch } from "../json/live";
import { addPart } from "../xml/package";
import type { Element } from "../xml/xml";
import { attribute, childrenOf, made, R, W } from "../xml/xml";

interface Create {
  type?: string;
  sectionBreakLocation?: { index?: number };
}

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

const create =
  (kind: "header" | "footer") =>
  (live: Live, { type, sectionBreakLocation }: Create): object => {
    const name = kind === "header" ? "Header" : "Footer";
    if (type !== "DEFAULT")
      throw new Fault(`Invalid ${kind} type: ${type ?? "HEADER_FOOTER_TYPE_UNSPECIFIED"}.`);
    const section = sectionAt(live, sectionBreakLocation?.index ?? 0);
    const isThere = childrenOf(section, `${kind}Reference`).some(
      (reference) => (attribute(reference, "type") ?? "default") === "default",
    );
    if (isThere) throw new Fault(`Default ${kind} already exists.`);
    const id = addReference(live, section, kind);
    return { [`create${name}`]: { [`${kind}Id`]: id } };
  };

export const createHeader = create("header");
export const createFooter = create("footer");

function sectionAt(live: Live, index: number): Element {
  const body = live.segments.get("");
  const block = body && blocksIn(live, body).find(({ kind, start }) => kind === "section" && start === index);
  if (!body || block?.kind !== "section") throw new Fault("Invalid section break location.");
  if (block.properties) return block.properties;
  // A text without any section's properties has one section, whose properties end the body.
  return body.root.appendChild(made(body.root, "sectPr")) as Element;
}

function addReference(live: Live, section: Element, kind: "header" | "footer"): string {
  const body = live.segments.get("");
  const folder = posix.dirname(live.docx.main);
  let number = 1;
  while (live.docx.parts.has(posix.join(folder, `${kind}${number}.xml`))) number += 1;
  const file = `${kind}${number}.xml`;
  const root = kind === "header" ? "hdr" : "ftr";
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} xmlns:w="${W}"><w:p/></w:${root}>`;
  const relation = addPart(live.docx, file, kind, `${TYPE}${kind}+xml`, xml);
  const reference = made(section, `${kind}Reference`, { type: "default" });
  reference.setAttributeNS(R, "r:id", relation);
  section.insertBefore(reference, section.firstChild);
  const part = posix.join(folder, file);
  addSegment(live, kind, part);
  if (body) touch(live, body);
  return segmentIdOf(part);
}
