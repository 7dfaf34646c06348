/**
 * The demo hub: an invented hub whose every row follows from a size, a seed and a date (domain.md, section
 * 9).
 */
import type { Day, Moment } from "../domain/words/days";
import { isGrade } from "../domain/words/grades";
import { hubFrom } from "../domain/hub/joinTables";
import type { Area } from "../domain/tables/areas";
import { areas as areasTable, starterAreas } from "../domain/tables/areas";
import { assessments } from "../domain/tables/assessments";
import type { CalendarRow } from "../domain/tables/calendar";
import { calendar } from "../domain/tables/calendar";
import { checkIns, evidence, feedback } from "../domain/tables/feedback";
import type { OutboxRow, ProblemRow, RunRow } from "../domain/tables/ledger";
import { outbox, problems, runs } from "../domain/tables/ledger";
import type { Contact, Placement, Provider, Pupil, StaffMember } from "../domain/tables/people";
import { contacts, placements, providers, pupils, staff } from "../domain/tables/people";
import type { Action, ActionPlan, Alert } from "../domain/tables/plans";
import { plans, actions, alerts } from "../domain/tables/plans";
import type { Read } from "../domain/tables/read";
import { rewards } from "../domain/tables/rewards";
import { settings, settingsFrom } from "../domain/tables/settings";
import type { CellValue, Columns, RecordOf, Table } from "../domain/tables/table";
import { headingsOf, rowOf } from "../domain/tables/table";
import { targets } from "../domain/tables/targets";
import type { WeekRow } from "../domain/tables/weeklyGrades";
import { flatWeekRow, weeklyGrades } from "../domain/tables/weeklyGrades";
import type { SentBefore } from "./history";
import { demoHistory } from "./history";
import type { LearningRows } from "./learning/learning";
import { learningOf } from "./learning/learning";
import { demoMarks } from "./marks";
import type { Size } from "./people";
import { contactsOf, providersOf, inventedPupils, staffOf } from "./people";
import { placementsOf } from "./placements";
import { pupilsOf } from "./pupils";
import { drawFor } from "./random";
import { settingsOf } from "./settings";
import type { Enrolled } from "./weeks";
import { enteredRows, inventedRows } from "./weeks";
import { inventedTexts } from "./words";
import { demoYear } from "./year";

export interface DemoOptions {
  size: Size;
  seed: number;
  /** London time; the demo's Friday is the latest whose 16:40 is not after it. */
  now: Moment;
  workbookId: string;
}

/** Each tab's records, in the order of its rows. */
export interface DemoRows extends LearningRows {
  Settings: RecordOf<typeof settings>[];
  Calendar: CalendarRow[];
  Providers: Provider[];
  Contacts: Contact[];
  Staff: StaffMember[];
  Pupils: Pupil[];
  Placements: Placement[];
  Areas: Area[];
  "Weekly grades": WeekRow[];
  Alerts: Alert[];
  "Action plans": ActionPlan[];
  Actions: Action[];
  Outbox: OutboxRow[];
  Runs: RunRow[];
  Problems: ProblemRow[];
}

export type TabName = keyof DemoRows;

export interface DemoHub {
  friday: Day;
  /** The Friday at 16:40. */
  now: Moment;
  /** The first lead's address. */
  owner: string;
  areas: Area[];
  rows: DemoRows;
}

type People = Enrolled & {
  providers: Provider[];
  staff: StaffMember[];
  pupils: Pupil[];
  placements: Placement[];
};

function peopleOf({ size, seed, now }: Omit<DemoOptions, "workbookId">): People {
  const year = demoYear(seed, now);
  const [providers, staff] = [providersOf(size), staffOf(size)];
  const pupils = pupilsOf(year, inventedPupils(size), providers.length, staff);
  const placements = placementsOf(year, providers, pupils.length);
  return { year, areas: starterAreas, providers, staff, pupils, placements };
}

type StandingTabs = Pick<
  DemoRows,
  | "Calendar"
  | "Providers"
  | "Contacts"
  | "Staff"
  | "Pupils"
  | "Placements"
  | "Areas"
  | "Weekly grades"
  | "Rewards"
>;

/** The hub as the deterioration check sees it. */
function standingOf(tabs: StandingTabs, rows: DemoRows["Settings"]): SentBefore["standing"] {
  const read = <R>(records: readonly R[]): Read<R> => ({
    records: records.map((record, i) => ({ ...record, row: i + 2 })),
    leftOut: [],
    problems: [],
  });
  const { settings: values } = settingsFrom(read(rows).records);
  const tables = {
    calendar: read(tabs.Calendar),
    providers: read(tabs.Providers),
    contacts: read(tabs.Contacts),
    staff: read(tabs.Staff),
    pupils: read(tabs.Pupils),
    placements: read(tabs.Placements),
    areas: read(tabs.Areas),
    rows: read(tabs["Weekly grades"]),
    rewards: read(tabs.Rewards),
  };
  const { hub, contacts } = hubFrom(tables, values.closingTime);
  return { hub, contacts, settings: values };
}

