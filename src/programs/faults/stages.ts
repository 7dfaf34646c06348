/**
 * The little hub at the moments from which faults are played: each lived through by the bundle itself,
 * without one.
 */
import type { Host, HostOptions, Mode } from "../../host/host";
import { createHost } from "../../host/host";
import type { MemoryWorkspace } from "../../host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import { rowsIn } from "./reading";
import { cellsByTab, CHILDREN, rowId, LEAD, WEEK } from "./rows";

export const hostOn = (
  workspace: MemoryWorkspace,
  bundle: string,
  now: string,
  more: Omit<HostOptions, "bundle" | "now"> = {},
): Host => createHost(workspace, { bundle, now, user: LEAD, mode: "menu", log: () => {}, ...more });

/** The clock's run. */
export function sweepAt(
  workspace: MemoryWorkspace,
  bundle: string,
  now: string,
  more: Omit<HostOptions, "bundle" | "now"> = {},
): Host {
  const host = hostOn(workspace, bundle, now, { mode: "trigger" as Mode, ...more });
  host.call("hourlySweep");
  return host;
}

/**
 * Writes cells as a person does, found by the values of key columns and by heading; blank keys mean the first
 * row.
 */
export function write(
  host: Host,
  tab: string,
  key: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): void {
  const sheet = host.globals.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  const [headings = [], ...rows] = sheet.getDataRange().getDisplayValues() as string[][];
  const at = rows.findIndex((row) => Object.entries(key).every(([h, v]) => row[headings.indexOf(h)] === v));
  if (at < 0) throw new Error(`${tab} has no row ${JSON.stringify(key)}.`);
  for (const [heading, value] of Object.entries(changes))
    sheet.getRange(at + 2, headings.indexOf(heading) + 1).setValue(value);
  host.globals.SpreadsheetApp.flush();
}

function prepared(bundle: string): MemoryWorkspace {
  const workspace = memoryWorkspace();
  const host = hostOn(workspace, bundle, "2026-11-15T12:00");
  host.call("prepareWorkbook");
  const book = host.globals.SpreadsheetApp.getActiveSpreadsheet();
  for (const [tab, rows] of cellsByTab()) {
    const sheet = book.getSheetByName(tab);
    const missing = rows.length + 1 - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    sheet.getRange(2, 1, rows.length, rows[0]?.length ?? 0).setValues(rows);
  }
  host.globals.SpreadsheetApp.flush();
  for (const [starter, provider] of [
    ["narrative-letter", "P02"],
    ["la-return", "P01"],
  ])
    host.call("newTemplate", starter, provider);
  hostOn(workspace, bundle, "2026-11-16T06:30").call("turnAutomation", "on");
  return workspace;
}

/** What staff enter in a week; two pupils keep a blank, one of them without a key worker. */
export function enterWeek(workspace: MemoryWorkspace, bundle: string, week: string, at: number): void {
  const host = hostOn(workspace, bundle, `${week}T12:00`);
  const areas = ["Attendance", "Punctuality", "Behaviour and safety", "Engagement", "Literacy", "Numeracy"];
  const others = ["Programme", "Wellbeing"];
  CHILDREN.forEach(({ word, overall }, i) => {
    const isGone = i === CHILDREN.length - 1 && at > 5;
    if (isGone) return;
    const marks = Object.fromEntries([...areas, ...others].map((area) => [area, "G"]));
    if (i === 1 || i === 3) marks["Numeracy"] = "";
    write(
      host,
      "Weekly grades",
      { Week: week, "Pupil id": rowId(i) },
      {
        ...marks,
        Overall: overall[at] ?? "G",
        Strength: `Kept at the ${word} task.`,
        "Next step": `Plan the next ${word} task.`,
      },
    );
  });
}

const quiet = (workspace: MemoryWorkspace, bundle: string, setting: string, value: string): void =>
  write(hostOn(workspace, bundle, "2026-11-20T12:00"), "Settings", { Setting: setting }, { Value: value });

