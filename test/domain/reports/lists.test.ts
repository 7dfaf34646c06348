/** What reports say of targets, results, alerts and weeks where a format wants less than everything. */
import { FIELDS } from "../../../src/domain/reports/says/fields";
import { LISTS } from "../../../src/domain/reports/says/lists";
import type { Own } from "../../../src/domain/reports/says/ownPeriod";
import type { Series } from "../../../src/domain/rule/placementSeries";
import { START } from "../../../src/domain/rule/seriesState";
import type { Assessment } from "../../../src/domain/tables/assessments";
import type { Target } from "../../../src/domain/tables/targets";
import { hub, placement, pupil, row, settings, weeks } from "../invented";

const target = (subject: Target["subject"], wording: string, change: Partial<Target> = {}): Target =>
  ({ subject, wording, state: "active", closedOn: null, reviewBy: null, outcome: "", ...change }) as Target;
const assessment = (on: string, kind: Assessment["kind"], result: string, change: Partial<Assessment> = {}) =>
  ({
    on,
    kind,
    subject: "literacy",
    result,
    standardised: null,
    judgement: "not judged",
    ...change,
  }) as Assessment;
const seriesAt = (id: string, name: string, notifiedAt: number | null): Series => ({
  id,
  name,
  entries: [],
  states: [
    {
      ...START,
      level: { grade: "G", set: "established", at: 1 },
      episode: { first: 2, last: 5, below: 4, lowest: "A", good: 0, notifiedAt },
    },
  ],
});

const ada = pupil("U1", "Ada", "Stone");
const here = placement("U1", "P1");
const ours = hub([ada], [here]);

const own = (change: Partial<Own>): Own =>
  ({
    pupil: ada,
    placement: here,
    period: { id: "2026-27 Autumn 2", name: "Autumn 2", year: "2026-27", weeks },
    before: null,
    hub: ours,
    settings,
    series: [],
    targets: [],
    assessments: [],
    ...change,
  }) as Own;
const said = (tag: string, change: Partial<Own>) =>
  FIELDS.find((field) => field.tag === tag)?.say(own(change));
const items = (tag: string, change: Partial<Own>) =>
  LISTS.find((list) => list.tag === tag)?.items(own(change));

const TARGETS = [
  target("literacy", "Write a paragraph"),
  target("attendance", "Arrive by nine"),
  target("numeracy", "Add to a hundred"),
  target("literacy", "Use full stops", { state: "met", closedOn: "2026-11-20", outcome: "In every piece." }),
  target("literacy", "Read aloud", { state: "met", closedOn: "2026-09-20" }),
];

test.each([
  ["targets.top", "Write a paragraph\nArrive by nine"],
  ["targets.other", "Arrive by nine"],
])("%s", (tag, expected) => {
  expect(said(tag, { targets: TARGETS })).toBe(expected);
});

test("active targets, and those that ended in the period with what came of them", () => {
  expect(items("active", { targets: TARGETS })?.map((item) => item["active.wording"])).toEqual([
    "Write a paragraph",
    "Arrive by nine",
    "Add to a hundred",
  ]);
  expect(items("ended", { targets: TARGETS })).toEqual([
    {
      "ended.subject": "literacy",
      "ended.wording": "Use full stops",
      "ended.state": "met",
      "ended.outcome": "In every piece.",
    },
  ]);
});

test("progress is from a subject's baseline to its newest result; a subject without a baseline has none", () => {
  const assessments = [
    assessment("2026-12-01", "end of unit", "Entry 3", { judgement: "progress" }),
    assessment("2026-09-14", "baseline", "Entry 1"),
    assessment("2026-11-09", "end of unit", "Entry 2"),
    assessment("2026-09-15", "baseline", "", { subject: "numeracy", standardised: 94 }),
    assessment("2026-11-09", "end of unit", "23 of 40", { subject: "science" }),
    assessment("2026-11-09", "SDQ", "", { subject: "wellbeing" }),
  ];
  expect(items("progress", { assessments })).toEqual([
    {
      "progress.subject": "literacy",
      "progress.baseline": "Entry 1 (14 September 2026)",
      "progress.now": "Entry 3 (1 December 2026)",
      "progress.judgement": "progress",
    },
    {
      "progress.subject": "numeracy",
      "progress.baseline": "standardised score 94 (15 September 2026)",
      "progress.now": "",
      "progress.judgement": "",
    },
  ]);
});

test("alerts are what the provider was notified of: no warning, no area that notifies nobody", () => {
  const key = ours.areas.find((area) => area.key === "yes")?.id ?? "";
  const quiet = ours.areas.find((area) => area.key === "no")?.id ?? "";
  const alert = (id: string, notifiedAt: number | null) =>
    said("alerts.status", { series: [seriesAt(id, "It", notifiedAt)] });
  expect(alert("overall", 5)).toBe("It has been below Green for four school weeks.");
  expect(alert(key, 5)).toBe("It has been below Green for four school weeks.");
  expect(alert(quiet, 5)).toBe("");
  expect(alert("overall", null)).toBe("");
});

test("emotional literacy by rater, with bands where there are some", () => {
  const of = (bands: string) =>
    assessment("2026-11-09", "emotional literacy", "", { rater: "teacher", scores: "total 62", bands });
  expect(said("emotional.totals", { assessments: [of("average"), of("")] })).toBe(
    "teacher, 9 November 2026: total 62 (average)\nteacher, 9 November 2026: total 62",
  );
});

test("attendance week by week leaves out weeks without numbers", () => {
  const rows = [
    { ...row("U1", "2026-11-02"), offered: 10, attended: 9 },
    row("U1", "2026-11-09"),
    { ...row("U1", "2026-11-16"), offered: 8, attended: 8 },
  ];
  expect(said("attendance.byWeek", { hub: hub([ada], [here], rows) })).toBe(
    "2 November 90%, 16 November 100%",
  );
});
