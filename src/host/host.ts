/**
 * The local host: runs the built bundle as Google would, over a workspace.
 *
 *     const workspace = await openWorkspace("my-folder", { create: true });   // or memoryWorkspace()
 *     const host = createHost(workspace, { now: "2026-11-20T16:40", user: "lead@school.example", mode: "trigger" });
 *     host.call("hourlySweep");                                 // as the clock does
 *     host.edit("Sheet1", 2, 5, [["green"]]);                   // as a person types; onEdit follows
 *     host.run("saveChoice", { row: 7, choice: "G" });          // as a page calls, by google.script.run
 *     await workspace.close();
 */
import { fileURLToPath } from "node:url";
import type { Edit, Typing } from "./sheets/edit";
import { enterCells } from "./sheets/edit";
import { afterEdit, callByName, callFromPage, callOnEdit, messageOnly } from "./script/entryPoints";
import type { Mode } from "./run/execution";
import type { HostOptions } from "./script/options";
import { functionIn, programIn } from "./script/program";
import type { Begun } from "./script/begin";
import { beginExecution, finished } from "./script/begin";
import { movedTo } from "./sheets/selection";
import { during, isBusy, wait } from "./script/turns";
import type { MenuItem, Selection, Shown } from "./run/screen";
import type { Workspace } from "./model/workspace";

export { openWorkspace } from "./workspace/folderWorkspace";
export { memoryWorkspace } from "./workspace/memoryWorkspace";
export { Killed } from "./run/errors";
export type { Call, Hook } from "./run/calls";
export type { Edit } from "./sheets/edit";
export { pendingOf } from "./run/writing";
export type { Mode } from "./run/execution";
export type { HostOptions } from "./script/options";
export type { MenuItem, Selection, Shown } from "./run/screen";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any script may run on it, with types of its own
type Globals = any;

export interface Host {
  /** Runs an exported function in an execution of its own and gives what it returns, as plain values. */
  call(name: string, ...args: unknown[]): unknown;
  /** Does the same with work of the caller's own, given the services. */
  execute<T>(work: (globals: Globals) => T): T;
  /**
   * Types into cells as a person does, row and column from 1: kept for good before it returns, then the
   * script's onEdit runs; while another run is under way it waits for its end. Refused entries throw Google's
   * sentence.
   */
  edit(sheet: string, row: number, column: number, values: readonly (readonly unknown[])[]): Edit;
  /**
   * Calls a function as a page does by google.script.run: with all rights, as the account, in an execution of
   * its own. Arguments and result cross as copies; an error comes back as its message.
   */
  run(name: string, ...args: unknown[]): unknown;
  /** The services, for running any other script on this host; what they write is kept when they flush. */
  globals: Globals;
  /**
   * Of the last `call`, `execute`, `edit` or `run`: its service calls by name, their sum, and the cells whose
   * values it read.
   */
  calls: Record<string, number>;
  total: number;
  cells: number;
  /** What it logged, the menu items it made, the toasts, dialogs and sidebars it showed. */
  logs: string[];
  menu: MenuItem[];
  toasts: string[];
  shown: Shown[];
  /** Where it moved the person's selection; null where it left it alone. */
  selected: Required<Selection> | null;
}

export function createHost(workspace: Workspace, options: HostOptions = {}): Host {
  const program = programIn(options.bundle ?? fileURLToPath(new URL("google", import.meta.url)));
  // The script's own time zone decides what a Date's local parts are.
  process.env["TZ"] = program.timeZone;
  const { mode = "menu", document = true } = options;
  /** A person who types or has a page open has the workbook open, too. */
  const begin = (how: Mode, timed = true): Begun =>
    beginExecution(workspace, { ...options, mode: how, document: true }, program, timed);
  const start = (timed = true): Begun =>
    beginExecution(workspace, { ...options, mode, document }, program, timed);

  function report({ execution, lines }: Begun): void {
    const { counter, menu, toasts, shown } = execution;
    const { calls, total, cells } = counter;
    Object.assign(host, {
      calls,
      total,
      cells,
      logs: lines,
      menu,
      toasts,
      shown,
      selected: movedTo(execution),
    });
  }

  function run<T>(begun: Begun, work: (begun: Begun) => T): T {
    host.calls = begun.execution.counter.calls;
    try {
      return during(workspace, () => finished(begun, work));
    } finally {
      report(begun);
    }
  }

  function edit(typing: Typing): Edit {
    const { cells, ...edited } = enterCells(begin("simple", false).execution, typing);
    // In a document where the add-on is not enabled it gets no edits.
    if (mode === "none") return { cells, onEdit: "none" };
    const onEdit = (begun: Begun): boolean => callOnEdit(program, begun, edited);
    if (!isBusy(workspace)) {
      const begun = begin("simple");
      return { cells, ...afterEdit(begun, () => run(begun, onEdit)) };
    }
    if (!functionIn(program, begin("simple").globals, "onEdit")) return { cells, onEdit: "none" };
    const later = (): void => {
      const begun = begin("simple");
      afterEdit(begun, () => during(workspace, () => finished(begun, onEdit)));
    };
    return { cells, onEdit: wait(workspace, later) };
  }

  const host: Host = {
    globals: start(false).globals,
    calls: {},
    total: 0,
    cells: 0,
    logs: [],
    menu: [],
    toasts: [],
    shown: [],
    selected: null,
    call: (name, ...args) => run(start(), (begun) => callByName(program, begun, name, args)),
    execute: (work) => run(start(), ({ globals }) => work(globals)),
    edit: (sheet, row, column, values) => edit({ sheet, row, column, values }),
    run: (name, ...args) =>
      messageOnly(() => run(begin("menu"), (begun) => callFromPage(program, begun, name, args))),
  };
  return host;
}
