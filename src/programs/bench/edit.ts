/**
 * A process of its own: types into a cell of a small workbook, once, and prints the CPU-milliseconds until
 * onEdit is over: the whole script evaluated, its onEdit, and the local host's own work for both.
 */
import { createHost } from "../../host/host";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import { areas, starterAreas } from "../../domain/tables/areas";
import { headingsOf, rowOf } from "../../domain/tables/table";
import { weeklyGrades } from "../../domain/tables/weeklyGrades";
import { cpuMs } from "./row";

const [, , bundle = "", tab = ""] = process.argv;
const grades = headingsOf(weeklyGrades(starterAreas));
const TABS = {
  [areas.tab]: [headingsOf(areas), ...starterAreas.map((area) => rowOf(areas, area, headingsOf(areas)))],
  [weeklyGrades([]).tab]: [grades, grades.map(() => "")],
};

const host = createHost(memoryWorkspace(), { bundle, now: "2026-11-20T12:00", log: () => {} });
host.execute(({ SpreadsheetApp }) => {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  for (const [name, rows] of Object.entries(TABS))
    book
      .insertSheet(name)
      .getRange(1, 1, rows.length, rows[0]?.length ?? 0)
      .setValues(rows);
});
console.log(cpuMs(() => host.edit(tab, 2, 5, [["g"]])));
