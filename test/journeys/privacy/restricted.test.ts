/**
 * A pupil restricted in the workbook, on the built bundle: from the Friday to long after the restriction is
 * lifted.
 */
import { rowsOf } from "../../../src/programs/look";
import { starterAreas } from "../../../src/domain/tables/areas";
import { outbox } from "../../../src/domain/tables/ledger";
import { needsALook } from "../../../src/domain/tables/plans";
import { placements, pupils } from "../../../src/domain/tables/people";
import { settings } from "../../../src/domain/tables/settings";
import type { Table } from "../../../src/domain/tables/table";
import { headingsOf } from "../../../src/domain/tables/table";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { copyOf, fullDemo, globalsOf, person, problemsIn, received, sweep, type } from "../hub";

/** The demo's plain trigger: notified on that Friday. */
const PUPIL = "U001";
/** Pasted over the drop-down. */
function smear(workspace: MemoryWorkspace, text: string): void {
  const { SpreadsheetApp } = globalsOf(workspace);
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Pupils");
  const row = rowsOf(workspace, pupils).findIndex((p) => p.id === PUPIL) + 2;
  const cell = sheet.getRange(row, headingsOf(pupils as unknown as Table).indexOf("Restricted") + 1);
  cell.clearDataValidations();
  cell.setValue(text);
  SpreadsheetApp.flush();
}
const restrict = (workspace: MemoryWorkspace, restricted: string) =>
  type(workspace, pupils, (row) => row["id"] === PUPIL, { restricted });
const nameOf = (workspace: MemoryWorkspace) => rowsOf(workspace, pupils).find((p) => p.id === PUPIL);
const eventsOf = (workspace: MemoryWorkspace) =>
  rowsOf(workspace, outbox).filter((e) => e.at >= "2026-11-20" && e.key.includes(`|${PUPIL}|`));
const textOf = async (workspace: MemoryWorkspace) =>
  (await received(workspace)).map((m) => [m.subject, m.text, m.html].join("\n")).join("\n");

describe("restricted before the Friday", () => {
  let workspace: MemoryWorkspace;
  let owner: string;
  beforeAll(() => {
    const made = fullDemo();
    [workspace, owner] = [made.workspace, made.demo.owner];
    smear(workspace, "perhaps"); // unreadable: the safe side
    sweep(workspace, owner);
  });

  test("no message of any kind tells of the pupil; the notice is held, and staff see it all", async () => {
    const letters = rowsOf(workspace, outbox).filter((e) => e.at >= "2026-11-20" && e.state === "sent");
    expect(letters.length).toBeGreaterThan(3);
    expect(letters.filter((e) => e.letters.includes(`"${PUPIL}"`))).toEqual([]);
    expect(await textOf(workspace)).not.toContain(nameOf(workspace)?.surname);
    expect(eventsOf(workspace).map((e) => [e.key.split("|")[0], e.state])).toEqual(
      expect.arrayContaining([
        ["withheld", "dropped"],
        ["notice", "held"],
      ]),
    );
    const problems = problemsIn(workspace).join("\n");
    expect(problems).toMatch(/Pupils \d+ Restricted: "perhaps" cannot be read/);
    expect(problems).toMatch(/\(U001\) is restricted and has been left out of emails and reports/);
    expect(
      rowsOf(workspace, needsALook).find((l) => l.pupil === PUPIL && /held back/.test(l.reason)),
    ).toBeTruthy();
  });

  test("a lead cannot approve the held notice while it stands", () => {
    const again = copyOf(workspace);
    const lead = person(again, owner, "2026-11-20T17:00");
    lead.call("heldMail");
    const [, args = ""] =
      /data-call="approveMail"\s+data-args="([^"]*)"/.exec(lead.shown[0]?.html ?? "") ?? [];
    const [key, hash] = JSON.parse(args.replace(/&quot;/g, '"')) as string[];
    expect(key).toMatch(/^notice\|.*\|U001\|/);
    const before = again.mails.length;
    expect(lead.run("approveMail", key, hash)).toMatchObject({ said: expect.stringMatching(/1 held/) });
    expect(again.mails.length).toBe(before);
  });

  test("lifted: nothing old goes by itself, the next update tells of its own week alone", async () => {
    const lifted = copyOf(workspace);
    const before = lifted.mails.length;
    restrict(lifted, "no");
    for (const now of ["2026-11-20T17:40", "2026-11-20T18:10", "2026-11-23T07:10", "2026-11-23T18:10"])
      sweep(lifted, owner, { now });
    expect(lifted.mails.length).toBe(before);
    const isRow = (row: Record<string, unknown>) => row["pupil"] === PUPIL && row["week"] === "2026-11-23";
    type(lifted, weeklyGrades(starterAreas), isRow, { overall: "A" });
    sweep(lifted, owner, { now: "2026-11-27T16:40" });
    const told = rowsOf(lifted, outbox)
      .filter((e) => e.key.startsWith("weekly|2026-11-23|") && e.state === "sent")
      .map(({ letters }) => JSON.parse(letters) as Record<string, Record<string, unknown>>)
      .filter((letters) => letters["2026-11-23"]?.[PUPIL]);
    expect(told.length).toBeGreaterThan(0);
    for (const letters of told)
      expect(Object.keys(letters).filter((week) => letters[week]?.[PUPIL])).toEqual(["2026-11-23"]);
    expect(eventsOf(lifted).filter((e) => e.key.startsWith("notice|") && e.state === "sent")).toEqual([]);
  });

  test("makes no report of the pupil", () => {
    const again = copyOf(workspace);
    const { provider } = rowsOf(again, placements).find((one) => one.pupil === PUPIL) ?? {};
    person(again, owner).call("makeReports", "Autumn 2", [provider]);
    const keys = Object.values(again.state.files ?? {}).map(
      ({ appProperties }) => appProperties["hubTracker"] ?? "",
    );
    expect(keys.filter((key) => key.startsWith("report|")).length).toBeGreaterThan(1);
    expect(keys.filter((key) => key.includes(PUPIL))).toEqual([]);
  });
});

test("restricted while the update was held: it goes without the pupil, and the week is withheld all the same", () => {
  const { workspace, demo } = fullDemo();
  type(workspace, settings, (row) => row["setting"] === "Hold weekly updates for approval", { value: "yes" });
  sweep(workspace, demo.owner);
  const { provider } = rowsOf(workspace, placements).find((one) => one.pupil === PUPIL) ?? {};
  restrict(workspace, "yes");
  const lead = person(workspace, demo.owner, "2026-11-20T17:00");
  lead.call("heldMail");
  const shown = [...(lead.shown[0]?.html ?? "").matchAll(/data-call="approveMail"\s+data-args="([^"]*)"/g)];
  const [key, hash] =
    shown
      .map(([, args = ""]) => JSON.parse(args.replace(/&quot;/g, '"')) as string[])
      .find(([one = ""]) => one.startsWith(`weekly|2026-11-16|${provider}|`)) ?? [];
  expect(lead.run("approveMail", key, hash)).toMatchObject({ said: "Approved: 1 sent." });
  const sent = rowsOf(workspace, outbox).find((e) => e.key === key && e.state === "sent");
  expect(sent?.letters).not.toContain(PUPIL);
  expect(eventsOf(workspace).map((e) => e.key)).toContain(`withheld|2026-11-16|${PUPIL}|${provider}`);
});
