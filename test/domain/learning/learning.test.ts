/**
 * The rules of what is kept in the sidebar: targets, feedback, check-ins, evidence, assessments. Rewards have
 * their own.
 */
import { beginsWithAction } from "../../../src/domain/learning/actionWords";
import { baselinesMissing, newAssessment } from "../../../src/domain/learning/assessments";
import { newCheckIn, ratingsIn, talkingPoints } from "../../../src/domain/learning/checkIns";
import type { NewRecord } from "../../../src/domain/learning/entry";
import { newEvidence } from "../../../src/domain/learning/evidence";
import { checkedFeedback, closed, newFeedback } from "../../../src/domain/learning/feedback";
import { endedTarget, newTarget, readyToStretch } from "../../../src/domain/learning/targets";
import { gradeChanges } from "../../../src/domain/weekly/gradeChanges";
import { starterAreas } from "../../../src/domain/tables/areas";
import type { Assessment } from "../../../src/domain/tables/assessments";
import type { Target } from "../../../src/domain/tables/targets";
import { member, placement, weeks } from "../invented";
import { changesFrom } from "../../../src/domain/tables/forms";

const NOW = "2026-11-20T15:10";
const entry = (role: "lead" | "teacher" | "support" | "admin" = "teacher"): NewRecord => ({
  id: "T261120-0a0a0a",
  pupil: "U001",
  name: "Ada Stone",
  by: { ...member("S02", { role }), name: "Tom Archer Hill" },
  now: NOW,
});

describe("a target", () => {
  const form = { subject: "literacy", wording: "Write a paragraph with a clear point" };
  test("is set by whoever saves it, today, active, and not agreed with the pupil until somebody says so", () => {
    expect(newTarget(entry(), form)).toMatchObject({
      pupil: "U001",
      setBy: "Tom Archer Hill",
      setOn: "2026-11-20",
      state: "active",
      agreedOn: null,
      expectation: "expected for age",
    });
  });
  test.each([
    ["literacy", "support", false],
    ["numeracy", "admin", false],
    ["literacy", "lead", true],
    ["numeracy", "teacher", true],
    ["attendance", "support", true],
  ] as const)("in %s by %s: %s", (subject, role, allowed) => {
    const set = () => newTarget(entry(role), { ...form, subject });
    if (allowed) expect(set().subject).toBe(subject);
    else expect(set).toThrow(/Only teaching staff/);
  });
  test.each([
    ["no wording", { wording: "" }, /Target: it is empty/],
    ["a subject of no list", { subject: "magic" }, /Subject or area: it must be one of/],
    ["a personal trajectory without a reason", { expectation: "personal trajectory" }, /why the trajectory/],
    ["a revision without a reason", { supersedes: "T261101-0a0a0a" }, /why the target is being changed/],
    ["shared with a parent somehow", { sharedParentOn: "2026-11-20" }, /how it was shared/],
    ["a day that is none", { reviewBy: "2026-02-30" }, /Review by: it is not a date/],
    ["a text without end", { wording: "x".repeat(2001) }, /2001 characters; the limit is 2000/],
    ["a text that is none", { wording: 7 }, /is not text/],
  ])("is refused with %s", (_what, change, sentence) => {
    expect(() => newTarget(entry(), { ...form, ...change })).toThrow(sentence);
  });
  test("ends met, in part or not; becomes active again where that was a mistake; is never just marked as changed", () => {
    expect(endedTarget({ state: "partly met", outcome: "Two of three" }, "2026-11-20")).toEqual({
      state: "partly met",
      outcome: "Two of three",
      closedOn: "2026-11-20",
    });
    expect(endedTarget({ state: "active", outcome: "" }, "2026-11-20").closedOn).toBeNull();
    expect(() => endedTarget({ state: "changed by agreement", outcome: "" }, "2026-11-20")).toThrow(
      /revise it/,
    );
  });
  const history = (letters: string, subject: Target["subject"] = "literacy"): Target[] =>
    [...letters].map((letter, i) => ({
      ...newTarget(entry(), { ...form, subject }),
      state: ({ m: "met", p: "partly met", n: "not met", c: "changed by agreement", a: "active" } as const)[
        letter as "m"
      ],
      closedOn: letter === "a" ? null : `2026-10-${String(i + 1).padStart(2, "0")}`,
    }));
  test.each([
    ["mmm", ["literacy"]],
    ["nmmm", ["literacy"]],
    ["mmcm", ["literacy"]],
    ["mmma", ["literacy"]],
    ["mmmn", []],
    ["mmpm", []],
    ["mm", []],
  ])("three met running: %s -> %j", (letters, subjects) => {
    expect(readyToStretch(history(letters))).toEqual(subjects);
  });
  test("three met in three subjects are no run in any", () => {
    expect(readyToStretch([...history("mm"), ...history("m", "numeracy")])).toEqual([]);
  });
});