/** From each stage to the next; a stage not named here is an error. */
const STAGES: Record<string, (bundle: string) => MemoryWorkspace> = {
  monday: prepared,
  rowsMade: (bundle) => after("monday", bundle, (w) => sweepAt(w, bundle, "2026-11-16T07:10")),
  friday: (bundle) =>
    after("rowsMade", bundle, (w) => {
      sweepAt(w, bundle, "2026-11-16T08:10");
      enterWeek(w, bundle, WEEK, 5);
      for (const time of ["07:10", "08:10"]) sweepAt(w, bundle, `2026-11-20T${time}`);
    }),
  /**
   * Just before closing: the check for deterioration is said to be done, so that the update goes by itself.
   */
  closing: (bundle) =>
    after("friday", bundle, (w) => {
      sweepAt(w, bundle, "2026-11-20T14:10");
      write(
        hostOn(w, bundle, "2026-11-20T15:00"),
        "Runs",
        { Job: "deteriorationCheck" },
        { At: "2026-11-20 16:50" },
      );
    }),
  /** The update has gone and the check is due. */
  told: (bundle) =>
    after("friday", bundle, (w) => {
      sweepAt(w, bundle, "2026-11-20T14:10");
      hostOn(w, bundle, "2026-11-20T16:35").call("sendWeek", WEEK);
    }),
  held: (bundle) =>
    after("closing", bundle, (w) => {
      quiet(w, bundle, "Hold weekly updates for approval", "yes");
      sweepAt(w, bundle, "2026-11-20T16:40");
    }),
  closed: (bundle) => after("told", bundle, (w) => sweepAt(w, bundle, "2026-11-20T16:40")),
  /** Grades corrected after the notice and of a pupil who has left: both are due in the evening. */
  corrected: (bundle) =>
    after("closed", bundle, (w) => {
      const host = hostOn(w, bundle, "2026-11-20T17:20");
      for (const week of ["2026-11-02", "2026-11-09"])
        write(host, "Weekly grades", { Week: week, "Pupil id": "U001" }, { Overall: "G" });
      write(host, "Weekly grades", { Week: WEEK, "Pupil id": "U006" }, { Engagement: "A" });
    }),
  /** The next Monday morning, with nothing due until the evening. */
  quiet: (bundle) =>
    after("closed", bundle, (w) => {
      for (const at of ["2026-11-20T18:10", "2026-11-23T07:10", "2026-11-23T08:10"]) sweepAt(w, bundle, at);
    }),
  off: (bundle) =>
    after("quiet", bundle, (w) => hostOn(w, bundle, "2026-11-23T08:30").call("turnAutomation", "off")),
  reported: (bundle) =>
    after("quiet", bundle, (w) =>
      hostOn(w, bundle, "2026-11-23T08:30").call("makeReports", "Autumn 2", "all"),
    ),
  approved: (bundle) =>
    after("reported", bundle, (w) => {
      const host = hostOn(w, bundle, "2026-11-23T08:40");
      for (const { "Pupil id": pupil = "", Provider: provider = "" } of rowsIn(w, "Reports"))
        write(
          host,
          "Reports",
          { "Pupil id": pupil, Provider: provider },
          { State: "approved", "Approved by": "Helen Marlowe", "Approved at": "2026-11-23 08:40" },
        );
    }),
};

const made = new Map<string, MemoryWorkspace>();

/**
 * A stage, made once; to be copied, never changed. Variants of the bundle start from those that the real one
 * made.
 */
export function stage(name: string, bundle: string): MemoryWorkspace {
  const found = made.get(name);
  if (found) return found;
  const make = STAGES[name];
  if (!make) throw new Error(`There is no stage ${name}.`);
  // Kept operations are written into the start, so that a copy of it is quick.
  const fresh = memoryWorkspace(make(bundle));
  made.set(name, fresh);
  return fresh;
}

function after(name: string, bundle: string, live: (workspace: MemoryWorkspace) => unknown): MemoryWorkspace {
  const workspace = memoryWorkspace(stage(name, bundle));
  live(workspace);
  return workspace;
}
