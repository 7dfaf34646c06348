/**
 * The rows of the little hub that faults are played in: three providers, six pupils, each with words nobody
 * else has.
 */
import type { Area } from "../../domain/tables/areas";
import { areas, starterAreas } from "../../domain/tables/areas";
import { calendar } from "../../domain/tables/calendar";
import { contacts, placements, providers, pupils, staff } from "../../domain/tables/people";
import { settings, SETTINGS, starterSettings } from "../../domain/tables/settings";
import type { CellValue, Table } from "../../domain/tables/table";
import { headingsOf, rowOf } from "../../domain/tables/table";
import { flatWeekRow, weeklyGrades } from "../../domain/tables/weeklyGrades";

export const LEAD = "helen.marlowe@hub.example";
export const TEACHER = "ruth.birch@hub.example";
export const WEEK = "2026-11-16";
export const PERIOD = "2026-27 Autumn 2";

/**
 * Weeks that were graded before the automation was turned on; the middle one of half-term is not among them.
 */
const PAST = ["2026-10-05", "2026-10-12", "2026-10-19", "2026-11-02", "2026-11-09"];

interface Child {
  first: string;
  surname: string;
  /** A word that is in this pupil's texts and nowhere else. */
  word: string;
  /** Overall in the past weeks and the one that closes. */
  overall: string;
  keyWorker: string;
}

/** The first one deteriorates: in the closing week for the fourth time below the level of the first two. */
export const CHILDREN: readonly Child[] = [
  { first: "Ada", surname: "Thornbury", word: "marigold", overall: "GGAARA", keyWorker: "S02" },
  { first: "Bram", surname: "Oakhollow", word: "teasel", overall: "GGGGGG", keyWorker: "S02" },
  { first: "Cleo", surname: "Wetherlam", word: "campion", overall: "AAAAAA", keyWorker: "S02" },
  { first: "Dov", surname: "Kestrelby", word: "bracken", overall: "GGGAGG", keyWorker: "" },
  { first: "Esme", surname: "Larkspurr", word: "foxglove", overall: "AAGGAA", keyWorker: "S02" },
  { first: "Finn", surname: "Ravelstone", word: "sorrel", overall: "GGGGGG", keyWorker: "S02" },
];
export const rowId = (index: number): string => `U00${index + 1}`;

/** Who is where: the fourth at two providers, the fifth came from another one, the last leaves on Tuesday. */
const STAYS: readonly [pupil: string, provider: string, first: string, last: string | null, ref: string][] = [
  ["U001", "P01", "2026-09-07", null, "AB-4101"],
  ["U002", "P01", "2026-09-07", null, "AB-4102"],
  ["U003", "P02", "2026-09-07", null, "NH-4203"],
  ["U004", "P02", "2026-09-07", null, "NH-4204"],
  ["U004", "P03", "2026-09-07", null, "WB-4304"],
  ["U005", "P01", "2026-09-07", "2026-10-16", "AB-4105"],
  ["U005", "P03", "2026-10-19", null, "WB-4305"],
  ["U006", "P03", "2026-09-07", "2026-11-17", "WB-4306"],
];

const HALF_TERMS: readonly [name: string, first: string, last: string][] = [
  ["Autumn 1", "2026-09-07", "2026-10-23"],
  ["Autumn 2", "2026-11-02", "2026-12-18"],
  ["Spring 1", "2027-01-04", "2027-02-12"],
  ["Spring 2", "2027-02-22", "2027-03-26"],
  ["Summer 1", "2027-04-12", "2027-05-28"],
  ["Summer 2", "2027-06-07", "2027-07-20"],
];

const SCHOOLS = [
  ["Ashby Vale School", "ashby.example"],
  ["North Hill Academy", "northhill.example"],
  ["Wye Bridge School", "wyebridge.example"],
] as const;

/**
 * One contact for updates, notices and reports each, and one more at the second whom no lead has confirmed.
 */
const CONTACTS: readonly [name: string, provider: number, confirmed: boolean][] = [
  ["Iris Holt", 0, true],
  ["Jonas Pike", 1, true],
  ["Mabel Quayle", 2, true],
  ["Orla Stead", 1, false],
];