describe("feedback", () => {
  const verbal = { kind: "verbal", way: "direct", subject: "literacy", whatNext: "Add a full stop" };
  const written = { ...verbal, kind: "written", way: "indirect", howWell: "Clear and in order" };
  const given = (form: object) => newFeedback(entry(), form);
  test("verbal needs one line; acknowledged at once where the teacher says that it is enough", () => {
    expect(given(verbal)).toMatchObject({ state: "open", closedAs: "", by: "Tom Archer Hill" });
    const closing = { acknowledgedIsEnough: "yes", closedAs: "acknowledged" };
    expect(given({ ...verbal, ...closing })).toMatchObject({
      state: "closed",
      closedOn: "2026-11-20",
      closedWho: "TAH",
    });
    expect(() => given({ ...verbal, closedAs: "acknowledged" })).toThrow(/has not said that acknowledging/);
    expect(() => given({ ...verbal, whatNext: "" })).toThrow(/how well it was done, or what comes next/);
    expect(() => given({ ...written, howWell: "" })).toThrow(/both how well it was done and what comes next/);
  });
  test.each([
    [{ closedAs: "initialled", closedWho: "RS", response: "" }, "initialled", "RS"],
    [{ closedAs: "read over", closedWho: "", response: "" }, "read over", "TAH"],
    [
      { closedAs: "looked at with a tutor", closedWho: "Ms Day", response: "" },
      "looked at with a tutor",
      "Ms Day",
    ],
    [{ closedAs: "responded to", closedWho: "RS", response: "Added two" }, "responded to", "RS"],
  ])("closes exactly as %j", (form, as, who) => {
    const end = closed(given(written), form, entry().by, NOW);
    expect(end).toMatchObject({ state: "closed", closedAs: as, closedWho: who, closedOn: "2026-11-20" });
  });
  test.each([
    ["in no way", { closedAs: "", closedWho: "", response: "" }, /Choose how/],
    ["in a way of no list", { closedAs: "binned", closedWho: "", response: "" }, /it must be one of/],
    [
      "acknowledged where that is not enough",
      { closedAs: "acknowledged", closedWho: "", response: "" },
      /has not said that acknowledging/,
    ],
    [
      "as responded to without a response",
      { closedAs: "responded to", closedWho: "", response: "" },
      /Write a line/,
    ],
  ])("is not closed %s", (_what, form, sentence) => {
    expect(() => closed(given(written), form, entry().by, NOW)).toThrow(sentence);
  });
  test("a peer's waits for staff, is never closed before, and loses its words where it is not kept", () => {
    const peers = given({ ...written, kind: "peer", closedAs: "read over" });
    expect(peers).toMatchObject({ state: "to check", closedAs: "" });
    const end = { closedAs: "read over", closedWho: "", response: "" };
    expect(() => closed(peers, end, entry().by, NOW)).toThrow(/must check it first/);
    expect(checkedFeedback(peers, true, entry().by, NOW)).toEqual({
      state: "open",
      checkedBy: "Tom Archer Hill",
      checkedOn: "2026-11-20",
    });
    expect(checkedFeedback(peers, false, entry().by, NOW)).toMatchObject({
      state: "not kept",
      howWell: "",
      whatNext: "",
    });
    expect(() => checkedFeedback(given(written), true, entry().by, NOW)).toThrow(
      /Somebody else has just checked it/,
    );
  });
  test.each([
    ["Add a full stop to each sentence", true],
    ["  re-read it aloud", false],
    ["Read it aloud", true],
    ["better punctuation", false],
    ["Practise: the sevens", true],
    ["", true],
  ])("a next step that begins with an action: %j %s", (text, begins) => {
    expect(beginsWithAction(text)).toBe(begins);
  });
});

