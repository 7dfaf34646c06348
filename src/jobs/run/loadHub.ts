/** Everything about pupils and their weeks, read once and joined. */
import { calendarProblems, weekAt } from "../../domain/hub/calendar";
import type { Hub } from "../../domain/hub/hub";
import { hubFrom } from "../../domain/hub/joinTables";
import { dayOf } from "../../domain/words/days";
import { dataProblems } from "../../domain/hub/checks";
import { problem, stop } from "../../domain/words/problem";
import type { Area } from "../../domain/tables/areas";
import { areas } from "../../domain/tables/areas";
import type { CalendarRow } from "../../domain/tables/calendar";
import { calendar } from "../../domain/tables/calendar";
import type { Contact } from "../../domain/tables/people";
import { contacts, placements, providers, pupils, staff } from "../../domain/tables/people";
import type { InRow, Read } from "../../domain/tables/read";
import { rewards } from "../../domain/tables/rewards";
import { weeklyGrades, weekRowsIn } from "../../domain/tables/weeklyGrades";
import type { Tab } from "../../google/workbook";
import { readTab } from "../../google/workbook";
import type { Run } from "./job";
import { loadSettings } from "./job";
import { load, noteReading, once } from "./load";
import { noteAnew } from "./notes";
import { contactProblem } from "../../domain/hub/contacts";

export interface LoadedHub {
  hub: Hub;
  contacts: InRow<Contact>[];
  weekly: Tab;
}

const KEY = "the hub";

export const loadHub = (run: Run): LoadedHub => once(run, KEY, () => read(run));

export const hasHub = (run: Run): boolean => run.tabs.has(KEY);

/** To be called when a tab that the hub is made of was written to. */
export function forgetHub(run: Run, ...tabs: string[]): void {
  for (const tab of [KEY, ...tabs]) run.tabs.delete(tab);
}

/** The calendar; the job stops where it cannot be used. */
export function loadCalendar(run: Run): Read<CalendarRow> {
  const days = load(run, calendar);
  const [unusable] = calendarProblems(days.records);
  if (unusable) throw stop(unusable);
  return days;
}

function read(run: Run): LoadedHub {
  const inUse = load(run, areas);
  const weekly = readTab(run, weeklyGrades(inUse.records));
  const rows = weekRowsIn(inUse.records, weekly.cells, weekly.places);
  noteReading(run, weekly, rows.problems);
  const tables = {
    calendar: loadCalendar(run),
    rows,
    areas: inUse,
    providers: load(run, providers),
    contacts: load(run, contacts),
    staff: load(run, staff),
    pupils: load(run, pupils),
    placements: load(run, placements),
    rewards: load(run, rewards),
  };
  const { closingTime } = loadSettings(run);
  const { hub, contacts: people, problems } = hubFrom(tables, closingTime);
  const today = dayOf(run.now);
  const checked = dataProblems({
    pupils: tables.pupils.records,
    placementRows: tables.placements.records.length + tables.placements.leftOut.length,
    providers: tables.providers.records,
    contacts: people,
    staff: tables.staff.records,
    rows: rows.records,
    hub,
    week: weekAt(hub.weeks, today) ?? hub.weeks.find((week) => week.week > today),
  });
  const ungraded = inUse.records.filter((area) => area.heading === "").map(withoutColumn);
  noteAnew(run, "Comparing tabs", [...ungraded, ...problems, ...checked, ...people.flatMap(contactProblem)]);
  return { hub, contacts: people, weekly };
}

const withoutColumn = (area: InRow<Area>) =>
  problem(
    areas.tab,
    area.row,
    "Heading in use",
    `${area.name} has no column in Weekly grades yet.`,
    "Run Prepare workbook. Until then the area is not graded.",
  );
