/**
 * Opens a pupil in the sidebar: reads each tab once, of most only the pupil's own rows, and writes nothing.
 */
import type { SchoolWeek } from "../../domain/hub/calendar";
import { dayOf } from "../../domain/words/days";
import { pupilsIn } from "../../domain/hub/hub";
import { hubFrom } from "../../domain/hub/joinTables";
import { nameInUse } from "../../domain/hub/names";
import type { Opened, PupilPage, WantedPupil } from "../../domain/views/pupilView";
import { gradingWeek, pupilPageFrom } from "../../domain/views/buildPupilView";
import { schoolWeeks } from "../../domain/hub/calendar";
import { wantedFrom } from "../../domain/views/requests";
import { areas as areasTable } from "../../domain/tables/areas";
import { assessments } from "../../domain/tables/assessments";
import { calendar } from "../../domain/tables/calendar";
import { checkIns, evidence, feedback } from "../../domain/tables/feedback";
import type { StaffMember } from "../../domain/tables/people";
import { runs } from "../../domain/tables/ledger";
import { placements, providers, pupils } from "../../domain/tables/people";
import { plans, actions, alerts } from "../../domain/tables/plans";
import type { Read } from "../../domain/tables/read";
import { recordsIn } from "../../domain/tables/read";
import { comments, reports, templates } from "../../domain/tables/reports";
import { rewards } from "../../domain/tables/rewards";
import { settings as settingsTable, settingsFrom } from "../../domain/tables/settings";
import type { CellValue, Columns, RecordOf, Table } from "../../domain/tables/table";
import { textOf } from "../../domain/tables/table";
import { targets } from "../../domain/tables/targets";
import { weeklyGrades, weekRowsIn } from "../../domain/tables/weeklyGrades";
import type { Tab } from "../../google/workbook";
import { readTab, selectedRow } from "../../google/workbook";
import { showSidebar } from "../../google/dialog";
import type { Run } from "../run/job";
import { lookByPerson, staffAsRead } from "../run/job";
import { ownRecords, rowsWith } from "../run/ownRecords";

export const pupilSidebar = (): void => showSidebar("Sidebar", "Hub Tracker");

export const openPupil = (asked: WantedPupil): Opened =>
  lookByPerson((run, by): Opened => {
    const wanted = wantedFrom(asked);
    const id = wanted.pupil ?? pupilIn(selectedRow(run.workbook));
    if (id === null) return nobody(run, "Select a pupil's row or choose a pupil above.");
    if (wanted.pupil === null && id === wanted.known) return { kind: "same" };
    return pageOf(run, by, id);
  });

/** The pupil that a row is about: a pupil's id in a cell of its own, or inside a plan's. */
function pupilIn(row: readonly CellValue[]): string | null {
  for (const cell of row) {
    const found = /^(?:AP-)?(U\d{1,6})(?:-\d{4}-\d\d-\d\d)?$/.exec(textOf(cell));
    if (found?.[1]) return found[1];
  }
  return null;
}

function pageOf(run: Run, by: StaffMember, id: string): Opened {
  const whole = <C extends Columns>(table: Table<C>): Read<RecordOf<Table<C>>> => {
    const { cells, places } = readTab(run, table);
    return recordsIn(table, cells, places);
  };
  const days = whole(calendar);
  const inUse = whole(areasTable);
  const weekly = readTab(run, weeklyGrades(inUse.records));
  const none = { records: [], leftOut: [], problems: [] };
  const { settings } = settingsFrom(whole(settingsTable).records);
  const tables = {
    calendar: days,
    areas: inUse,
    rows: weekRowsIn(
      inUse.records,
      rowsWith(weekly, "pupil", (text) => text === id),
      weekly.places,
    ),
    providers: whole(providers),
    contacts: none,
    staff: staffAsRead(run),
    pupils: whole(pupils),
    placements: whole(placements),
    rewards: whole(rewards),
  };
  const { hub } = hubFrom(tables, settings.closingTime);
  const pupil = hub.pupils.get(id);
  if (!pupil) return nobody(run, `No pupil on the Pupils tab has the id ${id}, or the row cannot be read.`);
  const week = gradingWeek({ weeks: schoolWeeks(days.records) }, dayOf(run.now));
  const roll = rollOf(weekly, week);
  const placed = week ? pupilsIn(week, hub) : [];
  const ownPlans = ownRecords(run, plans, id);
  const planned = new Set(ownPlans.map(({ plan }) => plan));
  const page = pupilPageFrom({
    pupil,
    hub: { ...hub, placements: hub.placements.filter((placement) => placement.pupil === id) },
    by,
    settings,
    now: run.now,
    roll: roll.length > 0 ? roll : toldApart(placed.map((one) => ({ id: one.id, name: nameInUse(one) }))),
    alerts: ownRecords(run, alerts, id),
    plans: ownPlans,
    actions: whole(actions).records.filter(({ plan }) => planned.has(plan)),
    targets: ownRecords(run, targets, id),
    feedback: ownRecords(run, feedback, id),
    checkIns: ownRecords(run, checkIns, id),
    evidence: ownRecords(run, evidence, id),
    rewards: tables.rewards.records,
    assessments: ownRecords(run, assessments, id),
    comments: ownRecords(run, comments, id),
    reports: whole(reports).records,
    templates: whole(templates).records,
    runs: whole(runs).records,
  });
  return { kind: "pupil", page };
}

/** No page, but whom to choose from. */
function nobody(run: Run, said: string): Opened {
  const whole = <C extends Columns>(table: Table<C>) => {
    const { cells, places } = readTab(run, table);
    return recordsIn(table, cells, places).records;
  };
  const weeks = schoolWeeks(whole(calendar));
  const weekly = readTab(run, weeklyGrades(whole(areasTable)));
  return { kind: "none", said, roll: rollOf(weekly, gradingWeek({ weeks }, dayOf(run.now))) };
}

/** Pupils with a row in the week, in the order of the rows. */
function rollOf({ cells, places }: Tab, week: SchoolWeek | undefined): PupilPage["roll"] {
  const at = (row: readonly CellValue[], field: string): string => textOf(row[places.get(field) ?? -1] ?? "");
  const own = cells.slice(1).filter((row) => at(row, "week") === week?.week && at(row, "pupil") !== "");
  return toldApart(own.map((row) => ({ id: at(row, "pupil"), name: at(row, "name") })));
}

/** Two of one name are chosen by their ids. */
const toldApart = (roll: PupilPage["roll"]): PupilPage["roll"] =>
  roll.map(({ id, name }) => {
    const isShared = roll.some((other) => other.name === name && other.id !== id);
    return { id, name: isShared ? `${name} (${id})` : name };
  });
