/** The sidebar's page: one file, small, that asks nobody outside for anything. */
import { readFileSync } from "node:fs";
import { rowsOf } from "../../src/programs/look";
import { MAX_PAGE_BYTES, OWN_NAMES, pageProblems } from "../../build/sidebar.mjs";
import { assessments } from "../../src/domain/tables/assessments";
import { checkIns, evidence, feedback } from "../../src/domain/tables/feedback";
import { pupils } from "../../src/domain/tables/people";
import { rewards } from "../../src/domain/tables/rewards";
import { targets } from "../../src/domain/tables/targets";
import { fullDemo, person } from "../journeys/hub";

const page = readFileSync("build/out/google/Sidebar.html", "utf8");
const script = page.slice(page.indexOf("<script>") + "<script>".length, page.lastIndexOf("</script>"));

test("the built page is small enough and has one script, which Google leaves whole", () => {
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(pageProblems(page, script)).toEqual([]);
  expect(Buffer.byteLength(page)).toBeLessThan(60 * 1024);
});

test.each([
  ["a back-tick", "let a = `b`", /contains `/],
  ["an end of the script", "let a = '</SCRIPT>'", /contains <\/script/],
  ["a comment of HTML", "let a = '<!--'", /contains <!--/],
  ["too many bytes", "x".repeat(MAX_PAGE_BYTES + 1), /bytes; the limit is/],
])("%s is refused", (_what, text, problem) => expect(pageProblems(text, text).join()).toMatch(problem));

test("it takes no checker of the server's with it", () => expect(script).not.toMatch(/zod|safeParse/i));

test("it names no outside address and loads nothing", () => {
  const names = [...page.matchAll(/https?:\/\/[\w.]*/g)].map(([found]) => found);
  // The names of SVG and MathML, which are no requests.
  expect(names.filter((name) => name !== "http://www.w3.org")).toEqual([]);
  expect(page).not.toMatch(/<link|<img|<iframe|\ssrc=|@import|url\(|fetch\(|XMLHttpRequest|sendBeacon/);
});

test("no name that the build makes short is a field of what the server sends or takes", () => {
  const { workspace, demo } = fullDemo("small");
  const names = new Set<string>();
  const namesOf = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) for (const name of Object.keys(value)) names.add(name);
    for (const one of Object.values(value)) namesOf(one);
  };
  for (const table of [targets, feedback, checkIns, evidence, rewards, assessments])
    for (const name of Object.keys(table.columns)) names.add(name);
  for (const { id } of rowsOf(workspace, pupils).slice(0, 6))
    namesOf(person(workspace, demo.owner).run("openPupil", { pupil: id, known: null }));
  expect(names.size).toBeGreaterThan(100);
  expect(OWN_NAMES.filter((name) => names.has(name))).toEqual([]);
});
