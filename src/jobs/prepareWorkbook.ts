/** Makes the tabs of a new workbook from their declarations, and what each starts with. */
import type { Area } from "../domain/tables/areas";
import { areas, starterAreas } from "../domain/tables/areas";
import { allTables } from "../domain/tables/all";
import { settings, starterSettings } from "../domain/tables/settings";
import type { Table } from "../domain/tables/table";
import { headingsOf } from "../domain/tables/table";
import { layOut } from "../google/layout";
import { underLock } from "../google/run";
import { cellsOf, fillEmpty, flush, LOCALE, openWorkbook, readTab, TIME_ZONE } from "../google/workbook";
import type { Report } from "./job";
import { recordsIn } from "../domain/tables/read";

/** Tabs that are there keep their content; only what a declaration says about their looks is set again. */
export function prepareWorkbook(): Report {
  const report = underLock((): Report => {
    const workbook = openWorkbook();
    workbook.setSpreadsheetLocale(LOCALE);
    workbook.setSpreadsheetTimeZone(TIME_ZONE);
    const unused = workbook.getSheets().filter((sheet) => sheet.getLastRow() === 0);
    const made = allTables(areasInUse()).filter((table) => prepareTab(table));
    const names = made.map((table) => table.tab);
    for (const sheet of unused)
      if (workbook.getNumSheets() > 1 && made.length > 0) workbook.deleteSheet(sheet);
    flush();
    return { said: names.length > 0 ? `Made ${names.join(", ")}.` : "Every tab was there." };
  });
  return report ?? { said: "Another run is at work. Try again in a minute." };
}

/** The areas of the workbook, or the starters where it has none yet. */
function areasInUse(): readonly Area[] {
  const workbook = openWorkbook();
  if (!workbook.getSheetByName(areas.tab)) return starterAreas;
  const tab = readTab(workbook, areas, []);
  return recordsIn(areas, tab.cells, tab.places).records;
}

/** Lays a tab out, making it first where it is missing; true if it was made. */
function prepareTab(table: Table): boolean {
  const workbook = openWorkbook();
  const present = workbook.getSheetByName(table.tab);
  const sheet = present ?? workbook.insertSheet(table.tab, workbook.getNumSheets());
  if (!present) {
    const starters: Record<string, readonly Record<string, unknown>[]> = {
      [areas.tab]: starterAreas.map((area) => ({ ...area })),
      [settings.tab]: starterSettings,
    };
    layOut(sheet, table, headingsOf(table));
    fillEmpty(sheet, table, starters[table.tab] ?? []);
  } else layOut(sheet, table, cellsOf(sheet)[0] ?? []);
  return !present;
}
