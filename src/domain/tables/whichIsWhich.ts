/** Which sheet is which tab, told by headings alone: wholly certain, or not at all. */
import { lazy } from "../words/lazy";
import { allTables } from "./all";
import { overviewKnownBy } from "./overview";
import type { Cells } from "./read";
import { columnsIn } from "./read";
import type { Table } from "./table";

/** Every tab with the headings that it has in any hub: not those of areas, nor of the half-term's weeks. */
export const knownBy = lazy((): readonly Table[] =>
  allTables([]).map((table) => (table.tab === overviewKnownBy.tab ? overviewKnownBy : table)),
);

/**
 * The sheet of each tab, by the tab's name: its place among these. Null unless every tab's headings are in
 * exactly one sheet, and every sheet has those of exactly one tab. Then nothing is missing, nothing is there
 * twice, and no other sheet could be meant, whatever the names say. Were anything left over, it might be the
 * real Pupils with a heading that somebody renamed, and what looks like Pupils only its backup.
 */
export function whichIsWhich(sheets: readonly Cells[]): Map<string, number> | null {
  if (sheets.length !== knownBy().length) return null;
  const found = new Map<string, number>();
  for (const [place, [headings = []]] of sheets.entries()) {
    const [table, another] = knownBy().filter((one) => !("wrong" in columnsIn(one, headings)));
    if (!table || another || found.has(table.tab)) return null;
    found.set(table.tab, place);
  }
  return found;
}
