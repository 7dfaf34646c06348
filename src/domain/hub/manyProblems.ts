/**
 * Many problems in few rows: one cause is one row, with a count, and a flood of one kind is cut, so that it
 * hides no other.
 */
import type { Found } from "../words/foundBy";
import { inShort } from "../words/problem";
import type { ProblemRow } from "../tables/ledger";

/** The most rows of the Problems tab. */
export const MOST_ROWS = 200;

/** `3 rows: …` where a check found the same in several rows of a column; its row is the first of them. */
export function causesOf(found: readonly Found[]): Found[] {
  const causes = new Map<string, Map<number | null, Found>>();
  for (const one of found) {
    const short = { ...one, wrong: inShort(one.wrong) };
    const key = JSON.stringify([short.check, short.tab, short.heading, short.wrong, short.remedy]);
    causes.set(key, (causes.get(key) ?? new Map<number | null, Found>()).set(short.row, short));
  }
  return [...causes.values()].flatMap((rows) => {
    const [first, ...more] = [...rows.values()].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    if (!first) return [];
    return more.length === 0 ? [first] : [{ ...first, wrong: `${counted(rows.size)} rows: ${first.wrong}` }];
  });
}

/** `3472` -> `3,472`. */
const counted = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
export const COUNT = /^([\d,]+) rows: /;
export const MORE = /^and ([\d,]+) more of this kind$/;

/** How many rows one row represents. */
const numberIn = ({ wrong }: ProblemRow): number =>
  Number((COUNT.exec(wrong) ?? MORE.exec(wrong))?.[1]?.replace(/,/g, "") ?? 1);

/** What is kept of a kind together: one check's problems in one tab. */
export const kindOf = ({ foundBy, tab }: Pick<ProblemRow, "foundBy" | "tab">): string => `${foundBy}|${tab}`;

/**
 * The newest first; then as they stand in the workbook, so that nothing is rewritten because another check
 * came first.
 */
export function inOrder(a: ProblemRow, b: ProblemRow): number {
  if (a.since !== b.since) return a.since > b.since ? -1 : 1;
  const [one, other] = [a, b].map((row) => [
    row.tab,
    MORE.test(row.wrong) ? "1" : "0",
    String(row.row ?? 0).padStart(9, "0"),
    row.heading,
    row.wrong,
    row.remedy,
    row.foundBy,
  ]) as [string[], string[]];
  const at = one.findIndex((text, i) => text !== other[i]);
  return at < 0 ? 0 : (one[at] ?? "") < (other[at] ?? "") ? -1 : 1;
}

/**
 * Kinds with the most rows are cut until everything fits; the last row of each says how many were left out.
 */
export function cut(rows: readonly ProblemRow[]): ProblemRow[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const kinds = new Map<string, ProblemRow[]>();
  for (const row of rows) kinds.set(kindOf(row), [...(kinds.get(kindOf(row)) ?? []), row]);
  const sizes = [...kinds.values()].map(({ length }) => length);
  let most = MOST_ROWS;
  while (most > 1 && sizes.reduce((sum, size) => sum + Math.min(size, most), 0) > MOST_ROWS) most -= 1;
  return [...kinds.values()]
    .flatMap((ofKind) => (ofKind.length <= most ? ofKind : shortened(ofKind, most)))
    .sort(inOrder);
}

function shortened(ofKind: readonly ProblemRow[], most: number): ProblemRow[] {
  const [next, ...rest] = ofKind.slice(most - 1);
  if (!next) return [...ofKind];
  const n = [next, ...rest].reduce((sum, row) => sum + numberIn(row), 0);
  const wrong = `and ${counted(n)} more of this kind`;
  return [...ofKind.slice(0, most - 1), { ...next, row: null, which: "", heading: "", wrong, remedy: "" }];
}
