/**
 * The deterioration rule: every worked case of the case file, whatever cases stand in it, and its properties.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RULE } from "../../../src/domain/words/ruleNumbers";
import type { Rule } from "../../../src/domain/words/ruleNumbers";
import { derivedIn, dipsIn, saidIn } from "./deteriorationCases";
import type { Said } from "./deteriorationCases";

interface Single {
  id: string;
  note?: string;
  settings?: Partial<Rule>;
  weeks: string;
  events: Said[];
}
interface Multi {
  id: string;
  note?: string;
  settings?: Partial<Rule>;
  areas: Record<string, string>;
  overall?: string;
  overallEvents?: Said[];
  areaEvents?: Record<string, Said[]>;
  broadDipWeeks?: number[];
}

const file = join(__dirname, "../../cases/deterioration.json");
const groups = JSON.parse(readFileSync(file, "utf8")) as Record<string, (Single | Multi)[]>;
const cases = Object.values(groups).flat();
const named = <C extends Single | Multi>(found: C[]) =>
  found.map((c): [string, C] => [[c.id, c.note].filter(Boolean).join(": "), c]);
const singles = named(cases.filter((c): c is Single => "weeks" in c));
const multis = named(cases.filter((c): c is Multi => "areas" in c));

test("the case file holds cases of both kinds and nothing else", () => {
  expect(singles.length).toBeGreaterThan(0);
  expect(multis.length).toBeGreaterThan(0);
  expect(singles.length + multis.length).toBe(cases.length);
  const settings = cases.flatMap((c) => Object.keys(c.settings ?? {}));
  expect(settings.filter((name) => !(name in RULE))).toEqual([]);
});

test.each(singles)("%s", (_name, { weeks, events, settings }) =>
  expect(saidIn(weeks, settings)).toEqual(events),
);

describe.each(multis)(
  "%s",
  (_name, { areas, overall, overallEvents, areaEvents, broadDipWeeks, settings }) => {
    const derived = derivedIn(areas, overall ?? "");
    test("the overall, derived from the areas", () => {
      if (overall !== undefined) expect(derived).toBe(overall);
      if (overallEvents !== undefined) expect(saidIn(derived, settings)).toEqual(overallEvents);
    });
    test("each area by itself", () => {
      const found = Object.keys(areaEvents ?? {}).map((area) => [area, saidIn(areas[area] ?? "", settings)]);
      expect(Object.fromEntries(found)).toEqual(areaEvents ?? {});
    });
    test("broad dips", () => {
      if (broadDipWeeks !== undefined) expect(dipsIn(areas, settings)).toEqual(broadDipWeeks);
    });
  },
);
