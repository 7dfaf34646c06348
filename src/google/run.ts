/** What a run needs of Google beside the workbook: the lock, the clock, who is running, triggers, the log. */
import type { Moment } from "../domain/days";
import { dateText } from "./cells";

/** Jobs stop here and the next sweep goes on; Google ends a run at 6 minutes. */
const RUN_MS = 4.5 * 60_000;
const LOCK_WAIT_MS = 1_000;

/** The run's one reading of the clock: London time, and how much time is left. */
export function clock(): { now: Moment; timeLeft: () => number } {
  const started = new Date();
  const [day = "", time = "00:00"] = dateText(started).split(" ");
  return { now: `${day}T${time}`, timeLeft: () => RUN_MS - (new Date().getTime() - started.getTime()) };
}

/** Runs `work` while holding the document's lock; null, at once, where another run holds it. */
export function underLock<T>(work: () => T): T | null {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (!lock) throw new Error("Google gave no document lock to this run, so nothing was done.");
  if (!lock.tryLock(LOCK_WAIT_MS)) return null;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

/** The account whose rights the run has: the trigger's owner, or the person at the menu. */
export const runningAs = (): string => Session.getEffectiveUser().getEmail();

/** Removes this account's triggers for a function. */
export function removeTriggers(handler: string): void {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === handler) ScriptApp.deleteTrigger(trigger);
}

/** Ids and counts only: a log is read by more people than the workbook. */
export const log = (line: string): void => console.log(line);
