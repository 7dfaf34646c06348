/**
 * The demo's targets, feedback, check-ins, evidence, rewards and assessments obey the rules of these records,
 * whatever the date.
 */
import { closingDayOf, schoolWeeks } from "../../src/domain/hub/calendar";
import { weekOf } from "../../src/domain/words/days";
import { folded, initialsOf, nameInUse } from "../../src/domain/hub/names";
import { isGrade } from "../../src/domain/words/grades";
import { beginsWithAction } from "../../src/domain/learning/actionWords";
import { BASELINE_DAYS, baselinesMissing } from "../../src/domain/learning/assessments";
import { ratingsIn, talkingPoints } from "../../src/domain/learning/checkIns";
import { initialsOfStaff } from "../../src/domain/learning/entry";
import { newEvidence } from "../../src/domain/learning/evidence";
import { chosenIn, isRecognised } from "../../src/domain/learning/rewards";
import { bandOf, highestOf, totalOf } from "../../src/domain/learning/sdq";
import { readyToStretch } from "../../src/domain/learning/targets";
import { assessments } from "../../src/domain/tables/assessments";
import { checkIns, evidence, feedback } from "../../src/domain/tables/feedback";
import { columnsIn, recordsIn } from "../../src/domain/tables/read";
import { RECORD_LETTERS } from "../../src/domain/tables/records";
import { rewards } from "../../src/domain/tables/rewards";
import type { Table } from "../../src/domain/tables/table";
import { headingsOf } from "../../src/domain/tables/table";
import { targets } from "../../src/domain/tables/targets";
import { yearGroupOf } from "../../src/domain/hub/yearGroup";
import type { DemoHub } from "../../src/demo/hub";
import { cellsOfDemo, demoHub } from "../../src/demo/hub";
import { CONTACT_NAMES } from "../../src/demo/invented";
import { learningOf } from "../../src/demo/learning/learning";
import { demoYear } from "../../src/demo/year";
import { hubOf, NOVEMBER, SIZES } from "./hubs";

const TABLES = [targets, feedback, checkIns, evidence, rewards, assessments] as unknown as Table[];
type Tab = "Targets" | "Feedback" | "Check-ins" | "Evidence" | "Rewards" | "Assessments";
const tabOf = ({ tab }: Table) => tab as Tab;

const [small, middle, large] = SIZES.map((size) => hubOf(size)) as [DemoHub, DemoHub, DemoHub];
const CENTRES: [string, DemoHub][] = [
  ["small", small],
  ["default", middle],
  ["another seed", hubOf("small", NOVEMBER, 7)],
  ["August", hubOf("small", "2026-08-14T10:00")],
  ["Christmas", hubOf("small", "2026-12-29T10:00")],
  ["the year's last Friday", hubOf("small", "2027-07-31T09:00")],
];

/** The days on which something happened; those planned may lie ahead. */
const HAPPENED: Record<Tab, readonly string[]> = {
  Targets: ["setOn", "agreedOn", "sharedPupilOn", "sharedParentOn", "closedOn"],
  Feedback: ["on", "closedOn", "checkedOn"],
  "Check-ins": ["on"],
  Evidence: ["on"],
  Rewards: ["at"],
  Assessments: ["on"],
};
const WORDS: Record<Tab, readonly string[]> = {
  Targets: ["wording", "childWording", "howWeKnow", "startingPoint", "steps", "trajectoryReason", "outcome"],
  Feedback: ["piece", "objective", "criteria", "howWell", "whatNext", "response"],
  "Check-ins": ["sentence"],
  Evidence: ["shown", "nextStep"],
  Rewards: ["piece", "criterion", "reason"],
  Assessments: ["comment"],
};
const MORE_WORDS: Partial<Record<Tab, readonly string[]>> = {
  Targets: ["revisionReason", "sharedParentHow"],
  Assessments: ["instrument", "result", "bands"],
};
type Loose = Record<string, string | null> & { id: string };
const recordsOf = (hub: DemoHub, tab: Tab) => hub.rows[tab] as unknown as Loose[];

const isHere = ({ rows, friday }: DemoHub, id: string) =>
  rows.Placements.some((p) => p.pupil === id && p.firstDay <= friday && friday <= (p.lastDay ?? friday));
