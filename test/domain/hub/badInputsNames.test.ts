/**
 * Any text as a provider's name and as an id: read as it is or a problem with its cell, found by itself
 * alone, and never taken for a member that every object has.
 */
import { folded } from "../../../src/domain/hub/names";
import { hubFrom } from "../../../src/domain/hub/joinTables";
import { contacts, placements, providers, pupils, staff } from "../../../src/domain/tables/people";
import type { CellValue, Columns, Table } from "../../../src/domain/tables/table";
import { headingsOf, textOf } from "../../../src/domain/tables/table";
import type { Read } from "../../../src/domain/tables/read";
import { columnsIn, recordsIn } from "../../../src/domain/tables/read";
import { TEXTS } from "../../badInputs";

const ALL = TEXTS.map(({ text }) => text);

/** Rows as they would be read, from the fields that are filled in. */
function readAs<C extends Columns>(table: Table<C>, rows: readonly Partial<Record<keyof C, CellValue>>[]) {
  const headings = headingsOf(table as Table);
  const cells = rows.map((row) => Object.keys(table.columns).map((field) => row[field] ?? ""));
  const places = columnsIn(table, headings);
  if ("wrong" in places) throw new Error(places.wrong);
  return recordsIn(table, [headings, ...cells], places);
}
const idOf = (letter: string, i: number): string => `${letter}${String(i + 1).padStart(3, "0")}`;

test("a provider's name is read as it is, or is a problem of its own cell alone", () => {
  const read = readAs(
    providers,
    ALL.map((name, i) => ({ id: idOf("P", i), name })),
  );
  ALL.forEach((text, i) => {
    const name = textOf(text);
    const isName = name !== "" && name.length <= 200;
    expect(read.records.find(({ id }) => id === idOf("P", i))?.name).toBe(isName ? name : undefined);
    const wrong = read.problems.filter(({ row }) => row === i + 2).map(({ heading }) => heading);
    expect(wrong).toEqual(isName ? [] : ["Name"]);
  });
});

test("a contact is found its provider by the name, unless two look alike or it is another's id", () => {
  const known = ALL.map((name, i) => ({ id: idOf("P", i), name }));
  const nothing: Read<never> = { records: [], leftOut: [], problems: [] };
  const { contacts: found, problems } = hubFrom(
    {
      ...{ calendar: nothing, staff: nothing, pupils: nothing, placements: nothing },
      ...{ areas: nothing, rows: nothing, rewards: nothing, providers: readAs(providers, known) },
      contacts: readAs(
        contacts,
        known.map(({ name }, i) => ({ id: idOf("C", i), provider: name, updates: "yes" })),
      ),
    },
    "16:30",
  );
  const read = readAs(providers, known).records;
  ALL.forEach((text, i) => {
    const alike = read.filter(({ name }) => folded(name) === folded(textOf(text)));
    const own = found.find(({ id }) => id === idOf("C", i))?.provider;
    expect(own).toBe(alike.length === 1 ? idOf("P", i) : undefined);
    const said = problems.filter(
      ({ tab, row, heading }) => tab === "Contacts" && row === i + 2 && heading === "Provider",
    );
    if (textOf(text) !== "") expect(said).toHaveLength(own === undefined ? 1 : 0);
  });
});

const KINDS = { U: pupils, P: providers, C: contacts, S: staff, L: placements } as unknown as Record<
  string,
  Table
>;
test.each(Object.entries(KINDS))(
  "what is no id such as %s001 is a problem with its cell, and the row is left out",
  (letter, table) => {
    const { records, problems, leftOut } = readAs(
      table,
      ALL.map((id) => ({
        id,
        name: "N",
        firstName: "N",
        role: "lead",
        provider: "P01",
        pupil: "U001",
        firstDay: "2026-11-02",
      })),
    );
    const isId = (text: string): boolean => new RegExp(`^${letter}\\d{1,6}$`).test(text.trim());
    expect(records).toHaveLength(new Set(ALL.filter(isId)).size);
    expect(leftOut).toHaveLength(ALL.length - records.length);
    ALL.forEach((text, i) => {
      const wrong = problems.filter(({ row, heading }) => row === i + 2 && heading === "Id");
      expect(wrong.length).toBe(isId(text) ? 0 : 1);
    });
  },
);
