/** A week's grades as texts of a form, and as they are after a save, until the page has been read again. */
import type { Mark } from "../../../domain/words/grades";
import type { Grading } from "../../../domain/views/pupilView";

/** A text of the grades' form as a mark: it holds only letters, "" and the `?` of what cannot be read. */
export const markIn = (text: string): Mark => (text === "" ? null : (text as Mark));

/** Areas by id, then overall, strength, nextStep, note; blank for what is not entered. */
export function textsOf({ areas, overall, strength, nextStep, note }: Grading): Record<string, string> {
  const marks = areas.map(({ id, mark }) => [id, mark ?? ""]);
  return { ...Object.fromEntries(marks), overall: overall ?? "", strength, nextStep, note };
}

export function withGrades(grading: Grading, saved: Readonly<Record<string, string>>): Grading {
  const texts = { ...textsOf(grading), ...saved };
  const text = (field: string): string => texts[field] ?? "";
  return {
    ...grading,
    areas: grading.areas.map((area) => ({ ...area, mark: markIn(text(area.id)) })),
    overall: markIn(text("overall")),
    strength: text("strength"),
    nextStep: text("nextStep"),
    note: text("note"),
  };
}
