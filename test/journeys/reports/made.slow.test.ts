/**
 * A half-term's reports on the built bundle: each once, nothing of anybody else, whatever happens meanwhile.
 */
import { rowsOf } from "../../../src/programs/look";
import type { DocsDocument } from "../../../src/domain/documents/document";
import { walked } from "../../../src/domain/documents/document";
import { SECTIONS } from "../../../src/domain/reports/says/sections";
import { assessments } from "../../../src/domain/tables/assessments";
import { outbox } from "../../../src/domain/tables/ledger";
import { checkIns, feedback } from "../../../src/domain/tables/feedback";
import { placements, providers, pupils, staff } from "../../../src/domain/tables/people";
import { comments, reports, templates } from "../../../src/domain/tables/reports";
import { rewards } from "../../../src/domain/tables/rewards";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { fullDemo, person, problemsIn, type } from "../hub";
import {
  PERIOD,
  OWNER,
  make,
  saidOf,
  documents,
  readIn,
  documentsOnBoard,
  keysOnBoard,
  documentWith,
  add,
  rewrite,
  template,
  EVERYTHING,
  onlyTemplates,
} from "./making";

/**
 * A word of each pupil's own, in everything that is written about the pupil; and words of what never leaves.
 */
function withCanaries(): MemoryWorkspace {
  const { workspace } = fullDemo();
  const word = (id: string | undefined) => `qz${(id ?? "").toLowerCase()}qz`;
  const everybody = rowsOf(workspace, pupils).map(({ id }) => id);
  const mark = (tab: string, ...columns: string[]) =>
    rewrite(workspace, tab, columns, (_cell, row) => `Well ${word(row["Pupil id"] ?? row["Id"])}`);
  mark("Pupils", "Strengths", "Needs", "What helps");
  mark("Weekly grades", "Strength", "Next step", "Note for provider");
  mark(
    "Targets",
    "Target",
    "In the child's words",
    "Starting point",
    "How we will know",
    "Steps",
    "What came of it",
  );
  rewrite(
    workspace,
    "Placements",
    ["Provider's reference"],
    (_cell, row) => `${word(row["Pupil"])} qr${row["Provider"]?.toLowerCase()}qz`,
  );
  const record = (letter: string, i: number) => `${letter}261101-${String(i).padStart(6, "0")}`;
  const on = "2026-11-10";
  const about = (pupil: string) => ({ pupil, name: "", by: OWNER });
  add(
    workspace,
    feedback,
    everybody.flatMap((pupil, i) =>
      (["verbal", "peer"] as const).map((kind, k) => ({
        ...about(pupil),
        id: record("F", 2 * i + k),
        on,
        kind,
        way: "direct",
        subject: "literacy",
        howWell: kind === "peer" ? "qpeerqz" : word(pupil),
        whatNext: kind === "peer" ? "qpeerqz" : word(pupil),
        state: "open",
      })),
    ),
  );
  add(
    workspace,
    rewards,
    everybody.flatMap((pupil, i) =>
      (["good work", "nomination"] as const).map((kind, k) => ({
        ...about(pupil),
        id: record("W", 2 * i + k),
        at: `${on} 10:00`,
        kind,
        subject: "literacy",
        reason: kind === "nomination" ? "qnomqz" : word(pupil),
      })),
    ),
  );
  add(
    workspace,
    checkIns,
    everybody.map((pupil, i) => ({ ...about(pupil), id: record("K", i), on, sentence: word(pupil) })),
  );
  add(
    workspace,
    assessments,
    everybody.flatMap((pupil, i) =>
      (["baseline", "SDQ"] as const).map((kind, k) => ({
        ...about(pupil),
        id: record("M", 2 * i + k),
        on: "2026-11-12",
        kind,
        subject: kind === "SDQ" ? "wellbeing" : "literacy",
        rater: kind === "SDQ" ? "teacher" : "",
        result: kind === "SDQ" ? "" : word(pupil),
        scores: kind === "SDQ" ? "total 14" : "",
        bands: kind === "SDQ" ? `total qsdqqz ${word(pupil)}` : "",
        judgement: "not judged",
      })),
    ),
  );
  add(
    workspace,
    comments,
    everybody.flatMap((pupil) =>
      SECTIONS.map(({ name }) => ({
        ...about(pupil),
        period: PERIOD,
        section: name.slice("written.".length),
        words: word(pupil),
        at: `${on} 10:00`,
      })),
    ),
  );
  add(
    workspace,
    templates,
    ["P04"].map((provider, i) => template(String(i), provider, documentWith(workspace, EVERYTHING))),
  );
  // One End of Term Report is enough, and makes the run shorter.
  type(workspace, templates, (row) => row["kind"] === "end of term", { forWhom: "primary" });
  return workspace;
}

