/** Which sheet is which tab, told by headings: certain or not at all. */
import { allTables } from "../../../src/domain/tables/all";
import { starterAreas } from "../../../src/domain/tables/areas";
import { overview } from "../../../src/domain/tables/overview";
import { pupils } from "../../../src/domain/tables/people";
import { columnsIn } from "../../../src/domain/tables/read";
import { startHere } from "../../../src/domain/tables/startHere";
import type { CellValue, Table } from "../../../src/domain/tables/table";
import { headingsOf } from "../../../src/domain/tables/table";
import { knownBy, whichIsWhich } from "../../../src/domain/tables/whichIsWhich";

const WEEKS = ["2 Nov", "9 Nov"];
/** As Prepare makes them and jobs fill them, in the order of the tabs. */
const SHEETS = allTables(starterAreas).map((table) =>
  headingsOf(table.tab === "Overview" ? overview(WEEKS) : table),
);
const at = (table: Pick<Table, "tab">): number => knownBy().findIndex(({ tab }) => tab === table.tab);
const placesIn = (sheets: readonly (readonly CellValue[])[]) =>
  whichIsWhich(sheets.map((headings) => [[...headings]]));
/** With the sheets at these places replaced. */
const changed = (...changes: (readonly [number, readonly CellValue[]])[]) =>
  SHEETS.map((headings, i) => changes.find(([place]) => place === i)?.[1] ?? headings);
const renamed = (headings: readonly CellValue[] = []) =>
  headings.map((h) => (h === "Surname" ? "Last name" : h));

test("every tab is known in a prepared workbook, in whatever order and with columns of people's own", () => {
  const expected = new Map(knownBy().map(({ tab }, i) => [tab, i]));
  expect(placesIn(SHEETS)).toEqual(expected);
  expect(placesIn(SHEETS.map((headings) => ["Our own", ...[...headings].reverse()]))).toEqual(expected);
  const last = SHEETS.length - 1;
  expect(placesIn([...SHEETS].reverse())).toEqual(new Map([...expected].map(([tab, i]) => [tab, last - i])));
});

// Were the headings of one tab all among another's, the sheet of the other would be known as both.
test.each(knownBy().map((table) => [table.tab, table] as const))(
  "%s is known by headings that no other tab has all of",
  (tab, table) => {
    const holding = knownBy().filter((other) => !("wrong" in columnsIn(table, headingsOf(other))));
    expect(holding.map((other) => other.tab)).toEqual([tab]);
  },
);

describe("nothing is known where anything is in doubt", () => {
  const [own = [], start] = [SHEETS[at(pupils)], at(startHere)];
  test.each([
    ["a tab more, of people's own", [...SHEETS, ["Notes"]]],
    ["an empty tab more", [...SHEETS, []]],
    ["a tab less", SHEETS.slice(1)],
    ["a copy of a tab", [...SHEETS, own]],
    ["a heading that was renamed", changed([at(pupils), renamed(own)])],
    ["a heading that stands twice", changed([at(pupils), [...own, "Surname"]])],
    ["a renamed heading, a backup with the right ones", [...changed([at(pupils), renamed(own)]), own]],
    ["the same, Start here deleted", changed([at(pupils), renamed(own)], [start, own])],
    ["Start here deleted, a backup made", changed([start, own])],
    ["Start here deleted, a tab of people's own made", changed([start, ["Notes"]])],
    ["one tab deleted, another there twice", changed([at({ tab: "Evidence" }), own])],
    ["a sheet with the headings of two tabs", changed([start, [...own, ...(SHEETS[start] ?? [])]])],
  ])("%s", (_what, sheets) => {
    expect(placesIn(sheets)).toBeNull();
  });
});
