/**
 * After a person's edit: `g` and `green` become `G`, and the row's time is stamped; nothing else, and fast.
 */
import { spaced } from "../../domain/words/days";
import { markOf } from "../../domain/words/grades";
import type { CellValue } from "../../domain/tables/table";
import { textOf } from "../../domain/tables/table";
import { weeklyGrades } from "../../domain/tables/weeklyGrades";
import { clock } from "../../google/run";
import type { Edit } from "../../google/edit";
import {
  blockOf,
  columnValues,
  editIn,
  hasFormulas,
  valuesOf,
  writeBlock,
  writeDown,
} from "../../google/edit";
import { areas } from "../../domain/tables/areas";

export function gradeEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const edit = editIn(event, weeklyGrades([]).tab);
  if (!edit || edit.lastRow === 1) return;
  const inUse = new Set([
    ...columnValues(edit.workbook, areas.tab, areas.columns.heading.heading),
    "overall",
  ]);
  const isGrade = edit.headings.map((heading) => inUse.has(textOf(heading).toLowerCase()));
  const edited = isGrade.slice(edit.column - 1, edit.lastColumn);
  if (!edited.includes(true)) return;
  for (const { first, width } of runsOf(edited)) respell(edit, first, width);
  stamp(edit);
}

/** Neighbouring grade columns of the edit, from 0. */
function runsOf(edited: readonly boolean[]): { first: number; width: number }[] {
  const starts = edited.flatMap((is, i) => (is && !edited[i - 1] ? [i] : []));
  return starts.map((first) => {
    const end = edited.indexOf(false, first);
    return { first, width: (end < 0 ? edited.length : end) - first };
  });
}

/** Formulas stay as they were typed; jobs read such a cell's value as it is. */
function respell(edit: Edit, first: number, width: number): void {
  const block = blockOf(edit, first, width);
  const before = valuesOf(block);
  const after = before.map((line, i) => (edit.row + i === 1 ? line : line.map(spelt)));
  const changed = after.some((line, i) => line.some((cell, j) => cell !== before[i]?.[j]));
  if (changed && !hasFormulas(block)) writeBlock(block, after);
}

/** The letter for what can be read as a grade; anything else as it was typed. */
const spelt = (cell: CellValue): CellValue => markOf(textOf(cell)) ?? cell;

function stamp(edit: Edit): void {
  const place = edit.headings.findIndex((heading) => textOf(heading).toLowerCase() === "changed at");
  if (place >= 0) writeDown(edit, place + 1, spaced(clock().now));
}
