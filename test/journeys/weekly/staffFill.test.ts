/** "Let staff fill this week" in the rows of pupils whom the demo does not know. */
import { rowsOf } from "../../../src/programs/look";
import { demoWeekFilling } from "../../../src/programs/staff";
import { starterAreas } from "../../../src/domain/tables/areas";
import { settings } from "../../../src/domain/tables/settings";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { FRIDAY, fullDemo, paste, person, sweep, type } from "../hub";

const LEAD = "helen.marlowe@hub.example";
const MONDAY = "2026-11-16T07:30";
const NOON = "2026-11-20T12:00";
const OWN = ["Amber Archer", "Bob Birch", "Cat Cole", "Dan Dale", "Eve Elm"];
const grades = weeklyGrades(starterAreas);
const rowsIn = (workspace: MemoryWorkspace) => rowsOf(workspace, grades) as Record<string, string>[];

/** A workbook begun empty, with five pupils whose ids are the demo's first ones. */
function ownWorkbook(): MemoryWorkspace {
  const workspace = memoryWorkspace();
  const lead = person(workspace, LEAD, MONDAY);
  lead.call("prepareWorkbook");
  const halfTerm = ["2026-27", "half-term", "Autumn 2", "02/11/2026", "18/12/2026"];
  paste(lead, "Calendar", ["School year", "Kind", "Name", "First day", "Last day"], [halfTerm]);
  paste(lead, "Providers", ["Name"], [["Fernhollow Academy"]]);
  paste(
    lead,
    "Pupils",
    ["First name", "Surname", "Key worker"],
    OWN.map((name) => [...name.split(" "), "Helen Marlowe"]),
  );
  paste(
    lead,
    "Placements",
    ["Pupil", "Provider", "First day"],
    OWN.map((name) => [name, "Fernhollow Academy", "2026-11-02"]),
  );
  lead.call("checkPasted");
  lead.call("makeThisWeeksRows");
  return workspace;
}

test.each(["empty", "default"] as const)(
  "one's own pupils are graded, and no text names the demo's: %s",
  (size) => {
    const workspace = ownWorkbook();
    const filling = demoWeekFilling(workspace, { size, seed: 1, now: FRIDAY });
    const said = filling.fill(person(workspace, LEAD, NOON), NOON);
    expect(said).toMatch(
      /^Staff have filled \d+ blank cells in the 5 rows of the week of 16 November 2026\.$/,
    );
    const rows = rowsIn(workspace);
    expect(rows.map(({ name }) => name).sort()).toEqual(OWN);
    for (const row of rows) {
      expect(row["A01"]).toMatch(/^[GARTIUE]$/);
      expect(`${row["strength"]} ${row["nextStep"]}`).not.toMatch(/@|Zoë|Suleiman|Lexi|Mia|Marcus/);
      expect(row["changedAt"]).toBe("2026-11-20 12:00");
    }
    expect(rows.filter(({ strength, nextStep }) => strength && nextStep).length).toBeGreaterThan(2);
  },
);

test("in the demo its own entries stay as they were; a pupil of another name gets a text without names", () => {
  const { workspace, demo } = fullDemo();
  sweep(workspace, demo.owner, { now: "2026-11-23T07:10" });
  const next = (row: Record<string, unknown>) => row["week"] === "2026-11-23";
  type(workspace, grades, (row) => next(row) && row["pupil"] === "U005", { name: "Rowan Ash" });
  const filling = demoWeekFilling(workspace, { size: "small", seed: 1, now: FRIDAY });
  filling.fill(person(workspace, demo.owner, "2026-11-27T12:00"), "2026-11-27T12:00");
  const filled = rowsIn(workspace).filter(next);
  expect(filled.length).toBeGreaterThan(15);
  expect(filled.filter((row) => row["offered"] === null).map((row) => row["pupil"])).toContain("U005");
  expect(filled.find((row) => row["pupil"] === "U005")).toMatchObject({
    strength: expect.not.stringContaining("Marcus"),
    A01: expect.stringMatching(/^[GARTIUE]$/),
  });
});

test("where there are no rows yet, it says from when they are made, as Settings has it", () => {
  const { workspace, demo } = fullDemo();
  const filling = demoWeekFilling(workspace, { size: "small", seed: 1, now: FRIDAY });
  const said = () => filling.fill(person(workspace, demo.owner, "2026-11-24T12:00"), "2026-11-24T12:00");
  expect(said()).toContain("on its first open day at 07:00");
  const set = (value: string) =>
    type(workspace, settings, (row) => row["setting"] === "Rows made from", { value });
  set("06:30");
  expect(said()).toContain("on its first open day at 06:30");
  set("half past");
  expect(said()).toContain("on its first open day at 07:00");
});
