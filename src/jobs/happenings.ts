/**
 * All that the hourly sweep may find to do, each declared once, in the order in which it is done: when it is
 * due (pure), what it runs, what Runs keeps of it, and whether the fault sweep strikes its run by the clock.
 * One that lacks any of these does not compile.
 */
import { checkDue } from "../domain/deterioration/due";
import type { Due, Occasion } from "../domain/hub/due";
import { whenAskedFor } from "../domain/hub/due";
import { approvedDue } from "../domain/reports/board/due";
import type { Settings } from "../domain/tables/settings";
import { dataCheckDue, eveningCheckDue, remindersDue, ROWS, rowsDue, updatesDue } from "../domain/weekly/due";
import { deteriorationCheck } from "./deterioration/deteriorationCheck";
import { dataCheck } from "./hub/checkPasted";
import { carryOnReports, MAKE_REPORTS } from "./reports/makeReports";
import { NEW_TEMPLATE, templateAskedFor } from "./reports/newTemplate";
import { SEND_REPORTS, sendReports } from "./reports/sendReports";
import type { Run } from "./run/job";
import type { Outcome } from "./run/outcome";
import type { Kept } from "./run/writeRun";
import { chaseBlanks } from "./weekly/chaseBlanks";
import { eveningCheck } from "./weekly/eveningCheck";
import { weekRows } from "./weekly/weekRows";
import { WEEKLY_UPDATE, weeklyUpdate } from "./weekly/weeklyUpdate";

export interface Happening<N extends string, S extends boolean> extends Kept {
  name: N;
  due: Due;
  run: (run: Run, settings: Settings, occasion: Occasion) => Outcome;
  /** Then it has a stage and a moment in src/programs/faults/jobs.ts. */
  isStruck: S;
}
export const happening = <N extends string, S extends boolean>(declared: Happening<N, S>) => declared;

export const HAPPENINGS = [
  happening({
    name: ROWS,
    keeps: "latest",
    due: rowsDue,
    run: (run, _settings, { week }) => weekRows(run, week),
    isStruck: true,
  }),
  happening({
    name: "dataCheck",
    keeps: "each",
    due: dataCheckDue,
    run: dataCheck,
    isStruck: true,
  }),
  happening({
    name: "reminders",
    keeps: "latest",
    due: remindersDue,
    run: (run, settings, { week }) => chaseBlanks(run, settings, week),
    isStruck: true,
  }),
  happening({
    ...WEEKLY_UPDATE,
    due: updatesDue,
    run: (run, settings, { week }) => weeklyUpdate(run, settings, week),
    isStruck: true,
  }),
  happening({
    name: "deteriorationCheck",
    keeps: "latest",
    due: checkDue,
    run: deteriorationCheck,
    isStruck: true,
  }),
  happening({
    name: "eveningCheck",
    keeps: "latest",
    due: eveningCheckDue,
    run: eveningCheck,
    isStruck: true,
  }),
  happening({
    ...SEND_REPORTS,
    due: approvedDue,
    run: sendReports,
    isStruck: true,
  }),
  happening({
    ...NEW_TEMPLATE,
    due: whenAskedFor,
    run: (run, _settings, occasion) => templateAskedFor(run, occasion.for),
    isStruck: false,
  }),
  happening({
    ...MAKE_REPORTS,
    due: whenAskedFor,
    run: (run, _settings, occasion) => carryOnReports(run, occasion.for),
    // It is struck where a person makes them, which comes to the same documents.
    isStruck: false,
  }),
];

export type AnyHappening = (typeof HAPPENINGS)[number];
export type HappeningName = AnyHappening["name"];
/** Those that the fault sweep strikes. */
export type StruckName = Extract<AnyHappening, { isStruck: true }>["name"];
