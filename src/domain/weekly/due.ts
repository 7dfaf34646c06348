/**
 * Which work is due now, from Calendar, Settings and Runs alone, of reports also from whether one is approved. Missed, late, doubled and killed runs are all the same
 * case: what has no row in Runs that says done is due, and is made when somebody looks again.
 */
import type { SchoolWeek } from "../hub/calendar";
import { closedWeeks, closingDayOf, isTooOld, weekAt } from "../hub/calendar";
import type { Moment } from "../words/days";
import { dayOf, momentIn } from "../words/days";
import type { RunRow } from "../tables/ledger";
import type { Settings } from "../tables/settings";

export type JobName =
  | "weekRows"
  | "dataCheck"
  | "reminders"
  | "weeklyUpdate"
  | "deteriorationCheck"
  | "eveningCheck"
  | "sendReports"
  | "newTemplate"
  | "makeReports";

/** `for`: the day, or for the update the week, that the work is for; what was asked for. `week`: the last one begun. */
export interface Work {
  job: JobName;
  for: string;
  week: SchoolWeek;
}

export interface DueWork {
  work: Work[];
  /** Weeks whose update is too old to go by itself: they wait for a person. */
  missed: SchoolWeek[];
}

const isDone = (runs: readonly RunRow[], job: JobName, key: string): boolean =>
  runs.some((row) => row.job === job && row.for === key && row.state === "done");

export function dueWork(
  weeks: readonly SchoolWeek[],
  runs: readonly RunRow[],
  settings: Settings,
  now: Moment,
): DueWork {
  const today = dayOf(now);
  const time = now.slice(11);
  const week = weekAt(weeks, today);
  const isOpen = week?.days.includes(today) === true;
  const isLast = week !== undefined && closingDayOf(week) === today;
  const daily = (job: JobName, isTime: boolean): Work[] =>
    week && isOpen && isTime && !isDone(runs, job, today) ? [{ job, for: today, week }] : [];

  const { closing, missed } = openUpdates(weeks, runs, settings, now);
  return {
    work: [
      ...daily("weekRows", time >= settings.rowsFrom),
      // An hour after the rows, so that neither run has to read and write too much.
      ...daily("dataCheck", isDone(runs, "weekRows", today)),
      ...daily("reminders", isLast && time >= settings.chaseFrom && time < settings.closingTime),
      ...closing.map((closed): Work => ({ job: "weeklyUpdate", for: closed.week, week: closed })),
      ...judging(weeks, runs, settings, now),
      ...daily("eveningCheck", time >= settings.eveningCheck),
    ],
    missed,
  };
}

/** What people asked for, and what a run before left. */
const ASKED_FOR: readonly JobName[] = ["newTemplate", "makeReports"];

/** Reports that are approved go in holidays, too; then what is to be made. */
export function dueReportWork(
  weeks: readonly SchoolWeek[],
  runs: readonly RunRow[],
  isApproved: boolean,
  now: Moment,
): Work[] {
  const week = weeks.filter(({ week }) => week <= now).pop();
  if (!week) return [];
  const asked = ASKED_FOR.flatMap((job) =>
    runs.flatMap((row) => (row.job === job && row.state === "open" ? [{ job, for: row.for, week }] : [])),
  );
  return [...(isApproved ? [{ job: "sendReports" as const, for: dayOf(now), week }] : []), ...asked];
}

/** Deterioration is looked for when a week closes and on the evening of every open day, since the automation was first on. */
function judging(
  weeks: readonly SchoolWeek[],
  runs: readonly RunRow[],
  settings: Settings,
  now: Moment,
): Work[] {
  const week = weeks.filter(({ week }) => week <= now).pop();
  if (!week || settings.firstOn === "") return [];
  const past = weeks[weeks.indexOf(week) - 1];
  const moments = [
    ...(past ? [`${closingDayOf(past)}T${settings.eveningCheck}`] : []),
    ...week.days.map((day) => `${day}T${settings.eveningCheck}`),
    `${closingDayOf(week)}T${settings.closingTime}`,
  ];
  const last = moments
    .filter((moment) => moment <= now && moment >= settings.firstOn)
    .sort()
    .pop();
  const done = runs.some(
    (run) => run.job === "deteriorationCheck" && run.state === "done" && momentIn(run.at) >= (last ?? ""),
  );
  return last === undefined || done ? [] : [{ job: "deteriorationCheck", for: dayOf(last), week }];
}

/** Closed weeks, since the automation was first on, whose update is not finished. */
function openUpdates(weeks: readonly SchoolWeek[], runs: readonly RunRow[], settings: Settings, now: Moment) {
  const open = closedWeeks(weeks, settings.closingTime, now).filter(
    (week) =>
      settings.firstOn !== "" &&
      closingDayOf(week) >= settings.firstOn &&
      !isDone(runs, "weeklyUpdate", week.week),
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
 * Weeks a person may send now: closed ones not finished, and the running one on its last open day. Nothing from before
 * the automation was first on.
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
  return [
    ...missed,
    ...closing,
    ...(isLastDay && !isDone(runs, "weeklyUpdate", running.week) ? [running] : []),
  ];
}
