/**
 * A workbook that an older version prepared, with this bundle: Friday's mails go all the same, and nothing
 * else; what is new is added without Prepare. `mails.json` is what the version's own code sent from the same
 * workbook.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outbox, problems, runs } from "../../../src/domain/tables/ledger";
import { templates } from "../../../src/domain/tables/reports";
import { SETTINGS, settings } from "../../../src/domain/tables/settings";
import { startHere } from "../../../src/domain/tables/startHere";
import { VERSION } from "../../../src/domain/tables/versions";
import type { Hook } from "../../../src/host/host";
import { Killed, openWorkspace, pendingOf } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import type { Operation } from "../../../src/host/model/model";
import { ownerOf, rowsOf } from "../../../src/programs/look";
import { copyOf, FRIDAY, fullDemo, globalsOf, person, received, sweep, type } from "../hub";

const FIXTURES = join(__dirname, "../../fixtures/versions");
const versions = readdirSync(FIXTURES).map(Number);

interface Expected {
  key: string;
  to: string;
}
const expected = (version: number): Expected[] =>
  (JSON.parse(readFileSync(join(FIXTURES, String(version), "mails.json"), "utf8")) as Expected[])
    .map(({ key, to }) => ({ key, to }))
    .sort(byKey);
const byKey = (a: Expected, b: Expected): number => (a.key < b.key ? -1 : 1);

const opened = new Map<number, MemoryWorkspace>();

async function workbookOf(version: number): Promise<MemoryWorkspace> {
  const first = opened.get(version) ?? (await open(version));
  opened.set(version, first);
  return copyOf(first);
}

async function open(version: number): Promise<MemoryWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), "version-"));
  cpSync(join(FIXTURES, String(version)), folder, { recursive: true });
  const workspace = await openWorkspace(folder);
  const { workbook, state } = structuredClone({ workbook: workspace.workbook, state: workspace.state });
  await workspace.close();
  rmSync(folder, { recursive: true });
  return memoryWorkspace({ workbook, state });
}

/** What left, by the ledger's own account and by the messages that are out. */
async function sentFrom(workspace: MemoryWorkspace): Promise<Expected[]> {
  const sent = rowsOf(workspace, outbox)
    .filter(({ state, at }) => state === "sent" && at.startsWith(FRIDAY.slice(0, 10)))
    .map(({ key, recipient }) => ({ key, to: recipient }));
  const mails = await received(workspace);
  expect(mails.flatMap(({ to }) => to).sort()).toEqual(sent.map(({ to }) => to).sort());
  return sent.sort(byKey);
}

/** All that the step may have changed, as a person reads it. */
const content = (workspace: MemoryWorkspace) => ({
  settings: rowsOf(workspace, settings),
  templates: rowsOf(workspace, templates),
  startHere: rowsOf(workspace, startHere),
  steps: rowsOf(workspace, runs).filter(({ job }) => job === "newVersion"),
  problems: rowsOf(workspace, problems),
});

const valueOf = (workspace: MemoryWorkspace, name: string): string | undefined =>
  rowsOf(workspace, settings).find((row) => row.setting === name)?.value;

test("there is a workbook of every earlier version", () =>
  expect(versions).toEqual(Array.from({ length: VERSION - 1 }, (_, i) => i + 1)));

describe.each(versions)("a workbook of version %d", (version) => {
  test("gets Friday's mails and what is new, once, without Prepare", async () => {
    const workspace = await workbookOf(version);
    const owner = ownerOf(workspace);
    sweep(workspace, owner);
    expect(await sentFrom(workspace)).toEqual(expected(version));
    expect(valueOf(workspace, SETTINGS.preparedBy.name)).toBe(String(VERSION));
    expect(
      rowsOf(workspace, settings)
        .map((row) => row.setting)
        .sort(),
    ).toEqual(
      Object.values(SETTINGS)
        .map(({ name }) => name)
        .sort(),
    );
    expect(
      rowsOf(workspace, startHere)
        .map(({ what }) => what)
        .join(" "),
    ).toContain(`version ${VERSION}`);
    expect(rowsOf(workspace, runs).find(({ job }) => job === "hourlySweep")?.counts).toBe(
      `workbook version ${VERSION}`,
    );
    const before = content(workspace);
    sweep(workspace, owner, { now: "2026-11-20T17:40" });
    expect(await sentFrom(workspace)).toEqual(expected(version));
    expect(content(workspace)).toEqual(before);
    person(workspace, owner, "2026-11-20T17:45").call("prepareWorkbook");
    expect(content(workspace)).toEqual(before);
  });

  test("dies at any call while it is brought up to date, and ends the same", async () => {
    const start = await workbookOf(version);
    const owner = ownerOf(start);
    const whole = copyOf(start);
    let last = 0;
    const watch: Hook = {
      after: ({ number }) => {
        if (last === 0 && valueOf(whole, SETTINGS.preparedBy.name) === String(VERSION)) last = number;
      },
    };
    sweep(whole, owner, { hook: watch });
    expect(last).toBeGreaterThan(20);
    for (let k = 5; k <= last; k += Math.ceil(last / 6))
      for (const survive of ["none", "all"]) {
        const dying = copyOf(start);
        const again = dies(dying, owner, k, survive === "all");
        expect(again.mails).toEqual([]);
        sweep(again, owner);
        expect({ k, survive, ...content(again) }).toEqual({ k, survive, ...content(whole) });
        expect(await sentFrom(again)).toEqual(expected(version));
      }
  }, 300_000);

  test("whose step fails sends all the same, says so, and is brought up to date by the next run", async () => {
    const workspace = await workbookOf(version);
    const owner = ownerOf(workspace);
    const fails: Hook = {
      before: ({ name, args }) => {
        if (name === "Range.setValue" && args[0] === "Most pages")
          throw new Error("Service error: try again.");
      },
    };
    sweep(workspace, owner, { hook: fails });
    expect(await sentFrom(workspace)).toEqual(expected(version));
    expect(valueOf(workspace, SETTINGS.preparedBy.name)).not.toBe(String(VERSION));
    expect(
      rowsOf(workspace, problems)
        .map(({ wrong }) => wrong)
        .join(" "),
    ).toContain("Service error");
    sweep(workspace, owner, { now: "2026-11-20T17:40" });
    expect(valueOf(workspace, SETTINGS.preparedBy.name)).toBe(String(VERSION));
    expect(await sentFrom(workspace)).toEqual(expected(version));
  });
});

