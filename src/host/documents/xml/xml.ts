/** Reading, writing and walking the XML of a .docx; the only file that names xmldom's parser. */
import type { Document, Element, Node } from "@xmldom/xmldom";
import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { Unreadable } from "../../archive/limits";

export type { Document, Element, Node } from "@xmldom/xmldom";

export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const XML = "http://www.w3.org/XML/1998/namespace";
const ELEMENT = 1;

/** Enough for some 200 pages; each element takes more than a kilobyte of memory. */
const MAX_TAGS = 300_000;
/** Word itself nests tables at most so deep. */
const MAX_DEPTH = 200;

/** Throws `Unreadable` for what is no XML, or more of it than one document should take. */
export function parsed(part: string, text: string): Document {
  let tags = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) tags += 1;
  if (tags > MAX_TAGS)
    throw new Unreadable(`It is too long: its part ${part} has more than ${MAX_TAGS} tags.`);
  const document = read(part, text);
  if (depthOf(document) > MAX_DEPTH)
    throw new Unreadable(`Its part ${part} is nested deeper than ${MAX_DEPTH}.`);
  return document;
}

/** Without recursion, which a hostile file would make too deep. */
function depthOf(document: Document): number {
  let deepest = 0;
  let depth = 0;
  let node: Node | null = document;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      deepest = Math.max(deepest, depth);
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return deepest;
}

function read(part: string, text: string): Document {
  try {
    return new DOMParser({
      // xmldom's own also takes U+0085 and U+2028 for line ends, as XML 1.1 does; these are texts of XML 1.0.
      normalizeLineEndings: (source) => source.replace(/\r\n?/g, "\n"),
      locator: false,
      onError(level, message) {
        if (level !== "warning") throw new Error(message);
      },
    }).parseFromString(text.replace(/^\ufeff/, ""), "text/xml");
  } catch (cause) {
    throw new Unreadable(`It is damaged: its part ${part} is not XML.`, { cause });
  }
}

export const serialised = (document: Document): string => new XMLSerializer().serializeToString(document);

export const isElement = (node: Node | null): node is Element => node?.nodeType === ELEMENT;

/** The element's elements; a copy, so that they may be moved meanwhile. */
export function elementsIn(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) found.push(node);
  return found;
}

/** An element that was found to be Word's; a type of its own, so that "is not" leaves other elements. */
type WordElement = Element & { readonly namespaceURI: string };

/** Whether it is `w:` of that name: `m:r` of a formula and `w:r` are not the same. */
export const is = (node: Node | null, name: string): node is WordElement =>
  isElement(node) && node.localName === name && node.namespaceURI === W;

/** The first element of that name; without a copy of all, because layouts ask for each cell's. */
export function childOf(parent: Node, name: string): Element | null {
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (isElement(node) && node.localName === name) return node;
  return null;
}

export const childrenOf = (parent: Node, name: string): Element[] =>
  elementsIn(parent).filter((element) => element.localName === name);

/** A child at the end of a path of names; null where any is missing. */
export const deep = (parent: Node | null, ...names: string[]): Element | null =>
  names.reduce<Element | null>((at, name) => at && childOf(at, name), parent as Element | null);

/** The `w:` attribute; null where it is missing. */
export const attribute = (element: Element | null, name: string): string | null =>
  element && element.hasAttributeNS(W, name) ? element.getAttributeNS(W, name) : null;

/** What `w:val` of a child says: `valueOf(pPr, "jc")` -> "center". */
export const valueOf = (parent: Node | null, name: string): string | null =>
  parent && attribute(childOf(parent, name), "val");

export function made(near: Node, name: string, attributes: Record<string, string | number> = {}): Element {
  const element = (near.ownerDocument as Document).createElementNS(W, `w:${name}`);
  for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(W, `w:${key}`, String(value));
  return element;
}

/** A `w:t` that keeps its spaces. */
export function textElement(near: Node, text: string): Element {
  const element = made(near, "t");
  setText(element, text);
  return element;
}

export function setText(element: Element, text: string): void {
  element.textContent = text;
  element.setAttributeNS(XML, "xml:space", "preserve");
}

export const keepsSpace = (element: Element): boolean => element.getAttributeNS(XML, "space") === "preserve";

export const detach = (node: Node): void => void node.parentNode?.removeChild(node);

export const insertAfter = (node: Node, after: Node): void =>
  void after.parentNode?.insertBefore(node, after.nextSibling);

/** A copy, for the document of `near`, of an element of another one. */
export const importedInto = (near: Element, element: Element): Element =>
  (near.ownerDocument as Document).importNode(element, true) as Element;

/** A copy with all it holds, without the ids that Word wants to be alone in a document. */
export function copyOf(element: Element, withChildren = true): Element {
  const copy = element.cloneNode(withChildren) as Element;
  for (const id of ["paraId", "textId"]) copy.removeAttributeNS(W14, id);
  return copy;
}

/**
 * Puts a child where the schema's order of names wants it, in place of one of its name. Word refuses a file
 * whose properties come in another order.
 */
export function putInOrder(parent: Element, child: Element, order: readonly string[]): void {
  const old = childOf(parent, child.localName ?? "");
  if (old) detach(old);
  const later = order.slice(order.indexOf(child.localName ?? "") + 1);
  const next = elementsIn(parent).find(({ localName }) => later.includes(localName ?? ""));
  parent.insertBefore(child, next ?? null);
}
