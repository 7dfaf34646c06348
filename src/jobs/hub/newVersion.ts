/**
 * Brings a workbook that an older version prepared up to date: its tabs, columns and rows of Settings, values
 * only. Each act looks first whether it is done, and the version is written last: a run that dies is taken up
 * by the next.
 */
import { allTables } from "../../domain/tables/all";
import { recordsIn } from "../../domain/tables/read";
import {
  isDoubled,
  SETTINGS,
  settingRow,
  settingRows,
  settings as settingsTable,
} from "../../domain/tables/settings";
import { startHere, startHereLines } from "../../domain/tables/startHere";
import type { Column, Columns, Table } from "../../domain/tables/table";
import { textOf } from "../../domain/tables/table";
import type { Filling } from "../../domain/tables/versions";
import { STEPS, VERSION } from "../../domain/tables/versions";
import { append, fillColumn, fillWhole } from "../../google/rows";
import { addHeading, flush, readTab } from "../../google/workbook";
import type { Run } from "../run/job";
import { loadSettings, problemOf } from "../run/job";
import { load, writeSettings } from "../run/load";
import { note } from "../run/notes";
import type { Kept } from "../run/writeRun";
import { writeRun } from "../run/writeRun";
import { repairTab } from "./repairTab";

const NEW_VERSION: Kept = { name: "newVersion", keeps: "each" };

/**
 * From the sweep. What fails is a problem and is tried again by the next: until then what is new counts as
 * blank.
 */
export function bringUpToDate(run: Run): void {
  try {
    takeSteps(run);
  } catch (error) {
    note(run, "New version", [problemOf(run, error)]);
  }
}

export function takeSteps(run: Run): void {
  const settings = loadSettings(run);
  const { preparedBy } = settings;
  note(run, "New version");
  if (preparedBy >= VERSION) return;
  const isNew = ({ since }: Table | Column): boolean => since !== undefined && since > preparedBy;
  const steps = STEPS.filter(({ version }) => version > preparedBy);

  renameSettings(run);
  allTables([]).forEach((table, place) => {
    if (isNew(table)) repairTab(run, table, place);
    else addColumns(run, table, Object.values(table.columns).filter(isNew));
  });
  for (const { fillings } of steps) for (const one of fillings) fill(run, one);
  addMissingSettings(run);
  fillWhole(run.workbook, startHere, startHereLines(settings));
  const counts = steps.map(({ about }) => about).join("; ");
  writeRun(run, NEW_VERSION, { for: String(VERSION), state: "done", counts, outboxRows: null });
  flush();
  writeSettings(run, { preparedBy: VERSION });
}

/** Rows of Settings that still have their former names. */
export function renameSettings(run: Run): void {
  const tab = load(run, settingsTable);
  const renamed = Object.values(SETTINGS).flatMap((setting) => {
    const row = settingRow(setting, tab.records);
    const isThere = [
      ...tab.records,
      ...tab.leftOut.map(({ texts }) => ({ setting: texts["setting"] ?? "" })),
    ].some((one) => one.setting.toLowerCase() === setting.name.toLowerCase());
    return row && !isThere ? [[row.row, setting.name] as const] : [];
  });
  if (renamed.length === 0) return;
  note(run, "New version", fillColumn(tab, "setting", new Map(renamed)));
  run.tabs.delete(settingsTable.tab);
}

/**
 * Rows that Settings does not have yet, with their defaults: the version's then says that it is an old
 * workbook.
 */
export function addMissingSettings(run: Run): void {
  const tab = load(run, settingsTable);
  const present = new Set(tab.records.map((row) => row.setting.toLowerCase()));
  const twice = new Set(
    Object.values(SETTINGS).flatMap((setting) => (isDoubled(setting, tab.leftOut) ? [setting.name] : [])),
  );
  const missing = settingRows({ preparedBy: SETTINGS.preparedBy.initial }).filter(
    (row) => !present.has(row.setting.toLowerCase()) && !twice.has(row.setting),
  );
  for (const row of missing) append(tab, row);
  if (missing.length > 0) run.tabs.delete(settingsTable.tab);
}

/**
 * At the right end, where a heading is a column's whole making: nothing is moved, and there is no half of it.
 */
function addColumns(run: Run, table: Table, columns: readonly Column[]): void {
  if (columns.length === 0) return;
  const { sheet, cells } = readTab(run, table);
  const there = (cells[0] ?? []).map((heading) => textOf(heading).toLowerCase());
  const missing = columns.filter(({ heading }) => !there.includes(heading.toLowerCase()));
  if (sheet) for (const { heading } of missing) addHeading(sheet, heading);
  run.tabs.delete(table.tab);
}

/** Only what is blank: a value that somebody has entered meanwhile stays. */
function fill(run: Run, { table, field, cellFor }: Filling): void {
  const tab = readTab(run, table as Table<Columns>);
  const values = recordsIn(table, tab.cells, tab.places).records.flatMap((record) => {
    const value = record[field] === null || record[field] === "" ? cellFor(record) : null;
    return value === null ? [] : [[record.row, value] as const];
  });
  if (values.length > 0) note(run, "New version", fillColumn(tab, field, new Map(values)));
  run.tabs.delete(table.tab);
}
