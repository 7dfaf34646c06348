/** F6 goes from part to part of the page, because the grid keeps Tab for itself, as spreadsheets do. */
import { focusGrid } from "./gridAccess";

/** In the order in which F6 goes through them; the grid is the one in the middle. */
const PARTS = [".head", ".tools", "#grid", ".tabs", ".dock:not([hidden])", ".rail"];
const FOCUSABLE = "button:not(:disabled), select, input, [tabindex='0']";

function goTo(part: Element | null): boolean {
  if (!part) return false;
  if (part.id === "grid") {
    focusGrid();
    return true;
  }
  const chosen = part.querySelector<HTMLElement>("[aria-selected=true], [aria-pressed=true]");
  const first = chosen ?? part.querySelector<HTMLElement>(FOCUSABLE);
  first?.focus();
  return first !== null;
}

export function watchF6(): void {
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopPropagation();
      const here = PARTS.findIndex((part) => document.activeElement?.closest(part));
      // The grid's own editor lies outside of its place.
      const from = here < 0 ? PARTS.indexOf("#grid") : here;
      const by = event.shiftKey ? -1 : 1;
      for (let i = 1; i <= PARTS.length; i += 1) {
        const next = PARTS[(from + by * i + PARTS.length * i) % PARTS.length] ?? "";
        if (goTo(document.querySelector(next))) return;
      }
    },
    true,
  );
}