describe("a check-in", () => {
  const areas = starterAreas;
  test("keeps the pupil's own ratings by name and id, and who wrote it down", () => {
    const own = newCheckIn(
      entry(),
      { sentence: "I liked it", scribedBy: "yes" },
      { A01: "G", A04: "A" },
      areas,
    );
    expect(own).toMatchObject({
      ratings: "Attendance (A01) G; Engagement (A04) A",
      sentence: "I liked it",
      scribedBy: "Tom Archer Hill",
    });
    expect([...ratingsIn(own.ratings)]).toEqual([
      ["A01", "G"],
      ["A04", "A"],
    ]);
    expect(newCheckIn(entry(), { sentence: "x" }, {}, areas).scribedBy).toBe("");
    expect(() => newCheckIn(entry(), { sentence: "" }, {}, areas)).toThrow(/Rate an area/);
    expect(() => newCheckIn(entry(), { sentence: "" }, { A01: "good" }, areas)).toThrow(/choose G, A or R/);
  });
  test("where the pupil and staff differ there is something to talk about; ungraded is no difference", () => {
    const ratings = ratingsIn("Attendance (A01) G; Engagement (A04) A; Wellbeing (A08) R");
    expect(talkingPoints(ratings, { A01: "G", A04: "G", A08: "E" }, areas)).toEqual([
      { area: "Engagement", pupil: "A", staff: "G" },
    ]);
  });
});

describe("evidence", () => {
  const form = { subject: "literacy", method: "questioning", shown: "Told the story in order" };
  test.each([
    "This is Level 3 work",
    "working at 2b",
    "grade 4",
    "Entry Level 2",
    "graded Amber",
    "Working towards level 2",
  ])("cannot carry a level: %s", (shown) => {
    expect(() => newEvidence(entry(), { ...form, shown })).toThrow(
      /never carries a level: single pieces of work do not amount to a determinable level/,
    );
  });
  test.each([
    "Chose the green paint and levelled the shelf",
    "Reached level ground and explained why",
    "Said that amber means wait",
    "Used 3 adjectives",
  ])("is kept: %s", (shown) => expect(newEvidence(entry(), { ...form, shown }).shown).toBe(shown));
  test("links are addresses of pages", () => {
    expect(newEvidence(entry(), { ...form, link: "https://photos.example/1" }).link).toBe(
      "https://photos.example/1",
    );
    for (const link of ["javascript:alert(1)", "http://x.example", "https://a b"])
      expect(() => newEvidence(entry(), { ...form, link })).toThrow(/https/);
  });
});

describe("an assessment", () => {
  const SDQ = { on: "2026-11-16", kind: "SDQ", subject: "wellbeing", rater: "teacher" };
  const scores = { emotional: "3", conduct: "4", hyperactivity: "5", peer: "2", prosocial: "6", impact: "" };
  const made = (form: object, given: object = {}, born: string | null = "2012-01-09") =>
    newAssessment(entry(), form, given, { born });
  test("an SDQ is kept as scores and bands by scale, with its total; impact is optional", () => {
    expect(made(SDQ, scores)).toMatchObject({
      scores: "emotional 3, conduct 4, hyperactivity 5, peer 2, prosocial 6, total 14",
      bands:
        "emotional close to average, conduct high, hyperactivity close to average, peer close to average, prosocial close to average, total slightly raised",
    });
    expect(made(SDQ, { ...scores, impact: "6" }).bands).toContain("impact very high");
  });
  test.each([
    ["conduct", "11", /conduct runs from 0 to 10, but 11 was typed/],
    ["conduct", "-1", /conduct runs from 0 to 10, but -1 was typed/],
    ["conduct", "", /conduct runs from 0 to 10, but nothing was typed/],
    ["peer", "2.5", /peer runs from 0 to 10, but 2.5 was typed/],
    ["impact", "7", /impact runs from 0 to 6, but 7 was typed/],
  ])("an impossible score is refused with its range: %s %s", (scale, score, sentence) => {
    expect(() => made(SDQ, { ...scores, [scale]: score })).toThrow(sentence);
  });
  test("a parent's impact goes to 10; a questionnaire has a rater; a pupil's own is from eleven years on", () => {
    expect(made({ ...SDQ, rater: "parent" }, { ...scores, impact: "10" }).bands).toContain(
      "impact very high",
    );
    expect(() => made({ ...SDQ, rater: "" }, scores)).toThrow(/who filled it in/);
    expect(() => made({ ...SDQ, rater: "self" }, scores, "2015-11-17")).toThrow(/from the age of 11/);
    expect(made({ ...SDQ, rater: "self" }, scores, "2015-11-16").rater).toBe("self");
  });
  const test1 = { on: "2026-11-16", kind: "standardised", subject: "literacy" };
  test.each([
    [{ standardised: "39" }, /40 to 160, but 39 was typed/],
    [{ standardised: "161" }, /40 to 160/],
    [{ standardised: "1e2" }, /not a whole number/],
    [{ readingAge: "9:12" }, /years and months/],
    [{ on: "2026-11-21", result: "x" }, /in the future/],
    [{}, /Enter a result/],
  ])("is refused: %j", (change, sentence) => expect(() => made({ ...test1, ...change })).toThrow(sentence));
  test("consolidation is a judgement of its own", () => {
    const kept = made({ ...test1, standardised: "100", readingAge: "9:11", judgement: "consolidation" });
    expect(kept).toMatchObject({ standardised: 100, readingAge: "9:11", judgement: "consolidation" });
  });
  test("emotional literacy takes its band from the manual", () => {
    const form = {
      on: "2026-11-16",
      kind: "emotional literacy",
      subject: "wellbeing",
      rater: "self",
      bands: "average",
    };
    expect(made(form, { empathy: "12", total: "60" })).toMatchObject({
      scores: "empathy 12, total 60",
      bands: "average",
    });
    expect(() => made(form, { total: "101" })).toThrow(/total runs from 0 to 100/);
    expect(() => made(form, {})).toThrow(/at least the total/);
  });
});

