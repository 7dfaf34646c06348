/** Colours as Google gives them back, however a script wrote them. */
import names from "color-name";

/** `#FFF`, `White` and `#ffffff` -> `#ffffff`; null is Google's default. */
export function colourOf(written: string | null): string | null {
  if (written === null) return null;
  const colour = written.toLowerCase();
  const named = Object.hasOwn(names, colour) ? names[colour] : undefined;
  if (named) return `#${named.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  return /^#[0-9a-f]{3}$/.test(colour) ? colour.replace(/[0-9a-f]/g, "$&$&") : colour;
}
