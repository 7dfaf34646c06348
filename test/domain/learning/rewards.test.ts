/**
 * Rewards: Student of the Week goes round fairly, nobody is forgotten, and the provider hears of each once.
 */
import { capsuleFor } from "../../../src/domain/weekly/capsule";
import type { Hub } from "../../../src/domain/hub/hub";
import { learningLooks } from "../../../src/domain/learning/looks";
import { unrecognised } from "../../../src/domain/learning/recognition";
import {
  chosenIn,
  chosenStudent,
  newReward,
  nominations,
  rewardLine,
} from "../../../src/domain/learning/rewards";
import type { Records } from "../../../src/domain/learning/records";
import type { InRow } from "../../../src/domain/tables/read";
import type { Reward } from "../../../src/domain/tables/rewards";
import { hub, member, placement, provider, pupil, settings, week, weeks } from "../invented";
import { weekToldIn } from "../../../src/domain/hub/rewardsTold";

const reward = (change: Partial<Reward> = {}): InRow<Reward> => ({
  row: 2,
  id: "W261120-0a0a0a",
  pupil: "U001",
  name: "Ada Stone",
  at: "2026-11-18 10:00",
  kind: "good work",
  subject: "literacy",
  piece: "a diary entry",
  criterion: "uses full stops",
  reason: "",
  by: "Tom Archer",
  ...change,
});
const nominated = (pupilId: string, at: string, id: string) =>
  reward({ kind: "nomination", pupil: pupilId, name: pupilId, at, id, reason: "Kind" });
const chosen = (pupilId: string, at: string) =>
  reward({ kind: "Student of the Week", pupil: pupilId, name: pupilId, at, id: `W-${pupilId}-${at}` });
const NOW = "2026-11-20T15:10";
const entry = { id: "W261120-1b1b1b", pupil: "U001", name: "Ada Stone", by: member("S02"), now: NOW };

describe("a reward", () => {
  const form = {
    kind: "good work",
    subject: "literacy",
    piece: "a diary entry",
    criterion: "uses full stops",
  };
  test("good work names the piece and the criterion; a nomination has a reason", () => {
    expect(newReward(entry, form)).toMatchObject({ at: "2026-11-20 15:10", by: member("S02").name });
    expect(() => newReward(entry, { ...form, criterion: "" })).toThrow(/criterion/);
    expect(() => newReward(entry, { kind: "nomination", subject: "literacy" })).toThrow(/why you nominate/);
    expect(() => newReward(entry, { ...form, kind: "Student of the Week" })).toThrow(/Nominate first/);
  });
  test.each([
    [{}, "Good work in literacy: a diary entry (uses full stops)"],
    [
      { reason: "Calm and clear." },
      "Good work in literacy: a diary entry (uses full stops). Calm and clear.",
    ],
    [{ kind: "Student of the Week", reason: "Kind." }, "Student of the Week: Kind."],
  ] as const)("as the provider reads it: %j", (change, line) =>
    expect(rewardLine(reward(change))).toBe(line),
  );
});

