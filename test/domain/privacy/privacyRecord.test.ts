/** The record of processing: complete, and no private column without a purpose. */
import { privacyRecordOf } from "../../../src/programs/privacyRecord";
import { html } from "../../../src/domain/words/html";
import { privacyRecord, receiversOf, withoutPurpose } from "../../../src/domain/privacy/privacyRecord";
import { allTables } from "../../../src/domain/tables/all";
import { starterAreas } from "../../../src/domain/tables/areas";
import type { Table } from "../../../src/domain/tables/table";
import { table, text } from "../../../src/domain/tables/table";

const tables = allTables(starterAreas);
const invented = (change: Partial<Table>, column: { purpose?: string } = {}): Table => ({
  ...table({
    tab: "Clubs",
    about: "Who goes to which club.",
    key: [],
    ofPupil: null,
    columns: () => ({ club: text("Club", { note: "Its name.", privacy: "personal", ...column }) }),
  }),
  ...change,
});

test("a private column without a purpose of its own or of its table stops the build, with a sentence", () => {
  expect(() => privacyRecordOf([...tables, invented({})])).toThrow(
    /^Clubs, Club: it is personal, but no purpose is given\. Declare its purpose/,
  );
  expect(withoutPurpose([invented({ purpose: "  " })])).toHaveLength(1);
  expect(withoutPurpose([invented({ purpose: "To know." })])).toEqual([]);
  expect(withoutPurpose([invented({}, { purpose: "To know." })])).toEqual([]);
  const harmless = invented({ columns: { club: text("Club", { note: "Its name." }) } });
  expect(withoutPurpose([harmless])).toEqual([]);
});

test("so does a tab that does not say whose its rows are", () => {
  const silent = { ...invented({ purpose: "To know." }), ofPupil: undefined } as unknown as Table;
  expect(() => privacyRecordOf([...tables, silent])).toThrow(/^Clubs: it does not say how its rows belong/);
});

test("every tab says why, on what basis and how long; every sensitive column says why", () => {
  for (const { tab, purpose, basis, kept, columns } of tables) {
    expect([tab, purpose, basis, kept].filter((words) => !words)).toEqual([]);
    for (const column of Object.values(columns))
      if (column.privacy === "sensitive")
        expect([tab, column.heading, column.purpose]).not.toContain(undefined);
  }
});

test("the record names every tab and column; what is sensitive is never for emails", () => {
  const record = privacyRecord(tables);
  for (const { tab, columns } of tables) {
    expect(record).toContain(`<h2>${tab}</h2>`);
    for (const { heading } of Object.values(columns))
      expect(record).toContain(html`<td>${heading}</td>`.html);
  }
  for (const { columns } of tables)
    for (const column of Object.values(columns))
      if (column.privacy === "sensitive") expect(receiversOf(column)).not.toContain("emails");
});
