/**
 * Signs that the automation has stopped, found by whoever opens the workbook: a stopped clock cannot say so
 * itself.
 */
import type { Moment } from "../words/days";
import { dayOf, momentInWords, minutesBetween, momentIn } from "../words/days";
import type { RunRow } from "../tables/ledger";
import type { Settings } from "../tables/settings";

/** The sweep runs hourly, and Google may be late. */
const STALE_MINUTES = 3 * 60;

/** What is wrong, and what to do, in a sentence; null where all is well, or the automation was never on. */
export function whyStopped(
  settings: Settings,
  heartbeat: RunRow | undefined,
  workbookId: string,
  now: Moment,
): string | null {
  if (settings.firstOn === "") return null;
  if (settings.workbookId !== workbookId) return "This is a copy of the tracker. Nothing is sent from it.";
  if (!settings.automation)
    return "The automation is off: no rows are made and nothing is sent automatically. A lead can turn it on (menu, Automation).";
  const last = heartbeat?.at ?? "";
  if (last === "" && settings.firstOn === dayOf(now)) return null;
  const minutes = last === "" ? Infinity : minutesBetween(momentIn(last), now);
  if (minutes <= STALE_MINUTES) return null;
  const since = last === "" ? "has not run yet" : `has not run since ${momentInWords(last)}`;
  return `The automation ${since}: the trigger of ${settings.owner} may be gone, or that account may have lost its rights. A lead should open Automation in the menu and take it over or turn it on again.`;
}
