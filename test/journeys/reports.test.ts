/**
 * A half-term's reports on the built bundle: each once, nothing of anybody else, whatever happens meanwhile. One file,
 * because every test starts from a copy of the same demo, which takes a second to make.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { rowsOf } from "../../build/look";
import type { DocsDocument } from "../../src/domain/reports/document";
import { walked } from "../../src/domain/reports/document";
import { FIELDS } from "../../src/domain/reports/fields";
import { LISTS } from "../../src/domain/reports/lists";
import { SECTIONS } from "../../src/domain/reports/sections";
import { keyOfRow } from "../../src/domain/reports/wanted";
import { assessments } from "../../src/domain/tables/assessments";
import { outbox } from "../../src/domain/tables/ledger";
import { checkIns, feedback } from "../../src/domain/tables/feedback";
import { placements, providers, pupils, staff } from "../../src/domain/tables/people";
import type { Template } from "../../src/domain/tables/reports";
import { comments, reports, templates } from "../../src/domain/tables/reports";
import { rewards } from "../../src/domain/tables/rewards";
import type { Columns, RecordOf, Table } from "../../src/domain/tables/table";
import { headingsOf } from "../../src/domain/tables/table";
import { blankDocx } from "../../src/host/documents/blankDocx";
import { Killed } from "../../src/host/host";
import type { MemoryWorkspace } from "../../src/host/memoryWorkspace";
import { copyOf, fullDemo, person, problemsIn, type } from "./centre";

const PERIOD = "2026-27 Autumn 2";
const OWNER = "helen.marlowe@hub.example";
const DOCUMENT = "application/vnd.google-apps.document";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const make = (workspace: MemoryWorkspace, providers: unknown = "all", period = "Autumn 2") => {
  const host = person(workspace, OWNER);
  const { said } = host.call("makeReports", period, providers) as { said: string };
  return { host, said };
};

/** What is said when nothing is left to make. */
const saidOf = (there: number, made: number): string =>
  `${PERIOD}: ${there} of ${there} reports are there, ${made} of them made now.`;

/** Every document made as a report, by its key; throws where two have one key. */
function documents(workspace: MemoryWorkspace): Map<string, { id: string; name: string }> {
  const found = new Map<string, { id: string; name: string }>();
  for (const { id, name, appProperties } of Object.values(workspace.state.files ?? {})) {
    const key = appProperties["hubTracker"];
    if (!key?.startsWith("report|")) continue;
    if (found.has(key)) throw new Error(`Two documents have the key ${key}.`);
    found.set(key, { id, name });
  }
  return found;
}

const readIn = (workspace: MemoryWorkspace) => {
  const { Docs } = person(workspace, OWNER).globals as {
    Docs: { Documents: { get: (id: string) => DocsDocument } };
  };
  return (id: string): string =>
    walked(Docs.Documents.get(id))
      .paragraphs.map(({ text }) => text)
      .join("");
};

const documentsOnBoard = (workspace: MemoryWorkspace) =>
  rowsOf(workspace, reports).map((row) => ({
    key: `${keyOfRow(row)}|${row.revision}`,
    document: row.document,
  }));

const keysOnBoard = (workspace: MemoryWorkspace): string[] =>
  documentsOnBoard(workspace)
    .map(({ key }) => key)
    .sort();

