/**
 * The week around the update: Monday's rows, chasing, late and corrected grades, approvals, and a hub that
 * stops.
 */
import { rowsOf } from "../../../src/programs/look";
import { starterAreas } from "../../../src/domain/tables/areas";
import { outbox, runs } from "../../../src/domain/tables/ledger";
import { contacts, placements, providers, pupils, staff } from "../../../src/domain/tables/people";
import { settings } from "../../../src/domain/tables/settings";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import {
  demo,
  FRIDAY,
  globalsOf,
  paste,
  person,
  problemsIn,
  received,
  sweep,
  sweptDemo,
  type,
  valuesOf,
} from "../hub";

const WEEK = "2026-11-16";
const grades = weeklyGrades(starterAreas);
type GradeRow = Record<string, unknown> & { row: number };
const gradeRows = (workspace: MemoryWorkspace) => rowsOf(workspace, grades) as GradeRow[];

/** The row of a pupil's week, from 1, and a column by heading. */
const cellOf = (
  workspace: MemoryWorkspace,
  pupil: string,
  week: string,
  heading: string,
): [number, number] => {
  const host = person(workspace, "helen.marlowe@hub.example");
  const [headings = [], ...rows] = valuesOf(host, "Weekly grades");
  const days = rows.map((row) => row[0] as Date);
  const isWeek = (d: Date) =>
    `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, "0")}-${String(d.getDate()).padStart(2, "0")}` ===
    week;
  return [
    rows.findIndex((row, i) => isWeek(days[i]!) && row[1] === pupil) + 2,
    headings.indexOf(heading) + 1,
  ];
};
const enter = (
  workspace: MemoryWorkspace,
  now: string,
  pupil: string,
  week: string,
  heading: string,
  value: string,
) =>
  person(workspace, "ruth.castleford@hub.example", now).edit(
    "Weekly grades",
    ...cellOf(workspace, pupil, week, heading),
    [[value]],
  );

describe("rows of a new week", () => {
  const MONDAY = "2026-11-23T07:10";
  test("are made on Monday from 07:00 under the headings, one for each pupil here, by key worker, and only once", () => {
    const { workspace, demo: hub } = sweptDemo();
    const before = gradeRows(workspace).length;
    sweep(workspace, hub.owner, { now: "2026-11-23T06:10" });
    expect(gradeRows(workspace).length).toBe(before);
    const host = sweep(workspace, hub.owner, { now: MONDAY });
    const rows = gradeRows(workspace);
    const made = rows.filter((row) => row["week"] === "2026-11-23");
    const here = rowsOf(workspace, placements).filter(
      (p) => p.firstDay <= "2026-11-27" && (p.lastDay ?? "9") >= "2026-11-23",
    );
    expect(made.map((row) => row["pupil"]).sort()).toEqual([...new Set(here.map((p) => p.pupil))].sort());
    expect(rows.slice(0, made.length)).toEqual(made);
    expect(made.map((row) => row["keyWorker"])).toEqual(made.map((row) => row["keyWorker"]).sort());
    expect(host.logs.join()).toMatch(new RegExp(`weekRows 2026-11-23: ${made.length} rows made`));
    sweep(workspace, hub.owner, { now: "2026-11-23T08:10" });
    expect(gradeRows(workspace).length).toBe(rows.length);
    // They look like rows, not like headings, and keep their drop-downs and colours.
    const sheet = workspace.workbook.sheets.find((s) => s.name === "Weekly grades")!;
    expect(sheet.styles[4]?.[1]?.style).toEqual({ horizontal: "center", numberFormat: "@", vertical: "top" });
    expect(sheet.styles[4]?.[1]?.style.background).toBeUndefined();
    expect(
      sheet.validations.some((v) => v.areas.some((a) => a.row <= 1 && a.column <= 4 && a.lastColumn >= 4)),
    ).toBe(true);
    expect(
      sheet.colourRules[0]?.areas.some((a) => a.row <= 1 && a.column === 4 && a.lastRow > rows.length),
    ).toBe(true);
  });

  test("a pupil who joins on Wednesday gets one the morning after", () => {
    const { workspace, demo: hub } = sweptDemo();
    sweep(workspace, hub.owner, { now: MONDAY });
    const lead = person(workspace, hub.owner, "2026-11-24T10:00");
    paste(lead, "Pupils", ["First name", "Surname"], [["Ophelia", "Newcombe"]]);
    paste(
      lead,
      "Placements",
      ["Pupil", "Provider", "First day"],
      [["Ophelia Newcombe", "P01", "2026-11-25"]],
    );
    sweep(workspace, hub.owner, { now: "2026-11-25T07:10" });
    expect(rowsOf(workspace, pupils).pop()).toMatchObject({ id: "U021", firstName: "Ophelia" });
    expect(gradeRows(workspace)[0]).toMatchObject({
      week: "2026-11-23",
      pupil: "U021",
      name: "Ophelia Newcombe",
    });
  });
});

