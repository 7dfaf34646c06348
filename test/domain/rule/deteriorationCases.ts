/** The worked cases' characters as the rule's steps, and the rule's answer in the cases' form. */
import { broadDips } from "../../../src/domain/rule/broadDip";
import type { AreasWeek } from "../../../src/domain/rule/broadDip";
import { statesAfter } from "../../../src/domain/rule/replay";
import type { Grade, Mark } from "../../../src/domain/words/grades";
import { derivedOverall } from "../../../src/domain/words/grades";
import type { Rule } from "../../../src/domain/words/ruleNumbers";
import { RULE } from "../../../src/domain/words/ruleNumbers";
import type { WeekStep } from "../../../src/domain/rule/weekKinds";

/** A 1-based position in the case's text, and what is said there. */
export type Said = [number, string];

const STEPS: Record<string, WeekStep> = {
  G: "G",
  A: "A",
  R: "R",
  ".": "ungraded",
  t: "away",
  "-": "noSchool",
  "|": "freshStart",
  g: { agreed: "G" },
  a: { agreed: "A" },
  r: { agreed: "R" },
};
const MARKS: Record<string, Mark> = { G: "G", A: "A", R: "R", ".": null, t: "T", "-": "H" };
const CHARACTERS: Record<string, string> = { T: "t", I: "t", H: "-", G: "G", A: "A", R: "R" };

export const stepsOf = (weeks: string): WeekStep[] =>
  [...weeks].map((character) => {
    const step = STEPS[character];
    if (step === undefined) throw new Error(`"${character}" in "${weeks}" is no week and no marker.`);
    return step;
  });

export const saidIn = (weeks: string, rule: Partial<Rule> = {}): Said[] =>
  statesAfter(stepsOf(weeks), { ...RULE, ...rule }).flatMap(({ at, events }) =>
    events.map((kind): Said => [at + 1, kind]),
  );

/** The level after the last week. */
export const levelAfter = (weeks: string): Grade | null =>
  statesAfter(stepsOf(weeks)).pop()?.level?.grade ?? null;

/** The 1-based positions at which a broad dip is said. */
export function dipsIn(areas: Record<string, string>, rule: Partial<Rule> = {}): number[] {
  const numbers = { ...RULE, ...rule };
  const states = Object.entries(areas).map(
    ([area, weeks]) => [area, statesAfter(stepsOf(weeks), numbers)] as const,
  );
  const columns = columnsOf(areas).map((_, at): AreasWeek =>
    Object.fromEntries(states.flatMap(([area, ofArea]) => (ofArea[at] ? [[area, ofArea[at]]] : []))),
  );
  return broadDips(columns, numbers).map(({ at }) => at + 1);
}

const columnsOf = (areas: Record<string, string>): string[][] =>
  Array.from({ length: Math.max(0, ...Object.values(areas).map((weeks) => weeks.length)) }, (_, at) =>
    Object.values(areas).flatMap((weeks) => weeks[at] ?? []),
  );

/** The derived overall of each column of areas; a marker between two weeks stands where `overall` has one. */
export function derivedIn(areas: Record<string, string>, overall: string): string {
  const derived = (column: readonly string[]) =>
    derivedOverall(column.map((character) => (character in MARKS ? (MARKS[character] ?? null) : "H")));
  return columnsOf(areas)
    .map((column, at) => {
      const marker = overall[at];
      return marker !== undefined && "|gar".includes(marker)
        ? marker
        : (CHARACTERS[derived(column) ?? ""] ?? ".");
    })
    .join("");
}
