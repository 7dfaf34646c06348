/**
 * The sidebar's server side on the built bundle: who may, what is kept, what happens when people work at
 * once. One file, because its tests open and save the same records of the same pupil, and differ in who does
 * it and when.
 */
import { rowsOf } from "../../../src/programs/look";
import type { Opened, PupilPage } from "../../../src/domain/views/pupilView";
import { feedback, checkIns, evidence } from "../../../src/domain/tables/feedback";
import { assessments } from "../../../src/domain/tables/assessments";
import { staff } from "../../../src/domain/tables/people";
import { plans, needsALook } from "../../../src/domain/tables/plans";
import { rewards } from "../../../src/domain/tables/rewards";
import { targets } from "../../../src/domain/tables/targets";
import { starterAreas } from "../../../src/domain/tables/areas";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";
import type { Table } from "../../../src/domain/tables/table";
import { headingsOf } from "../../../src/domain/tables/table";
import { Killed } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { copyOf, fullDemo, person, problemsIn, received, sweep, type, valuesOf } from "../hub";

const NOW = "2026-11-20T15:10";
const WEEK = "2026-11-16";
const PUPIL = "U005";
const made = () => fullDemo("small");
const as = (workspace: MemoryWorkspace, role: string): string =>
  rowsOf(workspace, staff).find((member) => member.role === role)?.email ?? "";

const open = (workspace: MemoryWorkspace, pupil = PUPIL, user = as(workspace, "lead")): PupilPage => {
  const opened = person(workspace, user, NOW).run("openPupil", { pupil, known: null }) as Opened;
  if (opened.kind !== "pupil") throw new Error(JSON.stringify(opened));
  return opened.page;
};

const VERBAL = { kind: "verbal", way: "direct", subject: "literacy", whatNext: "Add a full stop" };
const WRITTEN = { ...VERBAL, kind: "written", way: "indirect", howWell: "In order" };
const TARGET = { subject: "literacy", wording: "Write a paragraph", reviewBy: "2026-12-18" };
const EVIDENCE = { subject: "literacy", method: "questioning", shown: "Told the story in order" };
const GOOD_WORK = { kind: "good work", subject: "literacy", piece: "a diary", criterion: "uses full stops" };
const SDQ = { on: "2026-11-19", kind: "SDQ", subject: "wellbeing", rater: "teacher" };
const SCORES = { emotional: "1", conduct: "2", hyperactivity: "3", peer: "4", prosocial: "5", impact: "0" };

/** Each call that adds a record, and its tab. */
const ADDING: [name: string, table: Table, ...args: unknown[]][] = [
  ["addTarget", targets as never, PUPIL, TARGET],
  ["addFeedback", feedback as never, PUPIL, VERBAL],
  ["addCheckIn", checkIns as never, PUPIL, { sentence: "OK", scribedBy: "" }, { A01: "G" }],
  ["addEvidence", evidence as never, [PUPIL], EVIDENCE],
  ["addReward", rewards as never, PUPIL, GOOD_WORK],
  ["addAssessment", assessments as never, PUPIL, SDQ, SCORES],
];

