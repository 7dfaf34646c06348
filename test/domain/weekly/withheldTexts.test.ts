/**
 * Of which weeks texts are looked at, and whose: what would be left out of an update, until it is changed.
 */
import type { Hub } from "../../../src/domain/hub/hub";
import { withheldTexts } from "../../../src/domain/weekly/withheldTexts";
import { hub, placement, provider, pupil, row, WEEK } from "../invented";

const NAMING = "Worked with Ada.";
const found = (change: Partial<Hub> = {}, firstOn = "2026-11-02", today = "2026-11-23"): string[] => {
  const pupils = [pupil("U001", "Tom", "Archer"), pupil("U002", "Ada", "Stone")];
  const placements = [placement("U001", "P01"), placement("U002", "P02")];
  const rows = ["2026-11-09", WEEK, "2026-11-23"].map((monday, i) => ({
    ...row("U001", monday, NAMING),
    row: 2 + i,
  }));
  return withheldTexts(hub(pupils, placements, rows, change), firstOn, today).map(
    ({ tab, row: at, heading, wrong }) => `${tab} ${at} ${heading}: ${wrong}`,
  );
};
const line = (at: number): string =>
  `Weekly grades ${at} Strength: This text is withheld: it names another pupil (U002).`;

test.each([
  [
    "all since the automation was on, and the running week",
    "2026-11-02",
    "2026-11-24",
    [line(2), line(3), line(4)],
  ],
  ["not those that closed before", "2026-11-14", "2026-11-24", [line(3), line(4)]],
  ["not those to come", "2026-11-02", "2026-11-20", [line(2), line(3)]],
  ["without automation the newest alone", "", "2026-11-22", [line(3)]],
])("%s", (_what, firstOn, today, expected) => expect(found({}, firstOn, today)).toEqual(expected));

test.each([
  ["takes no updates", { providers: [provider("P01", { cadence: "none" }), provider("P02")] }],
  ["is not active", { providers: [provider("P01", { active: "no" }), provider("P02")] }],
])("nothing of a provider that %s", (_what, change) => expect(found(change)).toEqual([]));

test("a pupil with two providers is told of once to each, so the text is found for both", () => {
  const placements = [placement("U001", "P01"), placement("U001", "P02"), placement("U002", "P02")];
  expect(new Set(found({ placements }))).toEqual(new Set([line(2), line(3), line(4)]));
});
