/** Reading tabs for a job: each once, its problems noted, ids given to rows that have none. */
import type { IdKind } from "../../domain/hub/ids";
import { dayOf } from "../../domain/words/days";
import { ID_KINDS, idsFor, rowsWithoutId } from "../../domain/hub/ids";
import type { Read } from "../../domain/tables/read";
import { recordsIn } from "../../domain/tables/read";
import { newRecordId, RECORD_LETTERS } from "../../domain/tables/records";
import type { Settings } from "../../domain/tables/settings";
import {
  cellsFor,
  SETTINGS,
  settingRow,
  settings as settingsTable,
  valueIn,
} from "../../domain/tables/settings";
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
  return readAgain(run, tab);
}

/**
 * The last id given is kept before the ids are written, so that a run that dies in between wastes some but
 * repeats none.
 */
function withIds<C extends Columns>(run: Run, tab: Tab<C>, kind: IdKind): Tab<C> {
  const { last } = ID_KINDS[kind];
  const kept = settingRow(SETTINGS[last], load(run, settingsTable).records)?.value ?? "";
  const read = valueIn(last, kept);
  const given = idsFor(kind, tab.cells, tab.places.get("id") ?? 0, "value" in read ? read.value : 0);
  if (given.ids.size === 0) return tab;
  writeSettings(run, { [last]: given.last });
  note(run, "New ids", fillColumn(tab, "id", given.ids));
  return readAgain(run, tab);
}

/** Writes values of settings that are the add-on's own. */
export function writeSettings(run: Run, values: Partial<Settings>): void {
  const tab = load(run, settingsTable);
  const written = [...cellsFor(values)].map(([field, value]) => {
    const row = settingRow(SETTINGS[field], tab.records);
    if (!row)
      throw new Error(
        `Settings has no row "${SETTINGS[field].name}", or more than one. Delete those that are too many, or run Prepare workbook.`,
      );
    return { row: row.row, value };
  });
  run.tabs.delete(settingsTable.tab);
  for (const { row, value } of written) {
    fillRow(tab, row, { value });
    flush();
  }
}
