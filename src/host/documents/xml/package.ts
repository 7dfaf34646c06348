/** A .docx in memory: its parts, those of them that are open as XML, and the relations between them. */
import { posix } from "node:path";
import { checkHarmless, textIn } from "../../archive/harm";
import { Unreadable } from "../../archive/limits";
import type { Document } from "./xml";
import { elementsIn, parsed, serialised, W } from "./xml";
import type { Parts } from "../../archive/zip";
import { unzip, zip } from "../../archive/zip";

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const STRICT = "http://purl.oclc.org/ooxml/";
const CONTENT_TYPES = "[Content_Types].xml";

export interface Docx {
  /** As they were read or last written; a part open as XML may be newer there. */
  readonly parts: Parts;
  readonly open: Map<string, Document>;
  /** Parts whose XML is no longer what `parts` says. All others are written back byte for byte. */
  readonly changed: Set<string>;
  /** The name of the part with the text, mostly word/document.xml. */
  readonly main: string;
}

/** Throws `Unreadable`, before anything of it is taken in, for what is no .docx or may do harm. */
export function openDocx(bytes: Uint8Array): Docx {
  const parts = unzip(bytes);
  checkHarmless(parts, ".docx");
  const docx: Docx = { parts, open: new Map(), changed: new Set(), main: mainIn(parts) };
  const root = xmlIn(docx, docx.main)?.documentElement;
  if (root?.namespaceURI?.startsWith(STRICT))
    throw new Unreadable("It is saved as Strict Open XML. Save it as an ordinary Word document.");
  if (root?.localName !== "document" || root.namespaceURI !== W)
    throw new Unreadable("It contains no text document.");
  return docx;
}

function mainIn(parts: Parts): string {
  const xml = parts.has("_rels/.rels") ? parsed("_rels/.rels", textIn(parts, "_rels/.rels")) : null;
  const found = xml?.documentElement
    ? elementsIn(xml.documentElement).find((e) => /\/officeDocument$/.test(e.getAttribute("Type") ?? ""))
    : undefined;
  const target = found?.getAttribute("Target")?.replace(/^\//, "") ?? "";
  if (!parts.has(target)) throw new Unreadable("It is not a .docx file.");
  return target;
}

/** A part as XML, the same document each time; null where the file has no such part. */
export function xmlIn(docx: Docx, name: string): Document | null {
  const known = docx.open.get(name);
  if (known || !docx.parts.has(name)) return known ?? null;
  const document = parsed(name, textIn(docx.parts, name));
  docx.open.set(name, document);
  return document;
}

/** The file as it now is; only changed parts are written again. */
export function bytesOf(docx: Docx): Uint8Array {
  for (const name of docx.changed) {
    const document = docx.open.get(name);
    if (document) docx.parts.set(name, Buffer.from(serialised(document), "utf8"));
  }
  docx.changed.clear();
  return zip(docx.parts);
}

export interface Relation {
  id: string;
  /** The last word of its type, such as `header`. */
  type: string;
  /** The part's name, or an address outside. */
  target: string;
}

const relationsFile = (part: string): string =>
  posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);

export function relationsOf(docx: Docx, part: string): Relation[] {
  const root = xmlIn(docx, relationsFile(part))?.documentElement;
  return (root ? elementsIn(root) : []).map((element) => {
    const target = element.getAttribute("Target") ?? "";
    const outside = element.getAttribute("TargetMode") === "External";
    return {
      id: element.getAttribute("Id") ?? "",
      type: (element.getAttribute("Type") ?? "").replace(/^.*\//, ""),
      target: outside ? target : resolved(part, target),
    };
  });
}

const resolved = (part: string, target: string): string =>
  target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(part), target);

/** The first part that the text is related to by a type such as `styles`; null for none. */
export const relatedPart = (docx: Docx, type: string): string | null =>
  relationsOf(docx, docx.main).find((relation) => relation.type === type)?.target ?? null;

/** Adds a relation of the text and gives its id; `outside` names an address instead of a part beside it. */
export function addRelation(docx: Docx, type: string, target: string, outside = false): string {
  const file = relationsFile(docx.main);
  if (!docx.parts.has(file))
    docx.parts.set(file, Buffer.from(`<Relationships xmlns="${RELATIONS}"></Relationships>`));
  const root = xmlIn(docx, file)?.documentElement;
  if (!root) throw new Error(`${file} has no relations.`);
  const taken = new Set(relationsOf(docx, docx.main).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const element = (root.ownerDocument as Document).createElementNS(RELATIONS, "Relationship");
  element.setAttribute("Id", `rId${number}`);
  element.setAttribute("Type", OFFICE + type);
  element.setAttribute("Target", target);
  if (outside) element.setAttribute("TargetMode", "External");
  root.appendChild(element);
  docx.changed.add(file);
  return `rId${number}`;
}

/** Adds a part beside the text, `numbering.xml` or `header1.xml`, and gives its relation's id. */
export function addPart(docx: Docx, file: string, type: string, contentType: string, xml: string): string {
  const name = posix.join(posix.dirname(docx.main), file);
  docx.parts.set(name, Buffer.from(xml, "utf8"));
  const root = xmlIn(docx, CONTENT_TYPES)?.documentElement;
  if (!root) throw new Error(`${CONTENT_TYPES} is missing.`);
  const element = (root.ownerDocument as Document).createElementNS(TYPES, "Override");
  element.setAttribute("PartName", `/${name}`);
  element.setAttribute("ContentType", contentType);
  root.appendChild(element);
  docx.changed.add(CONTENT_TYPES);
  return addRelation(docx, type, file);
}
