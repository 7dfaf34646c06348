/**
 * What the bench finds: counts first, which are exact, then CPU-milliseconds, which other work on the machine
 * disturbs least.
 */

export interface Row {
  name: string;
  /** Pupils, or bytes, or grades: what the row's name says. */
  size?: number;
  /** The school week that the demo's hub is in. */
  week?: number;
  calls?: number;
  cells?: number;
  ms?: number;
  /** Heap after a collection, in megabytes. */
  mb?: number;
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** CPU-milliseconds of this process that the work took, whatever else the machine did meanwhile. */
export function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const tenths = (n: number): number => Math.round(n * 10) / 10;

const COLUMNS = ["size", "week", "calls", "cells", "ms", "mb"] as const;

export const headLine = (): string => lineOf("", COLUMNS);
export const rowLine = (row: Row): string =>
  lineOf(
    row.name,
    COLUMNS.map((column) => row[column] ?? ""),
  );

const lineOf = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(28) + cells.map((cell) => String(cell).padStart(9)).join("");
