/** Letters of picture fonts, as Word's forms use them for boxes and ticks, and the characters they look like. */
import type { Element } from "./xml";
import { attribute } from "./xml";

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
export function symbolOf(symbol: Element): string {
  const code = Number.parseInt(attribute(symbol, "char") ?? "", 16);
  if (Number.isNaN(code)) return "";
  const letter = code & 0xff;
  const isPicture = /wingdings|symbol/i.test(attribute(symbol, "font") ?? "");
  return (isPicture && WINGDINGS[letter]) || (letter === 0xb7 && "•") || String.fromCharCode(code);
}
