/** What the grid could do but a tracker's page does not: looks, columns and tabs belong to the add-on. */

/** Commands by which a person changes content or finds their way; every other sheet command is switched off. */
const ALLOWED = new Set(
  [
    "set-range-values",
    "clear-selection-content",
    "auto-fill",
    "auto-clear-content",
    "refill",
    "copy-down",
    "copy-right",
    "insert-row",
    "insert-row-before",
    "insert-row-after",
    "insert-row-by-range",
    "insert-multi-rows-above",
    "insert-multi-rows-after",
    "remove-row",
    "remove-row-confirm",
    "remove-row-by-range",
    "delta-column-width",
    "set-worksheet-col-width",
    "delta-row-height",
    "set-row-height",
    "set-row-is-auto-height",
    "set-worksheet-row-auto-height",
    "paste-by-short-key",
    "paste-value",
    "move-selection",
    "move-selection-enter-tab",
    "expand-selection",
    "select-all",
    "select-range",
    "scroll-to-cell",
    "scroll-view",
    "scroll-view-reset",
    "set-scroll-relative",
    "set-worksheet-activate",
    "smart-toggle-filter",
    "set-filter-range",
    "remove-sheet-filter",
    "set-filter-criteria",
    "clear-filter-criteria",
    "re-calc-filter",
    "sort-range",
    "toggle-note-popup",
    "change-zoom-ratio",
    "set-zoom-ratio",
  ].map((name) => `sheet.command.${name}`),
);

export const isSwitchedOff = (id: string): boolean =>
  (id.startsWith("sheet.command.") && !ALLOWED.has(id)) || id === "sheet.operation.rename-sheet";

/** Items of the context menu that would lead to such commands. */
export const HIDDEN_MENU_ITEMS: readonly string[] = [];
