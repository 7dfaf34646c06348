/**
 * The versions of the workbook. What a version adds says so where it is declared: `since` of a tab or a
 * column, `formerly` of a setting. A step holds what no declaration tells: what a new column holds in rows
 * that were there before.
 */
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import { templates } from "./reports";
import type { CellValue, Columns, RecordOf, Table } from "./table";

/** The version that this code makes of a workbook. */
export const VERSION = 2;

/** What a new column holds in a row that was there before; blank where it gives null. */
export interface Filling {
  table: Table;
  field: string;
  cellFor: (record: Record<string, unknown>) => CellValue | null;
}

export interface Step {
  version: number;
  /** What is new in it, for whoever reads Runs. */
  about: string;
  fillings: readonly Filling[];
}

const filling = <C extends Columns>(
  table: Table<C>,
  field: keyof C & string,
  cellFor: (record: RecordOf<Table<C>>) => CellValue | null,
): Filling => ({
  table: table as unknown as Table,
  field,
  cellFor: (record) => cellFor(record as RecordOf<Table<C>>),
});

/** From the second version on, in order. */
export const STEPS: readonly Step[] = [
  {
    version: 2,
    about: "Most pages in Templates; Which row and Found by in Problems; Centre name in Settings is Hub name",
    fillings: [filling(templates, "mostPages", ({ name }) => (/\bone[- ]page\b/i.test(name) ? 1 : null))],
  },
];

/** Why a workbook that newer code has prepared cannot be used; null where it can. */
export const newerProblem = (version: number): Problem | null =>
  version <= VERSION
    ? null
    : problem(
        "Settings",
        null,
        "Value",
        `This workbook was prepared by a newer Hub Tracker: its version is ${version}, and this is ${VERSION}.`,
        "Update Hub Tracker. Until then nothing will be done.",
      );