describe("a half-term for all providers", () => {
  let workspace: MemoryWorkspace;
  let first: ReturnType<typeof make>;
  /** What each says, by its key. */
  let texts: Map<string, string>;
  beforeAll(() => {
    workspace = withCanaries();
    first = make(workspace);
    const read = readIn(workspace);
    texts = new Map([...documents(workspace)].map(([key, { id }]) => [key, read(id)]));
  });

  test("every wanted report is made once, and on the board", () => {
    const keys = [...documents(workspace).keys()].sort();
    expect(keysOnBoard(workspace)).toEqual(keys);
    expect(keys.length).toBeGreaterThan(30);
    expect(first.said).toBe(saidOf(keys.length, keys.length));
    const used = new Set(keys.map((key) => key.split("|")[4]));
    const active = rowsOf(workspace, templates);
    expect(active.filter(({ id }) => !used.has(id)).map(({ name }) => name)).toEqual([]);
    expect(problemsIn(workspace).filter((line) => line.startsWith("Reports"))).toEqual([]);
    for (const row of rowsOf(workspace, reports))
      expect(row).toMatchObject({ state: "drafting", revision: 1, madeAt: "2026-11-20 16:40" });
  });

  test("nothing of another pupil, another provider's reference, a peer or a nomination", () => {
    let own = 0;
    for (const [key, text] of texts) {
      const [, , pupil = "", provider = ""] = key.split("|");
      const words = new Set([...text.matchAll(/qz(u\d+)qz/g)].map(([, who = ""]) => who.toUpperCase()));
      const mine =
        pupil === "all"
          ? rowsOf(workspace, placements).flatMap((one) => (one.provider === provider ? [one.pupil] : []))
          : [pupil];
      expect([...words].filter((who) => !mine.includes(who))).toEqual([]);
      const references = [...text.matchAll(/qr(p\d+)qz/g)].map(([, which = ""]) => which.toUpperCase());
      expect(references.filter((which) => which !== provider)).toEqual([]);
      expect(text).not.toMatch(/qpeerqz|qnomqz/);
      own += words.size;
    }
    expect(own).toBeGreaterThan(30); // the words do come into the reports
  });

  test("an SDQ only in a PEP, an EHCP or a placement review", () => {
    const kinds = new Map(rowsOf(workspace, templates).map(({ id, kind }) => [id, kind]));
    const holding = [...texts]
      .filter(([, text]) => text.includes("qsdqqz"))
      .map(([key]) => kinds.get(key.split("|")[4] ?? ""));
    expect([...new Set(holding)].sort()).toEqual(["EHCP", "PEP", "placement review"]);
  });

  test("no tag, no programmer's word, no UPN; names of documents tell no status", () => {
    const upns = rowsOf(workspace, pupils).flatMap(({ upn }) => (upn === "" ? [] : [upn]));
    expect(upns.length).toBeGreaterThan(10);
    for (const [key, { name }] of documents(workspace)) {
      const text = `${name}\n${texts.get(key)}`;
      expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN|null/);
      expect(upns.filter((upn) => text.includes(upn))).toEqual([]);
      expect(name).not.toMatch(/EHCP|PEP|looked after|SEN|child in need/i);
    }
  });

  test("the return has one row for each pupil and no free text", () => {
    const [key = "", { id = "" } = {}] =
      [...documents(workspace)].find(([one]) => one.split("|")[2] === "all") ?? [];
    const provider = key.split("|")[3];
    const { Docs } = person(workspace, OWNER).globals as {
      Docs: { Documents: { get: (id: string) => DocsDocument } };
    };
    const rows = walked(Docs.Documents.get(id))
      .tables.map((table) =>
        table.rows.map(({ cells }) => cells.map((c) => c.paragraphs.map((p) => p.text).join(""))),
      )
      .sort((a, b) => b.length - a.length)[0];
    const here = new Set(
      rowsOf(workspace, placements)
        .filter((one) => one.provider === provider && (one.lastDay ?? "9999") >= "2026-11-02")
        .map(({ pupil }) => pupil),
    );
    expect(
      rows
        ?.slice(1)
        .map(([reference = ""]) => /qz(u\d+)qz/.exec(reference)?.[1]?.toUpperCase())
        .sort(),
    ).toEqual([...here].sort());
    // The word stands in the reference alone.
    for (const [, ...cells] of rows ?? []) expect(cells.join("")).not.toMatch(/qz/);
  });

  test("four calls for each document, and with all others no more than eight a report and forty", () => {
    const made = documents(workspace).size;
    const { calls, total } = first.host;
    expect(calls["Drive.Files.copy"]).toBe(made);
    expect(calls["Docs.Documents.batchUpdate"]).toBe(made);
    expect(total).toBeLessThanOrEqual(8 * made + 40);
  });

  test("each is claimed before it is made, and the ledger and the board agree", () => {
    const events = rowsOf(workspace, outbox);
    for (const { key, document } of documentsOnBoard(workspace)) {
      const own = events.filter((event) => event.key === key);
      expect(own.map(({ state }) => state)).toEqual(["claimed", "made"]);
      expect(own[1]?.reason).toBe(document);
      expect(documents(workspace).get(key)?.id).toBe(document);
    }
  });

  test("a second run makes nothing, with few calls", () => {
    const before = JSON.stringify(workspace.state.files);
    const { said, host } = make(workspace);
    expect(said).toBe(saidOf(documents(workspace).size, 0));
    expect(JSON.stringify(workspace.state.files)).toBe(before);
    const used = new Set([...documents(workspace).keys()].map((key) => key.split("|")[4])).size;
    expect(host.total).toBeLessThanOrEqual(90);
    // It looks whether a template was changed; no report's own document is read.
    expect(Object.entries(host.calls).filter(([name]) => /^(Docs|Drive)/.test(name))).toEqual([
      ["Docs.Documents.get", used],
    ]);
  });
});