describe("opening a pupil", () => {
  test("takes one round trip of at most 6 and 2 calls for each tab, and writes nothing", () => {
    const { workspace, demo } = fullDemo("large");
    const before = JSON.stringify(workspace.workbook);
    const host = person(workspace, demo.owner, NOW);
    expect(host.run("openPupil", { pupil: PUPIL, known: null })).toMatchObject({ kind: "pupil" });
    const tabs = host.calls["Spreadsheet.getSheetByName"] ?? 0;
    expect(tabs).toBe(21);
    expect(host.total).toBeLessThanOrEqual(6 + 2 * tabs);
    expect(JSON.stringify(workspace.workbook)).toBe(before);
  });

  test.each([
    ["Weekly grades", weeklyGrades(starterAreas), "Pupil id"],
    ["Action plans", plans as unknown as Table, "Plan"],
  ])("shows the pupil of the row selected on %s, and says when it is open already", (tab, table, heading) => {
    const { workspace, demo } = made();
    const [first = [], ...rows] = valuesOf(person(workspace, demo.owner), tab);
    expect(first.map(String)).toContain(headingsOf(table)[0]);
    const pupil = /U\d+/.exec(String(rows[0]?.[first.indexOf(heading)]))?.[0] ?? "";
    const host = person(workspace, demo.owner, NOW, { selection: { sheet: tab, row: 2, column: 3 } });
    const asked = (known: string | null) => host.run("openPupil", { pupil: null, known }) as Opened;
    expect(asked(null)).toMatchObject({ kind: "pupil", page: { id: pupil } });
    expect(asked(pupil)).toEqual({ kind: "same" });
    expect(asked(pupil === "U001" ? "U002" : "U001")).toMatchObject({ page: { id: pupil } });
  });

  test("a row without a pupil is said, and so is a pupil who is not there", () => {
    const { workspace, demo } = made();
    const host = person(workspace, demo.owner, NOW, { selection: { sheet: "Settings", row: 4, column: 1 } });
    expect(host.run("openPupil", { pupil: null, known: null })).toMatchObject({
      kind: "none",
      said: expect.stringMatching(/Select a pupil's row/) as string,
    });
    expect(host.run("openPupil", { pupil: "U999", known: null })).toMatchObject({ kind: "none" });
  });

  test("holds of other pupils no more than names on the roll and of nominations", () => {
    const { workspace } = made();
    const page = open(workspace);
    const { roll, studentOfTheWeek, ...own } = page;
    expect(roll.length).toBeGreaterThan(10);
    expect(studentOfTheWeek).toBeDefined();
    const text = JSON.stringify(own);
    for (const { id, name } of roll.filter((one) => one.id !== PUPIL)) {
      expect(text).not.toContain(`"${id}"`);
      expect(text).not.toContain(name);
    }
  });

  test("a tab that is missing is said with what to do", () => {
    const { workspace, demo } = made();
    person(workspace, demo.owner).execute(({ SpreadsheetApp }) => {
      const book = SpreadsheetApp.getActiveSpreadsheet();
      book.deleteSheet(book.getSheetByName("Feedback"));
    });
    expect(() => open(workspace)).toThrow(/"Feedback" is missing.*run Prepare workbook/);
  });
});

describe("rights", () => {
  test("somebody not listed, or no longer active, reads nothing and saves nothing", () => {
    const { workspace } = made();
    const support = as(workspace, "support");
    type(workspace, staff, (row) => row["email"] === support, { active: "no" });
    const before = JSON.stringify(workspace.workbook);
    for (const user of ["nobody@elsewhere.example", support]) {
      const host = person(workspace, user, NOW);
      const calls: [string, ...unknown[]][] = [
        ["openPupil", { pupil: PUPIL, known: null }],
        ["enterGrades", PUPIL, WEEK, [{ field: "A01", seen: "G", now: "R" }]],
        ["chooseStudent", "W261120-3f9a1c", false],
        ...ADDING.map(([name, , ...args]): [string, ...unknown[]] => [name, ...args]),
      ];
      for (const [name, ...args] of calls)
        expect(() => host.run(name, ...args)).toThrow(
          /does not belong to exactly one active member of staff/,
        );
    }
    expect(JSON.stringify(workspace.workbook)).toBe(before);
  });

  test.each([
    ["support", "addTarget", [PUPIL, TARGET], /Only teaching staff can set and end literacy/],
    ["support", "addTarget", [PUPIL, { ...TARGET, subject: "attendance" }], null],
    ["support", "addFeedback", [PUPIL, VERBAL], null],
    ["support", "chooseStudent", ["W261120-3f9a1c", false], /Only a lead or teacher/],
    ["admin", "addFeedback", [PUPIL, VERBAL], /Only a lead or teacher or support/],
    ["admin", "addAssessment", [PUPIL, SDQ, SCORES], null],
    [
      "admin",
      "addTarget",
      [PUPIL, { ...TARGET, subject: "attendance" }],
      /Only a lead or teacher or support/,
    ],
    ["teacher", "addTarget", [PUPIL, TARGET], null],
  ] as const)("%s: %s", (role, name, args, refused) => {
    const { workspace } = made();
    const user = as(workspace, role === "admin" ? "support" : role);
    if (role === "admin") type(workspace, staff, (row) => row["email"] === user, { role });
    const saved = () => person(workspace, user, NOW).run(name, ...args);
    if (refused) expect(saved).toThrow(refused);
    else expect(saved()).toMatchObject({ said: expect.any(String) as string });
  });
});

describe("saving", () => {
  test.each(ADDING)(
    "%s: one new row, at most 20 calls, everything below it as it was",
    (name, table, ...args) => {
      const { workspace, demo } = made();
      const before = rowsOf(workspace, table);
      const host = person(workspace, demo.owner, NOW);
      host.run(name, ...args);
      expect(host.total).toBeLessThanOrEqual(20);
      const after = rowsOf(workspace, table);
      expect(after.slice(0, -1)).toEqual(before);
      expect(after.slice(-1)).toMatchObject([
        { pupil: PUPIL, id: expect.stringMatching(/^[TFKEWM]261120-/) as string },
      ]);
      expect(problemsIn(workspace)).toEqual([]);
    },
  );

  test.each(ADDING)("%s takes nothing that is no form", (name, _table, ...args) => {
    const { workspace, demo } = made();
    const before = JSON.stringify(workspace.workbook);
    const host = person(workspace, demo.owner, NOW);
    const nonsense = [
      null,
      7,
      "=1+1",
      [],
      { subject: { a: 1 } },
      { subject: "literacy", shown: "x".repeat(3000) },
    ];
    for (const one of nonsense) {
      expect(() => host.run(name, args[0], one, one)).toThrow(/\.$/);
      expect(() => host.run(name, one, ...args.slice(1))).toThrow(/\.$/);
    }
    expect(JSON.stringify(workspace.workbook)).toBe(before);
  });

  test("texts that look like formulas, dates and numbers come back as they were typed", () => {
    const { workspace, demo } = made();
    const typed = [
      "=1+1",
      "1/2 of it",
      "3-4",
      "'quoted",
      "+44",
      "@home",
      "TRUE",
      "May 5",
      "007",
      "£5",
      "Zoë's\nline",
    ];
    for (const howWell of typed)
      person(workspace, demo.owner, NOW).run("addFeedback", PUPIL, { ...VERBAL, howWell });
    const kept = rowsOf(workspace, feedback)
      .slice(-typed.length)
      .map(({ howWell }) => howWell);
    expect(kept).toEqual(typed);
    expect(
      open(workspace)
        .feedback.slice(0, typed.length)
        .map(({ howWell }) => howWell),
    ).toEqual([...typed].reverse());
  });

  test("one note for each of several pupils, each with an id of its own", () => {
    const { workspace, demo } = made();
    const host = person(workspace, demo.owner, NOW);
    expect(host.run("addEvidence", ["U005", "U001", "U005"], EVIDENCE)).toEqual({
      said: "Saved for 2 pupils.",
    });
    expect(host.total).toBeLessThanOrEqual(20);
    const kept = rowsOf(workspace, evidence).slice(-2);
    expect(kept.map(({ pupil }) => pupil).sort()).toEqual(["U001", "U005"]);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(2);
  });

  test("two people at once: the second is asked to try again, and then both are kept", () => {
    const { workspace, demo } = made();
    const teacher = person(workspace, as(workspace, "teacher"), NOW);
    const save = () => teacher.run("addFeedback", PUPIL, { ...VERBAL, whatNext: "Read it aloud" });
    let refused = "";
    const meanwhile = ({ name }: { name: string }): void => {
      if (name !== "Sheet.appendRow" || refused !== "") return;
      try {
        save();
      } catch (error) {
        refused = String(error);
      }
    };
    person(workspace, demo.owner, NOW, { hook: { before: meanwhile } }).run("addFeedback", PUPIL, VERBAL);
    expect(refused).toMatch(/is at work\. Nothing was saved. Try again in a minute/);
    save();
    const kept = open(workspace).feedback.slice(0, 2);
    expect(kept.map(({ whatNext }) => whatNext)).toEqual(["Read it aloud", "Add a full stop"]);
    expect(new Set(kept.map(({ by }) => by)).size).toBe(2);
  });
});

describe("changing a record", () => {
  const withTarget = () => {
    const { workspace, demo } = made();
    const host = person(workspace, demo.owner, NOW);
    host.run("addTarget", PUPIL, TARGET);
    host.run("addTarget", "U001", { ...TARGET, wording: "Add to a hundred", subject: "numeracy" });
    const id = open(workspace).targets[0]?.id ?? "";
    return { workspace, host, id };
  };
  const targetOf = (workspace: MemoryWorkspace, id: string) =>
    rowsOf(workspace, targets).find((target) => target.id === id);

  test("two people change different fields: both are kept; the same field: the second is told", () => {
    const { workspace, host, id } = withTarget();
    host.run("changeTarget", id, [{ field: "agreedOn", seen: "", now: "2026-11-20" }]);
    expect(host.total).toBeLessThanOrEqual(20);
    host.run("changeTarget", id, [{ field: "pupilSays", seen: "not asked yet", now: "too hard" }]);
    expect(targetOf(workspace, id)).toMatchObject({ agreedOn: "2026-11-20", pupilSays: "too hard" });
    const late = () => host.run("changeTarget", id, [{ field: "agreedOn", seen: "", now: "2026-11-19" }]);
    expect(late).toThrow(/Agreed with pupil on: somebody else has just changed it to "2026-11-20"/);
    const state = () => host.run("changeTarget", id, [{ field: "state", seen: "active", now: "met" }]);
    expect(state).toThrow(/nothing to save/);
  });

  test("a revision takes its place, with the reason, and the history shows both", () => {
    const { workspace, host, id } = withTarget();
    const revised = {
      ...TARGET,
      wording: "Write two paragraphs",
      supersedes: id,
      revisionReason: "Too easy",
    };
    host.run("addTarget", PUPIL, revised);
    expect(host.total).toBeLessThanOrEqual(20);
    expect(targetOf(workspace, id)).toMatchObject({ state: "changed by agreement", closedOn: "2026-11-20" });
    expect(open(workspace).targets[0]).toMatchObject({
      wording: "Write two paragraphs",
      supersedes: id,
      state: "active",
    });
    expect(() => host.run("addTarget", PUPIL, revised)).toThrow(/already changed by agreement/);
  });

  test("a revision that died in the middle leaves both to see, and is finished by doing it again", () => {
    const { workspace, host, id } = withTarget();
    const revised = {
      ...TARGET,
      wording: "Write two paragraphs",
      supersedes: id,
      revisionReason: "Too easy",
    };
    const kill = ({ name, number }: { name: string; number: number }): void => {
      if (name === "SpreadsheetApp.flush" && number > 0) throw new Killed("killed");
    };
    const user = as(workspace, "lead");
    expect(() =>
      person(workspace, user, NOW, { hook: { after: kill } }).run("addTarget", PUPIL, revised),
    ).toThrow();
    const again = workspace.afterKill();
    const active = (of: MemoryWorkspace) =>
      open(of).targets.filter(({ state, subject }) => state === "active" && subject === "literacy");
    expect(active(again).map(({ wording }) => wording)).toEqual(
      expect.arrayContaining(["Write two paragraphs", "Write a paragraph"]),
    );
    person(again, user, NOW).run("addTarget", PUPIL, revised);
    expect(
      active(again)
        .filter(({ wording }) => wording.startsWith("Write "))
        .map(({ wording }) => wording),
    ).toEqual(["Write two paragraphs"]);
    expect(host.total).toBeGreaterThan(0);
  });

  test("somebody who inserts or sorts rows at any moment of a save loses nothing, and it is saved or refused", () => {
    const { workspace, host, id } = withTarget();
    host.run("changeTarget", id, [{ field: "agreedOn", seen: "", now: "2026-11-19" }]);
    const before = JSON.stringify(
      rowsOf(workspace, targets).map((target) => ({ ...target, agreedOn: "", row: 0 })),
    );
    const change = [{ field: "agreedOn", seen: "2026-11-19", now: "2026-11-20" }];
    const counted = host.total;
    const seen = { saved: 0, refused: 0 };
    for (let k = 1; k <= counted; k += 1) {
      const copy = copyOf(workspace);
      const insert = ({ number }: { number: number }): void => {
        if (number !== k) return;
        const other = person(copy, as(copy, "teacher"), NOW);
        other.globals.SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Targets").insertRowsBefore(2, 1);
        other.globals.SpreadsheetApp.flush();
      };
      const saving = person(copy, as(copy, "lead"), NOW, { hook: { before: insert } });
      try {
        saving.run("changeTarget", id, change);
        seen.saved += 1;
        expect(targetOf(copy, id)?.agreedOn).toBe("2026-11-20");
      } catch (error) {
        seen.refused += 1;
        expect(String(error)).toMatch(/moved or changed this row.*nothing was saved/);
        expect(targetOf(copy, id)?.agreedOn).toBe("2026-11-19");
      }
      const after = rowsOf(copy, targets).map((target) => ({ ...target, agreedOn: "", row: 0 }));
      expect(JSON.stringify(after)).toBe(before);
      const others = rowsOf(copy, targets).filter((target) => target.id !== id);
      expect(others.map(({ agreedOn }) => agreedOn)).toEqual(
        rowsOf(workspace, targets)
          .filter((target) => target.id !== id)
          .map(({ agreedOn }) => agreedOn),
      );
    }
    expect(seen.saved).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  });

  test("feedback is closed once, in at most 20 calls; a peer's is looked at first and may lose its words", () => {
    const { workspace, demo } = made();
    const host = person(workspace, demo.owner, NOW);
    host.run("addFeedback", PUPIL, WRITTEN);
    const id = open(workspace).feedback[0]?.id ?? "";
    host.run("planResponse", id, [{ field: "respondOn", seen: "", now: "2026-11-24" }]);
    host.run("closeFeedback", id, { closedAs: "responded to", closedWho: "RS", response: "Added two" });
    expect(host.total).toBeLessThanOrEqual(20);
    expect(open(workspace).feedback[0]).toMatchObject({
      state: "closed",
      respondOn: "2026-11-24",
      response: "Added two",
    });
    expect(() =>
      host.run("closeFeedback", id, { closedAs: "read over", closedWho: "", response: "" }),
    ).toThrow(/has just closed it: responded to, RS/);
    host.run("addFeedback", PUPIL, { ...WRITTEN, kind: "peer" });
    const peer = open(workspace).feedback[0]?.id ?? "";
    host.run("checkPeerFeedback", peer, false);
    expect(host.total).toBeLessThanOrEqual(20);
    expect(open(workspace).feedback[0]).toMatchObject({
      id: peer,
      state: "not kept",
      howWell: "",
      whatNext: "",
    });
  });
});

describe("grades from the sidebar", () => {
  test("go into the pupil's row with who entered them, in at most 20 calls; nobody else's cells change", () => {
    const { workspace, demo } = made();
    const { grading } = open(workspace);
    const changes = [
      ...(grading?.areas ?? []).map(({ id, mark }) => ({
        field: id,
        seen: mark ?? "",
        now: mark === "G" ? "A" : "G",
      })),
      { field: "overall", seen: grading?.overall ?? "", now: "a" },
      { field: "strength", seen: grading?.strength ?? "", now: "Explained it to the group" },
    ];
    const host = person(workspace, demo.owner, NOW);
    const before = valuesOf(host, "Weekly grades");
    host.run("enterGrades", PUPIL, WEEK, changes);
    expect(host.total).toBeLessThanOrEqual(20);
    const after = valuesOf(host, "Weekly grades");
    const changed = after.flatMap((row, i) =>
      JSON.stringify(row) === JSON.stringify(before[i]) ? [] : [row],
    );
    expect(changed).toHaveLength(1);
    const [row = []] = changed;
    const under = (heading: string) => row[(after[0] ?? []).indexOf(heading)];
    expect([under("Pupil id"), under("Overall"), under("Strength")]).toEqual([
      PUPIL,
      "A",
      "Explained it to the group",
    ]);
    expect(under("Changed at")).toBe("2026-11-20 15:10 by S01");
  });

  test("what somebody entered in the sheet meanwhile is not written over", () => {
    const { workspace, demo } = made();
    const { grading } = open(workspace);
    const [area] = grading?.areas ?? [];
    const host = person(workspace, demo.owner, NOW);
    const [first = [], ...rows] = valuesOf(host, "Weekly grades");
    const at = rows.findIndex((row) => row[first.indexOf("Pupil id")] === PUPIL);
    host.edit("Weekly grades", at + 2, first.indexOf(area?.name ?? "") + 1, [
      [area?.mark === "R" ? "a" : "r"],
    ]);
    const save = () =>
      host.run("enterGrades", PUPIL, WEEK, [
        { field: area?.id, seen: area?.mark ?? "", now: area?.mark === "G" ? "A" : "G" },
      ]);
    expect(save).toThrow(/Attendance: somebody else has just entered "[RA]"/);
    expect(() =>
      host.run("enterGrades", PUPIL, "2026-08-03", [{ field: "A01", seen: "", now: "G" }]),
    ).toThrow(/no row/);
  });
});

describe("where records belong", () => {
  test("the week's rewards stand in the provider's update, and in no other provider's", async () => {
    const { workspace, demo } = made();
    person(workspace, demo.owner, NOW).run("addReward", PUPIL, {
      ...GOOD_WORK,
      piece: "a diary of a sailor",
    });
    sweep(workspace, demo.owner);
    const mails = (await received(workspace)).filter(({ subject }) => subject.startsWith("Weekly update"));
    const holding = mails.filter(
      ({ text, html }) => text.includes("a diary of a sailor") && html.includes("a diary of a sailor"),
    );
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.length).toBeLessThan(mails.length);
    expect(mails.filter(({ text }) => text.includes("a diary of a sailor"))).toEqual(holding);
  });

  test("Needs a look names what waits; pasted rows get ids, and one of nobody is a problem", () => {
    const { workspace, demo } = made();
    const host = person(workspace, demo.owner, NOW);
    host.run("addFeedback", PUPIL, { ...WRITTEN, kind: "peer" });
    const tab = "Assessments";
    const [first = []] = valuesOf(host, tab);
    const free = valuesOf(host, tab).length + 1;
    const rows = [PUPIL, "U998"].map((pupil) => ({
      "Pupil id": pupil,
      On: "2026-11-19",
      Kind: "baseline",
      "Subject or area": "literacy",
      Result: "Entry 2",
    }));
    rows.forEach((row, i) => {
      for (const [heading, value] of Object.entries(row))
        host.edit(tab, free + i, first.indexOf(heading) + 1, [[value]]);
    });
    host.call("checkPasted");
    expect(rowsOf(workspace, assessments).slice(-2)).toMatchObject([
      { pupil: PUPIL, id: expect.stringMatching(/^M261120-[0-9a-f]{6}$/) as string },
      { pupil: "U998", id: expect.stringMatching(/^M261120-[0-9a-f]{6}-2$/) as string },
    ]);
    expect(problemsIn(workspace).join()).toContain(
      `Assessments ${free + 1} Pupil id: No pupil has the id "U998".`,
    );
    sweep(workspace, demo.owner);
    const looks = rowsOf(workspace, needsALook).map(({ what, pupil }) => `${what}|${pupil}`);
    expect(looks).toContain(`Peer feedback to check|${PUPIL}`);
  });
});
