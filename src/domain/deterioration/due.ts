/**
 * Deterioration is looked for when a week closes and on the evening of every open day, since the automation
 * was first on.
 */
import { closingDayOf } from "../hub/calendar";
import type { Due } from "../hub/due";
import { lastBegun } from "../hub/due";
import { dayOf, momentIn } from "../words/days";

export const checkDue: Due = ({ weeks, runs, settings, now }, name) => {
  const week = lastBegun({ weeks, now });
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
    (run) => run.job === name && run.state === "done" && momentIn(run.at) >= (last ?? ""),
  );
  return last === undefined || done ? [] : [{ for: dayOf(last), week }];
};