test("on Friday from 14:00 each member of staff with blanks gets one reminder, leads those nobody owns", async () => {
  const { workspace, demo: hub } = demo();
  for (const run of rowsOf(workspace, runs).filter((r) => r.job === "reminders"))
    type(workspace, runs, (r) => r["job"] === run.job, { for: "2026-11-13" });
  type(workspace, runs, (r) => r["job"] === "hourlySweep", { at: "2026-11-20 12:49" });
  type(workspace, pupils, (p) => p["id"] === "U016", { keyWorker: "" });
  sweep(workspace, hub.owner, { now: "2026-11-20T13:59" });
  expect(workspace.mails).toEqual([]);
  sweep(workspace, hub.owner, { now: "2026-11-20T14:10" });
  const mails = await received(workspace);
  const team = rowsOf(workspace, staff);
  expect(mails.length).toBeGreaterThan(2);
  for (const mail of mails) {
    expect(team.map((s) => s.email)).toContain(mail.to[0]);
    expect(mail.subject).toMatch(/^Please enter before 16:30: grades for \d+ pupils?$/);
  }
  const leads = team.filter((s) => s.role === "lead").map((s) => s.email);
  for (const lead of leads)
    expect(mails.find((m) => m.to[0] === lead)?.text).toMatch(/Cerys Varga: nothing yet/);
  sweep(workspace, hub.owner, { now: "2026-11-20T15:10" });
  expect(workspace.mails.length).toBe(mails.length);
});

