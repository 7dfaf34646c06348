/**
 * The tab to look at: pupils down, this half-term's weeks across. Made again by each job that reads Weekly
 * grades.
 */
import type { Column, Columns, Table } from "./table";
import { text } from "./table";

/** Columns kept for a half-term's weeks, which are never more. */
export const WEEK_COLUMNS = 10;

const note = "Made by Hub Tracker from Weekly grades.";

const fixed = {
  pupilId: text("Pupil id", { note, writer: "add-on", width: 70 }),
  pupil: text("Pupil", { note, writer: "add-on", privacy: "personal", width: 170 }),
  providers: text("Provider", {
    note: "The placing school or service. Two if the pupil has two placements.",
    writer: "add-on",
    width: 220,
    wrap: true,
  }),
  keyWorker: text("Key worker", { privacy: "personal", note, writer: "add-on", width: 140 }),
  level: text("Level", {
    note: "What the pupil's Overall is measured against: the pupil's own earlier weeks.",
    writer: "add-on",
    privacy: "shareable",
    width: 60,
  }),
  below: text("Below it", {
    note: "How many graded weeks Overall has been below the level. warning: one more and the provider gets a notice. notified: the provider knows.",
    writer: "add-on",
    privacy: "shareable",
    width: 140,
  }),
  blanks: text("To enter", {
    note: "Areas that are still blank or cannot be read in the newest week.",
    writer: "add-on",
    width: 80,
  }),
  attendance: text("Attendance", {
    note: "Sessions attended out of those offered to this pupil this half-term.",
    writer: "add-on",
    privacy: "shareable",
    width: 110,
  }),
  targets: text("Targets", {
    note: "Active targets, and how many of them have not been agreed with the pupil yet.",
    writer: "add-on",
    width: 150,
  }),
  recognised: text("Recognised", {
    note: "When good work was last recorded: a reward, a nomination or Student of the Week.",
    writer: "add-on",
    width: 110,
  }),
};

const weekColumn = (heading: string): Column => ({
  ...text(heading, {
    note: "Overall for the week beginning on that day. A star: worked out from the areas. Blank: not entered yet.",
    writer: "add-on",
    privacy: "shareable",
    width: 75,
  }),
  coloured: "overview",
});

/** With the columns alone that it has in every half-term. */
export const overviewKnownBy: Table = {
  tab: "Overview",
  about: "How all pupils are doing this half-term.",
  purpose: "So that staff can see at a glance how all pupils are doing.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Rewritten by the add-on. Nothing older is kept here.",
  ofPupil: { title: "The half-term at a glance", by: "pupilId" },
  key: ["pupilId"],
  addOnOnly: true,
  whole: true,
  columns: fixed,
};

/** `headings` for the weeks, oldest first. */
export function overview(headings: readonly string[]): Table {
  const weeks = Array.from({ length: WEEK_COLUMNS }, (_, i): [string, Column] => [
    `week${i}`,
    weekColumn(headings[i] ?? `Week ${i + 1}`),
  ]);
  const columns: Columns = { ...fixed, ...Object.fromEntries(weeks) };
  return { ...overviewKnownBy, columns };
}
