/** What the elements of a run say: texts, tabs, hyphens, and letters of picture fonts. */
import type { Element } from "./xml";
import { attribute, keepsSpace } from "./xml";

const SINGLE: Record<string, string> = {
  tab: "\t",
  ptab: "\t",
  cr: "\u000b",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00ad",
};

/** Word's forms use them for boxes and ticks: the characters they look like. */
const WINGDINGS: Record<number, string> = {
  0x6e: "■",
  0x6f: "☐",
  0x71: "❑",
  0x72: "❒",
  0x9f: "•",
  0xa7: "▪",
  0xa8: "☐",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/** One UTF-16 unit; a letter without a likeness stays the private one it is. */
function symbolOf(symbol: Element): string {
  const code = Number.parseInt(attribute(symbol, "char") ?? "", 16);
  if (Number.isNaN(code)) return "";
  const letter = code & 0xff;
  const isPicture = /wingdings|symbol/i.test(attribute(symbol, "font") ?? "");
  return (isPicture && WINGDINGS[letter]) || (letter === 0xb7 && "•") || String.fromCharCode(code);
}

/** Without `xml:space="preserve"` the spaces at both ends do not count; a line end is a space. */
function seenText(element: Element): string {
  const text = (element.textContent ?? "").replace(/[\n\r\t]/g, " ");
  return keepsSpace(element) ? text : text.replace(/^ +| +$/g, "");
}

/** Of an element of a run its text; null where it is something else. */
export function charactersOf(element: Element): string | null {
  const name = element.localName ?? "";
  if (name === "t") return seenText(element);
  if (name === "sym") return symbolOf(element);
  return SINGLE[name] ?? null;
}
