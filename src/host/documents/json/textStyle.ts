/** `w:rPr` as Google's text style, and the fields of a text style written into one. */
import { Fault } from "./fault";
import type { Dimension, OptionalColor } from "../xml/units";
import { colourOf, hexOf, highlightHex, isOn, points } from "../xml/units";
import type { Element } from "../xml/xml";
import { attribute, childOf, detach, made, putInOrder, valueOf } from "../xml/xml";

export interface TextStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  smallCaps?: boolean;
  backgroundColor?: OptionalColor;
  foregroundColor?: OptionalColor;
  fontSize?: Dimension;
  weightedFontFamily?: { fontFamily?: string; weight?: number };
  baselineOffset?: string;
  link?: { url?: string };
}

const SWITCHES = { bold: "b", italic: "i", strikethrough: "strike", smallCaps: "smallCaps" } as const;
const BOLD = 700;
const PLAIN = 400;

export function textStyleOf(properties: Element | null): TextStyle {
  if (!properties) return {};
  const style: TextStyle = {};
  for (const [field, name] of Object.entries(SWITCHES)) {
    const found = childOf(properties, name);
    if (found) style[field as keyof typeof SWITCHES] = isOn(attribute(found, "val"));
  }
  const underline = childOf(properties, "u");
  if (underline) style.underline = isOn(attribute(underline, "val"));
  const colour = colourOf(valueOf(properties, "color"));
  if (colour) style.foregroundColor = colour;
  const fill = attribute(childOf(properties, "shd"), "fill");
  const background = colourOf(highlightHex(valueOf(properties, "highlight")) ?? fill);
  if (background) style.backgroundColor = background;
  const size = valueOf(properties, "sz");
  if (size !== null) style.fontSize = points(Number(size) / 2);
  const fontFamily = attribute(childOf(properties, "rFonts"), "ascii");
  if (fontFamily !== null) style.weightedFontFamily = { fontFamily, weight: PLAIN };
  const offset = valueOf(properties, "vertAlign");
  if (offset === "superscript" || offset === "subscript") style.baselineOffset = offset.toUpperCase();
  return style;
}

/** The names that the schema wants in this order. */
const ORDER =
  "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split(
    " ",
  );

type Writer = (
  put: (name: string, attributes?: Record<string, string | number>) => void,
  style: TextStyle,
) => void;

const onOff =
  (field: keyof typeof SWITCHES, ...names: string[]): Writer =>
  (put, style) =>
    names.forEach((name) => put(name, style[field] ? {} : { val: "0" }));

/** Per field the elements it is kept in, and how they are made. */
const FIELDS: Record<string, { names: string[]; write: Writer }> = {
  bold: { names: ["b", "bCs"], write: onOff("bold", "b", "bCs") },
  italic: { names: ["i", "iCs"], write: onOff("italic", "i", "iCs") },
  strikethrough: { names: ["strike", "dstrike"], write: onOff("strikethrough", "strike") },
  smallCaps: { names: ["smallCaps"], write: onOff("smallCaps", "smallCaps") },
  underline: {
    names: ["u"],
    write: (put, { underline }) => put("u", { val: underline ? "single" : "none" }),
  },
  foregroundColor: {
    names: ["color"],
    write: (put, { foregroundColor }) => put("color", { val: hexOf(foregroundColor) ?? "auto" }),
  },
  backgroundColor: {
    names: ["shd", "highlight"],
    write: (put, { backgroundColor }) =>
      put("shd", { val: "clear", color: "auto", fill: hexOf(backgroundColor) ?? "auto" }),
  },
  fontSize: {
    names: ["sz", "szCs"],
    write: (put, { fontSize }) =>
      ["sz", "szCs"].forEach((name) => put(name, { val: Math.round((fontSize?.magnitude ?? 0) * 2) })),
  },
  weightedFontFamily: { names: ["rFonts"], write: writeFont },
  baselineOffset: { names: ["vertAlign"], write: writeOffset },
};

function writeFont(put: Parameters<Writer>[0], { weightedFontFamily }: TextStyle): void {
  const font = weightedFontFamily?.fontFamily;
  if (!font) throw new Fault("The font family must be specified.");
  put("rFonts", { ascii: font, hAnsi: font, cs: font, eastAsia: font });
  if ((weightedFontFamily.weight ?? PLAIN) >= BOLD) put("b");
}

function writeOffset(put: Parameters<Writer>[0], { baselineOffset = "NONE" }: TextStyle): void {
  put("vertAlign", { val: baselineOffset === "NONE" ? "baseline" : baselineOffset.toLowerCase() });
}

export const TEXT_FIELDS = Object.keys(FIELDS);

/** Writes the fields into a `w:rPr`; one that the style does not have goes back to what is inherited. */
export function writeTextStyle(properties: Element, style: TextStyle, fields: readonly string[]): void {
  for (const field of fields) {
    const kept = FIELDS[field];
    if (!kept) throw new Error(`The local host has no updateTextStyle of ${field}`);
    for (const name of kept.names) {
      const old = childOf(properties, name);
      if (old) detach(old);
    }
    if (style[field as keyof TextStyle] === undefined) continue;
    kept.write(
      (name, attributes = {}) => putInOrder(properties, made(properties, name, attributes), ORDER),
      style,
    );
  }
}
