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
import type { Counter, Hook } from "./calls";
import { wrapper } from "./calls";
import type { Execution, Mode } from "./execution";
import { newExecution } from "./execution";
import { HostMailApp } from "./mailApp";
import { lockService, logs, releaseLock, scriptApp, session, utilities } from "./services";
import { HostSpreadsheetApp } from "./spreadsheet";
import type { Workspace } from "./workspace";

export { openWorkspace } from "./folderWorkspace";
export { memoryWorkspace } from "./memoryWorkspace";
export { Killed } from "./calls";
export type { Hook } from "./calls";
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
  /** Mail recipients a day; 100 for a consumer account, 1,500 for Workspace. */
  mailQuota?: number;
  log?: (line: string) => void;
}

export interface Host {
  /** Runs an exported function in an execution of its own and gives what it returns. */
  call(name: string, ...args: unknown[]): unknown;
  /** The services, for running any other script on this host. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  globals: any;
  /** Counts of the last call. */
  calls: Record<string, number>;
  cells: number;
  /** The menu made by the last call. */
  menu: { label: string; handler: string }[];
}

export function createHost(workspace: Workspace, options: HostOptions = {}): Host {
  const bundle = options.bundle ?? fileURLToPath(new URL("google", import.meta.url));
  useTimeZoneOf(bundle);
  const own = begin(workspace, options);
  const host: Host = {
    globals: own.globals,
    calls: {},
    cells: 0,
    menu: [],
    call(name, ...args) {
      const { execution, globals } = begin(workspace, options);
      host.calls = execution.counter.calls;
      try {
        // A fresh context each time: Google evaluates the whole script at every start.
        const context = gas.require(bundle, globals) as Record<string, unknown>;
        const entry = context[name];
        if (typeof entry !== "function") throw new Error(`Script function not found: ${name}`);
        const result: unknown = (entry as (...a: unknown[]) => unknown)(...args);
        if (execution.counter.death) throw execution.counter.death;
        execution.flush();
        return result;
      } catch (error) {
        // Google writes what is pending when a script throws; a dead process writes nothing.
        if (!execution.counter.death) execution.flush();
        throw error;
      } finally {
        releaseLock(execution);
        host.cells = execution.counter.cells;
        host.menu = execution.menu;
      }
    },
  };
  return host;
}

/** The script's own time zone decides what a Date's local parts are. */
function useTimeZoneOf(bundle: string): void {
  const manifest = join(bundle, "appsscript.json");
  const zone = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, "utf8")) as { timeZone?: string }).timeZone
    : undefined;
  process.env["TZ"] = zone ?? "Europe/London";
}

function begin(
  workspace: Workspace,
  options: HostOptions,
): { execution: Execution; globals: Record<string, unknown> } {
  const { now: given, hook = {}, log = (line) => console.error(line) } = options;
  const now =
    typeof given === "function" ? given : given === undefined ? () => new Date() : () => new Date(given);
  const counter: Counter = { calls: {}, total: 0, cells: 0, death: null };
  const execution = newExecution({
    workspace,
    mode: options.mode ?? "menu",
    user: options.user ?? workspace.state.user,
    now,
    Date: dateClass(now),
    wrap: wrapper(counter, hook),
    counter,
    mailQuota: options.mailQuota ?? 1500,
    log,
  });
  const globals = {
    Date: execution.Date,
    SpreadsheetApp: execution.wrap("SpreadsheetApp", new HostSpreadsheetApp(execution)),
    MailApp: execution.wrap("MailApp", new HostMailApp(execution)),
    LockService: lockService(execution),
    ScriptApp: scriptApp(execution),
    Session: session(execution),
    Utilities: utilities(execution),
    ...logs(execution),
  };
  return { execution, globals };
}

/** The host's Date: the same in the bundle's world and in the services', its clock the host's. */
function dateClass(now: () => Date): DateConstructor {
  return class HostDate extends Date {
    constructor(...args: []) {
      if (args.length === 0) super(now().getTime());
      else super(...args);
    }
    static override now = (): number => now().getTime();
  } as unknown as DateConstructor;
}
