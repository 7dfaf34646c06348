/** The bundle's functions, run for people and triggers, each remembered for the list of runs. */
import type { Host, Mode, Selection } from "../host";
import { createHost } from "../host";
import type { Workspace } from "../model/workspace";
import type { Frames } from "./frames";
import type { Ran, RunRecord, Typed } from "./protocol";

const REMEMBERED = 300;

export interface Running {
  workspace: Workspace;
  bundle?: string | undefined;
  /** The host's time. */
  now: () => Date;
  /** London time, `yyyy-mm-ddThh:mm:ss`. */
  nowText: () => string;
  onRun: (run: RunRecord) => void;
  frames: Frames;
}

export interface Asked {
  name: string;
  user: string;
  mode: Mode;
  args?: unknown[];
  /** The cells that the person has selected. */
  selection?: Selection | undefined;
}

export interface Executions {
  /** Runs a function from the menu, a trigger or as a simple trigger. */
  run(asked: Asked): Ran;
  /** Runs a function for a dialog's or the sidebar's google.script.run. */
  fromPage(asked: Asked): Ran;
  /** What a person typed; the script's onEdit runs after it. */
  edit(user: string, sheet: string, at: { row: number; column: number }, values: Typed[][]): void;
  /** Runs work of the host's own in an execution of that name. */
  record<T>(asked: Asked, host: Host, work: () => T): T;
  hostAs(user: string, mode: Mode, selection?: Selection): Host;
  list(): RunRecord[];
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function executionsOf({ workspace, bundle, now, nowText, onRun, frames }: Running): Executions {
  const records: RunRecord[] = [];
  let no = 0;
  const hostAs = (user: string, mode: Mode, selection?: Selection): Host =>
    createHost(workspace, {
      now,
      user,
      mode,
      log: () => {},
      ...(bundle ? { bundle } : {}),
      ...(selection ? { selection } : {}),
    });

  function remember({ name, user, mode }: Asked, host: Host, begun: Begun, error: string | null): void {
    no += 1;
    const ms = Math.round(performance.now() - begun.started);
    const { total: calls, cells, logs } = host;
    const run = { no, name, user, mode, at: begun.at, ms, calls, cells, error, logs };
    records.unshift(run);
    records.length = Math.min(records.length, REMEMBERED);
    onRun(run);
  }
  const beginning = (): Begun => ({ at: nowText(), started: performance.now() });

  function record<T>(asked: Asked, host: Host, work: () => T): T {
    const begun = beginning();
    let error: string | null = null;
    try {
      return work();
    } catch (thrown) {
      error = sentenceOf(thrown);
      throw thrown;
    } finally {
      remember(asked, host, begun, error);
    }
  }

  function ran(asked: Asked, work: (host: Host) => unknown): Ran {
    const host = hostAs(asked.user, asked.mode, asked.selection);
    const ended = (result: unknown, error: string | null): Ran => ({
      result,
      error,
      toasts: host.toasts,
      shown: host.shown.map(({ html, ...rest }) => ({ ...rest, frame: frames.add(html) })),
      menu: host.menu,
      selected: host.selected,
    });
    try {
      return ended(
        record(asked, host, () => work(host)),
        null,
      );
    } catch (error) {
      return ended(null, sentenceOf(error));
    }
  }

  return {
    run: (asked) => ran(asked, (host) => host.call(asked.name, ...(asked.args ?? []))),
    fromPage: (asked) => ran(asked, (host) => host.run(asked.name, ...(asked.args ?? []))),
    edit(user, sheet, { row, column }, values) {
      const host = hostAs(user, "menu");
      const begun = beginning();
      const { onEdit, error = null } = host.edit(sheet, row + 1, column + 1, values);
      if (onEdit !== "none") remember({ name: "onEdit", user, mode: "simple" }, host, begun, error);
    },
    record,
    hostAs,
    list: () => records,
  };
}

interface Begun {
  at: string;
  started: number;
}
