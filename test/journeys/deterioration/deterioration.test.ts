/**
 * The policy's core promise on the built bundle: notices and plans, what corrections undo, and who is not
 * told twice.
 */
import { rowsOf } from "../../../src/programs/look";
import { demoWeekFilling } from "../../../src/programs/staff";
import { addDays } from "../../../src/domain/words/days";
import { areas, starterAreas } from "../../../src/domain/tables/areas";
import { outbox } from "../../../src/domain/tables/ledger";
import { contacts, placements, staff } from "../../../src/domain/tables/people";
import { plans, actions, alerts, needsALook } from "../../../src/domain/tables/plans";
import { settings } from "../../../src/domain/tables/settings";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";
import { Killed } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { FRIDAY, fullDemo, paste, person, problemsIn, received, sweep, sweptFullDemo, type } from "../hub";

const grades = weeklyGrades(starterAreas);
const FRIDAY_EVENING = "2026-11-20T18:10";
const DAY_AFTER = "2026-11-23T18:10";

/** Writes an overall as staff would; letters from the newest week back. */
function overalls(workspace: MemoryWorkspace, pupil: string, letters: Record<string, string>): void {
  for (const [week, overall] of Object.entries(letters))
    type(workspace, grades, (row) => row["pupil"] === pupil && row["week"] === week, { overall });
}
const notices = (workspace: MemoryWorkspace, pupil: string) =>
  rowsOf(workspace, outbox)
    .filter((e) => /^(notice|correction)\|/.test(e.key) && e.key.includes(`|${pupil}|`))
    .map((e) => `${e.key.split("|")[0]} ${e.key.split("|")[1]} ${e.key.split("|")[5]} ${e.state}`);
const planOf = (workspace: MemoryWorkspace, pupil: string) =>
  rowsOf(workspace, plans).filter((p) => p.pupil === pupil);
const alertOf = (workspace: MemoryWorkspace, pupil: string) =>
  rowsOf(workspace, alerts).find((a) => a.pupil === pupil && a.series === "overall");