test("a pupil who went to another provider: each gets only what happened in its own time", () => {
  const { workspace } = fullDemo();
  onlyTemplates(workspace);
  rewrite(workspace, "Pupils", ["EHCP"], (_cell, row) => (row["Id"] === "U014" ? "yes" : "no"));
  const document = documentWith(workspace, EVERYTHING);
  add(workspace, templates, [template("1", "", document, { forWhom: "EHCP" })]);
  // U014 left P01 on Tuesday 13 October and began at P04 on the Wednesday.
  const one = {
    pupil: "U014",
    name: "",
    by: OWNER,
    kind: "verbal",
    way: "direct",
    subject: "literacy",
    state: "open",
  };
  add(workspace, feedback, [
    { ...one, id: "F261001-000001", on: "2026-10-01", howWell: "qearlyqz" },
    { ...one, id: "F261001-000002", on: "2026-10-15", howWell: "qlateqz" },
  ]);
  const reward = { pupil: "U014", name: "", by: OWNER, kind: "good work", subject: "literacy" };
  add(workspace, rewards, [
    { ...reward, id: "W261001-000001", at: "2026-10-01 10:00", reason: "qearlyqz" },
    { ...reward, id: "W261001-000002", at: "2026-10-15 10:00", reason: "qlateqz" },
  ]);
  rewrite(workspace, "Weekly grades", ["Strength"], (cell, row) =>
    row["Pupil id"] === "U014" && /12 Oct|Oct 12|2026-10-12/.test(row["Week"] ?? "") ? "qlateqz" : cell,
  );
  make(workspace, ["P01", "P04"], "Autumn 1");
  const read = readIn(workspace);
  const textFor = (provider: string) =>
    [...documents(workspace)]
      .filter(([key]) => key.includes(`|U014|${provider}|`))
      .map(([, { id }]) => read(id))
      .join("");
  expect(textFor("P01").match(/q\w+qz/g)).toEqual(["qearlyqz", "qearlyqz", "qearlyqz", "qearlyqz"]);
  expect(textFor("P04").match(/q\w+qz/g)).toEqual(["qlateqz", "qlateqz", "qlateqz", "qlateqz", "qlateqz"]);
});

test("the dialog offers half-terms that have begun and active providers, makes the reports and shows the board; leads only", () => {
  const { workspace } = fullDemo("small");
  const lead = person(workspace, OWNER);
  lead.call("reportsDialog");
  const page = lead.shown[0]?.html ?? "";
  expect(
    [...page.matchAll(/<option value="(Autumn \d|Spring \d|all|P\d+)"/g)].map(([, value]) => value),
  ).toEqual([
    "Autumn 2",
    "Autumn 1",
    "all",
    ...rowsOf(workspace, providers)
      .filter(({ active }) => active === "yes")
      .map(({ id }) => id),
  ]);
  const answer = lead.run("makeChosenReports", { period: "Autumn 1", provider: "P02" }) as {
    said: string;
    page: string;
  };
  const made = rowsOf(workspace, reports).length;
  expect(made).toBeGreaterThan(0);
  expect(answer.said).toContain(`${made} of ${made} reports are ready`);
  expect(answer.page).toContain(`Autumn 1: ${made}: ${made} drafting.`);
  expect(rowsOf(workspace, reports).every(({ provider }) => provider === "P02")).toBe(true);
  const teacher = rowsOf(workspace, staff).find(({ role }) => role === "teacher")?.email ?? "";
  expect(() => person(workspace, teacher).call("reportsDialog")).toThrow(/Only a lead/);
  expect(() =>
    person(workspace, teacher).run("makeChosenReports", { period: "Autumn 1", provider: "all" }),
  ).toThrow(/Only a lead/);
});
