/**
 * The ways into the script: a function that the menu or a trigger starts, onEdit after an edit, a page's
 * call.
 */
import { crossed } from "./crossing";
import type { Edit, Edited } from "../sheets/edit";
import { isProcessDeath, messageOf } from "../run/errors";
import { editEvent, eventFor } from "./events";
import type { Program } from "./program";
import { functionIn } from "./program";
import type { Begun } from "./begin";

/** As the menu or a trigger starts a function, with the trigger's event where no arguments are given. */
export function callByName(program: Program, begun: Begun, name: string, args: readonly unknown[]): unknown {
  const entry = functionIn(program, begun.globals, name);
  if (!entry) throw new Error(`Script function not found: ${name}`);
  const given = args.length > 0 ? args : eventFor(name, begun.execution);
  return plain(entry(...given.map((arg) => begun.realm.adopt(arg))));
}

/**
 * Google ignores what a menu item's or a trigger's function returns, so a value that cannot be copied is
 * none.
 */
function plain(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

/**
 * As google.script.run in a page calls a function; what comes back is a copy, and of an error its message
 * only.
 */
export function callFromPage(
  program: Program,
  begun: Begun,
  name: string,
  args: readonly unknown[],
): unknown {
  const given = crossed(args, "arguments") as unknown[];
  // A name that ends so is private: pages do not see it.
  const entry = name.endsWith("_") ? null : functionIn(program, begun.globals, name);
  if (!entry) throw new TypeError(`google.script.run.${name} is not a function`);
  const result = entry(...given.map((arg) => begun.realm.adopt(arg)));
  try {
    return crossed(result, "the whole");
  } catch (error) {
    // Google hands the page null here, which nobody would notice.
    throw new Error(`What ${name} returned cannot cross to a page. ${messageOf(error)}`);
  }
}

/** All that a page gets to see of an error. Only the process's own death goes on. */
export function messageOnly<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw isProcessDeath(error) ? error : new Error(messageOf(error));
  }
}

/** Whether the script has an onEdit; if so it has run. */
export function callOnEdit(program: Program, { execution, globals, realm }: Begun, edited: Edited): boolean {
  const onEdit = functionIn(program, globals, "onEdit");
  execution.selected = { sheet: edited.sheet, areas: new Map([[edited.sheet, edited.area]]), isMoved: false };
  onEdit?.(realm.adopt(editEvent(execution, edited)));
  return onEdit !== null;
}

/**
 * What onEdit throws is only logged and shown: the edit itself is done. Only the process's own death goes
 * further.
 */
export function afterEdit({ execution }: Begun, run: () => boolean): Pick<Edit, "onEdit" | "error"> {
  try {
    return { onEdit: run() ? "ran" : "none" };
  } catch (error) {
    if (isProcessDeath(error)) throw error;
    const message = messageOf(error);
    execution.log(`onEdit: ${message}`);
    return { onEdit: "ran", error: message };
  }
}
