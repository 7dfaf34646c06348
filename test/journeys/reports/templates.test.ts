/**
 * Report templates: from a starter or from a provider's own .docx, checked, used for a half-term's reports.
 */
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { rowsOf } from "../../../src/programs/look";
import type { DocsDocument } from "../../../src/domain/documents/document";
import { walked } from "../../../src/domain/documents/document";
import { FIELDS } from "../../../src/domain/reports/says/fields";
import { LISTS } from "../../../src/domain/reports/says/lists";
import { GRID } from "../../../src/domain/documents/view";
import { reports, templates } from "../../../src/domain/tables/reports";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { demo, person, problemsIn } from "../hub";

interface Report {
  said: string;
  page?: string;
}
const run = (host: Host, name: string, ...args: unknown[]): Report => host.run(name, ...args) as Report;

const started = (): { workspace: MemoryWorkspace; owner: string; lead: Host } => {
  const { workspace, demo: hub } = demo();
  return { workspace, owner: hub.owner, lead: person(workspace, hub.owner) };
};
const fileOf = (path: string): string => readFileSync(path).toString("base64");
const FORM = { name: "Ashby's own letter", provider: "P01", kind: "half-termly", forWhom: "all" };

describe("the dialog", () => {
  test("lists what there is; a template is made from a starter, used no more, used again", () => {
    const { workspace, lead } = started();
    const before = rowsOf(workspace, templates).length;
    lead.call("reportTemplates");
    expect(lead.shown.find(({ kind }) => kind === "dialog")?.title).toBe("Report templates");
    const made = run(lead, "templateFromStarter", { starter: "rag-grid", provider: "" });
    expect(made.said).toBe('The template "RAG grid, one page" has been made for any provider.');
    expect(rowsOf(workspace, templates)).toHaveLength(before + 1);
    const id = rowsOf(workspace, templates)[before]?.id;
    expect(run(lead, "useTemplate", id, "off").page).toContain("(not in use)");
    expect(rowsOf(workspace, templates)[before]?.active).toBe("no");
    run(lead, "useTemplate", id, "on");
    expect(rowsOf(workspace, templates)[before]?.active).toBe("yes");
  });
  test("is for leads alone", () => {
    const { workspace } = started();
    const teacher = person(workspace, "nobody@hub.example");
    expect(() => run(teacher, "reportTemplates")).toThrow("exactly one active member of staff");
    expect(() => run(teacher, "uploadTemplate", FORM, "UEsDB")).toThrow("exactly one active member of staff");
  });
});

describe("an upload", () => {
  test("becomes a template", () => {
    const { workspace, lead } = started();
    expect(run(lead, "uploadTemplate", FORM, fileOf("src/templates/narrative-letter.docx")).said).toBe(
      "The template \"Ashby's own letter\" has been made for P01. Ashby's own letter: nothing is wrong.",
    );
    const last = rowsOf(workspace, templates).pop();
    expect(last).toMatchObject({ ...FORM, active: "yes" });
    expect(last?.document).not.toBe("");
  });
  const zipOf = (text: string): string => Buffer.from(`PK\u0003\u0004${text}`, "latin1").toString("base64");
  test.each([
    ["no file", undefined, "Choose a file first."],
    ["a text", Buffer.from("Dear all").toString("base64"), "It is not a .docx file."],
    ["another zip", zipOf("xl/workbook.xml"), "It is not a .docx file."],
    [
      "a file with macros",
      zipOf("word/vbaProject.bin"),
      "It contains macros. Save it as a .docx without macros.",
    ],
    ["Word's old format", Buffer.from("d0cf11e0a1b11ae1", "hex").toString("base64"), "Word's old format"],
    [
      "a broken one",
      zipOf("word/document.xml"),
      "No Google Doc could be made from the file: The file cannot",
    ],
    ["one too large", `UEsDB${"A".repeat(3_600_000)}`, "The file is larger than 2.5 MB."],
    ["no base 64", "UEsDB<script>", "The file did not arrive complete."],
  ])("%s is refused, and nothing is made", (_what, file, sentence) => {
    const { workspace, lead } = started();
    const before = [rowsOf(workspace, templates).length, Object.keys(workspace.state.files ?? {}).length];
    expect(() => run(lead, "uploadTemplate", FORM, file)).toThrow(sentence);
    expect([rowsOf(workspace, templates).length, Object.keys(workspace.state.files ?? {}).length]).toEqual(
      before,
    );
  });
  test.each([
    [{ name: "" }, "Give the template a name"],
    [{ kind: "novel" }, "Choose the kind"],
    [{ provider: "P99" }, "No provider has the id P99."],
  ])("%j in the form is refused", (change, sentence) => {
    const { lead } = started();
    const file = fileOf("src/templates/narrative-letter.docx");
    expect(() => run(lead, "uploadTemplate", { ...FORM, ...change }, file)).toThrow(sentence);
  });
});