describe("late and corrected grades", () => {
  test("the provider's next update says so; what was sent is not sent again", async () => {
    const { workspace, demo: hub } = sweptDemo();
    const sentThen = workspace.mails.length;
    const [first] = rowsOf(workspace, placements).filter((p) => p.pupil === "U016");
    enter(workspace, "2026-11-20T17:00", "U016", WEEK, "Attendance", "a");
    enter(workspace, "2026-11-23T09:00", "U004", WEEK, "Engagement", "Green");
    sweep(workspace, hub.owner, { now: "2026-11-20T18:10" });
    sweep(workspace, hub.owner, { now: "2026-11-23T18:10" });
    expect(workspace.mails.length).toBe(sentThen);
    sweep(workspace, hub.owner, { now: "2026-11-27T16:40" });
    const mails = (await received(workspace)).slice(sentThen);
    const theirs = mails.filter((m) => new RegExp(`Ref 2026-11-23-${first?.provider}-`).test(m.text));
    expect(theirs[0]?.text).toMatch(
      /LATE AND CORRECTED[^]*Week beginning 16 November: Attendance now Amber \(was not graded\)/,
    );
    const corrected = mails.filter((m) => /Engagement now Green \(was (Red|Amber)\)/.test(m.text));
    const provider = rowsOf(workspace, placements).find((p) => p.pupil === "U004")?.provider;
    expect(corrected.length).toBeGreaterThan(0);
    for (const mail of corrected) expect(mail.text).toMatch(new RegExp(`-${provider}-`));
    sweep(workspace, hub.owner, { now: "2026-12-04T16:40" });
    const later = (await received(workspace)).slice(sentThen + mails.length);
    expect(later.length).toBeGreaterThan(0);
    expect(later.map((m) => m.text).join()).not.toMatch(/LATE AND CORRECTED/);
  });

  test("of a pupil who has left, they go alone at the evening's check, once", async () => {
    const { workspace, demo: hub } = sweptDemo();
    const sentThen = workspace.mails.length;
    // U018 leaves on the Tuesday of the demo's week.
    enter(workspace, "2026-11-23T09:00", "U018", WEEK, "Behaviour and safety", "r");
    sweep(workspace, hub.owner, { now: "2026-11-23T17:10" });
    expect(workspace.mails.length).toBe(sentThen);
    sweep(workspace, hub.owner, { now: "2026-11-23T18:10" });
    const mails = (await received(workspace)).slice(sentThen);
    const takers = rowsOf(workspace, contacts).filter(
      (c) =>
        c.provider === rowsOf(workspace, placements).find((p) => p.pupil === "U018")?.provider &&
        c.updates === "yes" &&
        c.confirmed === c.email,
    );
    expect(mails.map((m) => m.to[0]).sort()).toEqual(takers.map((c) => c.email).sort());
    expect(mails[0]?.subject).toBe("Late or corrected grades: 1 pupil");
    expect(mails[0]?.text).toMatch(/Week beginning 16 November: Behaviour and safety now Red \(was \w+\)/);
    sweep(workspace, hub.owner, { now: "2026-11-24T18:10" });
    expect(workspace.mails.length).toBe(sentThen + mails.length);
    enter(workspace, "2026-11-25T09:00", "U018", WEEK, "Behaviour and safety", "a");
    sweep(workspace, hub.owner, { now: "2026-11-25T18:10" });
    expect(
      rowsOf(workspace, outbox)
        .filter((e) => e.state === "sent" && e.key.startsWith("changes|"))
        .map((e) => e.key.split("|")[4]),
    ).toEqual(takers.flatMap(() => ["1"]).concat(takers.flatMap(() => ["2"])));
  });
});

test("fortnightly and holidays: weeks not told join the next update; none gets none", async () => {
  const { workspace, demo: hub } = demo();
  sweep(workspace, hub.owner); // third week of the half-term
  const fortnightly = rowsOf(workspace, providers).find((p) => p.cadence === "fortnightly")?.id;
  expect(rowsOf(workspace, outbox).filter((e) => e.key.startsWith(`weekly|${WEEK}|${fortnightly}|`))).toEqual(
    [],
  );
  paste(
    person(workspace, hub.owner),
    "Calendar",
    ["School year", "Kind", "Name", "First day", "Last day", "Provider"],
    [["2026-27", "provider holiday", "Training", "2026-11-27", "2026-11-27", "P01"]],
  );
  sweep(workspace, hub.owner, { now: "2026-11-27T16:40" });
  const mails = await received(workspace);
  const theirs = mails.filter((m) => m.text.includes(`Ref 2026-11-23-${fortnightly}-`));
  expect(theirs[0]?.text).toMatch(/WEEK BEGINNING 16 NOVEMBER 2026[^]*WEEK BEGINNING 23 NOVEMBER 2026/);
  expect(mails.filter((m) => m.text.includes("Ref 2026-11-23-P01-"))).toEqual([]);
  sweep(workspace, hub.owner, { now: "2026-12-04T16:40" });
  const after = (await received(workspace)).filter((m) => m.text.includes("Ref 2026-11-30-P01-"));
  expect(after[0]?.text).toMatch(/WEEK BEGINNING 23 NOVEMBER 2026[^]*WEEK BEGINNING 30 NOVEMBER 2026/);
  expect(after[0]?.text).not.toMatch(/WEEK BEGINNING 16/);
});

