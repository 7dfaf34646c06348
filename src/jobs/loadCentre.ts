/** Everything about pupils and their weeks, read once and joined. */
import { calendarProblems } from "../domain/calendar";
import type { Centre } from "../domain/centre";
import { centreFrom } from "../domain/joinTables";
import { problem, stop } from "../domain/problem";
import type { Area } from "../domain/tables/areas";
import { areas } from "../domain/tables/areas";
import type { CalendarRow } from "../domain/tables/calendar";
import { calendar } from "../domain/tables/calendar";
import type { Contact, Placement, Provider, Pupil, StaffMember } from "../domain/tables/people";
import { contacts, placements, providers, pupils, staff } from "../domain/tables/people";
import type { Placed, Read } from "../domain/tables/read";
import type { WeekRow } from "../domain/tables/weeklyGrades";
import { weeklyGrades, weekRowsIn } from "../domain/tables/weeklyGrades";
import type { Tab } from "../google/workbook";
import { readTab } from "../google/workbook";
import type { Run } from "./job";
import { load, once } from "./load";

export interface LoadedCentre {
  centre: Centre;
  contacts: Placed<Contact>[];
  /** As they stand in their tabs, before names in cells became ids. */
  read: {
    pupils: Read<Pupil>;
    placements: Read<Placement>;
    providers: Read<Provider>;
    staff: Read<StaffMember>;
    rows: Read<WeekRow>;
  };
  weekly: Tab;
}

const KEY = "the centre";

export const loadCentre = (run: Run): LoadedCentre => once(run, KEY, () => read(run));

export const hasCentre = (run: Run): boolean => run.tabs.has(KEY);

/** To be called when a tab that the centre is made of was written to. */
export function forgetCentre(run: Run, ...tabs: string[]): void {
  for (const tab of [KEY, ...tabs]) run.tabs.delete(tab);
}

/** The calendar; the job stops where it cannot be used. */
export function loadCalendar(run: Run): Read<CalendarRow> {
  const days = load(run, calendar);
  const [unusable] = calendarProblems(days.records);
  if (unusable) throw stop(unusable);
  return days;
}

function read(run: Run): LoadedCentre {
  const inUse = load(run, areas);
  run.problems.push(...inUse.records.filter((area) => area.heading === "").map(withoutColumn));
  const weekly = loadWeeklyGrades(run, inUse.records);
  const rows = weekRowsIn(inUse.records, weekly.cells, weekly.places);
  run.problems.push(...rows.problems);
  const tables = {
    calendar: loadCalendar(run),
    rows,
    areas: inUse,
    providers: load(run, providers),
    contacts: load(run, contacts),
    staff: load(run, staff),
    pupils: load(run, pupils),
    placements: load(run, placements),
  };
  const { centre, contacts: people, problems } = centreFrom(tables);
  run.problems.push(...problems);
  return { centre, contacts: people, read: tables, weekly };
}

function loadWeeklyGrades(run: Run, inUse: readonly Area[]): Tab {
  const table = weeklyGrades(inUse);
  run.checked.add(table.tab);
  return readTab(run.workbook, table, run.problems);
}

const withoutColumn = (area: Placed<Area>) =>
  problem(
    areas.tab,
    area.row,
    "Heading in use",
    `${area.name} has no column in Weekly grades yet.`,
    "Run Prepare workbook; until then it is not graded.",
  );
