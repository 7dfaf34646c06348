/** One row per pupil and school week. Its area columns are bound at run time from the Areas tab. */
import * as z from "zod/mini";
import type { Mark } from "../words/grades";
import { MARKS, markOf } from "../words/grades";
import { lazy } from "../words/lazy";
import { DSL_LINE } from "../words/safeguarding";
import type { Area } from "./areas";
import type { Cells, InRow, Read } from "./read";
import { recordsIn } from "./read";
import type { Column, RecordOf, Table } from "./table";
import { day, required, table, text, wholeNumber } from "./table";

const HELP =
  "G Green, A Amber, R Red. No grade: H closed, T not timetabled, I ill or authorised, U absent unexplained, E too little evidence.";

const aMark = lazy(() =>
  z.pipe(
    z
      .string()
      .check(z.refine((s) => markOf(s) !== undefined, "it is not a grade (for an absence, use U or I)")),
    z.transform((s: string) => markOf(s) ?? null),
  ),
);
const grade = (heading: string, note: string): Column<Mark> => ({
  heading,
  schema: aMark,
  ifUnreadable: "?",
  choices: MARKS,
  format: "@",
  width: 90,
  note: `${HELP} ${note}`,
  writer: "staff",
  privacy: "shareable",
  coloured: "grades",
});

const before = {
  week: day("Week", { note: "The Monday of the week.", writer: "add-on" }),
  pupil: required("Pupil id", { note: "The pupil's id.", writer: "add-on", width: 70 }),
  name: text("Pupil", {
    note: "The pupil's name, to make the row easy to read. The id is what counts.",
    writer: "add-on",
    privacy: "personal",
    width: 160,
  }),
  keyWorker: text("Key worker", {
    privacy: "personal",
    note: "Who enters this row.",
    writer: "add-on",
    width: 130,
  }),
};

const after = {
  overall: grade(
    "Overall",
    "Your judgement of the week. If you leave it blank, it is worked out from the areas.",
  ),
  strength: text("Strength", { note: "What went well.", privacy: "shareable", width: 260, wrap: true }),
  nextStep: text("Next step", {
    note: "Begin with something to do.",
    privacy: "shareable",
    width: 260,
    wrap: true,
  }),
  note: text("Note for provider", {
    note: `Optional. It goes to the provider. ${DSL_LINE}`,
    privacy: "shareable",
    width: 260,
    wrap: true,
  }),
  offered: wholeNumber("Sessions offered", { note: "Optional.", privacy: "shareable", ifUnreadable: null }),
  attended: wholeNumber("Sessions attended", { note: "Optional.", privacy: "shareable", ifUnreadable: null }),
  changedAt: text("Changed at", {
    note: "When a grade here last changed, and by whom if it was entered in the sidebar.",
    writer: "add-on",
    width: 130,
  }),
};

const fixed = table({
  tab: "Weekly grades",
  about: "One row per pupil and week: grades, a strength, a next step.",
  purpose: "To judge each week, tell the provider, and see early when a pupil falls behind.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Grades and notes of each week", by: "pupil" },
  key: ["week", "pupil"],
  columns: () => ({ ...before, ...after }),
});

export type WeekRow = RecordOf<typeof fixed> & { grades: Record<string, Mark> };

/** Its id ends the note, so that a column whose heading was edited is still known. */
const noteOf = (area: Area): string =>
  `${[
    area.green && `Green: ${area.green}.`,
    area.amber && `Amber: ${area.amber}.`,
    area.red && `Red: ${area.red}.`,
  ]
    .filter(Boolean)
    .join(" ")} (${area.id})`;

/** Areas that have their column; a new one gets it with Prepare. */
export const withColumn = (areas: readonly Area[]): Area[] => areas.filter((area) => area.heading !== "");

/** The table with a column for each area, in order; an area's field is its id. */
export function weeklyGrades(areas: readonly Area[]): Table {
  const bound = withColumn(areas).map((area): [string, Column] => [
    area.id,
    grade(area.heading, noteOf(area)),
  ]);
  return { ...fixed, columns: { ...before, ...Object.fromEntries(bound), ...after } };
}

/** The rows with each area's mark under `grades`. */
export function weekRowsIn(
  areas: readonly Area[],
  cells: Cells,
  places: ReadonlyMap<string, number>,
): Read<WeekRow> {
  const read = recordsIn(weeklyGrades(areas), cells, places);
  const records = read.records.map((record) => {
    const fields = record as unknown as InRow<WeekRow> & Record<string, Mark>;
    const grades = Object.fromEntries(withColumn(areas).map((area) => [area.id, fields[area.id] ?? null]));
    return { ...fields, grades };
  });
  return { ...read, records };
}

/** The fields of a week's row for `rowOf`, its grades lifted to columns. */
export const flatWeekRow = (row: WeekRow): Record<string, unknown> => ({ ...row, ...row.grades });
