/**
 * What came of the scenarios: counted by job and kind of fault, printed as a table with the promised last
 * line.
 */
import type { Kind } from "./blows";
import type { Verdict } from "./promises";

export interface Result {
  job: string;
  kind: Kind;
  /** The arguments that play it again. */
  again: string;
  verdict: Verdict;
  broken: string[];
  /** A line of its own beside the table. */
  note?: string;
}

const VERDICTS: readonly Verdict[] = ["exact", "repeated", "held", "lost", "leaked"];

const count = (results: readonly Result[], verdict: Verdict): number =>
  results.filter((result) => result.verdict === verdict).length;

const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell, i) => (i < 2 ? String(cell).padEnd(18) : String(cell).padStart(10))).join("");

export function tableOf(results: readonly Result[]): string {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const group = `${result.job}|${result.kind}`;
    groups.set(group, [...(groups.get(group) ?? []), result]);
  }
  const rows = [...groups.values()].map((group) =>
    line([
      group[0]?.job ?? "",
      group[0]?.kind ?? "",
      group.length,
      ...VERDICTS.map((verdict) => count(group, verdict)),
    ]),
  );
  return [line(["job", "fault", "scenarios", ...VERDICTS]), ...rows].join("\n");
}

/** Failures first of each promise and job, each with the arguments that play it again. */
export function failuresOf(results: readonly Result[], most = 40): string {
  const seen = new Map<string, number>();
  const failed = results.filter(({ verdict }) => verdict === "lost" || verdict === "leaked");
  const shown = failed.filter(({ job, broken }) => {
    const id = `${job} ${broken[0]?.split(":")[0]}`;
    seen.set(id, (seen.get(id) ?? 0) + 1);
    return (seen.get(id) ?? 0) <= 3;
  });
  return shown
    .slice(0, most)
    .map(({ job, broken, again }) => `${job}: ${broken.slice(0, 2).join("; ")}\n  npm run faults -- ${again}`)
    .join("\n");
}

export const notesOf = (results: readonly Result[]): string =>
  results.flatMap(({ note }) => note ?? []).join("\n");

/** `scenarios 12, exact 10, repeated 1, held 1, lost 0, leaked 0` */
export const lastLine = (results: readonly Result[]): string =>
  [`scenarios ${results.length}`, ...VERDICTS.map((verdict) => `${verdict} ${count(results, verdict)}`)].join(
    ", ",
  );

export const isFailed = (results: readonly Result[]): boolean =>
  results.some(({ verdict }) => verdict === "lost" || verdict === "leaked");
