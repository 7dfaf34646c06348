/** Word's measures and colours as Google's, and back. */
export interface Dimension {
  magnitude?: number;
  unit?: string;
}

export interface OptionalColor {
  color?: { rgbColor?: { red?: number; green?: number; blue?: number } };
}

const TWIPS_PER_POINT = 20;

export const points = (magnitude: number): Dimension => ({
  ...(magnitude === 0 ? {} : { magnitude }),
  unit: "PT",
});
/** From twentieths of a point. */
export const fromTwips = (twips: string): Dimension =>
  points((Number.parseFloat(twips) || 0) / TWIPS_PER_POINT);
export const toTwips = (dimension: Dimension | undefined): number =>
  Math.round((dimension?.magnitude ?? 0) * TWIPS_PER_POINT);

/** `FF9900` -> the colour, a part of 0 left out as Google does; null for what is none, such as `auto`. */
export function colourOf(hex: string | null): OptionalColor | null {
  const found = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex ?? "");
  if (!found) return null;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  const rgbColor = { ...(red && { red }), ...(green && { green }), ...(blue && { blue }) };
  return { color: { rgbColor } };
}

/** Null where it is transparent. */
export function hexOf(colour: OptionalColor | undefined): string | null {
  if (!colour?.color) return null;
  const { red = 0, green = 0, blue = 0 } = colour.color.rgbColor ?? {};
  const part = (of: number): string =>
    Math.round(Math.min(1, Math.max(0, of)) * 255)
      .toString(16)
      .padStart(2, "0");
  return (part(red) + part(green) + part(blue)).toUpperCase();
}

/** The colours of Word's text marker. */
const HIGHLIGHTS: Record<string, string> = {
  black: "000000",
  blue: "0000FF",
  cyan: "00FFFF",
  green: "00FF00",
  magenta: "FF00FF",
  red: "FF0000",
  yellow: "FFFF00",
  white: "FFFFFF",
  darkBlue: "000080",
  darkCyan: "008080",
  darkGreen: "008000",
  darkMagenta: "800080",
  darkRed: "800000",
  darkYellow: "808000",
  darkGray: "808080",
  lightGray: "C0C0C0",
};
export const highlightHex = (name: string | null): string | null => HIGHLIGHTS[name ?? ""] ?? null;

/** Whether a property such as `w:b` is on: it is there and does not say no. */
export const isOn = (value: string | null): boolean =>
  !["0", "false", "off", "none"].includes(value ?? "true");
