/**
 * The sidebar's page: begins with the selected row's pupil, and looks again whenever somebody comes back to
 * it.
 */
import { render } from "preact";
import { App } from "./App";
import { saveAndNext } from "./weekly/Grade";
import { lookUp, openSelected } from "../parts/opening";
import { drawWith, now, takeFocus } from "../parts/state";

const root = document.getElementById("root") as HTMLElement;
const find = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector);
let shown = "";
let asked: unknown = null;

/** Another view begins at its top, and has the cursor where a person asked for it. */
function draw(): void {
  render(<App />, root);
  const { page, view, question, status } = now();
  // Nothing in the view can have the cursor yet.
  if (status.kind === "opening") return;
  const key = `${page?.id ?? ""} ${view}`;
  if (key !== shown) find("main")?.scrollTo(0, 0);
  if (takeFocus()) (find("[data-first]") ?? find("#view"))?.focus();
  if (question?.from && question !== asked) find(".asking button")?.focus();
  setTimeout(keepCursor);
  [shown, asked] = [key, question];
}

/**
 * Where what had the cursor is gone, whoever works by keyboard goes on in the view, not at the top of
 * everything. Not at once: on its way from one box to the next the cursor is nowhere, too.
 */
function keepCursor(): void {
  if (document.hasFocus() && document.activeElement === document.body)
    find("#view")?.focus({ preventScroll: true });
}

drawWith(draw);
openSelected();
addEventListener("focus", () => void lookUp());
addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || now().view !== "Grade") return;
  event.preventDefault();
  saveAndNext();
});
