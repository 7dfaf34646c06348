/** What each version of the workbook brought, as it is declared; what an older workbook makes of it. */
import { starterAreas } from "../../../src/domain/tables/areas";
import { allTables } from "../../../src/domain/tables/all";
import { columnsIn, recordsIn } from "../../../src/domain/tables/read";
import { repairOf } from "../../../src/domain/tables/repair";
import { templates } from "../../../src/domain/tables/reports";
import { settingRow, SETTINGS, settingsFrom, versionIn } from "../../../src/domain/tables/settings";
import { headingsOf } from "../../../src/domain/tables/table";
import type { Table } from "../../../src/domain/tables/table";
import { newerProblem, STEPS, VERSION } from "../../../src/domain/tables/versions";

const tables = allTables(starterAreas);
const since = (table: Table) => Object.values(table.columns).filter((column) => column.since !== undefined);

test("there is one step to each version after the first, in order", () =>
  expect(STEPS.map(({ version }) => version)).toEqual(Array.from({ length: VERSION - 1 }, (_, i) => i + 2)));

test("what is new says a version that there is", () => {
  const named = tables.flatMap((table) => [table.since ?? 1, ...since(table).map((c) => c.since ?? 1)]);
  expect(named.filter((version) => version < 1 || version > VERSION)).toEqual([]);
  expect(Math.max(...named)).toBeGreaterThan(1);
});

test.each(
  tables.flatMap((table) => since(table).map((column) => [table.tab, column.heading, column] as const)),
)("%s, %s can be blank, as it is in older workbooks", (_tab, _heading, column) =>
  expect(column.schema().safeParse("").success).toBe(true),
);

const old = headingsOf(templates as unknown as Table).filter((heading) => heading !== "Most pages");
const row = old.map((heading) => ({ Id: "R261101-00000a", Name: "One", Kind: "PEP" })[heading] ?? "");

test("a column that the workbook is too old to have is blank; in a workbook of today it is missing", () => {
  expect(columnsIn(templates, old)).toMatchObject({ heading: "Most pages" });
  const places = columnsIn(templates, old, () => true);
  if ("wrong" in places) throw new Error(places.wrong);
  expect(recordsIn(templates, [old, row], places)).toMatchObject({
    records: [{ name: "One", kind: "PEP", active: "yes", mostPages: null }],
    problems: [],
  });
});

test("an old column that is missing stops in every workbook", () =>
  expect(columnsIn(templates, old.slice(1), () => true)).toMatchObject({ heading: "Id" }));

test("what is new is added beside a heading nobody knows; what is old may be that one, renamed", () => {
  const table = templates as unknown as Table;
  expect(repairOf(table, [...old, "Notes"], [], () => true)).toMatchObject({
    add: [{ heading: "Most pages" }],
    problems: [],
  });
  expect(repairOf(table, [...old, "Notes"], [])).toMatchObject({
    add: [],
    problems: [{ heading: "Most pages" }],
  });
});

const settings = (rows: Record<string, string>) =>
  Object.entries(rows).map(([setting, value], i) => ({ setting, value, about: "", row: i + 2 }));

test.each([
  [{}, 1],
  [{ "Prepared by version": "" }, 1],
  [{ "prepared by VERSION": "2" }, 2],
  [{ "Prepared by version": "two" }, VERSION],
] as const)("%j: version %d", (rows, version) => expect(versionIn(settings(rows))).toBe(version));

test("a setting is read under its former name, until it has its new one", () => {
  const [former, now] = [{ "Centre name": "Ash" }, { "Centre name": "Ash", "hub name": "Elm" }];
  expect(settingsFrom(settings(former)).settings.hubName).toBe("Ash");
  expect(settingsFrom(settings(now)).settings.hubName).toBe("Elm");
  expect(settingRow(SETTINGS.replyTo, settings(now))).toBeUndefined();
});

test("of two rows for one setting the new name counts unless it is blank, and staff are told", () => {
  const found = settingsFrom(settings({ "Centre name": "Ash", "Hub name": "" }));
  expect(found.settings.hubName).toBe("Ash");
  expect(found.problems).toMatchObject(
    [{ tab: "Settings", row: 2, wrong: /Centre name is called Hub name now/ }].map(({ wrong, ...rest }) => ({
      ...rest,
      wrong: expect.stringMatching(wrong),
    })),
  );
});

test("a setting that decides who receives what stops where it is there twice; any other has its default", () => {
  const twice = (setting: string) => [2, 3].map((row) => ({ row, texts: { setting, value: "yes" } }));
  expect(() => settingsFrom([], twice("hold Notices for approval"))).toThrow(
    /more than one row "Hold notices for approval".*Nothing will be sent/,
  );
  expect(settingsFrom([], twice("DSL name")).settings.dslName).toBe("");
});

test("a newer workbook is a problem, and stops the reading of its settings", () => {
  expect(newerProblem(VERSION)).toBeNull();
  const newer = settings({ "Prepared by version": String(VERSION + 1) });
  expect(() => settingsFrom(newer)).toThrow(/prepared by a newer Hub Tracker.*Update Hub Tracker/);
});
