/**
 * Ten things that people change, the files to open for each, and where the README or CONTRIBUTING says so.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const guides = ["README.md", "CONTRIBUTING.md"]
  .map((name) => readFileSync(join(root, name), "utf8"))
  .join("\n");

/** What a row begins with, and the files that it must name. */
const TASKS: Record<string, { row: string; files: readonly string[] }> = {
  "a column": { row: "**A column.**", files: ["src/domain/tables/"] },
  "a mark letter": {
    row: "**A letter in the mark column**",
    files: ["src/domain/words/grades.ts", "src/domain/rule/weekKinds.ts", "src/demo/marks.ts"],
  },
  "a report tag": { row: "**A report tag.**", files: ["src/domain/reports/says/fields.ts"] },
  "a kind of message with reminders": {
    row: "**A kind of message.**",
    files: ["src/domain/mail/kinds.ts", "src/jobs/mail/sendThroughLedger.ts", "src/jobs/happenings.ts"],
  },
  "a role": { row: "**A role.**", files: ["src/domain/tables/people.ts", "src/domain/hub/rights.ts"] },
  "a setting": { row: "**A setting.**", files: ["src/domain/tables/settings.ts"] },
  "a host service": { row: "**A service of Google on the local host.**", files: ["test/host/contract.ts"] },
  "a sentence in the weekly mail": {
    row: "**A sentence in the weekly email.**",
    files: ["src/domain/weekly/weeklyEmail.ts", "src/domain/weekly/capsule.ts"],
  },
  "what the fault sweep strikes": {
    row: "**What the fault sweep strikes.**",
    files: ["src/programs/faults/jobs.ts", "src/jobs/happenings.ts"],
  },
  "the sidebar's look": {
    row: "**The sidebar's look.**",
    files: ["src/pages/sidebar/sidebar.css", "src/pages/parts/"],
  },
};

const rowOf = (beginning: string): string =>
  guides.split("\n").find((line) => line.startsWith(beginning)) ?? "";

describe.each(Object.entries(TASKS))("%s", (_task, { row, files }) => {
  test("has a row that names its files", () => {
    expect(files.filter((file) => !rowOf(row).includes(`\`${file}`))).toEqual([]);
  });
  test("has files that exist", () => {
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

/** Paths in backticks from the root of the project, wherever the guides and docs name one. */
test("every path that a guide names exists", () => {
  const docs = [
    "docs/architecture.md",
    "docs/glossary.md",
    "docs/google.md",
    "docs/domain.md",
    "docs/domain-2.md",
    "SECURITY.md",
  ];
  const texts = [guides, ...docs.map((name) => readFileSync(join(root, name), "utf8"))].join("\n");
  const named = [...texts.matchAll(/`((?:src|test|build|docs)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(40);
  const isMade = (path: string) => path.startsWith("build/out");
  expect(named.filter((path) => !isMade(path) && !existsSync(join(root, path)))).toEqual([]);
});
