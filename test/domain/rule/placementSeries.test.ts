/** From the sheet to the series of one placement. */
import type { SchoolWeek } from "../../../src/domain/hub/calendar";
import { schoolWeeks } from "../../../src/domain/hub/calendar";
import type { Mark } from "../../../src/domain/words/grades";
import { MARKS } from "../../../src/domain/words/grades";
import { areasByWeek, seriesOf } from "../../../src/domain/rule/placementSeries";
import type { AgreedLevel, Series } from "../../../src/domain/rule/placementSeries";
import { seriesWeekOf } from "../../../src/domain/rule/weekKinds";
import { starterAreas } from "../../../src/domain/tables/areas";
import type { Placement } from "../../../src/domain/tables/people";

test.each<[Mark, string]>([
  ["G", "G"],
  ["A", "A"],
  ["R", "R"],
  [null, "ungraded"],
  ["U", "ungraded"],
  ["E", "ungraded"],
  ["?", "ungraded"],
  ["T", "away"],
  ["I", "away"],
  ["H", "noSchool"],
])("the mark %p is %s to the rule", (mark, seriesWeek) => expect(seriesWeekOf(mark)).toBe(seriesWeek));
test("every mark of the drop-down has its meaning", () =>
  expect(MARKS.map(seriesWeekOf)).not.toContain(undefined));

const halfTerm = (year: string, name: string, firstDay: string, lastDay: string) =>
  ({ year, kind: "half-term", name, firstDay, lastDay, provider: "" }) as const;
const weeks = schoolWeeks([
  halfTerm("2025-26", "Summer 2", "2026-06-29", "2026-07-10"),
  halfTerm("2026-27", "Autumn 1", "2026-09-07", "2026-10-02"),
  halfTerm("2026-27", "Autumn 2", "2026-10-12", "2026-11-06"),
]);
const [behaviour, engagement] = [
  { ...starterAreas[2]!, id: "A03", retiredFrom: "2026-10-19" },
  { ...starterAreas[3]!, id: "A04", retiredFrom: null },
];
const placement: Placement = {
  id: "L001",
  pupil: "U001",
  provider: "P01",
  firstDay: "2026-01-05",
  lastDay: null,
  reference: "",
};
/** One row a week: the overall, then Behaviour, then Engagement, as `.` or the mark. */
const rowsFrom = (marks: Record<string, string>) =>
  new Map(
    Object.entries(marks).map(([week, text]) => {
      const [overall = null, A03 = null, A04 = null] = [...text].map((c) => (c === "." ? null : (c as Mark)));
      const texts = { name: "", keyWorker: "", strength: "", nextStep: "", note: "", changedAt: "" };
      const row = {
        row: 2,
        week,
        pupil: "U001",
        overall,
        grades: { A03, A04 },
        offered: null,
        attended: null,
      };
      return [`${week}|U001`, { ...row, ...texts }];
    }),
  );
const rows = rowsFrom({
  "2026-06-29": "RRR",
  "2026-09-07": "GGG",
  "2026-09-14": "GGG",
  "2026-09-21": ".AA",
  "2026-10-12": ".TI",
  "2026-10-19": ".HA",
  "2026-10-26": "R.A",
});
const seen = (
  of: Placement = placement,
  upTo: readonly SchoolWeek[] = weeks,
  agreed: readonly AgreedLevel[] = [],
) => seriesOf(of, upTo, { areas: [behaviour, engagement], rows }, agreed);
const shown = ({ entries }: Series) =>
  entries.map((entry) =>
    "week" in entry ? `${entry.week.slice(5)} ${entry.mark ?? "."}${entry.derived ? "*" : ""}` : entry.agreed,
  );

test("the overall, derived where nobody entered it, and each area while it is in use; this year's weeks only", () =>
  expect(Object.fromEntries(seen().map((series) => [series.name, shown(series)]))).toEqual({
    Overall: [
      "09-07 G",
      "09-14 G",
      "09-21 A*",
      "09-28 .", // no row
      "10-12 T*",
      "10-19 A*", // Behaviour is retired by then
      "10-26 R",
      "11-02 .",
    ],
    "Behaviour and safety": ["09-07 G", "09-14 G", "09-21 A", "09-28 .", "10-12 T"],
    Engagement: ["09-07 G", "09-14 G", "09-21 A", "09-28 .", "10-12 I", "10-19 A", "10-26 A", "11-02 ."],
  }));

test("each series is judged by itself", () => {
  const said = seen().map(({ name, states }) => [name, states.flatMap(({ events }) => events)]);
  expect(said).toEqual([
    ["Overall", ["warning"]],
    ["Behaviour and safety", []],
    ["Engagement", ["warning"]],
  ]);
});

test("a placement's own weeks: from the one it starts in to the one it ends in", () => {
  const short = { ...placement, firstDay: "2026-09-18", lastDay: "2026-10-12" };
  expect(seen(short).map((series) => shown(series)[0])).toEqual(["09-14 G", "09-14 G", "09-14 G"]);
  expect(shown(seen(short)[0]!).pop()).toBe("10-12 T*");
  expect(seen({ ...placement, firstDay: "2026-11-09" })).toEqual([]);
});

test("the academic year is that of the newest week", () =>
  expect(shown(seen(placement, weeks.slice(0, 2))[0]!)).toEqual(["06-29 R", "07-06 ."]));

test("an agreed level stands before its first week, in its own series; an earlier year's has lapsed", () => {
  const agreed = [
    { series: "overall", level: "R", from: "2026-11-09" },
    { series: "overall", level: "A", from: "2026-10-05" },
    { series: "overall", level: "G", from: "2026-07-06" },
  ] as const;
  const [overall, ...others] = seen(placement, weeks, agreed);
  expect(shown(overall!).slice(3)).toEqual([
    "09-28 .",
    "A",
    "10-12 T*",
    "10-19 A*",
    "10-26 R",
    "11-02 .",
    "R",
  ]);
  expect(others).toEqual(seen().slice(1));
  expect(overall!.states.map(({ level }) => level?.grade)).toEqual([undefined, ..."GGGAAAAAR"]);
});

test("areas side by side by week, whatever levels were agreed between", () => {
  const agreed = [{ series: "A04", level: "A", from: "2026-09-21" }] as const;
  const byWeek = areasByWeek(seen(placement, weeks, agreed));
  expect(byWeek.map(({ week, areas }) => [week.slice(5), ...Object.keys(areas)].join(" "))).toEqual([
    "09-07 A03 A04",
    "09-14 A03 A04",
    "09-21 A03 A04",
    "09-28 A03 A04",
    "10-12 A03 A04",
    "10-19 A04",
    "10-26 A04",
    "11-02 A04",
  ]);
  expect(byWeek[2]?.areas["A04"]).toMatchObject({ grade: "A", level: { grade: "A" } });
});