describe("held for approval", () => {
  const held = () => {
    const made = demo();
    type(made.workspace, settings, (s) => s["setting"] === "Hold weekly updates for approval", {
      value: "yes",
    });
    sweep(made.workspace, made.demo.owner);
    return { ...made, lead: person(made.workspace, made.demo.owner, "2026-11-20T17:00") };
  };
  const first = (html: string) =>
    JSON.parse(
      /data-call="approveMail"\s+data-args="([^"]*)"/.exec(html)?.[1]?.replace(/&quot;/g, '"') ?? "[]",
    ) as [string, string];

  test("nothing goes until a lead approves what was shown; dropped never goes", () => {
    const { workspace, lead, demo: hub } = held();
    expect(workspace.mails).toEqual([]);
    expect(problemsIn(workspace).join()).toMatch(/messages are held until a lead decides/);
    lead.call("heldMail");
    const [key, hash] = first(lead.shown[0]?.html ?? "");
    expect(lead.shown[0]?.html).toMatch(/Waiting for approval/);
    lead.run("approveMail", key, hash);
    expect(workspace.mails.length).toBe(1);
    const [next] = first((lead.run("heldMail"), lead.shown[0]?.html) ?? "");
    lead.run("dropMail", next);
    sweep(workspace, hub.owner, { now: "2026-11-20T18:40" });
    expect(workspace.mails.length).toBe(1);
    const states = new Map(rowsOf(workspace, outbox).map((e) => [e.key, e.state]));
    expect([states.get(key), states.get(next)]).toEqual(["sent", "dropped"]);
  });

  test("dropped changes never go, not under another number either; what changes after them does", () => {
    const { workspace, demo: hub } = sweptDemo();
    type(workspace, settings, (s) => s["setting"] === "Hold weekly updates for approval", { value: "yes" });
    // U018 left on the Tuesday of the demo's week, so that no later update tells of it.
    enter(workspace, "2026-11-23T09:00", "U018", WEEK, "Behaviour and safety", "r");
    sweep(workspace, hub.owner, { now: "2026-11-23T18:10" });
    const changes = () =>
      rowsOf(workspace, outbox)
        .filter((e) => e.key.startsWith("changes|"))
        .map((e) => `${e.key.split("|")[4]} ${e.state}`);
    const held = changes();
    expect(new Set(held)).toEqual(new Set(["1 held"]));
    const lead = person(workspace, hub.owner, "2026-11-23T19:00");
    for (const { key } of rowsOf(workspace, outbox).filter((e) => e.key.startsWith("changes|")))
      lead.run("dropMail", key);
    sweep(workspace, hub.owner, { now: "2026-11-24T18:10" });
    expect(changes()).toEqual([...held, ...held.map(() => "1 dropped")]);
    enter(workspace, "2026-11-25T09:00", "U018", WEEK, "Behaviour and safety", "a");
    sweep(workspace, hub.owner, { now: "2026-11-25T18:10" });
    expect(changes().slice(2 * held.length)).toEqual(held.map(() => "2 held"));
  });

  test("what changed since it was looked at is not approved", () => {
    const { workspace, lead } = held();
    lead.call("heldMail");
    const [key, hash] = first(lead.shown[0]?.html ?? "");
    const provider = key.split("|")[2];
    const pupil =
      rowsOf(workspace, placements).find((p) => p.provider === provider && p.lastDay === null)?.pupil ?? "";
    enter(workspace, "2026-11-20T17:05", pupil, WEEK, "Strength", "Something else altogether.");
    expect(lead.run("approveMail", key, hash)).toMatchObject({
      said: expect.stringMatching(/changed since you looked/),
    });
    expect(workspace.mails).toEqual([]);
  });
});