/** A Google Doc of the owner's with a paragraph for each line; cells of a table's row are divided by `|`. */
function documentWith(workspace: MemoryWorkspace, lines: readonly string[]): string {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const body = lines.map((line) =>
    line.includes("|")
      ? `<w:tr>${line
          .split("|")
          .map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`)
          .join("")}</w:tr>`
      : paragraph(line),
  );
  const whole = `${body.join("")}<w:p/>`.replace(/(<w:tr>.*<\/w:tr>)/s, "<w:tbl>$1</w:tbl>");
  const parts = unzipSync(blankDocx());
  const main = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace("<w:p/>", () => whole);
  const bytes = zipSync({ ...parts, "word/document.xml": strToU8(main) });
  const { Drive, Utilities } = person(workspace, OWNER).globals;
  const blob = Utilities.newBlob([...bytes], DOCX, "t.docx");
  return (Drive.Files.create({ name: "Template", mimeType: DOCUMENT }, blob) as { id: string }).id;
}

/** Adds rows below the last one of an add-on's own tab. */
function add<C extends Columns>(
  workspace: MemoryWorkspace,
  table: Table<C>,
  records: readonly Partial<Record<keyof RecordOf<Table<C>>, string | number>>[],
): void {
  const { SpreadsheetApp } = person(workspace, OWNER).globals;
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.tab);
  const fields = Object.keys(table.columns);
  const headings = headingsOf(table as Table);
  const last = sheet.getLastRow() as number;
  sheet.insertRowsAfter(last, records.length);
  const rows = records.map((record) => fields.map((field) => record[field] ?? ""));
  sheet.getRange(last + 1, 1, rows.length, headings.length).setValues(rows);
  SpreadsheetApp.flush();
}

/** Writes columns of a tab anew, for all of its rows. */
function rewrite(
  workspace: MemoryWorkspace,
  tab: string,
  columns: readonly string[],
  written: (cell: string, row: Readonly<Record<string, string>>) => string,
): void {
  const { SpreadsheetApp } = person(workspace, OWNER).globals;
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  const [headings = [], ...rows] = sheet.getDataRange().getValues() as string[][];
  for (const column of columns) {
    const at = headings.indexOf(column);
    if (at < 0) throw new Error(`${tab} has no heading ${column}`);
    const cells = rows.map((row) => {
      const named = Object.fromEntries(headings.map((heading, i) => [heading, String(row[i])]));
      return [written(String(row[at]), named)];
    });
    sheet.getRange(2, at + 1, cells.length, 1).setValues(cells);
  }
  SpreadsheetApp.flush();
}

const template = (id: string, provider: string, document: string, change: Partial<Template> = {}) => ({
  id: `R261101-00000${id}`,
  name: `Own ${id}`,
  provider,
  kind: "half-termly" as const,
  forWhom: "all" as const,
  document,
  active: "yes" as const,
  ...change,
});

/** Every tag that any report may hold. */
const EVERYTHING = [
  ...FIELDS.filter(({ privacy }) => privacy !== "sensitive").map(({ tag }) => `${tag}: {{${tag}}}`),
  ...LISTS.map(({ fields }) => fields.map(({ tag }) => `{{${tag}}}`).join(" / ")),
  "Area|{{grid.week}}",
  "{{grid.area}}|{{grid.mark}}",
  "Overall|{{grid.overall}}",
];

/** Only these of the demo's templates are used. */
function onlyTemplates(workspace: MemoryWorkspace, ...names: string[]): void {
  rewrite(workspace, "Templates", ["Active"], (_cell, row) =>
    names.includes(row["Name"] ?? "") ? "yes" : "no",
  );
}

/** A word of each pupil's own, in everything that is written about the pupil; and words of what never leaves. */
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
  }, 60_000);

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

describe("what is refused", () => {
  const withTemplate = (lines: readonly string[], change: Partial<Template> = {}): MemoryWorkspace => {
    const { workspace } = fullDemo();
    onlyTemplates(workspace, "Primary, child-friendly");
    add(workspace, templates, [template("1", "P03", documentWith(workspace, lines), change)]);
    return workspace;
  };
  const complaints = (workspace: MemoryWorkspace): string =>
    problemsIn(workspace)
      .filter((line) => line.startsWith("Reports"))
      .join("\n");
  const RIGHT = "Primary, child-friendly";

  test.each([
    [
      "a sensitive tag",
      ["{{sdq.totals}}"],
      /holds \{\{sdq\.totals\}\}, which this kind of report never does/,
    ],
    ["an unknown tag", ["{{pupil.nam}}"], /unknown tags: pupil\.nam/],
    ["an unknown column of a list", ["{{reward.bogus}}"], /unknown tags: \{\{reward\.bogus\}\}/],
    ["a tag that is never closed", ["{{pupil.name}"], /unknown tags: \{\{pupil\.name\}/],
  ])(
    "a template with %s: a problem, no document, not on the board; the other's report is made",
    (_what, lines, says) => {
      const workspace = withTemplate(lines);
      make(workspace, ["P03"]);
      expect(complaints(workspace)).toMatch(says);
      expect(
        [...documents(workspace).values()].map(({ name }) => name.split(", ").slice(3).join(", ")),
      ).toEqual([RIGHT]);
      expect(rowsOf(workspace, reports)).toHaveLength(1);
    },
  );

  test("once the template is right the report is made", () => {
    const workspace = withTemplate(["{{pupil.nam}}"]);
    make(workspace, ["P03"]);
    const right = documentWith(workspace, ["{{pupil.name}}"]);
    type(workspace, templates, (row) => row["name"] === "Own 1", { document: right });
    expect(make(workspace, ["P03"]).said).toBe(saidOf(2, 1));
    expect(complaints(workspace)).toBe("");
  });

  test("an SDQ in a placement review is made", () => {
    const workspace = withTemplate(["{{sdq.totals}}"], { kind: "placement review" });
    expect(make(workspace, ["P03"]).said).toBe(saidOf(2, 2));
  });

  test("a template that is gone from Drive is told of, and the others' reports are made", () => {
    const workspace = withTemplate(["x"]);
    const { document } = rowsOf(workspace, templates).find(({ name }) => name === "Own 1") ?? {
      document: "",
    };
    person(workspace, OWNER).globals.Drive.Files.remove(document);
    expect(make(workspace, ["P03"]).said).toMatch(
      /: 1 of 2 reports are there, 1 of them made now\. 1 could not be made: see Problems/,
    );
    expect(complaints(workspace)).toMatch(/Own 1 \(R261101-000001\) cannot be read/);
  });

  test("a text that names another pupil withholds the report; a key worker called like a pupil does not", () => {
    const workspace = withTemplate(["{{pupil.strengths}} {{keyWorker.name}}"]);
    type(workspace, pupils, (row) => row["id"] === "U017", { strengths: "Helps Tilly Penhale with reading" });
    make(workspace, ["P03"]);
    expect(complaints(workspace)).toMatch(/what \{\{pupil\.strengths\}\} says names another pupil \(U008\)/);
    expect(complaints(workspace)).not.toMatch(/Tilly|Penhale/);
    // The other format does not hold that text.
    expect([...documents(workspace).keys()]).toEqual(keysOnBoard(workspace));
    expect(complaints(workspace)).not.toContain("Primary");
    const { keyWorker = "" } = rowsOf(workspace, pupils).find(({ id }) => id === "U017") ?? {};
    const worker = rowsOf(workspace, staff).find(({ id, name }) => [id, name].includes(keyWorker));
    type(workspace, pupils, (row) => row["id"] === "U017", { strengths: "Reads aloud" });
    type(workspace, pupils, (row) => row["id"] === "U001", { knownAs: worker?.name.split(" ")[0] ?? "" });
    expect(make(workspace, ["P03"]).said).toBe(saidOf(2, 1));
  });

  test("values that look like tags are printed, also when a run died after filling", () => {
    const workspace = withTemplate(["{{pupil.strengths}}"]);
    type(workspace, pupils, (row) => row["id"] === "U017", {
      strengths: "Likes {{pupil.dob}} and {{pupil.name}}",
    });
    let filled = 0;
    const kill = ({ name }: { name: string }): void => {
      if (name === "Docs.Documents.batchUpdate" && ++filled === 2) throw new Killed("killed");
    };
    const hook = { after: kill };
    expect(() =>
      person(workspace, OWNER, undefined, { hook }).call("makeReports", "Autumn 2", ["P03"]),
    ).toThrow("killed");
    const again = workspace.afterKill();
    expect(make(again, ["P03"]).said).toBe(saidOf(2, 2));
    const read = readIn(again);
    const texts = [...documents(again).values()].map(({ id }) => read(id));
    expect(texts).toContainEqual(expect.stringContaining("Likes {{pupil.dob}} and {{pupil.name}}\n"));
  });

  test("nobody but a lead makes reports; a half-term that is none is named", () => {
    const { workspace } = fullDemo();
    for (const role of ["teacher", "support", "admin"]) {
      const { email = "" } = rowsOf(workspace, staff).find((member) => member.role === role) ?? {};
      expect(() => person(workspace, email).call("makeReports", "Autumn 2", "all")).toThrow(/lead/);
    }
    expect(() =>
      person(workspace, "stranger@elsewhere.example").call("makeReports", "Autumn 2", "all"),
    ).toThrow(/Staff/);
    expect(() => make(workspace, "all", "Autumn 9")).toThrow(/no half-term "Autumn 9"/);
    expect(() => make(workspace, ["x"])).toThrow(/provider/);
    expect(documents(workspace).size).toBe(0);
  });
});

describe("eight calls a report and forty, also where there are few", () => {
  const KIND = "End of Term Report";
  /** One report for each of so many placements; all others are over. */
  const withPlacements = (n: number): MemoryWorkspace => {
    const { workspace } = fullDemo();
    onlyTemplates(workspace, KIND);
    const open = rowsOf(workspace, placements).filter(({ lastDay }) => lastDay === null);
    const here = open.slice(0, n).map(({ id }) => id);
    rewrite(workspace, "Placements", ["Last day"], (_last, row) =>
      here.includes(row["Id"] ?? "") ? "" : "2026-10-16",
    );
    // As every morning; else this run is the first to tell of pupils who are nowhere, which takes three calls.
    person(workspace, OWNER).call("checkPasted");
    return workspace;
  };
  const calls = (workspace: MemoryWorkspace, n: number): number => {
    const { host, said } = make(workspace);
    expect(said).toBe(saidOf(n, n));
    return host.total;
  };

  test.each([1, 3, 4, 5, 8])("%i", (n) => {
    expect(calls(withPlacements(n), n)).toBeLessThanOrEqual(8 * n + 40);
  });

  // Two are claimed together, and told together, which takes three calls each time where one takes one: so one is over.
  test("2, but for one call", () => {
    expect(calls(withPlacements(2), 2)).toBe(8 * 2 + 40 + 1);
  });
});

test("killed at the start, the claim, the copy, the filling and the board and run again, each report is there once, filled, with one row on the board", () => {
  const { workspace: start } = fullDemo();
  onlyTemplates(start, "Primary, child-friendly", "LA return, one table", "PEP contribution");
  const run = (workspace: MemoryWorkspace, hook = {}) =>
    person(workspace, OWNER, undefined, { hook }).call("makeReports", "Autumn 2", "all");
  const whole = copyOf(start);
  const names: string[] = [];
  run(whole, { before: ({ name }: { name: string }) => names.push(name) });
  const expected = [...documents(whole).keys()].sort();
  const textsOf = (workspace: MemoryWorkspace) => {
    const read = readIn(workspace);
    return expected.map((key) => read(documents(workspace).get(key)?.id ?? ""));
  };
  const texts = textsOf(whole);
  const ledgerOf = (workspace: MemoryWorkspace) =>
    expected.map((key) => {
      const own = rowsOf(workspace, outbox).filter((event) => event.key === key);
      return { key, document: own[own.length - 1]?.reason, state: own[own.length - 1]?.state };
    });
  expect(expected).toHaveLength(3);
  // Every moment that leaves something else behind: npm run faults -- --job makeReports.
  const nth = (name: string, n: number): number =>
    names.flatMap((one, i) => (one === name ? [i + 1] : []))[n] ?? 0;
  const COPY = "Drive.Files.copy";
  const deaths: { k: number; moment: "before" | "after" }[] = [
    { k: 1, moment: "before" },
    { k: nth(COPY, 0), moment: "before" }, // after the claim
    { k: nth(COPY, 1), moment: "after" },
    { k: nth("Docs.Documents.batchUpdate", 1), moment: "after" },
    { k: names.lastIndexOf("Range.setValues") + 1, moment: "before" },
    { k: names.lastIndexOf("SpreadsheetApp.flush") + 1, moment: "after" },
  ];
  let found = 0;
  for (const { k, moment } of deaths) {
    const workspace = copyOf(start);
    const kill = (call: { number: number }): void => {
      if (call.number === k) throw new Killed("killed");
    };
    expect(() => run(workspace, { [moment]: kill })).toThrow("killed");
    const again = workspace.afterKill();
    found += documents(again).size;
    run(again);
    expect([...documents(again).keys()].sort()).toEqual(expected);
    expect(keysOnBoard(again)).toEqual(expected);
    expect(textsOf(again)).toEqual(texts);
    const agreed = documentsOnBoard(again).sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(ledgerOf(again)).toEqual(agreed.map((one) => ({ ...one, state: "made" })));
  }
  expect(found).toBeGreaterThan(5); // deaths did leave documents behind
}, 120_000);

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
  expect(answer.said).toContain(`${made} of ${made} reports are there`);
  expect(answer.page).toContain(`Autumn 1: ${made}: ${made} drafting.`);
  expect(rowsOf(workspace, reports).every(({ provider }) => provider === "P02")).toBe(true);
  const teacher = rowsOf(workspace, staff).find(({ role }) => role === "teacher")?.email ?? "";
  expect(() => person(workspace, teacher).call("reportsDialog")).toThrow(/Only a lead/);
  expect(() =>
    person(workspace, teacher).run("makeChosenReports", { period: "Autumn 1", provider: "all" }),
  ).toThrow(/Only a lead/);
});
