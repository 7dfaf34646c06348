/**
 * The document's styles: which of Google's named styles a paragraph has, and what a style of its own adds to
 * it.
 */
import { posix } from "node:path";
import type { Live } from "./live";
import { addPart, relatedPart, xmlIn } from "../xml/package";
import type { ParagraphStyle } from "./paragraphStyle";
import { paragraphStyleOf } from "./paragraphStyle";
import type { TextStyle } from "./textStyle";
import { textStyleOf } from "./textStyle";
import type { Element } from "../xml/xml";
import { attribute, childOf, childrenOf, deep, elementsIn, importedInto, parsed, valueOf } from "../xml/xml";

export interface Resolved {
  named: string;
  text: TextStyle;
  paragraph: ParagraphStyle;
  /** Numbering that comes with the style. */
  numbering: Element | null;
}

/** Google's names by Word's, which are the same in every language. */
const NAMED: Record<string, string> = {
  normal: "NORMAL_TEXT",
  title: "TITLE",
  subtitle: "SUBTITLE",
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`heading ${level}`, `HEADING_${level}`])),
};

const namedType = (style: Element): string | undefined => NAMED[(valueOf(style, "name") ?? "").toLowerCase()];

const stylesRoot = (live: Live): Element | null => {
  const part = relatedPart(live.docx, "styles");
  return (part !== null && xmlIn(live.docx, part)?.documentElement) || null;
};

const stylesIn = (live: Live): Element[] => {
  const root = stylesRoot(live);
  return root ? childrenOf(root, "style") : [];
};

/** Resolves styles by their ids, each once. */
export function styleBook(live: Live) {
  const byId = new Map(stylesIn(live).map((style) => [attribute(style, "styleId") ?? "", style]));
  const standard = [...byId.values()].find(
    (style) =>
      attribute(style, "type") === "paragraph" &&
      ["1", "true", "on"].includes(attribute(style, "default") ?? ""),
  );
  const resolved = new Map<string, Resolved>();
  const PLAIN: Resolved = { named: "NORMAL_TEXT", text: {}, paragraph: {}, numbering: null };

  function chain(style: Element | undefined, depth = 0): Resolved {
    if (!style || depth > 20) return PLAIN;
    const named = namedType(style);
    const numbering = deep(style, "pPr", "numPr");
    if (named) return { ...PLAIN, named, numbering };
    const base = chain(byId.get(valueOf(style, "basedOn") ?? ""), depth + 1);
    return {
      named: base.named,
      text: { ...base.text, ...textStyleOf(childOf(style, "rPr")) },
      paragraph: { ...base.paragraph, ...paragraphStyleOf(childOf(style, "pPr")) },
      numbering: numbering ?? base.numbering,
    };
  }
  return {
    /** Of `w:pStyle` or `w:rStyle`; null is the standard paragraph's. */
    of(id: string | null): Resolved {
      const key = id ?? "";
      const found = resolved.get(key) ?? chain(id === null ? standard : (byId.get(id) ?? standard));
      resolved.set(key, found);
      return found;
    },
  };
}

export type StyleBook = ReturnType<typeof styleBook>;

/** What Google calls namedStyles: how the document's own Normal, headings and titles look. */
export function namedStylesOf(live: Live): object {
  const root = stylesRoot(live);
  const defaults = {
    text: textStyleOf(deep(root, "docDefaults", "rPrDefault", "rPr")),
    paragraph: paragraphStyleOf(deep(root, "docDefaults", "pPrDefault", "pPr")),
  };
  const styles = stylesIn(live).flatMap((style) => {
    const namedStyleType = namedType(style);
    if (!namedStyleType || attribute(style, "type") !== "paragraph") return [];
    const own = namedStyleType === "NORMAL_TEXT" ? defaults : { text: {}, paragraph: {} };
    return {
      namedStyleType,
      textStyle: { ...own.text, ...textStyleOf(childOf(style, "rPr")) },
      paragraphStyle: { namedStyleType, ...own.paragraph, ...paragraphStyleOf(childOf(style, "pPr")) },
    };
  });
  return { styles };
}

/**
 * The id of the document's style for one of Google's names; a style that it lacks is made. Null is the
 * standard.
 */
export function styleIdFor(live: Live, named: string): string | null {
  if (named === "NORMAL_TEXT") return null;
  const found = stylesIn(live).find(
    (style) => attribute(style, "type") === "paragraph" && namedType(style) === named,
  );
  if (found) return attribute(found, "styleId");
  const word = Object.entries(NAMED).find(([, google]) => google === named)?.[0];
  if (!word) throw new Error(`The local host has no paragraph style ${named}`);
  return addStyle(live, word, named);
}

const STYLE_XML = (id: string, name: string, points: number, outline: number): string => {
  const level = outline >= 0 ? `<w:outlineLvl w:val="${outline}"/>` : "";
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>${level}</w:pPr><w:rPr><w:b/><w:sz w:val="${points * 2}"/></w:rPr></w:style></w:styles>`;
};
const SIZES = [20, 16, 14, 12, 11, 11];
const TITLE_SIZE = 26;
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";

function addStyle(live: Live, word: string, named: string): string {
  const level = Number(/\d$/.exec(named)?.[0] ?? 0);
  const id = word.replace(" ", "").replace(/^./, (letter) => letter.toUpperCase());
  const xml = STYLE_XML(id, word, SIZES[level - 1] ?? TITLE_SIZE, level - 1);
  const root = stylesRoot(live);
  if (!root) {
    addPart(live.docx, "styles.xml", "styles", STYLES_TYPE, xml);
    return id;
  }
  const style = elementsIn(parsed("style", xml).documentElement as Element)[0] as Element;
  root.appendChild(importedInto(root, style));
  live.docx.changed.add(posix.normalize(relatedPart(live.docx, "styles") ?? ""));
  return id;
}