const VALUES: Partial<Record<keyof typeof SETTINGS, string>> = {
  hubName: "Willowbank Learning Hub",
  replyTo: "office@hub.example",
  dslName: "Desmond Achebe",
  dslPhone: "01632 960123",
  lastPupil: "6",
  lastProvider: "3",
  lastContact: "4",
  lastPlacement: "8",
  lastStaff: "3",
  lastArea: "8",
};

const rowsOf = (
  table: Pick<Table, "tab">,
  records: readonly Readonly<Record<string, unknown>>[],
): [string, CellValue[][]] => {
  const declared = table as Table;
  return [declared.tab, records.map((record) => rowOf(declared, record, headingsOf(declared)))];
};

const grades = (graded: readonly Area[], letter: string) =>
  Object.fromEntries(graded.map(({ id }) => [id, letter]));

/** Newest week on top, as the add-on makes them. */
const pastRows = () =>
  [...PAST].reverse().flatMap((week) =>
    CHILDREN.map(({ first, surname, word, overall, keyWorker }, i) =>
      flatWeekRow({
        week,
        pupil: rowId(i),
        name: `${first} ${surname}`,
        keyWorker,
        grades: grades(starterAreas, "G") as never,
        overall: overall[PAST.indexOf(week)] as "G",
        strength: `Kept at the ${word} task.`,
        nextStep: `Plan the next ${word} task.`,
        note: "",
        offered: 10,
        attended: 10,
        changedAt: "",
      }),
    ),
  );

/** Every tab with rows of its own, under the headings that Prepare writes. */
export const cellsByTab = (): Map<string, CellValue[][]> =>
  new Map([
    rowsOf(
      settings,
      starterSettings.map((row) => {
        const field = Object.keys(SETTINGS).find(
          (key) => SETTINGS[key as keyof typeof SETTINGS].name === row.setting,
        );
        return { ...row, value: VALUES[field as keyof typeof SETTINGS] ?? row.value };
      }),
    ),
    rowsOf(areas, starterAreas),
    rowsOf(
      calendar,
      HALF_TERMS.map(([name, firstDay, lastDay]) => ({
        year: "2026-27",
        kind: "half-term",
        name,
        firstDay,
        lastDay,
        provider: "",
      })),
    ),
    rowsOf(
      providers,
      SCHOOLS.map(([name, domains], i) => ({
        id: `P0${i + 1}`,
        name,
        namesInUpdates: i === 1 ? "full" : "initials",
        cadence: "weekly",
        domains,
        active: "yes",
      })),
    ),
    rowsOf(
      contacts,
      CONTACTS.map(([name, provider, isConfirmed], i) => {
        const email = `${name.toLowerCase().replace(" ", ".")}@${SCHOOLS[provider]?.[1]}`;
        const takes = { updates: "yes", notices: isConfirmed ? "yes" : "no", reports: "yes", bounced: "no" };
        const confirmed = isConfirmed ? email : "";
        return {
          id: `C00${i + 1}`,
          provider: `P0${provider + 1}`,
          name,
          role: "Head of Year",
          email,
          confirmed,
          ...takes,
        };
      }),
    ),
    rowsOf(staff, [
      { id: "S01", name: "Helen Marlowe", email: LEAD, role: "lead", active: "yes" },
      { id: "S02", name: "Ruth Birch", email: TEACHER, role: "teacher", active: "yes" },
      { id: "S03", name: "Tomas Fell", email: "tomas.fell@hub.example", role: "lead", active: "yes" },
    ]),
    rowsOf(
      pupils,
      CHILDREN.map(({ first, surname, keyWorker }, i) => ({
        id: rowId(i),
        firstName: first,
        surname,
        born: `2012-0${i + 1}-11`,
        keyWorker,
        senSupport: "no",
        ehcp: "no",
        lookedAfter: "no",
        childInNeed: "no",
      })),
    ),
    rowsOf(
      placements,
      STAYS.map(([pupil, provider, firstDay, lastDay, reference], i) => ({
        id: `L00${i + 1}`,
        pupil,
        provider,
        firstDay,
        lastDay,
        reference,
      })),
    ),
    rowsOf(weeklyGrades(starterAreas), pastRows()),
  ]);
