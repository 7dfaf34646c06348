/** Making a tab that is missing, and putting right the headings of one that people rearranged. */
import { problem } from "../../domain/words/problem";
import { areas, starterAreas } from "../../domain/tables/areas";
import { repairOf } from "../../domain/tables/repair";
import { settings, starterSettings } from "../../domain/tables/settings";
import type { CellValue, Column, Table } from "../../domain/tables/table";
import { headingsOf, textOf } from "../../domain/tables/table";
import { weeklyGrades } from "../../domain/tables/weeklyGrades";
import type { Sheet } from "../../google/workbook";
import { fillColumn, fillEmpty } from "../../google/rows";
import {
  addColumn,
  firstRowNotes,
  firstRowOf,
  hasHeadings,
  olderThan,
  putHeading,
} from "../../google/workbook";
import type { Run } from "../run/job";
import { load } from "../run/load";
import { note } from "../run/notes";

/** The rows that a newly made tab starts with. */
const STARTERS: Record<string, readonly Record<string, unknown>[]> = {
  [areas.tab]: starterAreas.map((area) => ({ ...area })),
  [settings.tab]: starterSettings,
};

/** True where the tab had to be made, at this place from 0. */
export function repairTab(run: Run, table: Table, place: number): boolean {
  const sheet = run.workbook.getSheetByName(table.tab) ?? (table.whole ? null : renamed(run, table));
  if (!sheet) {
    const made = run.workbook.insertSheet(table.tab, place);
    fillEmpty(made, table, STARTERS[table.tab] ?? []);
    return true;
  }
  if (!table.whole) repairHeadings(run, sheet, table);
  return false;
}

/** The one tab that has all the headings under another name, under its own again. */
function renamed(run: Run, table: Table): Sheet | null {
  const candidates = run.workbook.getSheets().filter((sheet) => hasHeadings(run, sheet, table));
  const [found] = candidates;
  if (!found) return null;
  if (candidates.length === 1) return found.setName(table.tab);
  const names = candidates.map((sheet) => `"${sheet.getName()}"`).join(" and ");
  const wrong = `There is no tab "${table.tab}", and ${names} both have its headings.`;
  note(run, "Prepare workbook", [
    problem(table.tab, null, "", wrong, `Rename the right one "${table.tab}" and delete the other.`),
  ]);
  return found;
}

function repairHeadings(run: Run, sheet: Sheet, table: Table): void {
  const headings = firstRowOf(sheet);
  if (headings.length === 0) return fillEmpty(sheet, table, STARTERS[table.tab] ?? []);
  const { put, add, problems } = repairOf(table, headings, firstRowNotes(sheet), olderThan(run));
  note(run, "Prepare workbook", problems);
  for (const [place, heading] of put) putHeading(sheet, place, heading);
  for (const column of add) addColumn(sheet, placeFor(column, table, firstRowOf(sheet)), column.heading);
  if (put.size + add.length > 0) run.tabs.delete(table.tab);
}

/** Before the next of the table's columns that is there, else after the last: from 0. */
function placeFor(column: Column, table: Table, headings: readonly CellValue[]): number {
  const following = headingsOf(table).slice(headingsOf(table).indexOf(column.heading) + 1);
  const places = following.map((h) =>
    headings.findIndex((there) => textOf(there).toLowerCase() === h.toLowerCase()),
  );
  return places.find((place) => place >= 0) ?? headings.length;
}

/** New areas get their heading in use, renamed ones their new one, in Weekly grades and in Areas together. */
export function nameAreaColumns(run: Run): void {
  const tab = load(run, areas);
  const sheet = run.workbook.getSheetByName(weeklyGrades([]).tab);
  const headings = sheet ? firstRowOf(sheet).map((h) => textOf(h).toLowerCase()) : [];
  const fixed = headingsOf(weeklyGrades([])).map((h) => h.toLowerCase());
  const named = new Map<number, CellValue>();
  for (const area of tab.records.filter(({ name, heading }) => name !== heading)) {
    const [wanted, old] = [area.name.toLowerCase(), area.heading.toLowerCase()];
    const others = tab.records.filter((other) => other !== area && other.heading.toLowerCase() === wanted);
    if (fixed.includes(wanted) || others.length > 0) {
      const wrong = `The name "${area.name}" is already a heading of Weekly grades.`;
      note(run, "Prepare workbook", [
        problem(areas.tab, area.row, "Name", wrong, "Choose another name for the area."),
      ]);
      continue;
    }
    const place = old === "" ? -1 : headings.indexOf(old);
    if (sheet && place >= 0 && !headings.includes(wanted)) putHeading(sheet, place, area.name);
    named.set(area.row, area.name);
  }
  if (named.size === 0) return;
  note(run, "Prepare workbook", fillColumn(tab, "heading", named));
  run.tabs.delete(areas.tab);
}
