/** Reading tabs for a job: each once, its problems noted, ids given to rows that have none. */
import type { IdKind } from "../../domain/hub/ids";
import { dayOf } from "../../domain/words/days";
import { ID_KINDS, idsFor, rowsWithoutId } from "../../domain/hub/ids";
import type { Read } from "../../domain/tables/read";
import { recordsIn } from "../../domain/tables/read";
import { newRecordId, RECORD_LETTERS } from "../../domain/tables/records";
import { SETTINGS, settings as settingsTable } from "../../domain/tables/settings";
import type { Columns, RecordOf, Table } from "../../domain/tables/table";
import { newUuid } from "../../google/run";
import type { Tab } from "../../google/workbook";
import { fillColumn, fillRow } from "../../google/rows";
import { flush, readAgain, readTab } from "../../google/workbook";
import type { Problem } from "../../domain/words/problem";
import type { Run } from "./job";
import { note, noteAnew } from "./notes";

export type Loaded<C extends Columns> = Tab<C> & Read<RecordOf<Table<C>>>;

/** Reads a tab, once per run, and takes note of what is wrong in it. */
export function load<C extends Columns>(run: Run, table: Table<C>): Loaded<C> {
  return once(run, table.tab, () => loadedFrom(run, readTab(run, table)));
}

/** What a tab's own cells say: found again by each reading. */
export function noteReading<C extends Columns>(run: Run, tab: Tab<C>, problems: readonly Problem[]): void {
  run.readings.set(tab.table.tab, tab as unknown as Tab);
  const renamed = run.renamed.filter((found) => found.tab === tab.table.tab);
  noteAnew(run, `Reading ${tab.table.tab}`, [...renamed, ...problems]);
}

/** A tab read before is not read again, unless it was written to. */
export function once<T>(run: Run, tab: string, read: () => T): T {
  if (!run.tabs.has(tab)) run.tabs.set(tab, read());
  return run.tabs.get(tab) as T;
}

function loadedFrom<C extends Columns>(run: Run, tab: Tab<C>): Loaded<C> {
  const { table } = tab;
  const whole = withAllIds(run, tab);
  const read = recordsIn(table, whole.cells, whole.places);
  noteReading(run, whole, read.problems);
  return { ...whole, ...read };
}

function withAllIds<C extends Columns>(run: Run, tab: Tab<C>): Tab<C> {
  const { tab: name } = tab.table;
  if (name in ID_KINDS) return withIds(run, tab, name as IdKind);
  const letter = RECORD_LETTERS[name];
  return letter === undefined ? tab : withRecordIds(run, tab, letter);
}

/** Ids of chance for records that were pasted: they need no memory of the last one given. */
function withRecordIds<C extends Columns>(run: Run, tab: Tab<C>, letter: string): Tab<C> {
  const rows = rowsWithoutId(tab.cells, tab.places.get("id") ?? 0);
  if (rows.length === 0) return tab;
  const uuid = newUuid();
  const ids = rows.map((row, i) => [row, newRecordId(letter, dayOf(run.now), uuid, i)] as const);
  note(run, "New ids", fillColumn(tab, "id", new Map(ids)));
  return readAgain(tab);
}

/** The last id given is kept before the ids are written, so that a run that dies in between wastes some but repeats none. */
function withIds<C extends Columns>(run: Run, tab: Tab<C>, kind: IdKind): Tab<C> {
  const setting = SETTINGS[ID_KINDS[kind].last].name;
  const kept = load(run, settingsTable).records.find((row) => row.setting === setting);
  const given = idsFor(kind, tab.cells, tab.places.get("id") ?? 0, Number(kept?.value) || 0);
  if (given.ids.size === 0) return tab;
  writeSettings(run, { [ID_KINDS[kind].last]: String(given.last) });
  note(run, "New ids", fillColumn(tab, "id", given.ids));
  return readAgain(tab);
}

/** Writes values of settings that are the add-on's own. */
export function writeSettings(run: Run, values: Partial<Record<keyof typeof SETTINGS, string>>): void {
  const tab = load(run, settingsTable);
  const written = Object.entries(values).map(([field, value]) => {
    const { name } = SETTINGS[field as keyof typeof SETTINGS];
    const row = tab.records.find((record) => record.setting.toLowerCase() === name.toLowerCase());
    if (!row) throw new Error(`Settings has no row "${name}". Run Prepare workbook.`);
    return { row: row.row, value };
  });
  run.tabs.delete(settingsTable.tab);
  for (const { row, value } of written) {
    fillRow(tab, row, { value });
    flush();
  }
}