describe("Student of the Week", () => {
  const all = [
    chosen("U002", "2026-11-06 14:00"),
    chosen("U003", "2026-10-16 14:00"),
    nominated("U002", "2026-11-17 09:00", "W261117-000001"),
    nominated("U003", "2026-11-18 09:00", "W261118-000002"),
    nominated("U004", "2026-11-19 09:00", "W261119-000003"),
    nominated("U005", "2026-11-02 09:00", "W261102-000004"),
    nominated("U002", "2026-11-05 09:00", "W261105-000005"),
  ];
  test("nominations stand in a fair order; what is two weeks old or led to a choice is over", () => {
    expect(nominations(all, "2026-11-20").map((one) => [one.pupil, one.last])).toEqual([
      ["U004", null],
      ["U003", "2026-10-16"],
      ["U002", "2026-11-06"],
    ]);
  });
  test("somebody whose turn was more lately is chosen only when staff know and say so", () => {
    expect(chosenStudent(entry, "W261119-000003", all, false)).toMatchObject({
      kind: "Student of the Week",
      pupil: "U004",
      reason: "Kind",
      at: "2026-11-20 15:10",
    });
    expect(() => chosenStudent(entry, "W261117-000001", all, false)).toThrow(/U004's turn is longer ago/);
    expect(chosenStudent(entry, "W261117-000001", all, true).pupil).toBe("U002");
  });
  test("one a week, and only of open nominations", () => {
    const done = [...all, chosen("U003", "2026-11-20 15:00")];
    expect(chosenIn("2026-11-16", done)?.pupil).toBe("U003");
    expect(() => chosenStudent(entry, "W261119-000003", done, false)).toThrow(
      /already this week's Student of the Week/,
    );
    expect(() => chosenStudent(entry, "W261102-000004", all, true)).toThrow(/no longer open/);
  });
});

describe("recognition", () => {
  test("a pupil without any for three school weeks is named; a nomination counts; not before the year is so old", () => {
    const all = [reward({ at: "2026-11-02 09:00" }), nominated("U002", "2026-10-30 09:00", "W1")];
    const missing = (within: number, today = "2026-11-20") =>
      unrecognised(["U001", "U002", "U003"], all, weeks, within, today);
    expect(missing(3)).toEqual(["U002", "U003"]);
    expect(missing(2)).toEqual(["U001", "U002", "U003"]);
    expect(missing(3, "2026-11-13")).toEqual([]);
  });
});

describe("the provider's update", () => {
  test.each([
    ["2026-11-13 16:30", "2026-11-09"],
    ["2026-11-13 16:31", "2026-11-16"],
    ["2026-11-15 12:00", "2026-11-16"],
    ["2026-11-20 16:30", "2026-11-16"],
    ["2026-12-19 09:00", null],
  ])("of a reward given at %s belongs to the week of %s", (at, monday) => {
    expect(weekToldIn(reward({ at }), weeks, "16:30")).toBe(monday);
    expect(weekToldIn(reward({ at, kind: "nomination" }), weeks, "16:30")).toBeNull();
  });

  const ada = pupil("U001", "Ada", "Stone");
  const ben = pupil("U002", "Ben", "Marsh");
  const of = (
    given: InRow<Reward>[],
    placements = [placement("U001", "P01")],
    names: "initials" | "full" = "initials",
  ) => {
    const told = given.map((one) => ({ ...one, toldIn: weekToldIn(one, weeks, "16:30") }));
    const whole: Hub = hub([ada, ben], [...placements, placement("U002", "P02")], undefined, {
      rewards: told,
    });
    return capsuleFor(provider("P01", { namesInUpdates: names }), [week], whole);
  };
  const lines = (...args: Parameters<typeof of>) =>
    of(...args).weeks.flatMap((w) => w.pupils.flatMap((p) => p.rewards));
  test("tells of the week's, not of nominations nor of another week's", () => {
    const given = [
      reward(),
      reward({ kind: "Student of the Week", reason: "Ada helped" }),
      nominated("U001", "2026-11-18 10:00", "W2"),
      reward({ at: "2026-11-12 10:00" }),
      reward({ pupil: "U002" }),
    ];
    expect(lines(given)).toEqual([
      "Good work in literacy: a diary entry (uses full stops)",
      "Student of the Week: AS helped",
    ]);
    expect(lines(given, undefined, "full")[1]).toBe("Student of the Week: Ada helped");
  });
  test("holds none of a day outside the placement", () => {
    const left = [placement("U001", "P01", "2026-11-02", "2026-11-17")];
    expect(
      lines([reward({ at: "2026-11-17 10:00" }), reward({ at: "2026-11-18 10:00" })], left),
    ).toHaveLength(1);
  });
  test("withholds one that names another pupil, and says so to staff", () => {
    const { weeks: told, problems } = of([reward({ reason: "Helped Ben" })]);
    expect(told[0]?.pupils[0]?.rewards).toEqual([]);
    expect(problems).toMatchObject([
      { tab: "Rewards", row: 2, wrong: expect.stringContaining("U002") as string },
    ]);
  });
});

describe("Needs a look", () => {
  const here = [pupil("U001", "Ada", "Stone")];
  const looks = (records: Partial<Records>, rewards: InRow<Reward>[] = [reward()]) =>
    learningLooks({
      hub: hub(here, [placement("U001", "P01")], undefined, {
        rewards: rewards.map((one) => ({ ...one, toldIn: null })),
      }),
      records: { targets: [], feedback: [], assessments: [], ...records },
      settings,
      today: "2026-11-20",
    }).map(({ what, reason }) => [what, reason]);
  const base = { id: "T", pupil: "U001", subject: "literacy", state: "active", agreedOn: "2026-11-02" };
  const target = (change: object) =>
    ({ ...base, reviewBy: null, pupilSays: "not asked yet", ...change }) as never;
  const given = (change: object) =>
    ({
      pupil: "U001",
      by: "Tom Archer",
      on: "2026-11-10",
      subject: "literacy",
      respondOn: null,
      ...change,
    }) as never;
  const BASELINE = [
    "Baseline missing",
    "No baseline in literacy, numeracy, emotional literacy; due by 13 November 2026.",
  ];
  test.each([
    ["nothing but the baselines", {}, []],
    [
      "a review overdue",
      { targets: [target({ reviewBy: "2026-11-19" })] },
      [["Target: review overdue", "Literacy, to review by 19 November 2026."]],
    ],
    ["a review due today is not overdue", { targets: [target({ reviewBy: "2026-11-20" })] }, []],
    [
      "a target not agreed",
      { targets: [target({ agreedOn: null })] },
      [["Target: not agreed yet", "Literacy."]],
    ],
    ["one that has ended", { targets: [target({ agreedOn: null, state: "met" })] }, []],
    [
      "too hard",
      { targets: [target({ pupilSays: "too hard" })] },
      [["Target: too easy or too hard", "Literacy: too hard."]],
    ],
    [
      "a peer's to check",
      { feedback: [given({ state: "to check" })] },
      [["Peer feedback to check", "Feedback from another pupil on 10 November 2026 has not been checked."]],
    ],
    [
      "time to respond over",
      { feedback: [given({ state: "open", respondOn: "2026-11-19" })] },
      [["Feedback still open", "Time to respond to feedback in literacy was planned for 19 November 2026."]],
    ],
    ["time to respond to come", { feedback: [given({ state: "open", respondOn: "2026-11-20" })] }, []],
    ["a pupil who is not here", { feedback: [given({ state: "to check", pupil: "U009" })] }, []],
  ] as const)("%s", (_what, records, expected) => {
    expect(looks(records as Partial<Records>)).toEqual([...expected, BASELINE]);
  });
  test("a pupil not recognised for three weeks is there, with the baselines before", () => {
    expect(looks({}, []).map(([what]) => what)).toEqual(["Baseline missing", "Not recognised lately"]);
  });
});
