/**
 * What a run needs of Google beside the workbook: the lock, the clock, who is running, triggers, rights, the
 * log.
 */
import type { Moment } from "../domain/words/days";
import { dateText } from "./cells";

/** Jobs stop here and the next sweep goes on; Google ends a run at 6 minutes. */
export const RUN_MS = 4.5 * 60_000;

/** The run's one reading of the clock: London time, and how much time is left. */
export function clock(): { now: Moment; timeLeft: () => number } {
  const started = new Date();
  const [day = "", time = "00:00"] = dateText(started).split(" ");
  return { now: `${day}T${time}`, timeLeft: () => RUN_MS - (new Date().getTime() - started.getTime()) };
}

/**
 * Runs `work` while holding the document's lock; null where another run holds it for longer than `waitMs`.
 * Google takes the lock back when the run ends, which is right afterwards, however it ends.
 */
export function underLock<T>(waitMs: number, work: () => T): T | null {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (!lock) throw new Error("Google gave this run no document lock, so nothing was done.");
  return lock.tryLock(waitMs) ? work() : null;
}

/** The account whose rights the run has: the trigger's owner, or the person at the menu. */
export const runningAs = (): string => Session.getEffectiveUser().getEmail();

const ownTriggers = (handler: string): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);

/** Whether this account has a trigger for the function; nobody can see another's. */
export const hasTrigger = (handler: string): boolean => ownTriggers(handler).length > 0;

/** Makes this account's hourly trigger, where it has none yet. */
export function makeHourlyTrigger(handler: string): void {
  if (!hasTrigger(handler)) ScriptApp.newTrigger(handler).timeBased().everyHours(1).create();
}

/** Removes this account's triggers for a function. */
export function removeTriggers(handler: string): void {
  for (const trigger of ownTriggers(handler)) ScriptApp.deleteTrigger(trigger);
}

/**
 * Whether this account still has to allow something the add-on needs; people may untick rights, or withdraw
 * them.
 */
export const lacksRights = (): boolean =>
  ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() ===
  ScriptApp.AuthorizationStatus.REQUIRED;

/** 32 digits of chance and their hyphens. */
export const newUuid = (): string => Utilities.getUuid();

/** Ids and counts only: a log is read by more people than the workbook. */
export const log = (line: string): void => console.log(line);