describe("baselines", () => {
  const own = (kind: Assessment["kind"], subject: Assessment["subject"] = "wellbeing") =>
    ({ kind, subject }) as Assessment;
  const from = (firstDay: string) => [placement("U001", "P01", firstDay)];
  test("are due on the tenth school day of the first placement", () => {
    expect(baselinesMissing([], from("2026-11-09"), weeks, "2026-11-20")).toEqual({
      missing: ["literacy", "numeracy", "emotional literacy"],
      due: "2026-11-20",
    });
  });
  test("an SDQ counts as emotional literacy; a test of another kind is no baseline", () => {
    const done = [own("baseline", "literacy"), own("standardised", "numeracy"), own("SDQ")];
    expect(baselinesMissing(done, from("2026-11-09"), weeks, "2026-11-20")?.missing).toEqual(["numeracy"]);
    expect(
      baselinesMissing([...done, own("baseline", "numeracy")], from("2026-11-09"), weeks, "2026-11-20"),
    ).toBeNull();
  });
  test("are not asked for again where the pupil came in an earlier year", () => {
    expect(baselinesMissing([], from("2026-03-02"), weeks, "2026-11-20")).toBeNull();
  });
});

describe("grades from the sidebar", () => {
  const row: Record<string, string> = { A01: "G", A02: "", A03: "abs", strength: "Kind" };
  const changed = (...changes: [string, string, string][]) =>
    gradeChanges(
      starterAreas,
      (field) => row[field] ?? "",
      changes.map(([field, seen, now]) => ({ field, seen, now })),
    );
  test("cells between the first and the last that changed go along as they stand", () => {
    expect(changed(["A01", "G", "r"], ["A03", "?", "A"])).toEqual({ A01: "R", A02: "", A03: "A" });
  });
  test("what somebody else entered meanwhile is never written over", () => {
    expect(() => changed(["A02", "A", "R"], ["A01", "G", "A"])).toThrow(
      /Punctuality: somebody else has just entered ""/,
    );
    expect(() => changed(["strength", "", "Helpful"])).toThrow(
      /Strength: somebody else has just entered "Kind"/,
    );
  });
  test("what is no grade, no field, or nothing is refused", () => {
    expect(() => changed(["A01", "G", "B"])).toThrow(/"B" is not a grade/);
    expect(() => changed(["Pupil id", "", "U002"])).toThrow(/nothing to save/);
    expect(() => changed(["name", "", "U002"], ["A01", "G", "A"])).toThrow(/nothing to save/);
    expect(() => changesFrom(["a"], "nonsense")).toThrow(/nothing to save/);
  });
});
