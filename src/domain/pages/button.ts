/** A button of a dialog: it calls one of the add-on's functions with these arguments. */
import type { Html } from "../html";
import { html } from "../html";

/** `first`: the one thing most people come for. */
export const button = (label: string, call: string, args: readonly unknown[], first = false): Html =>
  html`<button
    type="button"
    class="${first ? "first" : "plain"}"
    data-call="${call}"
    data-args="${JSON.stringify(args)}"
  >
    ${label}
  </button>`;
