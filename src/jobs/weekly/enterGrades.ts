/** Grades entered in the sidebar: into the pupil's row of the week, with who entered them. */
import type { FieldChange } from "../../domain/tables/forms";
import { longDay, spaced } from "../../domain/words/days";
import type { Saved } from "../../domain/tables/forms";
import { gradeChanges } from "../../domain/weekly/gradeChanges";
import { refusal } from "../../domain/words/problem";
import { pupilFrom, weekFrom } from "../../domain/views/requests";
import { EVERYBODY } from "../../domain/hub/rights";
import { areas as areasTable } from "../../domain/tables/areas";
import { recordsIn } from "../../domain/tables/read";
import { textOf } from "../../domain/tables/table";
import { weeklyGrades, weekRowsIn } from "../../domain/tables/weeklyGrades";
import { fillRow } from "../../google/rows";
import { readTab } from "../../google/workbook";
import { saveByPerson } from "../run/job";

export const enterGrades = (pupil: string, week: string, changes: FieldChange[]): Saved =>
  saveByPerson(EVERYBODY, (run, by) => {
    const [id, monday] = [pupilFrom(pupil), weekFrom(week)];
    const inUse = readTab(run, areasTable);
    const areas = recordsIn(areasTable, inUse.cells, inUse.places).records;
    const tab = readTab(run, weeklyGrades(areas));
    const [weekAt = 0, pupilAt = 0] = [tab.places.get("week"), tab.places.get("pupil")];
    const own = tab.cells.map((row, i) =>
      i === 0 || (textOf(row[weekAt] ?? "") === monday && textOf(row[pupilAt] ?? "") === id) ? row : [],
    );
    const [row] = weekRowsIn(areas, own, tab.places).records;
    if (!row)
      throw refusal(
        `Weekly grades has no row, or has two rows, for ${id} in the week beginning ${longDay(monday)}. Choose Make this week's rows in the menu. Nothing was saved.`,
      );
    const texts = (field: string): string =>
      textOf(tab.cells[row.row - 1]?.[tab.places.get(field) ?? -1] ?? "");
    const values = gradeChanges(areas, texts, changes);
    fillRow(tab, row.row, { ...values, changedAt: `${spaced(run.now)} by ${by.id}` });
    return "Saved.";
  });
