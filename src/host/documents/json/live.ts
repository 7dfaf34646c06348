/** A document being read and edited: its segments, their blocks as of now, and what was touched. */
import { posix } from "node:path";
import type { Block } from "./layout";
import { blocksOf } from "./layout";
import type { Docx } from "../xml/package";
import { relatedPart, relationsOf, xmlIn } from "../xml/package";
import { forget } from "./pieces";
import type { Element } from "../xml/xml";
import { attribute, childOf, childrenOf } from "../xml/xml";

/** The only tab of every document here. */
export const TAB = "t.0";

export interface Segment {
  /** "" is the body. */
  id: string;
  kind: "body" | "header" | "footer" | "footnote";
  part: string;
  root: Element;
}

export interface Live {
  docx: Docx;
  segments: Map<string, Segment>;
  blocks: Map<string, Block[]>;
}

export function liveOf(docx: Docx): Live {
  const live: Live = { docx, segments: new Map(), blocks: new Map() };
  const body = childOf(xmlIn(docx, docx.main)?.documentElement as Element, "body");
  if (body) live.segments.set("", { id: "", kind: "body", part: docx.main, root: body });
  for (const { type, target } of relationsOf(docx, docx.main))
    if (type === "header" || type === "footer") addSegment(live, type, target);
  footnotes(live);
  return live;
}

/** The id of the header or footer that a part holds: the same each time, as Google's are. */
export const segmentIdOf = (part: string): string => `kix.${posix.basename(part, ".xml")}`;

export function addSegment(live: Live, kind: "header" | "footer", part: string): void {
  const root = xmlIn(live.docx, part)?.documentElement;
  const id = segmentIdOf(part);
  if (root) live.segments.set(id, { id, kind, part, root });
}

function footnotes(live: Live): void {
  const part = relatedPart(live.docx, "footnotes");
  const root = part === null ? null : xmlIn(live.docx, part)?.documentElement;
  for (const note of root ? childrenOf(root, "footnote") : []) {
    const id = footnoteIdOf(note);
    // Those with a type are the lines that Word draws above the notes.
    if (part !== null && attribute(note, "type") === null)
      live.segments.set(id, { id, kind: "footnote", part, root: note });
  }
}

/** Of a `w:footnote` or of a reference to one. */
export const footnoteIdOf = (note: Element): string => `kix.fn${attribute(note, "id") ?? ""}`;

/** The segment's blocks with their indexes as of now. */
export function blocksIn(live: Live, segment: Segment): Block[] {
  const known = live.blocks.get(segment.id);
  if (known) return known;
  const blocks = blocksOf(segment.root, segment.kind === "body");
  live.blocks.set(segment.id, blocks);
  return blocks;
}

/** The first index after the segment's last newline. */
export const endOf = (live: Live, segment: Segment): number => blocksIn(live, segment).at(-1)?.end ?? 0;

/** After every edit: these paragraphs have other pieces now, and the segment other indexes. */
export function touch(live: Live, segment: Segment, ...paragraphs: (Element | null)[]): void {
  for (const paragraph of paragraphs) if (paragraph) forget(paragraph);
  live.blocks.delete(segment.id);
  live.docx.changed.add(segment.part);
}
