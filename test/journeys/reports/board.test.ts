/** Sections that staff write and the working board, on the built bundle: two people, and who may do what. */
import { rowsOf } from "../../../src/programs/look";
import { spaced } from "../../../src/domain/words/days";
import type { Opened } from "../../../src/domain/views/pupilView";
import type { ReportPart } from "../../../src/domain/reports/board/reportPart";
import { staff } from "../../../src/domain/tables/people";
import { comments, reports, templates } from "../../../src/domain/tables/reports";
import { targets } from "../../../src/domain/tables/targets";
import { headingsOf } from "../../../src/domain/tables/table";
import type { Table } from "../../../src/domain/tables/table";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { copyOf, fullDemo, paste, person, problemsIn, type } from "../hub";

const NOW = "2026-11-20T15:10";
const PUPIL = "U005";
const PERIOD = "2026-27 Autumn 2";
const [LETTER, END_OF_TERM] = ["R261101-000001", "R261101-000002"];
const FULL = "Reads a page aloud and says what it was about.";

interface Made {
  workspace: MemoryWorkspace;
  lead: Host;
  teacher: Host;
  support: Host;
  names: Record<string, string>;
}

let base: MemoryWorkspace;

/** The demo with two reports of a pupil on the board, drafting. */
beforeAll(() => {
  const { workspace, demo } = fullDemo("small");
  const owner = person(workspace, demo.owner, NOW);
  const madeAt = spaced(NOW);
  for (const [id, kind] of [
    [LETTER, "half-termly"],
    [END_OF_TERM, "end of term"],
  ] as const) {
    const template = { id, name: kind, provider: "", kind, forWhom: "all", document: "D1", active: "yes" };
    const row = { period: PERIOD, provider: "P01", pupil: PUPIL, template: id, state: "drafting", madeAt };
    add(owner, templates as never, template);
    add(owner, reports as never, row);
  }
  base = workspace;
});

function made(): Made {
  const workspace = copyOf(base);
  const members = rowsOf(workspace, staff);
  const of = (role: string) => {
    const member = members.find((one) => one.role === role);
    if (!member) throw new Error(`There is no ${role}.`);
    return member;
  };
  const host = (role: string) => person(workspace, of(role).email, NOW);
  const lead = host("lead");
  const names = Object.fromEntries(["lead", "teacher", "support"].map((role) => [role, of(role).name]));
  return { workspace, lead, teacher: host("teacher"), support: host("support"), names };
}

const add = (host: Host, table: Table, record: Record<string, string>): void =>
  paste(host, table.tab, headingsOf(table), [Object.keys(table.columns).map((field) => record[field] ?? "")]);

const said = (pattern: RegExp) => ({ said: expect.stringMatching(pattern) as string });
const move = (host: Host, to: string, template = LETTER) =>
  host.run("changeReport", PERIOD, PUPIL, "P01", template, to);
const save = (host: Host, section: string, seen: string, text: string) =>
  host.run("saveComment", PUPIL, section, seen, text);
const reportOf = (workspace: MemoryWorkspace, template = LETTER) =>
  rowsOf(workspace, reports).find((one) => one.template === template);

describe("a section", () => {
  test("is a new row, then the same row, each in at most 20 calls", () => {
    const { workspace, teacher, support, names } = made();
    expect(save(teacher, "literacy", "", FULL)).toEqual(said(/Literacy is saved/));
    expect(teacher.total).toBeLessThanOrEqual(20);
    const kept = { period: PERIOD, pupil: PUPIL, section: "literacy", at: "2026-11-20 15:10" };
    expect(rowsOf(workspace, comments)).toMatchObject([{ ...kept, words: FULL, by: names["teacher"] }]);
    save(support, "literacy", FULL, "=1+1");
    expect(support.total).toBeLessThanOrEqual(20);
    expect(rowsOf(workspace, comments)).toMatchObject([{ ...kept, words: "=1+1", by: names["support"] }]);
    save(support, "literacy", "=1+1", "");
    expect(rowsOf(workspace, comments)).toMatchObject([{ words: "" }]);
    expect(problemsIn(workspace)).toEqual([]);
  });

  test("that somebody changed meanwhile is refused, and neither text is lost", () => {
    const { workspace, teacher, support, names } = made();
    save(teacher, "literacy", "", FULL);
    expect(() => save(support, "literacy", "", "Mine")).toThrow(
      new RegExp(`^Literacy: ${names["teacher"]} has just changed it`),
    );
    expect(rowsOf(workspace, comments)).toMatchObject([{ words: FULL }]);
    expect(save(support, "literacy", "", FULL)).toEqual(said(/already saved/));
  });

  test.each([
    [
      "too long",
      ["comment", "", "x".repeat(201)],
      /One comment has 201 characters; the limit is 200\. Shorten it/,
    ],
    ["unknown", ["nothing", "", "x"], /no such section/],
    ["no text", ["literacy", "", 7], /is not text/],
    ["no proof of what was seen", ["literacy", null, "x"], /copy of the text shown/],
  ])("%s is refused", (_what, [section, seen, text], why) => {
    const { workspace, teacher } = made();
    expect(() => teacher.run("saveComment", PUPIL, section, seen, text)).toThrow(why);
    expect(() => teacher.run("saveComment", "U999", "literacy", "", "x")).toThrow(/not on the Pupils tab/);
    expect(rowsOf(workspace, comments)).toEqual([]);
  });

  test("with two rows is told of, and no third one is made", () => {
    const { workspace, lead, teacher } = made();
    const row = { period: PERIOD, pupil: PUPIL, section: "literacy", words: FULL };
    add(lead, comments as never, row);
    add(lead, comments as never, row);
    expect(() => save(teacher, "literacy", FULL, "x")).toThrow(/two rows for this section/);
    expect(rowsOf(workspace, comments).length).toBeLessThanOrEqual(2);
  });
});

