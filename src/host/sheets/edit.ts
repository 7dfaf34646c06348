/**
 * What a person at the keyboard does to cells: typed, checked and kept as Google would, with onEdit after it.
 */
import { entering } from "./entry";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import { cellAt } from "../model/grid";
import type { Area, Cell, Sheet } from "../model/model";

/** A block of cells by a tab's name and Google's numbers, from 1; texts as typed, "" clears. */
export interface Typing {
  sheet: string;
  row: number;
  column: number;
  values: readonly (readonly unknown[])[];
}

/**
 * The cells of a sheet that a person changed; what the first held before and after counts when it is the only
 * one.
 */
export interface Edited {
  sheet: number;
  area: Area;
  before: Cell | null;
  after: Cell | null;
}

export interface Edit {
  /** What the cells hold now, null for nothing. */
  cells: (Cell | null)[][];
  /** Whether the script's own onEdit ran, waits for the run under way, came too often, or does not exist. */
  onEdit: "ran" | "queued" | "lost" | "none";
  /** What onEdit threw; the edit stays anyway. */
  error?: string;
}

/** Changes the cells for good before it returns; a refusal throws in Google's words and changes nothing. */
export function enterCells(execution: Execution, typing: Typing): Edited & Pick<Edit, "cells"> {
  const { workbook } = execution.workspace;
  const sheet = workbook.sheets.find(({ name }) => name === typing.sheet);
  if (!sheet) throw new Error(`There is no tab "${typing.sheet}" to type into.`);
  const area = areaOf(sheet, typing);
  const before = cellAt(sheet, area.row, area.column) ?? null;
  const { locale, timeZone } = workbook;
  const where = { ...area, sheet, locale, timeZone, year: execution.now().getFullYear() };
  for (const operation of entering(typing.values, where)) execution.change(operation);
  execution.flush();
  const cells = typing.values.map((line, i) =>
    line.map((_, j) => structuredClone(cellAt(sheet, area.row + i, area.column + j) ?? null)),
  );
  return { sheet: sheet.id, area, before, after: cells[0]?.[0] ?? null, cells };
}

function areaOf(sheet: Sheet, { row, column, values }: Typing): Area {
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  if (columns === 0 || values.some((line) => line.length !== columns))
    throw new Error("What is typed into a tab is a block of cells, every row as long as the first.");
  const area = {
    row: row - 1,
    column: column - 1,
    lastRow: row + rows - 2,
    lastColumn: column + columns - 2,
  };
  const isInside = area.row >= 0 && area.column >= 0 && area.lastRow < sheet.rows;
  if (![row, column].every(Number.isInteger) || !isInside || area.lastColumn >= sheet.columns)
    throw new Exception("The coordinates of the range are outside the dimensions of the sheet.");
  return area;
}