/** The sweep, dead before its kth call. */
function dies(workspace: MemoryWorkspace, owner: string, k: number, survive: boolean): MemoryWorkspace {
  const survivors: Operation[] = [];
  const hook: Hook = {
    before: ({ number }) => {
      if (number !== k) return;
      if (survive) survivors.push(...structuredClone(pendingOf(workspace)));
      throw new Killed("killed");
    },
  };
  expect(() => sweep(workspace, owner, { hook })).toThrow(Killed);
  return workspace.afterKill(survivors);
}

describe("version 2", () => {
  test("gives templates for one page their most pages, and Centre name its new name", async () => {
    const workspace = await workbookOf(1);
    const name = valueOf(workspace, "Centre name");
    sweep(workspace, ownerOf(workspace));
    expect(valueOf(workspace, "Hub name")).toBe(name);
    const limits = rowsOf(workspace, templates).map(({ name, mostPages }) => [name, mostPages]);
    expect(limits.filter(([, most]) => most !== null)).toEqual([
      ["RAG grid, one page", 1],
      ["One-page summary", 1],
    ]);
    expect(limits.length).toBeGreaterThan(2);
  });

  test("until then a person works with what there is, and what has no place is refused", async () => {
    const workspace = await workbookOf(1);
    const lead = person(workspace, ownerOf(workspace));
    expect(lead.call("listTemplates")).toMatchObject({
      page: expect.stringContaining("LA return, one table"),
    });
    expect(() => lead.call("newTemplate", "rag-grid", "")).toThrow(/does not have "Most pages" yet/);
    lead.call("newTemplate", "certificate", "");
    expect(rowsOf(workspace, templates)).toHaveLength(10);
  });

  test("is made by Prepare, too, which takes nobody's column for a new one", async () => {
    const workspace = await workbookOf(1);
    const { SpreadsheetApp } = globalsOf(workspace);
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Templates");
    sheet.getRange(1, sheet.getLastColumn() + 1).setValue("Our notes");
    SpreadsheetApp.flush();
    const lead = person(workspace, ownerOf(workspace));
    lead.call("prepareWorkbook");
    expect(valueOf(workspace, SETTINGS.preparedBy.name)).toBe(String(VERSION));
    expect(valueOf(workspace, "Hub name")).toBe("Willowbank Learning Hub");
    expect(rowsOf(workspace, templates).filter(({ mostPages }) => mostPages === 1)).toHaveLength(2);
    expect(rowsOf(workspace, problems)).toEqual([]);
  });
});

test("a heading that this version has is missed as ever", () => {
  const { workspace, demo } = fullDemo();
  const { SpreadsheetApp } = globalsOf(workspace);
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Templates");
  const place = (sheet.getRange("1:1").getValues()[0] as unknown[]).indexOf("Most pages") + 1;
  sheet.getRange(1, place).clearContent();
  SpreadsheetApp.flush();
  expect(() => person(workspace, demo.owner).call("listTemplates")).toThrow(/"Most pages" is missing/);
});

test("a workbook that newer code prepared stops everything with a sentence", async () => {
  const { workspace, demo } = fullDemo();
  type(workspace, settings, (row) => row["setting"] === SETTINGS.preparedBy.name, { value: "99" });
  const newer = /newer Hub Tracker: its version is 99, and this is \d+\. Update Hub Tracker/;
  expect(() => sweep(workspace, demo.owner)).toThrow(newer);
  const lead = person(workspace, demo.owner);
  expect(() => lead.call("prepareWorkbook")).toThrow(newer);
  expect(() => lead.call("sendNow")).toThrow(newer);
  expect(rowsOf(workspace, problems).map(({ wrong }) => wrong)).toEqual([expect.stringMatching(/newer/)]);
  const opening = person(workspace, demo.owner, FRIDAY, { mode: "simple" });
  opening.call("onOpen", {});
  expect(opening.toasts).toEqual([expect.stringMatching(newer)]);
  expect(await received(workspace)).toEqual([]);
});
