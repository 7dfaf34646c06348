/**
 * Tags in a template: `{{pupil.knownAs}}`, whatever its capitals and spaces, also split across runs of
 * different looks.
 */
import type { DocParagraph } from "./document";

export interface Tag {
  /** Lower case, without spaces: `pupil.knownas`. */
  name: string;
  /** As it was written, for people. */
  written: string;
  /** Indexes in the document. */
  start: number;
  end: number;
  /** `if`: the paragraph is kept only if the field has a value; `unless`: only if it has none. */
  kind: "field" | "if" | "unless";
}

const TAG = /\{\{([^{}\n\u{FFFC}]{1,120})\}\}/gu;

export function tagsIn({ start, text }: Pick<DocParagraph, "start" | "text">): Tag[] {
  return [...text.matchAll(TAG)].map(({ 0: written, 1: inside = "", index }) => {
    const [, word = ""] = /^\s*(if|unless)\s+\S/i.exec(inside) ?? [];
    const kind = word === "" ? "field" : (word.toLowerCase() as "if" | "unless");
    const name = inside.replace(/^\s*(if|unless)\s+(?=\S)/i, "");
    return { name: tagName(name), written, kind, start: start + index, end: start + index + written.length };
  });
}

/** ` Pupil . known as ` -> `pupil.knownas`. */
export const tagName = (written: string): string => written.replace(/\s+/g, "").toLowerCase();
