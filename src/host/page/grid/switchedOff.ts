/** What the grid could do but a tracker's page does not: looks, columns and tabs belong to the add-on. */

/**
 * Commands by which a person changes content or finds their way; every other sheet command is switched off.
 */
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

/**
 * Items of the context menu that would lead to such commands, or that Ctrl+C, Delete and the page's own tools
 * do better.
 */
export const HIDDEN_MENU_ITEMS: readonly string[] = [
  "sheet.menu.copy-special",
  "sheet.menu.paste-special",
  "sheet.menu.clear-selection",
  "sheet.menu.sheet-frozen",
  "sheet.menu.sheets-sort",
  "sheet.menu.sheets-sort-ctx",
  "sheet.column-header-menu.sheet-frozen",
  "sheet.row-header-menu.sheet-frozen",
  "sheet.contextMenu.permission",
  "sheet.contextMenu.text-to-number",
  "sheet.operation.add-note-popup",
  ...[
    "delete-note",
    "toggle-note-popup",
    "insert-col-before",
    "insert-range-move-right-confirm",
    "insert-range-move-down-confirm",
    "remove-col-confirm",
    "delete-range-move-left-confirm",
    "delete-range-move-up-confirm",
    "insert-multi-cols-before",
    "insert-multi-cols-right",
    "hide-col-confirm",
    "set-selected-cols-visible",
    "set-worksheet-col-width",
    "set-col-auto-width",
    "set-col-is-auto-width",
    "hide-row-confirm",
    "set-selected-rows-visible",
    "set-row-height",
    "set-row-is-auto-height",
  ].map((name) => `sheet.command.${name}`),
];
