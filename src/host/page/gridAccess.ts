/** The grid, once it has been loaded; the page around it is there sooner. */
import type { SheetGrid } from "./grid/sheetGrid";

let grid: SheetGrid | null = null;

export const setGrid = (made: SheetGrid): void => {
  grid = made;
};
export const theGrid = (): SheetGrid | null => grid;
export const focusGrid = (): void => grid?.focus();
