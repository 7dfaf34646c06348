/** What may import what: the table of the architecture, checked on the files. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(__dirname, "..");
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(path) ? [path] : [];
  });

/** `src/jobs/run/job.ts` -> `jobs`; main.ts stands for itself. */
const partOf = (file: string): string => {
  const path = relative(join(root, "src"), file);
  return path.startsWith("host/page/") ? "host/page" : (path.split("/")[0] ?? "");
};

const ALLOWED: Record<string, RegExp> = {
  domain: /^(domain|zod\/mini)$/,
  google: /^(google|domain)$/,
  jobs: /^(jobs|domain|google)$/,
  "main.ts": /^(jobs|google|domain|zod\/mini)$/,
  host: /^(host|node:[a-z/_]+|gas-local|fflate|@xmldom\/xmldom|hucre\/xlsx|hucre|mimetext|postal-mime|playwright-core|@sparticuz\/chromium)$/,
  "host/page": /^(host\/page|host|react|react-dom\/client|docx-preview|@univerjs\/.+)$/,
  demo: /^(demo|domain)$/,
  programs: /./,
  pages: /^(pages|domain|main\.ts|preact(\/\w+)?)$/,
};

const imports = filesIn(join(root, "src")).flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s+["']([^"']+)["']/g)].map(([, name = ""]) => {
    const target = name.startsWith(".") ? partOf(resolve(dirname(file), name)) : name;
    return { file: relative(root, file), part: partOf(file), target };
  }),
);

test("every import is one the architecture allows", () => {
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.filter(({ part, target }) => !ALLOWED[part]?.test(target))).toEqual([]);
});

const SERVICES = /\b(SpreadsheetApp|MailApp|LockService|ScriptApp|Session|Utilities|HtmlService|Logger)\./;
const textOf = (file: string) => readFileSync(file, "utf8");
test.each(["domain", "jobs", "demo", "main.ts"])("%s names no Google service", (part) => {
  const files = filesIn(join(root, "src")).filter((file) => partOf(file) === part);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => SERVICES.test(textOf(file)))).toEqual([]);
});

test("the domain has no clock, no randomness, no console, no instanceof", () => {
  const files = filesIn(join(root, "src/domain"));
  const impure = /new Date\(\)|Date\.now|Math\.random|console\.|\binstanceof\b/;
  expect(files.filter((file) => impure.test(textOf(file)))).toEqual([]);
});