/** The whole hub. `2026-11-24T09:00` -> Friday 20 November 2026, the eleventh school week of 2026-27. */
export function demoHub(options: DemoOptions): DemoHub {
  const people = peopleOf(options);
  const { year, providers, staff, pupils, placements } = people;
  const owner = staff.find(({ role }) => role === "lead")?.email ?? "";
  const contacts = contactsOf(providers);
  const rows = inventedRows(people);
  const tabs = {
    Calendar: year.calendar,
    Providers: providers,
    Contacts: contacts,
    Staff: staff,
    Pupils: pupils,
    Placements: placements,
    Areas: [...starterAreas],
  };
  const Settings = settingsOf(tabs, {
    firstOn: year.calendar[0]?.firstDay ?? "",
    owner,
    workbookId: options.workbookId,
  });
  const records = learningOf({ ...people, rows });
  const standing = standingOf({ ...tabs, ...records, "Weekly grades": rows }, Settings);
  const history = demoHistory({ standing, year, owner, providers, contacts, placements, rows });
  return {
    friday: year.friday,
    now: `${year.friday}T16:40`,
    owner,
    areas: tabs.Areas,
    rows: {
      Settings,
      ...tabs,
      "Weekly grades": rows,
      Alerts: history.alerts,
      "Action plans": history.plans,
      Actions: history.actions,
      ...records,
      Outbox: history.outbox,
      Runs: history.runs,
      Problems: [],
    },
  };
}

/**
 * What staff would enter in a school week of the demo's year, past or to come: "let staff fill this week".
 * `now` is the moment the demo was made with. Areas are those in use; one that is not the demo's gets a chain
 * of its own.
 */
export function demoWeek(
  options: Omit<DemoOptions, "workbookId">,
  week: Day,
  areas: readonly Area[] = starterAreas,
): WeekRow[] {
  return enteredRows({ ...peopleOf(options), areas }, week);
}

/**
 * One pupil's marks in a school week, a strength and a next step that name nobody, for a pupil the demo may
 * not know.
 */
export function demoGrades(
  { seed, now }: Pick<DemoOptions, "seed" | "now">,
  pupilId: string,
  week: Day,
  areas: readonly Area[],
): Pick<WeekRow, "grades" | "overall" | "strength" | "nextStep"> {
  const marks = demoMarks(demoYear(seed, now), pupilId, week, areas);
  const isGraded = Object.values(marks.grades).some(isGrade);
  const { strength, nextStep } = inventedTexts(drawFor(seed, pupilId, week, "texts"), null, isGraded, false);
  return { ...marks, strength, nextStep };
}

const cells = <C extends Columns>(
  table: Table<C>,
  records: readonly { [K in keyof C]: unknown }[],
): CellValue[][] => records.map((record) => rowOf(table, record, headingsOf(table as unknown as Table)));

/** Every tab's rows as cells, without the headings, in the order of the tab's declared columns. */
export function cellsOfDemo({ areas, rows }: DemoHub): Record<TabName, CellValue[][]> {
  return {
    Settings: cells(settings, rows.Settings),
    Calendar: cells(calendar, rows.Calendar),
    Providers: cells(providers, rows.Providers),
    Contacts: cells(contacts, rows.Contacts),
    Staff: cells(staff, rows.Staff),
    Pupils: cells(pupils, rows.Pupils),
    Placements: cells(placements, rows.Placements),
    Areas: cells(areasTable, rows.Areas),
    "Weekly grades": cells(weeklyGrades(areas), rows["Weekly grades"].map(flatWeekRow)),
    Alerts: cells(alerts, rows.Alerts),
    "Action plans": cells(plans, rows["Action plans"]),
    Actions: cells(actions, rows.Actions),
    Targets: cells(targets, rows.Targets),
    Feedback: cells(feedback, rows.Feedback),
    "Check-ins": cells(checkIns, rows["Check-ins"]),
    Evidence: cells(evidence, rows.Evidence),
    Rewards: cells(rewards, rows.Rewards),
    Assessments: cells(assessments, rows.Assessments),
    Outbox: cells(outbox, rows.Outbox),
    Runs: cells(runs, rows.Runs),
    Problems: cells(problems, rows.Problems),
  };
}
