/** What the sidebar's grades change in a week's row. */
import { markOf } from "../words/grades";
import { refusal } from "../words/problem";
import type { Area } from "../tables/areas";
import { weeklyGrades, withColumn } from "../tables/weeklyGrades";
import { changesFrom } from "../tables/forms";

const TEXTS = ["strength", "nextStep", "note"] as const;

/**
 * The cells to write, by field. `textOf` gives what the row holds now: a cell that somebody changed since it
 * was seen refuses the whole. Cells between the first and the last that changed are written as they are, so
 * that they go in one call.
 */
export function gradeChanges(
  areas: readonly Area[],
  textOf: (field: string) => string,
  changes: unknown,
): Record<string, string> {
  const marks = [...withColumn(areas).map(({ id }) => id), "overall"];
  const fields = [...marks, ...TEXTS];
  const { columns } = weeklyGrades(areas);
  const wanted = new Map(
    changesFrom(fields, changes).map(({ field, seen, now }) => {
      const heading = columns[field]?.heading ?? field;
      const present = textOf(field);
      const isMark = marks.includes(field);
      if (!isSame(present, seen, isMark) && !isSame(present, now, isMark))
        throw refusal(
          `${heading}: somebody else has just entered "${present}". Nothing was saved. Open the pupil again to see it.`,
        );
      if (isMark && markOf(now) === undefined)
        throw refusal(`${heading}: "${now}" is not a grade. Nothing was saved.`);
      return [field, isMark ? (markOf(now) ?? "") : now] as const;
    }),
  );
  const places = [...wanted.keys()].map((field) => fields.indexOf(field));
  const between = fields.slice(Math.min(...places), Math.max(...places) + 1);
  return Object.fromEntries(between.map((field) => [field, wanted.get(field) ?? textOf(field)]));
}

/** `g` in a cell is the G that was seen, and `abs` the `?`. */
const isSame = (present: string, seen: string, isMark: boolean): boolean =>
  isMark ? markIn(present) === markIn(seen) : present === seen;

const markIn = (text: string): string => (text === "" ? "" : (markOf(text) ?? "?"));
