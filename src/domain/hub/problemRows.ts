/**
 * The rows of the Problems tab: what the checks of a run found replaces what the same checks found before,
 * and all else stays.
 */
import { isDay, longDay } from "../words/days";
import type { Check, Found } from "../words/foundBy";
import { isCheck, JOB_CHECKS } from "../words/foundBy";
import { inShort } from "../words/problem";
import type { ProblemRow } from "../tables/ledger";
import { causesOf, COUNT, cut, inOrder, kindOf, MORE } from "./manyProblems";
import type { Cells } from "../tables/read";
import type { Table } from "../tables/table";
import { textOf } from "../tables/table";

/** A tab as this run last read it. */
export interface TabReading {
  table: Table;
  cells: Cells;
  places: ReadonlyMap<string, number>;
}

export interface Checked {
  /** The checks made, whether they found anything or not. */
  checks: ReadonlySet<Check>;
  found: readonly Found[];
  /** By tab; a row is given the number that it has there. */
  readings: ReadonlyMap<string, TabReading>;
  /** `2026-11-20 16:40`. */
  now: string;
}

export function problemRows(kept: readonly ProblemRow[], checked: Checked): ProblemRow[] {
  const whichRow = rowFinder(checked.readings);
  const sinceOf = sinceFinder(kept, checked.now);
  const fresh = causesOf(checked.found).map((found): ProblemRow => {
    const { check, ...place } = found;
    const which = whichOf(checked.readings.get(place.tab), place.row);
    return { ...place, which, since: sinceOf(found), foundBy: check };
  });
  const others = kept.flatMap((row): ProblemRow[] => {
    const left = checksOf(row).filter((check) => !checked.checks.has(check));
    if (left.length === 0 || (row.foundBy === "" && fresh.some((one) => isSamePlace(one, row)))) return [];
    return [{ ...row, row: whichRow(row), foundBy: left.join(BETWEEN) }];
  });
  return cut(united([...fresh, ...others]).sort(inOrder));
}

const BETWEEN = "; ";

/** What an older version wrote says no check: it stays until the whole workbook has been looked at. */
const checksOf = ({ foundBy }: Pick<ProblemRow, "foundBy">): Check[] =>
  foundBy === "" ? [JOB_CHECKS.dataCheck] : foundBy.split(BETWEEN).filter(isCheck);

const isSamePlace = (a: ProblemRow, b: ProblemRow): boolean =>
  a.tab === b.tab && a.row === b.row && a.heading === b.heading;

/** When a problem was first seen; one that may have been among those that were cut is as old as they are. */
function sinceFinder(kept: readonly ProblemRow[], now: string): (found: Found) => string {
  const causeOf = (p: Pick<ProblemRow, "tab" | "heading" | "wrong">): string =>
    JSON.stringify([p.tab, p.heading, p.wrong.replace(COUNT, "")]);
  const oldest = new Map<string, string>();
  for (const row of kept) {
    const key = MORE.test(row.wrong) ? kindOf(row) : causeOf(row);
    const since = oldest.get(key);
    if (since === undefined || row.since < since) oldest.set(key, row.since);
  }
  return (found) =>
    oldest.get(causeOf(found)) || oldest.get(kindOf({ foundBy: found.check, tab: found.tab })) || now;
}

/** What names a row, in words: `23 November 2026, U017`; "" where nothing does. */
function whichOf(reading: TabReading | undefined, row: number | null): string {
  if (!reading || row === null || row < 2) return "";
  const { table, places, cells } = reading;
  const texts = table.key.map((field) => textOf(cells[row - 1]?.[places.get(field) ?? 0] ?? ""));
  const words = texts.filter((text) => text !== "").map((text) => (isDay(text) ? longDay(text) : text));
  return inShort(words.join(", "));
}

/**
 * The number that a kept row's row has now. In a tab that was not read it is as it was; where it is not
 * certain which row was meant, there is none: a wrong number is worse.
 */
function rowFinder(readings: Checked["readings"]): (kept: ProblemRow) => number | null {
  const rows = new Map<string, Map<string, number | null>>();
  return ({ tab, row, which }) => {
    const reading = readings.get(tab);
    if (!reading) return row;
    const ofTab = rows.get(tab) ?? rowsByName(reading);
    rows.set(tab, ofTab);
    return which === "" ? null : (ofTab.get(which) ?? null);
  };
}

function rowsByName(reading: TabReading): Map<string, number | null> {
  const rows = new Map<string, number | null>();
  for (let row = 2; row <= reading.cells.length; row += 1) {
    const which = whichOf(reading, row);
    rows.set(which, rows.has(which) ? null : row);
  }
  return rows;
}

/** The same problem found by several checks is one row, and stays until none of them finds it. */
function united(rows: readonly ProblemRow[]): ProblemRow[] {
  const same = new Map<string, ProblemRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.tab, row.row, row.which, row.heading, row.wrong, row.remedy]);
    const there = same.get(key);
    const checks = [row, ...(there ? [there] : [])].flatMap(checksOf);
    const since = there && there.since < row.since ? there.since : row.since;
    same.set(key, { ...row, since, foundBy: [...new Set(checks)].sort().join(BETWEEN) });
  }
  return [...same.values()];
}