describe("a check", () => {
  /** A .docx with another text in its body. */
  const changed = (path: string, from: string, to: string): string => {
    const parts = unzipSync(readFileSync(path));
    const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(body).toContain(from);
    return Buffer.from(zipSync({ ...parts, "word/document.xml": strToU8(body.replace(from, to)) })).toString(
      "base64",
    );
  };
  const LETTER = "test/fixtures/templates/two-column-letter.docx";

  test("capitals and spaces in a tag are all right", () => {
    const { lead } = started();
    const file = changed(LETTER, "{{pupil.reference}}", "{{pupil.knownas }}");
    expect(run(lead, "uploadTemplate", FORM, file).said).toContain("nothing is wrong");
  });
  test("an unknown tag is said with the nearest there is, and no report is made from it", () => {
    const { workspace, lead } = started();
    const uploaded = run(lead, "uploadTemplate", FORM, changed(LETTER, "{{pupil.name}}", "{{pupil.nmae}}"));
    expect(uploaded.said).toContain("1 found, 1 of them to be corrected first.");
    expect(uploaded.page).toContain("Body: No field is called {{pupil.nmae}}. Is it {{pupil.name}}?");
    const id = rowsOf(workspace, templates).pop()?.id;
    run(lead, "makeReports", "Autumn 2", ["P01"]);
    expect(rowsOf(workspace, reports).filter((row) => row.template === id)).toEqual([]);
    expect(problemsIn(workspace).join("\n")).toContain("its template contains unknown tags");
  });
  test("shows what the tags would say, for the first pupil or the one chosen, and makes nothing", () => {
    const { workspace, lead } = started();
    run(lead, "uploadTemplate", FORM, fileOf(LETTER));
    const files = Object.keys(workspace.state.files ?? {}).length;
    const id = rowsOf(workspace, templates).pop()?.id;
    const page = run(lead, "checkTemplate", id).page ?? "";
    const choices = [...page.matchAll(/<option value="(U\d+ P01)"[^>]*>([^<,]+), /g)];
    expect(choices.length).toBeGreaterThan(1);
    const [, value, name = ""] = choices[1] ?? [];
    const chosen = run(lead, "checkTemplate", id, { for: value }).page ?? "";
    expect(chosen).toMatch(new RegExp(`<td>\\{\\{pupil.name\\}\\}</td>\\s*<td>${name}</td>`));
    expect(chosen).not.toContain("(unknown)");
    expect(Object.keys(workspace.state.files ?? {})).toHaveLength(files);
    expect(() => run(lead, "checkTemplate", id, { for: "U1; P1" })).toThrow(
      "That is not a valid pupil and provider.",
    );
    expect(() => run(lead, "checkTemplate", "R261120-ffffff")).toThrow("no longer on the Templates tab");
  });
  test("a document that is gone, or another account's, is said", () => {
    const { workspace, lead } = started();
    const { document, id } = rowsOf(workspace, templates)[0] ?? {};
    lead.execute((globals) => globals.Drive.Files.remove(document));
    expect(() => run(lead, "checkTemplate", id)).toThrow(/could not be read: Requested entity was not found/);
  });
  test("of every starter of the demo is clean", () => {
    const { workspace, lead } = started();
    const said = rowsOf(workspace, templates).map(({ id }) => run(lead, "checkTemplate", id).said);
    expect(said.filter((line) => !line.endsWith("nothing is wrong."))).toEqual([]);
  });
});

test("the list of all fields is a document that names each of them", () => {
  const { lead } = started();
  const { said } = run(lead, "fieldsDocument");
  const text = textOf(lead, /d\/(\S+)$/.exec(said)?.[1] ?? "");
  for (const { tag, meaning } of [...FIELDS, ...LISTS.flatMap(({ fields }) => fields)])
    expect(text).toContain(`{{${tag}}}  ${meaning}.`);
  for (const tag of Object.values(GRID)) expect(text).toContain(`{{${tag}}}`);
});

describe("a provider's own format works without touching code", () => {
  const FORMATS = [
    [
      "two-column-letter",
      /attended \d+ of \d+ sessions|not yet assessed/,
      /– \S.* \(review .+\)|not set yet|none yet/,
    ],
    ["landscape-form", /Offered/, /Overall now/],
    ["check-boxes", /☐ seen by school/, /Plan open: (yes|no)\./],
  ] as const;
  test.each(FORMATS)("%s: uploaded, checked, filled", (format, ...values) => {
    const { workspace, demo: hub } = demo();
    const lead = person(workspace, hub.owner);
    const form = { ...FORM, name: format };
    const uploaded = run(lead, "uploadTemplate", form, fileOf(`test/fixtures/templates/${format}.docx`));
    expect(uploaded.said).toContain(`${format}: nothing is wrong.`);
    expect(uploaded.page).toContain("Reports can be made");
    const template = rowsOf(workspace, templates).pop();
    run(lead, "makeReports", "Autumn 2", ["P01"]);
    const made = rowsOf(workspace, reports).filter((row) => row.template === template?.id);
    expect(made.length).toBeGreaterThan(1);
    expect(problemsIn(workspace).filter((line) => line.startsWith("Reports"))).toEqual([]);
    for (const { document, pupil } of made) {
      const text = textOf(lead, document);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|null/);
      const own = hub.rows.Pupils.find(({ id }) => id === pupil);
      expect(text).toContain(String(own?.knownAs || own?.firstName));
      for (const value of values) expect(text).toMatch(value);
    }
  });
});

/** Everything that stands in a document, its header and its footer, a line a paragraph. */
function textOf(host: Host, id: string): string {
  const document = host.execute((globals) => globals.Docs.Documents.get(id) as DocsDocument);
  return walked(document)
    .paragraphs.map(({ text }) => text)
    .join("");
}
