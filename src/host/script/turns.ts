/**
 * Whose turn it is on a workspace: runs under way, and the onEdit events that wait until the last of them has
 * ended.
 */
import { isProcessDeath } from "../run/errors";
import type { Workspace } from "../model/workspace";

/** Google keeps this many onEdit events; further ones are lost. */
const MAX_WAITING = 2;

interface Turns {
  runs: number;
  waiting: (() => void)[];
}
const turns = new WeakMap<Workspace, Turns>();

function turnsOf(workspace: Workspace): Turns {
  const found = turns.get(workspace) ?? { runs: 0, waiting: [] };
  turns.set(workspace, found);
  return found;
}

export const isBusy = (workspace: Workspace): boolean => turnsOf(workspace).runs > 0;

/** Keeps an event until the runs under way have ended. */
export function wait(workspace: Workspace, event: () => void): "queued" | "lost" {
  const { waiting } = turnsOf(workspace);
  if (waiting.length >= MAX_WAITING) return "lost";
  waiting.push(event);
  return "queued";
}

/** Does a run's work; after the last run that was under way, the events that waited get their own. */
export function during<T>(workspace: Workspace, work: () => T): T {
  const own = turnsOf(workspace);
  own.runs += 1;
  try {
    return work();
  } catch (error) {
    // What waits in a process dies with it.
    if (isProcessDeath(error)) own.waiting = [];
    throw error;
  } finally {
    own.runs -= 1;
    while (own.runs === 0 && own.waiting.length > 0) own.waiting.shift()?.();
  }
}
