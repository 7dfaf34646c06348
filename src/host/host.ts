/**
 * The local host: runs the built bundle as Google would, over a workspace.
 *
 *     const workspace = await openWorkspace("my-centre", { create: true });   // or memoryWorkspace()
 *     const host = createHost(workspace, { now: "2026-11-20T16:40", user: "lead@hub.example", mode: "trigger" });
 *     host.call("hourlySweep");
 *     await workspace.close();
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import gas from "gas-local";
import type { Hook } from "./calls";
import { TimedOut } from "./errors";
import { eventFor } from "./events";
import type { Execution, Mode } from "./execution";
import { releaseLocks } from "./lockService";
import type { Realm } from "./realm";
import { beginExecution } from "./run";
import type { MenuItem } from "./ui";
import type { Workspace } from "./workspace";

export { openWorkspace } from "./folderWorkspace";
export { memoryWorkspace } from "./memoryWorkspace";
export { Killed } from "./errors";
export type { Call, Hook } from "./calls";
export type { Mode } from "./execution";

export interface HostOptions {
  /** Folder with Code.js and appsscript.json; by default the one beside the built host. */
  bundle?: string;
  /** The clock: London time `yyyy-mm-ddThh:mm[:ss]`, held still; or a function. By default the machine's. */
  now?: string | (() => Date);
  /** The account; by default the workspace's. */
  user?: string;
  /** How functions are started; by default from the menu. */
  mode?: Mode;
  hook?: Hook;
  /** Mail recipients a day: 100, as a consumer account has; 1,500 with Workspace. */
  mailQuota?: number;
  log?: (line: string) => void;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any script may run on it, with types of its own
type Globals = any;

export interface Host {
  /** Runs an exported function in an execution of its own and gives what it returns, as plain values. */
  call(name: string, ...args: unknown[]): unknown;
  /** Does the same with work of the caller's own, given the services. */
  execute<T>(work: (globals: Globals) => T): T;
  /** The services, for running any other script on this host; what they write is kept when they flush. */
  globals: Globals;
  /** Of the last `call` or `execute`: its service calls by name, their sum, and the cells whose values it read. */
  calls: Record<string, number>;
  total: number;
  cells: number;
  /** What it logged, the menu items it made, the toasts it showed. */
  logs: string[];
  menu: MenuItem[];
  toasts: string[];
}

export function createHost(workspace: Workspace, options: HostOptions = {}): Host {
  const bundle = options.bundle ?? fileURLToPath(new URL("google", import.meta.url));
  const timeZone = zoneOf(bundle);
  // The script's own time zone decides what a Date's local parts are.
  process.env["TZ"] = timeZone;
  const begin = (timed: boolean) => beginExecution(workspace, options, timeZone, timed);

  function run<T>(work: (begun: Begun) => T): T {
    const begun = begin(true);
    const { execution } = begun;
    host.calls = execution.counter.calls;
    try {
      const result = work(begun);
      if (execution.counter.death) throw execution.counter.death;
      execution.flush();
      return result;
    } catch (error) {
      end(execution);
      throw execution.counter.death ?? error;
    } finally {
      releaseLocks(execution);
      host.total = execution.counter.total;
      host.cells = execution.counter.cells;
      host.logs = begun.lines;
      host.menu = execution.menu;
      host.toasts = execution.toasts;
    }
  }

  const host: Host = {
    globals: begin(false).globals,
    calls: {},
    total: 0,
    cells: 0,
    logs: [],
    menu: [],
    toasts: [],
    call: (name, ...args) => run((begun) => callIn(bundle, begun, name, args)),
    execute: (work) => run(({ globals }) => work(globals)),
  };
  return host;
}

interface Begun {
  execution: Execution;
  globals: Record<string, unknown>;
  realm: Realm;
  lines: string[];
}

function callIn(
  bundle: string,
  { execution, globals, realm }: Begun,
  name: string,
  args: unknown[],
): unknown {
  // A fresh context each time: Google evaluates the whole script at every start.
  const context = gas.require(bundle, globals) as Record<string, unknown>;
  const entry = context[name];
  if (typeof entry !== "function") throw new Error(`Script function not found: ${name}`);
  const given = args.length > 0 ? args : eventFor(name, execution);
  return plain((entry as (...a: unknown[]) => unknown)(...given.map((arg) => realm.adopt(arg))));
}

/** Google writes what is pending when a script throws or takes too long; a dead process writes nothing. */
function end(execution: Execution): void {
  const { death } = execution.counter;
  if (death && !(death instanceof TimedOut)) execution.drop();
  else execution.flush();
}

/** Google ignores what a menu item's or a trigger's function returns, so a value that cannot be copied is none. */
function plain(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

function zoneOf(bundle: string): string {
  const manifest = join(bundle, "appsscript.json");
  if (!existsSync(manifest)) return "Europe/London";
  return (JSON.parse(readFileSync(manifest, "utf8")) as { timeZone?: string }).timeZone ?? "Europe/London";
}
