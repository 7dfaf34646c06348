/** Settings come out of their cells as what they are, and go back as they stood. */
import type { Settings } from "../../../src/domain/tables/settings";
import { cellsFor, SETTINGS, settingRows, settingsFrom, valueIn } from "../../../src/domain/tables/settings";
import { RULE } from "../../../src/domain/words/ruleNumbers";

const rows = (values: Partial<Settings>) => settingRows(values).map((row, i) => ({ ...row, row: i + 2 }));

test("the defaults hold the rule's numbers, and are what the starter rows say", () => {
  const { settings, problems } = settingsFrom([]);
  expect(settings).toMatchObject(RULE);
  expect(problems).toEqual([]);
  expect(settingsFrom(rows({ preparedBy: 1 }))).toEqual({ settings, problems: [] });
});

test.each(Object.keys(SETTINGS) as (keyof Settings)[])(
  "%s: its default reads back from its cell",
  (field) => {
    const { initial } = SETTINGS[field];
    expect(valueIn(field, cellsFor({ [field]: initial }).get(field) ?? "")).toEqual({ value: initial });
  },
);

test("what was written is read", () => {
  const values = { threshold: 5, holdUpdates: true, automation: true, closingTime: "15:45", lastPupil: 17 };
  expect(settingsFrom(rows(values)).settings).toMatchObject(values);
});

test.each([
  ["holdUpdates", "YES", { value: true }],
  ["holdUpdates", "perhaps", { wrong: "enter yes or no" }],
  ["automation", "off", { value: false }],
  ["automation", "yes", { wrong: "enter on or off" }],
  ["threshold", "20", { value: 20 }],
  ["threshold", "21", { wrong: "enter a whole number from 1 to 20" }],
  ["repeats", "0", { value: 0 }],
  ["rise", "2.5", { wrong: "enter a whole number from 1 to 10" }],
  ["lastPupil", "1234567", { wrong: "enter a whole number" }],
  ["closingTime", "24:00", { wrong: "enter a time such as 16:30" }],
  ["hubName", "Willow\nbank", { value: "Willowbank" }],
] as const)("%s: %j -> %j", (field, cell, expected) => expect(valueIn(field, cell)).toEqual(expected));
