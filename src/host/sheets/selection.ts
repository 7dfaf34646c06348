/** What the person has selected, tab by tab; a script sees it and moves it. */
import type { Execution } from "../run/execution";
import type { Selected, Selection } from "../run/screen";
import type { Area, Sheet, Workbook } from "../model/model";
import type { HostRange } from "./range";
import type { HostSheet } from "./sheet";
import { SheetRef } from "./sheetRef";
import type { Has } from "../run/used";

export function selectedFrom(workbook: Workbook, given: Selection | undefined): Selected {
  if (!given) return { sheet: null, areas: new Map(), isMoved: false };
  const { row, column, rows = 1, columns = 1 } = given;
  const sheet = workbook.sheets.find(({ name }) => name === given.sheet);
  if (!sheet) throw new Error(`There is no tab "${given.sheet}" to select cells in.`);
  const area = {
    row: row - 1,
    column: column - 1,
    lastRow: row + rows - 2,
    lastColumn: column + columns - 2,
  };
  return { sheet: sheet.id, areas: new Map([[sheet.id, area]]), isMoved: false };
}

/** Brings a tab to the front, with an area of it selected or what was selected there before. */
export function select({ selected }: Execution, sheet: number, area?: Area): void {
  selected.sheet = sheet;
  selected.isMoved = true;
  if (area) selected.areas.set(sheet, area);
}

export function sheetInFront({ selected, workspace }: Execution): Sheet {
  const { sheets } = workspace.workbook;
  return (sheets.find(({ id }) => id === selected.sheet) ?? sheets[0]) as Sheet;
}

export const areaIn = ({ selected }: Execution, sheet: number): Area =>
  selected.areas.get(sheet) ?? { row: 0, column: 0, lastRow: 0, lastColumn: 0 };

/** Where the script put the selection; null where it left it alone. */
export function movedTo(execution: Execution): Required<Selection> | null {
  if (!execution.selected.isMoved) return null;
  const { id, name } = sheetInFront(execution);
  const { row, column, lastRow, lastColumn } = areaIn(execution, id);
  const [rows, columns] = [lastRow - row + 1, lastColumn - column + 1];
  return { sheet: name, row: row + 1, column: column + 1, rows, columns };
}

export const SELECTION = {
  getActiveRange: "",
  getActiveSheet: "",
  getCurrentCell: "",
};

declare module "../run/used" {
  interface Hosts {
    Selection: [GoogleAppsScript.Spreadsheet.Selection, HostSelection];
  }
}

export class HostSelection implements Has<GoogleAppsScript.Spreadsheet.Selection, typeof SELECTION> {
  readonly #execution: Execution;
  /** The tab that was asked; by default whichever is in front. */
  readonly #sheet: SheetRef | null;

  constructor(execution: Execution, sheet: SheetRef | null = null) {
    this.#execution = execution;
    this.#sheet = sheet;
  }

  getActiveSheet = (): HostSheet => this.#ref().sheet();
  getActiveRange = (): HostRange => this.#ref().chosen(areaIn(this.#execution, this.#ref().id));

  /** The top left cell of what is selected. */
  getCurrentCell(): HostRange {
    const { row, column } = areaIn(this.#execution, this.#ref().id);
    return this.#ref().range(row + 1, column + 1, 1, 1);
  }

  #ref = (): SheetRef => this.#sheet ?? new SheetRef(this.#execution, sheetInFront(this.#execution).id);
}
