/**
 * Reports that are not made, or not yet: unfit templates, texts that name another pupil, what Google refuses.
 */
import { rowsOf } from "../../../src/programs/look";
import { pupils, staff } from "../../../src/domain/tables/people";
import type { Template } from "../../../src/domain/tables/reports";
import { reports, templates } from "../../../src/domain/tables/reports";
import { Killed } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { fullDemo, person, problemsIn, type } from "../hub";
import {
  OWNER,
  make,
  saidOf,
  documents,
  readIn,
  keysOnBoard,
  documentWith,
  add,
  template,
  onlyTemplates,
} from "./making";

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
      /contains \{\{sdq\.totals\}\}, which this kind of report must never contain/,
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
      /: 1 of 2 reports are ready, 1 of them made just now\. 1 could not be made: see Problems/,
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