const here = (hub: DemoHub) => hub.rows.Pupils.map(({ id }) => id).filter((id) => isHere(hub, id));
const weeksOf = ({ rows }: DemoHub) => schoolWeeks(rows.Calendar);
const soFar = (hub: DemoHub) => weeksOf(hub).filter(({ week }) => week <= weekOf(hub.friday));

/** The ids of the records for which something is not so. */
const wrong = <R extends { id: string }>(records: readonly R[], isRight: (record: R) => boolean): string[] =>
  records.filter((record) => !isRight(record)).map(({ id }) => id);

describe.each(CENTRES)("%s", (_, hub) => {
  const { rows, friday } = hub;
  const weeks = weeksOf(hub);
  const openDays = new Set(weeks.flatMap(({ days }) => days));
  const members = new Map(rows.Staff.map((one) => [one.name, one]));
  const pupils = new Map(rows.Pupils.map((one) => [one.id, one]));
  const pupil = (id: string) => pupils.get(id) as (typeof rows.Pupils)[number];
  const isInside = (id: string, day: string) =>
    rows.Placements.some((p) => p.pupil === id && p.firstDay <= day && day <= (p.lastDay ?? day));

  test.each(TABLES)("$tab reads back as it was made, with ids of its own", (table) => {
    const cells = [headingsOf(table), ...cellsOfDemo(hub)[tabOf(table)]];
    const back = recordsIn(table, cells, columnsIn(table, cells[0] ?? []) as Map<string, number>);
    expect([back.problems, back.leftOut]).toEqual([[], []]);
    expect(back.records).toEqual(rows[tabOf(table)].map((record, i) => ({ ...record, row: i + 2 })));
    const [on = ""] = HAPPENED[tabOf(table)];
    const start = (day: string) => `${RECORD_LETTERS[table.tab]}${day.slice(2, 10).replace(/-/g, "")}-`;
    expect(wrong(recordsOf(hub, tabOf(table)), (r) => r.id.startsWith(start(r[on] ?? "")))).toEqual([]);
  });

  test.each(TABLES)("$tab: about whom, by whom, and on which days", (table) => {
    const found = recordsOf(hub, tabOf(table));
    expect(found.length).toBeGreaterThan(rows.Pupils.length * 2);
    expect(wrong(found, (r) => r["name"] === nameInUse(pupil(r["pupil"] ?? "")))).toEqual([]);
    for (const by of ["by", "setBy", "checkedBy", "scribedBy"])
      expect(wrong(found, (r) => !r[by] || members.has(r[by]))).toEqual([]);
    for (const field of HAPPENED[tabOf(table)]) {
      const isFine = (id: string, day: string) => isInside(id, day) && openDays.has(day) && day <= friday;
      expect(wrong(found, (r) => !r[field] || isFine(r["pupil"] ?? "", r[field].slice(0, 10)))).toEqual([]);
    }
    const order = found.map((record) => record[HAPPENED[tabOf(table)][0] ?? ""] ?? "");
    expect(order).toEqual([...order].sort());
  });

  test("no record falls into a week that the pupil was away from", () => {
    const away = rows["Weekly grades"].filter(({ grades }) => {
      const marks = Object.values(grades);
      return marks.some((mark) => mark !== null) && !marks.some(isGrade);
    });
    const weeksAway = new Set(away.map((row) => `${row.pupil} ${row.week}`));
    expect(weeksAway.size).toBeGreaterThanOrEqual(5);
    for (const table of TABLES) {
      const [on = ""] = HAPPENED[tabOf(table)];
      const weekIn = (r: Loose) => `${r["pupil"]} ${weekOf((r[on] ?? "").slice(0, 10))}`;
      expect(wrong(recordsOf(hub, tabOf(table)), (r) => !weeksAway.has(weekIn(r)))).toEqual([]);
    }
  });

  test("no text names anybody, or holds an address or a number to ring", () => {
    const staffs = rows.Staff.flatMap(({ name }) => name.split(" "));
    const single = rows.Pupils.flatMap((p) => [p.firstName, p.surname, p.knownAs]).filter(Boolean);
    const places = rows.Providers.map(({ name }) => name.split(" ")[0] ?? "");
    const names = new Set([...staffs, ...single, ...places].map(folded));
    const whole = [...rows.Providers.map(({ name }) => name), ...CONTACT_NAMES].map(folded);
    const fields = TABLES.flatMap((table) =>
      [...WORDS[tabOf(table)], ...(MORE_WORDS[tabOf(table)] ?? [])].map((field) => [table, field] as const),
    );
    const texts = fields.flatMap(([table, field]) =>
      recordsOf(hub, tabOf(table)).map((record) => record[field] ?? ""),
    );
    const bad = [...new Set(texts)].filter((text) => {
      const words = folded(text).split(/[^\p{L}\p{N}'-]+/u);
      if (/@|https?:|www\.|\d{5}|\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b|undefined/.test(text)) return true;
      return words.some((word) => names.has(word)) || whole.some((name) => folded(text).includes(name));
    });
    expect(bad).toEqual([]);
  });

  test("every pupil who is there works on literacy and numeracy; who has left works on nothing", () => {
    const active = rows.Targets.filter(({ state }) => state === "active");
    for (const { id } of rows.Pupils) {
      const subjects = active.filter((target) => target.pupil === id).map(({ subject }) => subject);
      const both = ["literacy", "numeracy"].filter((subject) => subjects.includes(subject as "literacy"));
      expect([id, both, new Set(subjects).size]).toEqual([
        id,
        isHere(hub, id) ? ["literacy", "numeracy"] : [],
        subjects.length,
      ]);
    }
    const others = active.filter(({ subject }) => subject !== "literacy" && subject !== "numeracy");
    expect(others.length / here(hub).length).toBeGreaterThan(0.4);
    expect(others.length / here(hub).length).toBeLessThan(0.6);
  });

  type Target = (typeof rows.Targets)[number];
  test.each<[string, (target: Target) => boolean]>([
    [
      "literacy and numeracy are teaching staff's",
      ({ subject, setBy }) =>
        !["literacy", "numeracy"].includes(subject) ||
        ["lead", "teacher"].includes(members.get(setBy)?.role ?? ""),
    ],
    [
      "a personal trajectory has its reason",
      (t) => (t.expectation === "personal trajectory") === (t.trajectoryReason !== ""),
    ],
    ["a revision has its reason", (t) => (t.supersedes === "") === (t.revisionReason === "")],
    ["sharing has its way", (t) => (t.sharedParentOn === null) === (t.sharedParentHow === "")],
    ["only an active one has no end", (t) => (t.state === "active") === (t.closedOn === null)],
    ["an end has its outcome", (t) => /met$/.test(t.state) === (t.outcome !== "")],
    ["it ends after it was set", (t) => (t.closedOn ?? t.setOn) >= t.setOn],
    ["its review is on an open day", (t) => openDays.has(t.reviewBy ?? "") && (t.reviewBy ?? "") >= t.setOn],
  ])("targets: %s", (_, isRight) => expect(wrong(rows.Targets, isRight)).toEqual([]));

  test("a target changed by agreement has exactly one in its place, set on the day it was closed", () => {
    const changed = rows.Targets.filter(({ state }) => state === "changed by agreement");
    const revisions = rows.Targets.filter(({ supersedes }) => supersedes !== "");
    expect(revisions.map(({ supersedes }) => supersedes).sort()).toEqual(changed.map(({ id }) => id).sort());
    for (const { supersedes, setOn, pupil: id, subject, wording } of revisions) {
      const before = changed.find((target) => target.id === supersedes)!;
      expect([id, subject, setOn]).toEqual([before.pupil, before.subject, before.closedOn]);
      expect(wording).not.toBe(before.wording);
    }
    expect(changed.length).toBeGreaterThan(0);
  });

  test("one pupil is ready to stretch, in literacy; a few wait to be agreed, a few reviews are overdue", () => {
    const ready = rows.Pupils.flatMap(({ id }) =>
      readyToStretch(rows.Targets.filter((target) => target.pupil === id)).map(
        (subject) => `${id} ${subject}`,
      ),
    );
    expect(ready).toEqual(["U013 literacy"]);
    const active = rows.Targets.filter(({ state }) => state === "active");
    const waiting = active.filter(({ agreedOn }) => agreedOn === null);
    const overdue = active.filter(({ reviewBy }) => (reviewBy ?? "") < friday);
    for (const { length } of [waiting, overdue]) {
      expect(length).toBeGreaterThanOrEqual(2);
      expect(length / active.length).toBeLessThan(0.1);
    }
    const shared = rows.Targets.filter((target) => target.sharedParentOn !== null);
    expect(shared.length / rows.Targets.length).toBeGreaterThan(0.7);
  });

  type Feedback = (typeof rows.Feedback)[number];
  const closers = (one: Feedback) =>
    one.closedAs === "looked at with a tutor" || one.closedAs === "acknowledged"
      ? rows.Staff.map(initialsOfStaff)
      : [initialsOf(pupil(one.pupil))];
  test.each<[string, (one: Feedback) => boolean]>([
    ["what next begins with something to do", (one) => beginsWithAction(one.whatNext)],
    ["only a closed one has an end", (one) => (one.state === "closed") === (one.closedOn !== null)],
    ["an end has its way and its person", (one) => (one.closedOn === null) === (one.closedAs === "")],
    [
      "the pupil's initials or the adult's",
      (one) => one.closedOn === null || closers(one).includes(one.closedWho),
    ],
    ["it ends after it was given", (one) => (one.closedOn ?? one.on) >= one.on],
    [
      "acknowledged only where enough",
      (one) => one.closedAs !== "acknowledged" || one.acknowledgedIsEnough === "yes",
    ],
    ["a response has its words", (one) => one.closedAs !== "responded to" || one.response !== ""],
    [
      "a peer's is checked by staff",
      (one) => (one.kind === "peer" && one.state !== "to check") === (one.checkedBy !== ""),
    ],
    [
      "only a peer's waits or is not kept",
      (one) => one.kind === "peer" || ["open", "closed"].includes(one.state),
    ],
    [
      "not kept: without its words",
      (one) => (`${one.howWell}${one.whatNext}` === "") === (one.state === "not kept"),
    ],
    ["written is read later", (one) => (one.kind === "written") === (one.way === "indirect")],
    [
      "time to respond is on an open day",
      ({ respondOn, on }) => respondOn === null || (openDays.has(respondOn) && respondOn >= on),
    ],
  ])("feedback: %s", (_, isRight) => expect(wrong(rows.Feedback, isRight)).toEqual([]));

  test("feedback is mostly verbal; two peers' notes wait, one was not kept, one time to respond has passed", () => {
    const count = (is: (one: Feedback) => boolean) => rows.Feedback.filter(is).length;
    expect(count(({ kind }) => kind === "verbal") / rows.Feedback.length).toBeGreaterThan(0.5);
    expect(count(({ state }) => state === "to check")).toBe(2);
    expect(count(({ state }) => state === "not kept")).toBe(1);
    const planned = rows.Feedback.filter(({ state, respondOn }) => state === "open" && respondOn !== null);
    expect(planned.length).toBeGreaterThanOrEqual(3);
    expect(planned.filter(({ respondOn }) => (respondOn ?? "") < friday).length).toBe(1);
    expect(count(({ state }) => state === "open") / rows.Feedback.length).toBeLessThan(0.15);
    const fortnights = rows["Weekly grades"].length / 2;
    expect(rows.Feedback.length / fortnights).toBeGreaterThan(0.75);
    expect(rows.Feedback.length / fortnights).toBeLessThan(1.25);
  });

  test("check-ins rate the demo's areas, mostly as staff do", () => {
    const rated = rows["Check-ins"].map((one) => {
      const ratings = ratingsIn(one.ratings);
      const nameOf = (id: string) => hub.areas.find((a) => a.id === id)?.name;
      expect(one.ratings).toBe(
        [...ratings].map(([id, grade]) => `${nameOf(id)} (${id}) ${grade}`).join("; "),
      );
      const row = rows["Weekly grades"].find((r) => r.pupil === one.pupil && r.week === weekOf(one.on))!;
      return { ratings: ratings.size, different: talkingPoints(ratings, row.grades, hub.areas).length };
    });
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    const share = sum(rated.map((r) => r.different)) / sum(rated.map((r) => r.ratings));
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.35);
    expect(rated.length / rows["Weekly grades"].length).toBeGreaterThan(0.24);
    expect(rated.length / rows["Weekly grades"].length).toBeLessThan(0.4);
  });

  test("a note of evidence carries no level and says what next; one or two per half-term", () => {
    for (const one of rows.Evidence) {
      const { id, name, on } = one;
      const entry = { id, pupil: one.pupil, name, by: members.get(one.by)!, now: `${on}T12:00` };
      expect(newEvidence(entry, one)).toEqual(one);
    }
    expect(wrong(rows.Evidence, ({ nextStep }) => beginsWithAction(nextStep))).toEqual([]);
    const halfTermOf = new Map(weeks.map(({ week, halfTerm }) => [week, halfTerm]));
    const keys = rows.Evidence.map((one) => `${one.pupil} ${halfTermOf.get(weekOf(one.on))}`);
    const times = new Set(keys.map((key) => keys.filter((other) => other === key).length));
    expect([...times].sort()).toEqual([1, 2]);
  });

  test("rewards are given from nine to four, with their piece, criterion and reason", () => {
    expect(wrong(rows.Rewards, ({ at }) => /^\d{4}-\d\d-\d\d (09|1[0-5]):[0-5]\d$/.test(at))).toEqual([]);
    expect(wrong(rows.Rewards, (r) => r.piece !== "" && r.criterion !== "" && r.reason !== "")).toEqual([]);
  });

  test("each week has one Student of the Week, nominated before, chosen on its last open day before three", () => {
    const chosen = rows.Rewards.filter(({ kind }) => kind === "Student of the Week");
    const nominated = rows.Rewards.filter(({ kind }) => kind === "nomination");
    expect(chosen.length).toBe(soFar(hub).length);
    for (const week of soFar(hub)) {
      const one = chosenIn(week.week, rows.Rewards)!;
      expect([one.at.slice(0, 10), one.at.slice(11) < "15:00"]).toEqual([closingDayOf(week), true]);
      const own = nominated.filter((r) => r.pupil === one.pupil && r.reason === one.reason && r.at < one.at);
      expect(own.length).toBeGreaterThan(0);
      expect(members.get(one.by)?.role).toBe("lead");
      expect(nominated.some((r) => weekOf(r.at.slice(0, 10)) === week.week)).toBe(true);
    }
    expect(chosen[chosen.length - 1]?.pupil).toBe("U005");
    const times = rows.Pupils.map(({ id }) => chosen.filter((one) => one.pupil === id).length);
    expect(Math.max(...times)).toBeLessThanOrEqual(Math.ceil(chosen.length / here(hub).length) + 1);
  });

  test("baselines are done in a pupil's first ten school days, a few are missing", () => {
    const days = [...openDays];
    const firstOf = (id: string) =>
      rows.Placements.filter((p) => p.pupil === id)
        .map((p) => p.firstDay)
        .sort()[0] ?? "";
    // A pupil who joins at the very end of a year has fewer.
    const window = (id: string) => days.filter((day) => day >= firstOf(id)).slice(0, BASELINE_DAYS);
    const isBaseline = (kind: string) => ["baseline", "SDQ", "emotional literacy"].includes(kind);
    expect(wrong(rows.Assessments, (a) => !isBaseline(a.kind) || window(a.pupil).includes(a.on))).toEqual([]);
    const missing = here(hub).filter((id) => {
      const own = rows.Assessments.filter((a) => a.pupil === id);
      return (
        baselinesMissing(
          own,
          rows.Placements.filter((p) => p.pupil === id),
          weeks,
          friday,
        ) !== null
      );
    });
    expect(missing.length).toBeGreaterThanOrEqual(2);
    expect(missing.length / here(hub).length).toBeLessThan(0.4);
  });

  type Assessment = (typeof rows.Assessments)[number];
  const eleventh = (id: string) => {
    const { born } = pupil(id);
    return `${Number(born?.slice(0, 4)) + 11}${born?.slice(4)}`;
  };
  const marksIn = (result: string) => /^(\d+) of (\d+)$/.exec(result) ?? ["", "0", "0"];
  const yearOf = (id: string) => yearGroupOf(pupil(id), weeks[0]?.year ?? "") ?? 0;
  test.each<[string, (one: Assessment) => boolean]>([
    [
      "a possible standardised score",
      (a) => a.standardised === null || (a.standardised >= 40 && a.standardised <= 160),
    ],
    ["a possible reading age", (a) => a.readingAge === "" || /^\d{1,2}:(0\d|1[01])$/.test(a.readingAge)],
    ["no more marks than there are", (a) => Number(marksIn(a.result)[1]) <= Number(marksIn(a.result)[2])],
    ["levels for the older ones only", (a) => !/^(Entry|Level) /.test(a.result) || yearOf(a.pupil) > 6],
    ["units are judged against before", (a) => (a.kind === "end of unit") === (a.judgement !== "not judged")],
    ["a questionnaire has its rater", (a) => /SDQ|emotional/.test(a.kind) === (a.rater !== "")],
    [
      "SDQ by the pupil from eleven",
      (a) => a.kind !== "SDQ" || a.rater !== "self" || a.on >= eleventh(a.pupil),
    ],
    ["everything has a result", (a) => `${a.result}${a.scores}${a.standardised ?? ""}` !== ""],
  ])("assessments: %s", (_, isRight) => expect(wrong(rows.Assessments, isRight)).toEqual([]));

  test("SDQ's bands agree with its scores, and the total with its scales", () => {
    const found = rows.Assessments.filter(({ kind }) => kind === "SDQ");
    for (const { scores, bands, rater } of found) {
      const parts = scores.split(", ").map((part) => part.split(" ") as ["total", string]);
      const by = Object.fromEntries(parts) as Record<
        "emotional" | "conduct" | "hyperactivity" | "peer" | "total",
        string
      >;
      const [emotional, conduct, hyperactivity, peer] = [
        by.emotional,
        by.conduct,
        by.hyperactivity,
        by.peer,
      ].map(Number) as [number, number, number, number];
      expect(Number(by.total)).toBe(totalOf({ emotional, conduct, hyperactivity, peer }));
      const who = rater as "teacher";
      expect(parts.every(([scale, score]) => Number(score) <= highestOf(scale, who))).toBe(true);
      expect(bands).toBe(
        parts.map(([scale, score]) => `${scale} ${bandOf(scale, who, Number(score))}`).join(", "),
      );
    }
    expect(new Set(found.map(({ rater }) => rater))).toContain("teacher");
  });
});

test.each([small, middle, large])("all but two have been noticed in the last three school weeks", (hub) => {
  const since = soFar(hub).slice(-3)[0]?.week ?? "";
  const unnoticed = here(hub).filter((id) => !isRecognised(id, since, hub.rows.Rewards));
  expect(unnoticed).toEqual(["U004", "U016"]);
});

describe("words are varied", () => {
  const fields = TABLES.flatMap((table) =>
    WORDS[tabOf(table)].map((field) => [tabOf(table), field] as const),
  );
  test.each(fields)("%s: %s", (tab, field) => {
    const shown = recordsOf(large, tab).map((record) => record[field] ?? "");
    expect(new Set(shown.filter(Boolean)).size).toBeGreaterThanOrEqual(12);
    const screens = shown.slice(9).map((_, i) => shown.slice(i, i + 10).filter(Boolean));
    const isCrowded = (screen: readonly string[]) =>
      screen.some((one) => screen.filter((other) => other === one).length > 3);
    expect(screens.filter(isCrowded).length / screens.length).toBeLessThan(0.05);
  });
});

test("the records of another seed are others, those of the same seed the same", () => {
  const again = demoHub({ size: "small", seed: 1, now: NOVEMBER, workbookId: "b" });
  const other = demoHub({ size: "small", seed: 2, now: NOVEMBER, workbookId: "b" });
  for (const table of TABLES) {
    expect(again.rows[tabOf(table)]).toEqual(small.rows[tabOf(table)]);
    expect(other.rows[tabOf(table)]).not.toEqual(small.rows[tabOf(table)]);
  }
});

test("what is assessed varies: every kind of rater, judgement and result", () => {
  const { Assessments } = large.rows;
  expect(new Set(Assessments.map(({ rater }) => rater))).toEqual(new Set(["", "teacher", "parent", "self"]));
  for (const judgement of ["progress", "consolidation", "not yet"])
    expect(Assessments.some((a) => a.judgement === judgement)).toBe(true);
  expect(Assessments.some((a) => a.readingAge !== "" && a.kind === "standardised")).toBe(true);
});

test("a pupil without a placement has no record", () => {
  const { year, ...people } = enrolled();
  const placements = people.placements.filter(({ pupil }) => pupil !== "U002");
  const found = Object.values(learningOf({ ...people, year, placements }));
  expect(found.every((records) => records.length > 0)).toBe(true);
  expect(found.flat().filter(({ pupil }) => pupil === "U002")).toEqual([]);
});

/** The small hub as its records are made from. */
function enrolled(): Parameters<typeof learningOf>[0] {
  const { Pupils, Placements, Staff } = small.rows;
  const rows = small.rows["Weekly grades"];
  return {
    year: demoYear(1, NOVEMBER),
    areas: small.areas,
    pupils: Pupils,
    placements: Placements,
    staff: Staff,
    rows,
  };
}
