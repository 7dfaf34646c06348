/**
 * The hub's people for the local programs: as whom one may act, and what they would enter in the clock's
 * week.
 */
import type { Day, Moment } from "../domain/words/days";
import { dayOf, longDay, weekOf } from "../domain/words/days";
import type { Area } from "../domain/tables/areas";
import { areas as areasTable } from "../domain/tables/areas";
import { staff } from "../domain/tables/people";
import { settingRow, SETTINGS, settings } from "../domain/tables/settings";
import type { Table } from "../domain/tables/table";
import { cellOf } from "../domain/tables/table";
import { flatWeekRow, weeklyGrades } from "../domain/tables/weeklyGrades";
import { demoGrades, demoWeek } from "../demo/hub";
import type { Host } from "../host/host";
import type { Filling } from "../host/server/desk";
import type { Person } from "../host/server/protocol";
import type { Workspace } from "../host/model/workspace";
import { ownerOf, rowsOf } from "./look";
import type { Making } from "./workspaces";

/**
 * Active staff with an account, whoever is named first, then the automation's owner, then by role as in the
 * tab.
 */
export function peopleIn(workspace: Workspace, first?: string): Person[] {
  const people = rowsOf(workspace, staff)
    .filter(({ active, email }) => active === "yes" && email !== "")
    .map(({ name, email, role }) => ({ name, email, role }));
  const user = first ?? ownerOf(workspace);
  const own = people.find(({ email }) => email === user) ?? { name: user, email: user, role: "not in Staff" };
  return [own, ...people.filter((person) => person !== own)];
}

/** "Let staff fill this week": the demo's own entries, into the cells that are still blank. */
export const demoWeekFilling = (workspace: Workspace, making: Making): Filling => ({
  label: "Let staff fill this week",
  fill: (host, now) => fillWeek(workspace, making, host, now),
});

/** The first open day's time at which the week's rows are made, as Settings has it. */
function rowsMadeFrom(workspace: Workspace): string {
  const { kind, initial } = SETTINGS.rowsFrom;
  const typed = settingRow(SETTINGS.rowsFrom, rowsOf(workspace, settings));
  return kind.schema().safeParse(typed?.value).data ?? initial;
}

/** What staff would enter in the row of a pupil with this id and name, by field. */
type Wanted = (pupil: string, name: string) => Record<string, unknown>;

/** Null where the invented year has no lessons in that week. */
function wantedIn(week: Day, areas: readonly Area[], making: Making): Wanted | null {
  const size = making.size === "empty" ? "small" : making.size;
  const known = new Map(demoWeek({ ...making, size }, week, areas).map((row) => [row.pupil, row]));
  if (known.size === 0) return null;
  return (pupil, name) => {
    // In a workbook of one's own the demo's ids are other pupils'.
    const row = making.size === "empty" ? undefined : known.get(pupil);
    if (row?.name === name) return flatWeekRow(row);
    const { grades, ...others } = demoGrades(making, pupil, week, areas);
    return { ...others, ...grades };
  };
}

interface Week {
  week: Day;
  table: Table;
  wanted: Wanted;
  now: Moment;
}

/** Fills the blank cells of the week's rows, as edits do with the time of the change. */
function enter(host: Host, { week, table, wanted, now }: Week): { rows: number; cells: number } {
  return host.execute(({ SpreadsheetApp }): { rows: number; cells: number } => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.tab);
    const shown = sheet.getDataRange().getDisplayValues() as string[][];
    const at = (heading: string): number => shown[0]?.indexOf(heading) ?? -1;
    const count = { rows: 0, cells: 0 };
    shown.forEach((line, i) => {
      const pupil = line[at("Pupil id")] ?? "";
      if (line[at("Week")] !== week || pupil === "") return;
      const row = wanted(pupil, line[at("Pupil")] ?? "");
      count.rows += 1;
      let graded = false;
      for (const [field, column] of Object.entries(table.columns)) {
        const place = at(column.heading);
        const value = cellOf(row[field] ?? "");
        if (column.writer !== "staff" || place < 0 || line[place] !== "" || value === "") continue;
        sheet.getRange(i + 1, place + 1).setValue(value);
        count.cells += 1;
        graded ||= column.coloured === "grades";
      }
      const stamp = at("Changed at");
      if (graded && stamp >= 0) sheet.getRange(i + 1, stamp + 1).setValue(now.slice(0, 16).replace("T", " "));
    });
    return count;
  });
}

function fillWeek(workspace: Workspace, making: Making, host: Host, now: Moment): string {
  const week = weekOf(dayOf(now));
  const areas = rowsOf(workspace, areasTable);
  const wanted = wantedIn(week, areas, making);
  if (!wanted)
    return `The invented school year has no lessons in the week of ${longDay(week)}: it is a holiday there, or the year is over. Move the clock to a school week, or enter the new year on Calendar and the grades by hand.`;
  const filled = enter(host, { week, table: weeklyGrades(areas), wanted, now });
  if (filled.rows === 0)
    return `There are no rows for the week of ${longDay(week)} yet. They are made on its first open day at ${rowsMadeFrom(workspace)}: move the clock there first.`;
  return `Staff have filled ${filled.cells} blank cells in the ${filled.rows} rows of the week of ${longDay(week)}.`;
}