test("the preview shows what would go to whom, and why anybody gets nothing; it sends nothing", () => {
  const { workspace, demo: hub } = demo("default");
  const lead = person(workspace, hub.owner, "2026-11-20T15:00");
  lead.call("previewWeeklyUpdate");
  const html = lead.shown[0]?.html ?? "";
  expect(html).toMatch(/Week beginning 16 November 2026: \d+ messages/);
  expect(html).toMatch(/100 messages can still be sent today/);
  expect(html).toMatch(/This provider wants no updates/);
  expect(html).toMatch(/No update is due this week. The next one will cover this week too/);
  expect(workspace.mails).toEqual([]);
  expect(rowsOf(workspace, outbox).some((e) => e.key.startsWith(`weekly|${WEEK}`))).toBe(false);
});

test("a test goes to the lead who pressed, and to nobody else", async () => {
  const { workspace, demo: hub } = demo();
  const lead = person(workspace, hub.owner, "2026-11-20T15:00");
  lead.call("sendTestToMe");
  const mails = await received(workspace);
  expect(mails.map((m) => m.to)).toEqual([[hub.owner]]);
  expect(mails[0]?.subject).toMatch(/^Test: Weekly update/);
  expect(lead.toasts.join()).toMatch(/as a test to helen.marlowe@hub.example/);
});

