/** Bullets and numbers: which list a paragraph is in, and how new lists are made. */
import { posix } from "node:path";
import type { Live } from "./live";
import { addPart, relatedPart, xmlIn } from "../xml/package";
import type { Resolved } from "./styles";
import type { TextStyle } from "./textStyle";
import type { Json, Walk } from "./walk";
import type { Element } from "../xml/xml";
import { attribute, childOf, childrenOf, importedInto, parsed, valueOf, W } from "../xml/xml";

const LEVELS = 9;
const NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="${W}"/>`;

const listIdOf = (number: string): string => `kix.list${number}`;

/** Google's bullet of a paragraph; null where it is in no list. */
export function bulletOf(
  walk: Walk,
  properties: Element,
  style: Resolved,
  textStyle: TextStyle,
): Json | null {
  const numbering = childOf(properties, "numPr") ?? style.numbering;
  const number = valueOf(numbering, "numId");
  if (number === null || number === "0") return null;
  const nestingLevel = Number(valueOf(numbering, "ilvl") ?? 0);
  // LibreOffice puts every heading into a list that shows nothing.
  const level = listOf(walk.live, number)?.[nestingLevel];
  if (level && valueOf(level, "numFmt") === "none") return null;
  walk.lists.add(number);
  return { listId: listIdOf(number), ...(nestingLevel > 0 && { nestingLevel }), textStyle };
}

const GLYPHS: Record<string, string> = {
  decimal: "DECIMAL",
  decimalZero: "ZERO_DECIMAL",
  upperLetter: "UPPER_ALPHA",
  lowerLetter: "ALPHA",
  upperRoman: "UPPER_ROMAN",
  lowerRoman: "ROMAN",
  none: "NONE",
};

/** What Google calls lists, of those that the walk met. */
export function listsOf({ live, lists }: Walk): Json {
  const of = (number: string): Json => ({
    listProperties: { nestingLevels: (listOf(live, number) ?? []).map(levelOf) },
  });
  return Object.fromEntries([...lists].map((number) => [listIdOf(number), of(number)]));
}

/** A list's levels by its number; null where the document does not have it. */
function listOf(live: Live, number: string): Element[] | null {
  const part = relatedPart(live.docx, "numbering");
  const root = part === null ? null : xmlIn(live.docx, part)?.documentElement;
  const num = root && childrenOf(root, "num").find((candidate) => attribute(candidate, "numId") === number);
  const id = valueOf(num ?? null, "abstractNumId");
  const list = root && childrenOf(root, "abstractNum").find((a) => attribute(a, "abstractNumId") === id);
  return list ? childrenOf(list, "lvl") : null;
}

function levelOf(level: Element): Json {
  const kind = valueOf(level, "numFmt") ?? "decimal";
  const text = valueOf(level, "lvlText") ?? "";
  if (kind === "bullet") return { glyphSymbol: text, glyphFormat: "%0" };
  const glyphFormat = text.replace(/%(\d)/g, (_all, digit) => `%${Number(digit) - 1}`);
  return {
    glyphType: GLYPHS[kind] ?? "DECIMAL",
    glyphFormat,
    startNumber: Number(valueOf(level, "start") ?? 1),
  };
}

/** Google's presets: the glyphs of three levels, which then repeat. */
const PRESETS: Record<string, string[]> = {
  BULLET_DISC_CIRCLE_SQUARE: ["●", "○", "■"],
  BULLET_DIAMONDX_ARROW3D_SQUARE: ["❖", "➢", "■"],
  BULLET_CHECKBOX: ["❏"],
  BULLET_ARROW_DIAMOND_DISC: ["➔", "◆", "●"],
  BULLET_STAR_CIRCLE_SQUARE: ["★", "○", "■"],
  NUMBERED_DECIMAL_ALPHA_ROMAN: ["decimal .", "lowerLetter .", "lowerRoman ."],
  NUMBERED_DECIMAL_ALPHA_ROMAN_PARENS: ["decimal )", "lowerLetter )", "lowerRoman )"],
  NUMBERED_UPPERALPHA_ALPHA_ROMAN: ["upperLetter .", "lowerLetter .", "lowerRoman ."],
  NUMBERED_UPPERROMAN_UPPERALPHA_DECIMAL: ["upperRoman .", "upperLetter .", "decimal ."],
};

/** Makes a list of a preset and gives its number. */
export function newList(live: Live, preset: string): string {
  const glyphs = PRESETS[preset];
  if (!glyphs) throw new Error(`The local host has no bullet preset ${preset}`);
  if (relatedPart(live.docx, "numbering") === null)
    addPart(live.docx, "numbering.xml", "numbering", NUMBERING_TYPE, EMPTY);
  const part = posix.normalize(relatedPart(live.docx, "numbering") ?? "");
  const root = xmlIn(live.docx, part)?.documentElement;
  if (!root) throw new Error("The document's numbering is missing.");
  const abstract = nextOf(childrenOf(root, "abstractNum"), "abstractNumId", 0);
  const number = nextOf(childrenOf(root, "num"), "numId", 1);
  const [list, use] = made(root, abstract, number, glyphs);
  // All lists come before all their uses.
  root.insertBefore(list, childOf(root, "num"));
  root.insertBefore(use, childOf(root, "numIdMacAtCleanup"));
  live.docx.changed.add(part);
  return String(number);
}

const nextOf = (elements: readonly Element[], name: string, least: number): number =>
  Math.max(least - 1, ...elements.map((element) => Number(attribute(element, name) ?? 0))) + 1;

function made(
  root: Element,
  abstract: number,
  number: number,
  glyphs: readonly string[],
): [Element, Element] {
  const levels = Array.from({ length: LEVELS }, (_, level) =>
    levelXml(level, glyphs[level % glyphs.length] ?? ""),
  );
  const xml = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="${abstract}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join("")}</w:abstractNum><w:num w:numId="${number}"><w:abstractNumId w:val="${abstract}"/></w:num></w:numbering>`;
  const source = parsed("numbering", xml).documentElement as Element;
  const take = (name: string): Element => importedInto(root, childOf(source, name) as Element);
  return [take("abstractNum"), take("num")];
}

function levelXml(level: number, glyph: string): string {
  const [kind, end] = glyph.split(" ");
  const [format, text] = end === undefined ? ["bullet", glyph] : [kind, `%${level + 1}${end}`];
  const indent = `<w:pPr><w:ind w:left="${(level + 1) * 720}" w:hanging="360"/></w:pPr>`;
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`;
}
