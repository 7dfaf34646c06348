/** Report templates: from a starter or from a provider's own .docx, checked, used for a half-term's reports. */
import { readFileSync } from "node:fs";
import { rowsOf } from "../../build/look";
import { templates } from "../../src/domain/tables/reports";
import type { Host } from "../../src/host/host";
import type { MemoryWorkspace } from "../../src/host/memoryWorkspace";
import { demo, person } from "./centre";

interface Report {
  said: string;
  page?: string;
}
const run = (host: Host, name: string, ...args: unknown[]): Report => host.run(name, ...args) as Report;

const started = (): { workspace: MemoryWorkspace; owner: string; lead: Host } => {
  const { workspace, demo: centre } = demo();
  return { workspace, owner: centre.owner, lead: person(workspace, centre.owner) };
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
    expect(made.said).toBe('The template "RAG grid, one page" is made for any provider.');
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
    expect(() => run(teacher, "reportTemplates")).toThrow("not one active member of staff");
    expect(() => run(teacher, "uploadTemplate", FORM, "UEsDB")).toThrow("not one active member of staff");
  });
});

describe("an upload", () => {
  test("becomes a template", () => {
    const { workspace, lead } = started();
    expect(run(lead, "uploadTemplate", FORM, fileOf("src/templates/narrative-letter.docx")).said).toBe(
      "The template \"Ashby's own letter\" is made for P01. Ashby's own letter: nothing is wrong.",
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
    ["a file with macros", zipOf("word/vbaProject.bin"), "It holds macros. Save it as .docx, without."],
    ["Word's old format", Buffer.from("d0cf11e0a1b11ae1", "hex").toString("base64"), "Word's old format"],
    ["a broken one", zipOf("word/document.xml"), "No Google Doc could be made of the file: The file cannot"],
    ["one too large", `UEsDB${"A".repeat(3_600_000)}`, "The file is larger than 2.5 MB."],
    ["no base 64", "UEsDB<script>", "The file did not come through whole."],
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
    [{ kind: "novel" }, "Choose what kind"],
    [{ provider: "P99" }, "No provider has the id P99."],
  ])("%j in the form is refused", (change, sentence) => {
    const { lead } = started();
    const file = fileOf("src/templates/narrative-letter.docx");
    expect(() => run(lead, "uploadTemplate", { ...FORM, ...change }, file)).toThrow(sentence);
  });
});