describe("Send now", () => {
  test("offers the running week on its last day only, after a question that counts the blanks", () => {
    const { workspace, demo: hub } = demo();
    const thursday = person(workspace, hub.owner, "2026-11-19T15:00");
    thursday.call("sendNow");
    expect(thursday.shown[0]?.html).toMatch(/There is nothing to send/);
    const friday = person(workspace, hub.owner, "2026-11-20T15:00");
    friday.call("sendNow");
    expect(friday.shown[0]?.html).toMatch(/3 pupils have blank grades\. The week has not closed yet/);
    friday.run("sendWeek", WEEK);
    expect(workspace.mails.length).toBeGreaterThan(3);
    const sent = workspace.mails.length;
    sweep(workspace, hub.owner);
    expect(workspace.mails.length).toBe(sent);
  });

  test("two leads pressing at once send once", () => {
    const { workspace, demo: hub } = demo();
    const other = rowsOf(workspace, staff).filter((s) => s.role === "lead")[1]?.email ?? "";
    let second = "";
    const lead = person(workspace, hub.owner, FRIDAY, {
      hook: {
        before: ({ name }) => {
          if (name !== "MailApp.sendEmail" || second) return;
          try {
            second = "pressed";
            person(workspace, other).run("sendWeek", WEEK);
          } catch (error) {
            second = (error as Error).message;
          }
        },
      },
    });
    lead.run("sendWeek", WEEK);
    expect(second).toMatch(/is at work.*Nothing was done. Try again in a minute/);
    const keys = rowsOf(workspace, outbox)
      .filter((e) => e.state === "sent")
      .map((e) => e.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("rubbish for an argument is refused with a sentence", () => {
    const { workspace, demo: hub } = demo();
    const lead = person(workspace, hub.owner);
    for (const week of ["2026-02-30", "", null, 7, { week: WEEK }, "../x", "*"])
      expect(() => lead.run("sendWeek", week)).toThrow(/That is not a valid week/);
    expect(() => lead.run("approveMail", "weekly|x", 7)).toThrow(/copy of what was shown/);
    expect(() => lead.run("turnAutomation", "maybe")).toThrow(/not a valid choice of on or off/);
    expect(workspace.mails).toEqual([]);
  });
});

describe("a hub that stops says so where people look", () => {
  const toastsOn = (workspace: MemoryWorkspace, now: string, mode: "simple" | "none" = "simple") => {
    const host = person(workspace, "ruth.castleford@hub.example", now, { mode });
    host.call("onOpen");
    expect(host.menu.map((item) => item.label)).toContain("Preview weekly update");
    return host.toasts.join();
  };

  test("no trigger any more: on opening, three hours after the last run", () => {
    const { workspace } = sweptDemo();
    expect(toastsOn(workspace, "2026-11-20T19:00")).toBe("");
    expect(toastsOn(workspace, "2026-11-23T08:00")).toMatch(
      /has not run since 16:40 on 20 November 2026: the trigger of helen.marlowe/,
    );
    expect(toastsOn(workspace, "2026-11-23T08:00", "none")).toBe("");
  });

  test("the owner leaves: another lead takes over, the old trigger removes itself", () => {
    const { workspace, demo: hub } = demo();
    const other = rowsOf(workspace, staff).filter((s) => s.role === "lead")[1]?.email ?? "";
    const lead = person(workspace, other, "2026-11-20T15:00");
    lead.call("automation");
    expect(lead.shown[0]?.html).toMatch(/belongs to helen\.marlowe@hub\.example[^]*Take over/);
    lead.run("turnAutomation", "on");
    sweep(workspace, hub.owner);
    expect(workspace.mails).toEqual([]);
    expect(workspace.state.triggers.map((t) => t.owner)).toEqual([other]);
    sweep(workspace, other);
    expect(workspace.mails.length).toBeGreaterThan(3);
  });

  test("rights withdrawn: nothing is lost, the problem names it, and it goes when they are back", () => {
    const { workspace, demo: hub } = demo();
    sweep(workspace, hub.owner, { denied: ["script.send_mail"] });
    expect(workspace.mails).toEqual([]);
    expect(problemsIn(workspace).join()).toMatch(/You do not have permission to call MailApp/);
    const lead = person(workspace, hub.owner, FRIDAY, { denied: ["script.send_mail"] });
    expect(() => lead.run("turnAutomation", "on")).toThrow(/has not yet allowed Google/);
    sweep(workspace, hub.owner, { now: "2026-11-20T17:40" });
    expect(workspace.mails.length).toBeGreaterThan(3);
  });

  test("no document for the run: it stops with a sentence", () => {
    const { workspace, demo: hub } = demo();
    expect(() => sweep(workspace, hub.owner, { document: false })).toThrow(
      /Google gave this run no active workbook/,
    );
  });

  test("a copy, on opening and in the automation's dialog", () => {
    const { workspace, demo: hub } = demo();
    workspace.state.workbookId = "another";
    expect(toastsOn(workspace, FRIDAY)).toMatch(/This is a copy of the tracker/);
    const lead = person(workspace, hub.owner, FRIDAY);
    lead.call("automation");
    expect(lead.shown[0]?.html).toMatch(
      /This is a copy\. If you turn it on here, messages are sent from here/,
    );
    expect(() => lead.run("sendWeek", WEEK)).toThrow(/This is a copy/);
  });

  test("a clock that was set back stops everything until it is right", () => {
    const { workspace, demo: hub } = sweptDemo();
    expect(() => sweep(workspace, hub.owner, { now: "2026-11-13T16:40" })).toThrow(/set back/);
    expect(problemsIn(workspace).join()).toMatch(/Runs - At: The clock says 16:40 on 13 November 2026/);
    sweep(workspace, hub.owner, { now: "2026-11-20T18:40" });
    expect(problemsIn(workspace).join()).not.toMatch(/set back/);
  });

  test("an update that is more than six days old waits for a person", () => {
    const { workspace: late, demo: hub } = demo();
    sweep(late, hub.owner, { now: "2026-11-26T16:31" });
    expect(rowsOf(late, outbox).some((e) => e.key.startsWith(`weekly|${WEEK}`))).toBe(false);
    expect(problemsIn(late).join()).toMatch(
      /week beginning 16 November 2026 was not finished within six days/,
    );
    person(late, hub.owner, "2026-11-26T17:00").run("sendWeek", WEEK);
    expect(late.mails.length).toBeGreaterThan(3);
  });

  test("automation turned on over pasted grades sends nothing for the past", () => {
    const { workspace, demo: hub } = demo();
    for (const setting of ["Automation first on", "Automation owner"])
      type(workspace, settings, (s) => s["setting"] === setting, { value: "" });
    type(workspace, settings, (s) => s["setting"] === "Automation", { value: "off" });
    const book = globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet();
    for (const tab of ["Outbox", "Runs"]) {
      const sheet = book.getSheetByName(tab);
      sheet.getRange(2, 1, sheet.getLastRow(), sheet.getLastColumn()).clearContent();
    }
    person(workspace, hub.owner, "2026-11-23T09:00").run("turnAutomation", "on");
    for (const now of ["2026-11-23T10:00", "2026-11-23T18:10", "2026-11-24T18:10"])
      sweep(workspace, hub.owner, { now });
    expect(workspace.mails).toEqual([]);
    sweep(workspace, hub.owner, { now: "2026-11-27T16:40" });
    expect(workspace.mails.length).toBeGreaterThan(3);
    expect(
      rowsOf(workspace, outbox)
        .map((e) => e.key)
        .join(),
    ).not.toMatch(/2026-11-(16|09)/);
  });
});

describe("typing a grade", () => {
  test("g and green become G and the time is stamped; what cannot be read stays, and anything elsewhere", () => {
    const { workspace } = demo();
    enter(workspace, "2026-11-20T12:05", "U004", WEEK, "Engagement", "green");
    const row = () => gradeRows(workspace).find((r) => r["week"] === WEEK && r["pupil"] === "U004");
    expect(row()).toMatchObject({ A04: "G", changedAt: "2026-11-20 12:05" });
    enter(workspace, "2026-11-20T12:06", "U004", WEEK, "Engagement", "absent");
    expect(row()).toMatchObject({ A04: "?" });
    enter(workspace, "2026-11-20T12:07", "U004", WEEK, "Strength", "g");
    expect(row()).toMatchObject({ strength: "g", changedAt: "2026-11-20 12:06" });
  });

  test("a pasted block, and few calls: 2 elsewhere, 16 on a grade", () => {
    const { workspace } = demo();
    const host = person(workspace, "ruth.castleford@hub.example", "2026-11-20T12:05");
    host.edit("Pupils", 2, 9, [["g"]]);
    expect(host.total).toBeLessThanOrEqual(2);
    host.edit("Weekly grades", 2, 5, [["r"]]);
    expect(host.total).toBeLessThanOrEqual(16);
    host.edit("Weekly grades", 2, 4, [
      ["Ruth Castleford", "a", "GREEN", "u"],
      ["=1+1", "r", "x", ""],
    ]);
    const cells = valuesOf(host, "Weekly grades")
      .slice(1, 3)
      .map((row) => row.slice(4, 7));
    expect(cells).toEqual([
      ["A", "G", "U"],
      ["R", "x", ""],
    ]);
  });

  test("a whole row pasted, which Google names by its number alone", () => {
    const { workspace } = demo();
    const host = person(workspace, "ruth.castleford@hub.example", "2026-11-20T12:05");
    const { columns } = workspace.workbook.sheets.find(({ name }) => name === "Weekly grades")!;
    const held = valuesOf(host, "Weekly grades")[1] ?? [];
    const row = Array.from({ length: columns }, (_, i) => held[i] ?? "");
    row.splice(4, 3, "a", "GREEN", "u");
    host.edit("Weekly grades", 2, 1, [row]);
    expect(host.calls).toMatchObject({ "Range.getA1Notation": 1, "Range.getLastColumn": 1 });
    expect(gradeRows(workspace)[0]).toMatchObject({ A01: "A", changedAt: "2026-11-20 12:05" });
    expect(valuesOf(host, "Weekly grades")[1]?.slice(4, 7)).toEqual(["A", "G", "U"]);
  });
});
