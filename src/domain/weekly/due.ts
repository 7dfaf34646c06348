/** When a week's rows, reminders and updates are due, and which weeks wait for a person. */
import type { SchoolWeek } from "../hub/calendar";
import { closedWeeks, closingDayOf, isTooOld, weekAt } from "../hub/calendar";
import type { Due, Known } from "../hub/due";
import { isDone, onOpenDays } from "../hub/due";
import type { Moment } from "../words/days";
import { dayOf } from "../words/days";
import type { RunRow } from "../tables/ledger";
import type { Settings } from "../tables/settings";

/** What Runs calls the weekly update. */
export const UPDATE = "weeklyUpdate";
/** What Runs calls the making of the week's rows. */
export const ROWS = "weekRows";

export const rowsDue = onOpenDays(({ time, settings }) => time >= settings.rowsFrom);

/** An hour after the rows, so that neither run has to read and write too much. */
export const dataCheckDue = onOpenDays(({ runs, today }) => isDone(runs, ROWS, today));

export const remindersDue = onOpenDays(
  ({ time, isLast, settings }) => isLast && time >= settings.chaseFrom && time < settings.closingTime,
);

export const updatesDue: Due = ({ weeks, runs, settings, now }) =>
  openUpdates(weeks, runs, settings, now).closing.map((week) => ({ for: week.week, week }));

/** Weeks whose update is too old to go by itself: they wait for a person. */
export const missedUpdates = ({ weeks, runs, settings, now }: Omit<Known, "isApproved">): SchoolWeek[] =>
  openUpdates(weeks, runs, settings, now).missed;

export const eveningCheckDue = onOpenDays(({ time, settings }) => time >= settings.eveningCheck);

/** Closed weeks, since the automation was first on, whose update is not finished. */
function openUpdates(weeks: readonly SchoolWeek[], runs: readonly RunRow[], settings: Settings, now: Moment) {
  const open = closedWeeks(weeks, settings.closingTime, now).filter(
    (week) =>
      settings.firstOn !== "" && closingDayOf(week) >= settings.firstOn && !isDone(runs, UPDATE, week.week),
  );
  const isMissed = (week: SchoolWeek) => isTooOld(week, settings.closingTime, now);
  return { closing: open.filter((week) => !isMissed(week)), missed: open.filter(isMissed) };
}

/** The week whose update a person may want now: the newest closed one not finished, else the running one. */
export function weekToTell(
  weeks: readonly SchoolWeek[],
  runs: readonly RunRow[],
  settings: Settings,
  now: Moment,
): SchoolWeek | undefined {
  const { closing, missed } = openUpdates(weeks, runs, settings, now);
  const closed = closedWeeks(weeks, settings.closingTime, now);
  return [...missed, ...closing].pop() ?? weekAt(weeks, dayOf(now)) ?? closed[closed.length - 1] ?? weeks[0];
}

/**
 * Weeks a person may send now: closed ones not finished, and the running one on its last open day. Nothing
 * from before the automation was first on.
 */
export function sendableWeeks(
  weeks: readonly SchoolWeek[],
  runs: readonly RunRow[],
  settings: Settings,
  now: Moment,
): SchoolWeek[] {
  const { closing, missed } = openUpdates(weeks, runs, settings, now);
  const running = weekAt(weeks, dayOf(now));
  const isLastDay =
    running !== undefined &&
    closingDayOf(running) === dayOf(now) &&
    ![...closing, ...missed].includes(running);
  return [...missed, ...closing, ...(isLastDay && !isDone(runs, UPDATE, running.week) ? [running] : [])];
}
