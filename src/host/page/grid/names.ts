/** Names for those of the grid's own fields that have none, so that everybody can find them. */

const NAMES: Record<string, string> = {
  "[data-u-comp=defined-name] input": "Cell name",
  "[data-u-comp=editor]": "Cell content",
};

/** The grid makes its fields when it comes to them. */
export function nameFields(container: string): void {
  const place = document.getElementById(container);
  if (!place) return;
  const name = (): void => {
    for (const [selector, text] of Object.entries(NAMES))
      for (const field of document.querySelectorAll(selector))
        if (!field.hasAttribute("aria-label")) field.setAttribute("aria-label", text);
  };
  new MutationObserver(name).observe(place, { childList: true, subtree: true });
  name();
}
