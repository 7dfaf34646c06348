/**
 * One open workspace at work: its journal watched, its clock running, its triggers firing, its workbook saved
 * when idle.
 */
import { existsSync, renameSync } from "node:fs";
import { writing } from "../run/writing";
import type { FolderWorkspace } from "../workspace/folderWorkspace";
import type { Host } from "../host";
import type { HostClock } from "./clock";
import { hostClock } from "./clock";
import type { Entries } from "./entries";
import { entriesOver } from "./entries";
import type { Executions } from "./executions";
import { executionsOf } from "./executions";
import type { Frames } from "./frames";
import type { Person } from "./protocol";
import type { Streams } from "./streams";
import { eventStreams } from "./streams";

/** So long after the last change the workbook is written. Milliseconds. */
const IDLE = 5000;
/**
 * The clock is noted this often while somebody looks, so that a killed process loses a minute of it at most.
 */
const NOTE_CLOCK = 60_000;

export interface DeskOptions {
  workspace: FolderWorkspace;
  /** Folder with Code.js; by default the one beside the built host. */
  bundle?: string | undefined;
  /** London time at which the clock starts, `yyyy-mm-ddThh:mm`. */
  now: string;
  frames: Frames;
  /** Whom a person may act as; the first is whom a new page acts as. */
  people: () => Person[];
  /** Enters what staff would in the clock's week and says what it did; null where nobody can. */
  filling: Filling | null;
}

export interface Filling {
  label: string;
  fill: (host: Host, now: string) => string;
}

export interface Desk {
  folder: string;
  people: () => Person[];
  filling: Filling | null;
  entries: Entries;
  executions: Executions;
  streams: Streams;
  clock: HostClock;
  frames: Frames;
  /**
   * Puts a workbook that another program wrote aside and writes what is in memory; gives the other's new
   * name.
   */
  keepOurs(): Promise<string>;
  close(): Promise<void>;
}

export function deskOver({ workspace, bundle, now, frames, people, filling }: DeskOptions): Desk {
  const entries = entriesOver(workspace);
  const streams = eventStreams();
  const { state } = workspace;
  const executions = executionsOf({
    workspace: entries.workspace,
    bundle,
    now: () => clock.now(),
    nowText: () => clock.text(),
    frames,
    onRun(run) {
      if (run.name !== "onEdit" && run.name !== "onOpen") streams.tell({ kind: "mail" });
      streams.tell({ kind: "run", run });
    },
  });
  const noteClock = (): void => {
    const { change, flush } = writing(entries.workspace, state.user);
    change({ op: "state", set: { clock: clock.text() } });
    flush();
  };
  const clock = hostClock({
    start: now,
    triggers: () => state.triggers,
    fire: ({ handler, owner }) => void executions.run({ name: handler, user: owner, mode: "trigger" }),
    changed(clockState) {
      noteClock();
      streams.tell({ kind: "clock", clock: clockState });
    },
  });

  const save = async (): Promise<void> => {
    try {
      await workspace.save();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      streams.tell(/changed by another program/.test(text) ? { kind: "outside" } : { kind: "notice", text });
    }
  };
  let idle: NodeJS.Timeout | undefined;
  entries.onEntry((entry) => {
    streams.tell({ kind: "entry", entry });
    clearTimeout(idle);
    idle = setTimeout(() => void save(), IDLE);
  });
  const noting = setInterval(() => {
    if (streams.count() > 0) noteClock();
  }, NOTE_CLOCK);
  noting.unref();

  return {
    folder: workspace.folder,
    people,
    filling,
    entries,
    executions,
    streams,
    clock,
    frames,
    async keepOurs() {
      const aside = asideIn(workspace.folder);
      renameSync(`${workspace.folder}/tracker.xlsx`, `${workspace.folder}/${aside}`);
      await workspace.save();
      return aside;
    },
    async close() {
      clearTimeout(idle);
      clearInterval(noting);
      clock.stop();
      noteClock();
      clock.close();
      streams.close();
      await workspace.close();
    },
  };
}

/** A name that no file there has yet. */
function asideIn(folder: string): string {
  const names = Array.from(
    { length: 100 },
    (_, i) => `tracker-from-outside${i === 0 ? "" : `-${i + 1}`}.xlsx`,
  );
  return names.find((name) => !existsSync(`${folder}/${name}`)) ?? "tracker-from-outside.xlsx";
}