test("four weeks below: the provider hears, a plan opens with its actions, and a second check changes nothing", async () => {
  const { workspace, demo: hub } = sweptFullDemo();
  const mails = (await received(workspace)).filter((m) =>
    /^Notice, week beginning 16 November/.test(m.subject),
  );
  const told = mails.find((m) =>
    /Overall was Green in the weeks beginning 31 August and 7 September\. It has been below Green for four school weeks: Amber, Amber, Red, Amber \(19 October to 16 November\)\. The week of 26 October was a holiday and did not count\./.test(
      m.text,
    ),
  );
  expect(told?.text).toMatch(/An action plan is in place/);
  // This provider wants full names; the others get initials.
  expect(told?.text).toMatch(/This is about Zoë O'Neil-Šafářová, ref BM-\d+, whom you placed/);
  expect(mails.filter((m) => m !== told).map((m) => /about (.*?), ref/.exec(m.text)?.[1])).toEqual([
    "VU",
    "VU",
  ]);
  expect(planOf(workspace, "U001")).toMatchObject([
    { plan: "AP-U001-2026-10-19", state: "open", openedOn: "2026-11-20", reviewOn: "2026-12-11" },
  ]);
  expect(rowsOf(workspace, actions).filter((a) => a.plan === "AP-U001-2026-10-19")).toHaveLength(4);
  expect(alertOf(workspace, "U001")).toMatchObject({
    state: "notified",
    weeksBelow: 4,
    notifiedOn: "2026-11-20",
    plan: "AP-U001-2026-10-19",
  });
  const before = [
    workspace.mails.length,
    JSON.stringify([outbox, alerts, plans, actions].map((t) => rowsOf(workspace, t as never))),
  ];
  sweep(workspace, hub.owner, { now: FRIDAY_EVENING });
  sweep(workspace, hub.owner, { now: DAY_AFTER });
  expect([
    workspace.mails.length,
    JSON.stringify([outbox, alerts, plans, actions].map((t) => rowsOf(workspace, t as never))),
  ]).toEqual(before);
});

test("a correction after the notice takes it back; if the run comes back, the next revision goes", async () => {
  const { workspace, demo: hub } = sweptFullDemo();
  expect(notices(workspace, "U001")).toEqual(["notice 2026-11-16 1 claimed", "notice 2026-11-16 1 sent"]);
  overalls(workspace, "U001", { "2026-11-02": "G", "2026-11-09": "G" });
  sweep(workspace, hub.owner, { now: FRIDAY_EVENING });
  expect(notices(workspace, "U001").slice(2)).toEqual([
    "notice 2026-11-16 1 superseded",
    "correction 2026-11-16 1 claimed",
    "correction 2026-11-16 1 sent",
  ]);
  const [correction] = (await received(workspace)).slice(-1);
  expect(correction?.text).toMatch(
    /Grades were corrected after our notice about the week beginning 16 November 2026/,
  );
  expect(rowsOf(workspace, alerts).find((a) => a.pupil === "U001" && a.plan !== "")).toMatchObject({
    state: "superseded",
  });
  expect(planOf(workspace, "U001")).toMatchObject([{ state: "open", withdrawn: "2026-11-20" }]);
  overalls(workspace, "U001", { "2026-11-02": "A", "2026-11-09": "R" });
  sweep(workspace, hub.owner, { now: DAY_AFTER });
  expect(notices(workspace, "U001").slice(5)).toEqual([
    "notice 2026-11-16 2 claimed",
    "notice 2026-11-16 2 sent",
  ]);
  expect(planOf(workspace, "U001")).toMatchObject([{ state: "open", withdrawn: "" }]);
});

test("a late grade completes a run: it is told at the evening's check, and says so", async () => {
  const { workspace, demo: hub } = fullDemo();
  overalls(workspace, "U001", { "2026-11-09": "E" });
  sweep(workspace, hub.owner);
  expect(notices(workspace, "U001")).toEqual([]);
  overalls(workspace, "U001", { "2026-11-09": "R" });
  sweep(workspace, hub.owner, { now: "2026-11-27T16:40" });
  const mail = (await received(workspace)).find(
    (m) => /^Notice, week beginning 16 November/.test(m.subject) && /Amber, Amber, Red, Amber/.test(m.text),
  );
  expect(mail?.text).toMatch(/Some of the grades that complete the picture were entered late/);
});

test("a provider without a contact for notices: the plan opens all the same, shown as blocked", () => {
  const { workspace, demo: hub } = fullDemo();
  for (const contact of rowsOf(workspace, contacts).filter((c) => c.provider === "P02"))
    type(workspace, contacts, (c) => c["id"] === contact.id, { notices: "no" });
  sweep(workspace, hub.owner);
  expect(planOf(workspace, "U001")).toHaveLength(1);
  expect(alertOf(workspace, "U001")).toMatchObject({ notifiedOn: "blocked" });
  expect(problemsIn(workspace).join()).toMatch(
    /A notice should go to .*, but no confirmed contact there receives notices/,
  );
  expect(rowsOf(workspace, needsALook)).toContainEqual(
    expect.objectContaining({ what: "Notice not sent", pupil: "U001" }),
  );
});

test("the order of rows does not matter", () => {
  const told = (sorted: boolean) => {
    const { workspace, demo: hub } = fullDemo();
    const book = person(workspace, hub.owner).globals.SpreadsheetApp.getActiveSpreadsheet();
    if (sorted)
      for (const tab of ["Weekly grades", "Placements", "Pupils"]) book.getSheetByName(tab).sort(2, false);
    sweep(workspace, hub.owner);
    return rowsOf(workspace, outbox)
      .filter((e) => e.state === "sent" && e.key.startsWith("notice"))
      .map((e) => e.key + e.hash)
      .sort();
  };
  expect(told(true)).toEqual(told(false));
});

test("two providers of one pupil are both told, and share one plan", () => {
  const { workspace } = sweptFullDemo();
  const told = rowsOf(workspace, outbox).filter(
    (e) => e.key.startsWith("notice|2026-11-16|U010|") && e.state === "sent",
  );
  expect(new Set(told.map((e) => e.key.split("|")[3])).size).toBe(2);
  expect(planOf(workspace, "U010")).toHaveLength(1);
});

test("automation turned on over a year of pasted grades tells nothing of it", () => {
  const { workspace, demo: hub } = fullDemo();
  type(workspace, settings, (s) => s["setting"] === "Automation first on", { value: "2026-11-21" });
  sweep(workspace, hub.owner, { now: "2026-11-23T18:10" });
  expect(workspace.mails).toEqual([]);
  expect(planOf(workspace, "U001")).toEqual([]);
});

test("held notices wait for a lead", () => {
  const { workspace, demo: hub } = fullDemo();
  type(workspace, settings, (s) => s["setting"] === "Hold notices for approval", { value: "yes" });
  sweep(workspace, hub.owner);
  expect(notices(workspace, "U001")).toEqual(["notice 2026-11-16 1 held"]);
  expect(planOf(workspace, "U001")).toHaveLength(1);
  expect(alertOf(workspace, "U001")).toMatchObject({ notifiedOn: "waits" });
  const lead = person(workspace, hub.owner, "2026-11-20T17:00");
  lead.call("heldMail");
  const args =
    /data-call="approveMail"\s+data-args="([^"]*notice[^"]*)"/.exec(lead.shown[0]?.html ?? "")?.[1] ?? "[]";
  lead.run("approveMail", ...(JSON.parse(args.replace(/&quot;/g, '"')) as string[]));
  expect(
    rowsOf(workspace, outbox).filter((e) => e.state === "sent" && e.key.startsWith("notice|2026-11-16")),
  ).toHaveLength(1);
});

test("a changed setting takes nothing back that was told", () => {
  const { workspace, demo: hub } = sweptFullDemo();
  type(workspace, settings, (s) => s["setting"] === "Weeks below before a notice", { value: "6" });
  sweep(workspace, hub.owner, { now: FRIDAY_EVENING });
  const events = rowsOf(workspace, outbox);
  expect(events.some((e) => e.state === "superseded" || e.key.startsWith("correction"))).toBe(false);
});

test("killed at moments that leave something behind, and run again: each plan exists once with its actions, nobody is missed", async () => {
  const { workspace: whole, demo: hub } = fullDemo();
  const names: string[] = [];
  sweep(whole, hub.owner, { hook: { before: ({ name }) => names.push(name) } });
  const expected = (await received(whole)).map((m) => m.subject + m.to.join()).sort();
  // The first and the last of each kind; every call: npm run faults -- --job deterioration.
  const from = names.indexOf("Sheet.insertRowsAfter");
  const later = ["Sheet.insertRowsAfter", "Range.setValues", "MailApp.sendEmail", "SpreadsheetApp.flush"]
    .flatMap((name) => [names.indexOf(name, from) + 1, names.lastIndexOf(name) + 1])
    .filter((k, i, all) => all.indexOf(k) === i);
  expect(later.length).toBeGreaterThan(5);
  for (const k of later) {
    const { workspace } = fullDemo();
    const kill = (call: { number: number }): void => {
      if (call.number === k) throw new Killed("killed");
    };
    expect(() => sweep(workspace, hub.owner, { hook: { after: kill } })).toThrow("killed");
    const again = workspace.afterKill();
    sweep(again, hub.owner, { now: "2026-11-20T17:40" });
    const got = (await received(again)).map((m) => m.subject + m.to.join()).sort();
    expect([...new Set(got)]).toEqual([...new Set(expected)]);
    expect(got.length - expected.length).toBeLessThanOrEqual(1);
    const ids = rowsOf(again, plans).map((p) => p.plan);
    expect(ids).toEqual(rowsOf(whole, plans).map((p) => p.plan));
    expect(rowsOf(again, actions)).toHaveLength(rowsOf(whole, actions).length);
  }
});

test("a pupil who leaves in the week it fires: the provider still hears, and the plan opens", () => {
  const { workspace, demo: hub } = fullDemo();
  type(workspace, placements, (p) => p["id"] === "L001", { lastDay: "2026-11-18" });
  sweep(workspace, hub.owner);
  expect(notices(workspace, "U001")).toEqual(["notice 2026-11-16 1 claimed", "notice 2026-11-16 1 sent"]);
  expect(planOf(workspace, "U001")).toMatchObject([{ state: "open" }]);
  sweep(workspace, hub.owner, { now: "2026-11-27T18:10" });
  expect(notices(workspace, "U001")).toHaveLength(2);
  expect(alertOf(workspace, "U001")?.state).toBe("ended");
});

test("an area renamed and another retired in mid-year: what was told stays told, and stands under its new name", () => {
  const { workspace, demo: hub } = sweptFullDemo();
  type(workspace, areas, (a) => a["id"] === "A01", { name: "Being here" });
  type(workspace, areas, (a) => a["id"] === "A05", { retiredFrom: "2026-11-23" });
  person(workspace, hub.owner, "2026-11-20T17:00").call("prepareWorkbook");
  sweep(workspace, hub.owner, { now: FRIDAY_EVENING });
  const events = rowsOf(workspace, outbox);
  expect(events.some((e) => e.state === "superseded")).toBe(false);
  const renamed = rowsOf(workspace, alerts).filter((a) => a.series === "A01");
  expect(renamed.length).toBeGreaterThan(0);
  for (const alert of renamed) expect(alert.sentence).toMatch(/^Being here /);
});

test("a new school year starts afresh: nothing of the old one is told, taken back or forgotten", () => {
  const { workspace, demo: hub } = sweptFullDemo();
  const lead = person(workspace, hub.owner, "2027-09-01T08:00");
  paste(
    lead,
    "Calendar",
    ["School year", "Kind", "Name", "First day", "Last day"],
    [["2027-28", "half-term", "Autumn 1", "2027-09-01", "2027-10-22"]],
  );
  const sent = workspace.mails.length;
  const plan = planOf(workspace, "U001");
  sweep(workspace, hub.owner, { now: "2027-09-03T18:10" });
  const later = rowsOf(workspace, outbox)
    .slice(-40)
    .filter((e) => e.at >= "2027");
  expect(later.filter((e) => /^(notice|correction)/.test(e.key))).toEqual([]);
  expect(planOf(workspace, "U001")).toEqual(plan);
  expect(alertOf(workspace, "U001")).toMatchObject({ state: "ended", plan: "AP-U001-2026-10-19" });
  expect(workspace.mails.length).toBeGreaterThanOrEqual(sent);
});

test("living through the rest of the term: rows, grades, updates and notices follow each other, each alert explained", async () => {
  const { workspace, demo: hub } = fullDemo();
  const filling = demoWeekFilling(workspace, { size: "small", seed: 1, now: FRIDAY });
  sweep(workspace, hub.owner);
  const plansAt = [rowsOf(workspace, plans).length];
  for (const monday of ["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"]) {
    const friday = addDays(monday, 4);
    sweep(workspace, hub.owner, { now: `${monday}T07:10` });
    filling.fill(person(workspace, hub.owner, `${friday}T12:00`), `${friday}T12:00`);
    for (const time of ["14:10", "16:40", "18:10"]) sweep(workspace, hub.owner, { now: `${friday}T${time}` });
    plansAt.push(rowsOf(workspace, plans).length);
    expect(
      rowsOf(workspace, outbox).some((e) => e.key.startsWith(`weekly|${monday}`) && e.state === "sent"),
    ).toBe(true);
  }
  expect(plansAt[4]).toBeGreaterThan(plansAt[0] ?? 0);
  const all = rowsOf(workspace, alerts);
  expect(new Set(all.map((a) => a.state))).toEqual(
    new Set(["notified", "warning", "below", "recovered", "ended"]),
  );
  for (const alert of all) expect(alert.sentence).toMatch(/^[A-Z][^]*(below|back at its level)[^]*\.$/);
  const subjects = (await received(workspace)).map((m) => m.subject.split(",")[0]);
  for (const kind of ["Weekly update", "Notice", "Good news"]) expect(subjects).toContain(kind);
  expect(problemsIn(workspace).filter((p) => p.startsWith("Runs"))).toEqual([]);
});

test("letting staff fill a week says why nothing was entered", () => {
  const { workspace, demo: hub } = fullDemo();
  const filling = demoWeekFilling(workspace, { size: "small", seed: 1, now: FRIDAY });
  const at = (now: string) => filling.fill(person(workspace, hub.owner, now), now);
  expect(at("2026-11-24T12:00")).toContain("no rows for the week of 23 November 2026 yet");
  expect(at("2027-10-05T12:00")).toContain("no lessons in the week of 4 October 2027");
});

describe("a plan is closed by a decision", () => {
  const close = (workspace: MemoryWorkspace, user: string, form: Record<string, string>) =>
    person(workspace, user, "2026-11-23T09:00").run("closePlan", "AP-U001-2026-10-19", form);
  const teacher = (workspace: MemoryWorkspace) =>
    rowsOf(workspace, staff).find((s) => s.role === "teacher")?.email ?? "";

  test("with an agreed level, which the rule measures against from then on", () => {
    const { workspace, demo: hub } = sweptFullDemo();
    const form = person(workspace, teacher(workspace), "2026-11-23T09:00").run(
      "planForm",
      "AP-U001-2026-10-19",
    ) as { page: string };
    expect(form.page).toMatch(/Agreed level for Overall, P02\s+\(suggested: Red\)/);
    close(workspace, teacher(workspace), {
      decision: "new level agreed",
      outcome: "-1",
      "level L001 overall": "A",
      reason: "",
    });
    expect(planOf(workspace, "U001")).toMatchObject([
      {
        state: "closed",
        decision: "new level agreed",
        outcome: "-1",
        agreed: "L001 overall A",
        agreedFrom: "2026-11-23",
        closedOn: "2026-11-23",
        closedBy: teacher(workspace),
      },
    ]);
    sweep(workspace, hub.owner, { now: "2026-11-27T18:10" });
    expect(alertOf(workspace, "U001")?.state).toBe("ended");
    expect(planOf(workspace, "U001")).toHaveLength(1);
  });

  test("waived by a lead alone, with a reason; support may not open or close any", () => {
    const { workspace, demo: hub } = sweptFullDemo();
    expect(() =>
      close(workspace, teacher(workspace), { decision: "waived", reason: "Known illness." }),
    ).toThrow(/Only a lead/);
    expect(() => close(workspace, hub.owner, { decision: "waived", reason: "" })).toThrow(/Say why/);
    const support = rowsOf(workspace, staff).find((s) => s.role === "support")?.email ?? "";
    expect(() => close(workspace, support, { decision: "recovered" })).toThrow(/Only a lead or teacher/);
    close(workspace, hub.owner, { decision: "waived", reason: "Known illness." });
    expect(planOf(workspace, "U001")).toMatchObject([{ state: "waived", reason: "Known illness." }]);
  });

  test("opened by hand for a concern of one's own", () => {
    const { workspace, demo: hub } = fullDemo();
    const lead = person(workspace, hub.owner, "2026-11-23T09:00");
    lead.run("openPlan", { pupil: "u014", concern: "Withdrawn since the holiday." });
    expect(planOf(workspace, "U014")).toMatchObject([
      { plan: "AP-U014-2026-11-23", concern: "Withdrawn since the holiday." },
    ]);
    expect(lead.run("openPlan", { pupil: "U014", concern: "x" })).toMatchObject({
      said: expect.stringMatching(/ already has an open plan\.$/) as string,
    });
    expect(() => lead.run("openPlan", { pupil: "U999", concern: "x" })).toThrow(/No pupil has this id/);
  });
});

test("Try the rule shows other settings' notices beside those in use, and writes nothing", () => {
  const { workspace, demo: hub } = fullDemo();
  const before = JSON.stringify(workspace.workbook);
  const lead = person(workspace, hub.owner, "2026-11-20T17:00");
  lead.call("tryRule");
  const countsIn = (page: string) =>
    [...page.matchAll(/(\d+) notices, [\d.]+ a week/g)].map(([, n]) => Number(n));
  const [inUse, same] = countsIn(lead.shown[0]?.html ?? "");
  expect(inUse).toBeGreaterThan(3);
  expect(same).toBe(inUse);
  const tried = lead.run("trySettings", { threshold: "1", overallNotifies: "yes" }) as { page: string };
  expect(countsIn(tried.page)[1]).toBeGreaterThan(inUse ?? 0);
  expect(() => lead.run("trySettings", { threshold: "many" })).toThrow(
    /Weeks below before a notice: enter a whole number from 1 to 20/,
  );
  expect(JSON.stringify(workspace.workbook)).toBe(before);
});
