/** The sidebar's page: one file, small, that asks nobody outside for anything. */
import { readFileSync } from "node:fs";
import { MAX_PAGE_BYTES, pageProblems } from "../../build/sidebar.mjs";

const page = readFileSync("build/out/google/Sidebar.html", "utf8");
const script = page.slice(page.indexOf("<script>") + "<script>".length, page.lastIndexOf("</script>"));

test("the built page is small enough and has one script, which Google leaves whole", () => {
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(pageProblems(page, script)).toEqual([]);
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
