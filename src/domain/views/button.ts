/** A button of a dialog: it calls one of the add-on's functions with these arguments. */
import type { Html } from "../words/html";
import { html } from "../words/html";

/**
 * `first`: the one thing most people come for; `next`: what the page does by itself as soon as it is shown.
 */
export const button = (
  label: string,
  call: string,
  args: readonly unknown[],
  kind: "plain" | "first" | "next" = "plain",
): Html =>
  html`<button type="button" class="${kind}" data-call="${call}" data-args="${JSON.stringify(args)}">
    ${label}
  </button>`;