describe("a report of the board", () => {
  test("is checked by somebody else, approved by a lead, taken back by anybody", () => {
    const { workspace, lead, teacher, support, names } = made();
    save(teacher, "literacy", "", FULL);
    expect(() => move(teacher, "checked")).toThrow(/You wrote a section.*Ask a colleague/);
    expect(() => move(lead, "approved")).toThrow(
      /drafting; somebody who did not write any of it must check it first/,
    );
    expect(move(support, "checked")).toEqual(said(/has been checked/));
    const checked = { state: "checked", checkedBy: names["support"], checkedAt: spaced(NOW) };
    expect(reportOf(workspace)).toMatchObject(checked);
    expect(() => move(lead, "checked")).toThrow(
      /already checked by .*, 20 November 2026; a lead must approve it/,
    );
    expect(() => move(support, "approved")).toThrow(/Only a lead can approve/);
    expect(move(lead, "approved")).toEqual(said(/is approved/));
    const approved = { ...checked, state: "approved", approvedBy: names["lead"], approvedAt: spaced(NOW) };
    expect(reportOf(workspace)).toMatchObject(approved);
    expect(move(teacher, "drafting")).toEqual(said(/Taken back/));
    expect(reportOf(workspace)).toMatchObject({
      state: "drafting",
      checkedBy: "",
      checkedAt: "",
      approvedBy: "",
      approvedAt: "",
    });
    expect(() => move(teacher, "drafting")).toThrow(/This report is drafting/);
    expect(reportOf(workspace, END_OF_TERM)).toMatchObject({ state: "drafting" });
    expect(problemsIn(workspace)).toEqual([]);
  });

  test("is not checked as long as a section wants other words, and each is said", () => {
    const { workspace, teacher, support } = made();
    save(teacher, "strengths", "", "Is never lazy.");
    save(teacher, "nextsteps", "", "Try harder.");
    expect(() => move(support, "checked")).toThrow(
      /Strengths: “lazy”, a label; instead: .*Next steps for school: “Try harder”, an empty next step/,
    );
    expect(reportOf(workspace)).toMatchObject({ state: "drafting" });
  });

  test("is not checked as long as a section names another pupil", () => {
    const { teacher, support } = made();
    save(teacher, "strengths", "", "Worked well with Cerys Varga.");
    expect(() => move(support, "checked")).toThrow(/“Cerys Varga”, another pupil's name/);
  });

  test("words put into the sheet by hand after the check stop the approval", () => {
    const { workspace, lead, teacher, support, names } = made();
    save(teacher, "literacy", "", FULL);
    move(support, "checked");
    type(workspace, comments, () => true, { words: "Lazy." });
    expect(() => move(lead, "approved")).toThrow(/“Lazy”/);
    type(workspace, comments, () => true, { words: FULL, at: "2026-11-21 09:00" });
    expect(() => move(lead, "approved")).toThrow(
      /literacy was changed at 09:00 on 21 November 2026, after the check/,
    );
    type(workspace, comments, () => true, { at: "2026-11-20 09:00", by: names["support"] ?? "" });
    expect(() => move(lead, "approved")).toThrow(
      /checked this report and also wrote a section of it. Take it back/,
    );
  });

  test("an End of Term Report needs a literacy and a numeracy target by teaching staff", () => {
    const { workspace, lead, teacher, support, names } = made();
    for (const target of rowsOf(workspace, targets).filter((one) => one.pupil === PUPIL))
      type(workspace, targets, (row) => row["id"] === target.id, { state: "met" });
    move(support, "checked", END_OF_TERM);
    const approve = () => move(lead, "approved", END_OF_TERM);
    expect(approve).toThrow(/needs an active literacy and an active numeracy target set by teaching staff/);
    teacher.run("addTarget", PUPIL, { subject: "literacy", wording: "Write a paragraph" });
    teacher.run("addTarget", PUPIL, { subject: "numeracy", wording: "Add to a hundred" });
    const [first] = rowsOf(workspace, targets).slice(-1);
    type(workspace, targets, (row) => row["id"] === first?.id, { setBy: names["support"] ?? "" });
    expect(approve).toThrow(/needs an active numeracy target/);
    type(workspace, targets, (row) => row["id"] === first?.id, { setBy: names["lead"] ?? "" });
    expect(approve()).toEqual(said(/is approved/));
    expect(lead.total).toBeLessThanOrEqual(30);
  });

  test("not started is moved by nobody, and nobody says that one is sent", () => {
    const { workspace, lead } = made();
    type(workspace, reports, () => true, { state: "not started" });
    for (const to of ["drafting", "checked", "approved"])
      expect(() => move(lead, to)).toThrow(/is not started; a lead must make/);
    for (const to of ["sent", "not started", "", null])
      expect(() => move(lead, to as string)).toThrow(/not a valid step of a report/);
    expect(reportOf(workspace)).toMatchObject({ state: "not started" });
  });

  test("sent becomes drafting again where a lead begins a new version", () => {
    const { workspace, lead, teacher } = made();
    const sent = { state: "sent", sentAt: "2026-11-19 17:00" };
    type(workspace, reports, () => true, sent);
    for (const to of ["checked", "approved"])
      expect(() => move(lead, to)).toThrow(/is sent, 19 November 2026; a lead can begin a new version/);
    expect(() => move(teacher, "drafting")).toThrow(/only a lead can begin a new version/);
    expect(reportOf(workspace)).toMatchObject(sent);
    move(lead, "drafting");
    expect(reportOf(workspace)).toMatchObject({ state: "drafting", sentAt: "" });
  });

  test("is not checked while its document is older than a section", () => {
    const { workspace, teacher, support } = made();
    save(teacher, "literacy", "", FULL);
    type(workspace, reports, () => true, { madeAt: "2026-11-20 15:09" });
    expect(() => move(support, "checked")).toThrow(
      /literacy was changed at 15:10 on 20 November 2026, after the document was made .*must make it again first/,
    );
  });

  test.each(["certificate", "handover"])("a %s is approved by nobody, because it goes to nobody", (kind) => {
    const { workspace, lead, support } = made();
    type(workspace, templates, (row) => row["id"] === LETTER, { kind });
    move(support, "checked");
    expect(() => move(lead, "approved")).toThrow(/is printed, not sent/);
  });

  test("that is not there is said, and so is somebody who may not", () => {
    const { workspace, lead, support } = made();
    expect(() => lead.run("changeReport", PERIOD, PUPIL, "P02", LETTER, "checked")).toThrow(
      /no longer there/,
    );
    type(workspace, staff, (row) => row["role"] === "support", { role: "admin" });
    expect(() => move(support, "checked")).toThrow(/Only a lead or teacher or support/);
    expect(() => save(support, "literacy", "", "x")).toThrow(/Only a lead or teacher or support/);
  });

  test("of all a provider's pupils has no section to check", () => {
    const { workspace, lead, support } = made();
    add(lead, reports as never, { period: PERIOD, provider: "P02", template: LETTER, state: "drafting" });
    const all = (host: Host, to: string) => host.run("changeReport", PERIOD, "", "P02", LETTER, to);
    all(support, "checked");
    all(lead, "approved");
    expect(rowsOf(workspace, reports).find(({ pupil }) => pupil === "")).toMatchObject({ state: "approved" });
  });
});

describe("the Report view", () => {
  const view = (host: Host): ReportPart => {
    const opened = host.run("openPupil", { pupil: PUPIL, known: null }) as Opened;
    if (opened.kind !== "pupil") throw new Error(JSON.stringify(opened));
    return opened.page.report;
  };
  const written = ({ voices }: ReportPart): string[] =>
    voices.flatMap(({ sections }) =>
      sections.flatMap(({ name, words }) => (words ? [`${name}: ${words}`] : [])),
    );

  test("shows what is written, how far each report is, and what this person may do next", () => {
    const { lead, teacher, support, names } = made();
    save(teacher, "literacy", "", FULL);
    expect(view(teacher)).toMatchObject({
      period: PERIOD,
      soFar: expect.stringMatching(/^Overall, week by week: \d Green/) as string,
      locked: "",
      voices: [{ title: "What staff write" }, { title: "The pupil's own words" }, {}],
    });
    expect(written(view(teacher))).toEqual([`literacy: ${FULL}`]);
    const first = (host: Host) => view(host).board[0];
    expect(first(teacher)).toMatchObject({
      title: expect.stringMatching(/^half-termly, \w/) as string,
      said: `${PERIOD}: drafting`,
      steps: [["checked", "Checked"]],
    });
    move(support, "checked");
    const said = `${PERIOD}: checked by ${names["support"]}, 20 November 2026`;
    expect(first(teacher)).toMatchObject({ said, steps: [["drafting", "Take back"]] });
    expect(first(lead)?.steps.map(([to]) => to)).toEqual(["approved", "drafting"]);
    expect(view(lead).locked).toMatch(/is already checked\. Take it back/);
  });
});
