/** The bundle's functions, run for people and triggers, each remembered for the list of runs. */
import type { Host, Mode } from "../host";
import { createHost } from "../host";
import type { Workspace } from "../workspace";
import type { Ran, RunRecord } from "./protocol";

const REMEMBERED = 300;

export interface Running {
  workspace: Workspace;
  bundle?: string | undefined;
  /** The host's time. */
  now: () => Date;
  /** London time, `yyyy-mm-ddThh:mm:ss`. */
  nowText: () => string;
  onRun: (run: RunRecord) => void;
}

export interface Asked {
  name: string;
  user: string;
  mode: Mode;
  args?: unknown[];
}

export interface Executions {
  /** Runs a function from the menu, a trigger or as a simple trigger. */
  run(asked: Asked): Ran;
  /** Runs work of the host's own in an execution of that name. */
  record<T>(asked: Asked, host: Host, work: () => T): T;
  hostAs(user: string, mode: Mode): Host;
  list(): RunRecord[];
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function executionsOf({ workspace, bundle, now, nowText, onRun }: Running): Executions {
  const records: RunRecord[] = [];
  let no = 0;
  const hostAs = (user: string, mode: Mode): Host =>
    createHost(workspace, { now, user, mode, log: () => {}, ...(bundle ? { bundle } : {}) });

  function record<T>({ name, user, mode }: Asked, host: Host, work: () => T): T {
    const [at, started] = [nowText(), performance.now()];
    let error: string | null = null;
    try {
      return work();
    } catch (thrown) {
      error = sentenceOf(thrown);
      throw thrown;
    } finally {
      no += 1;
      const ms = Math.round(performance.now() - started);
      const run = { no, name, user, mode, at, ms, calls: host.total, cells: host.cells, error, logs: host.logs };
      records.unshift(run);
      records.length = Math.min(records.length, REMEMBERED);
      onRun(run);
    }
  }

  function run(asked: Asked): Ran {
    const host = hostAs(asked.user, asked.mode);
    const ended = (result: unknown, error: string | null): Ran => ({
      result,
      error,
      toasts: host.toasts,
      shown: null,
      menu: host.menu,
    });
    try {
      return ended(
        record(asked, host, () => host.call(asked.name, ...(asked.args ?? []))),
        null,
      );
    } catch (error) {
      return ended(null, sentenceOf(error));
    }
  }

  return { run, record, hostAs, list: () => records };
}
