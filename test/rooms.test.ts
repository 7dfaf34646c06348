/**
 * What may import what: the table of the architecture and the order of rooms, as data, checked on the files.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { SERVICES } from "../src/host/script/services";

const root = resolve(__dirname, "..");
const everyFileIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? everyFileIn(path) : [path];
  });
const filesIn = (folder: string): string[] => everyFileIn(folder).filter((path) => /\.tsx?$/.test(path));

/** From `src`: `jobs/run/job.ts`. */
const files = filesIn(join(root, "src")).map((file) => relative(join(root, "src"), file));
const textOf = (file: string) => readFileSync(join(root, "src", file), "utf8");

interface Import {
  file: string;
  /** A file of ours without its ending, or a package. */
  target: string;
  /** It leaves nothing behind when types are taken out. */
  isType: boolean;
}

const imports: Import[] = files.flatMap((file) =>
  [...textOf(file).matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?from\s+)?["']([^"']+)["']/gm)].map(
    ([, type, name = ""]) => ({
      file,
      target: name.startsWith(".")
        ? relative(join(root, "src"), resolve(root, "src", dirname(file), name))
        : name,
      isType: type !== undefined,
    }),
  ),
);

/** `jobs/run/job.ts` -> `jobs`; main.ts stands for itself. */
const floorOf = (path: string): string =>
  path.startsWith("host/page/") ? "host/page" : path === "main" ? "main.ts" : (path.split("/")[0] ?? "");

const ALLOWED: Record<string, RegExp> = {
  domain: /^(domain|zod\/mini)$/,
  google: /^(google|domain)$/,
  jobs: /^(jobs|domain|google)$/,
  "main.ts": /^(jobs|google|zod\/mini)$/,
  host: /^(host|node:[a-z/_]+|gas-local|color-name|fflate|@xmldom\/xmldom|hucre\/xlsx|hucre|mimetext|postal-mime|playwright-core|@sparticuz\/chromium)$/,
  "host/page": /^(host\/page|host|react|react-dom\/client|docx-preview|@univerjs\/.+)$/,
  demo: /^(demo|domain)$/,
  pages: /^(pages|domain|main\.ts|preact(\/\w+)?)$/,
  programs: /./,
};

test("every import is one the architecture allows", () => {
  expect(imports.length).toBeGreaterThan(50);
  const floorOfTarget = (target: string) =>
    files.some((file) => isFile(file, target)) ? floorOf(target) : target;
  const isAllowed = ({ file, target }: Import) => ALLOWED[floorOf(file)]?.test(floorOfTarget(target));
  expect(imports.filter((one) => !isAllowed(one))).toEqual([]);
});

const isFile = (file: string, target: string): boolean => file.replace(/(\.d)?\.tsx?$/, "") === target;

const SERVICE_NAMED = new RegExp(`\\b(${SERVICES.map(({ name }) => name).join("|")})\\.[a-zA-Z]`);
test.each(["domain", "jobs", "demo", "main.ts"])("%s names no Google service", (floor) => {
  const own = files.filter((file) => floorOf(file) === floor);
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((file) => SERVICE_NAMED.test(textOf(file)))).toEqual([]);
});

test("the domain has no clock, no randomness, no console, no instanceof", () => {
  const impure = /new Date\(\)|Date\.now|Math\.random|console\.|\binstanceof\b/;
  expect(files.filter((file) => file.startsWith("domain/") && impure.test(textOf(file)))).toEqual([]);
});

test("the local host names nothing of the product", () => {
  const own = everyFileIn(join(root, "src/host"));
  expect(own.length).toBeGreaterThan(100);
  expect(own.filter((file) => /hub/i.test(readFileSync(file, "utf8")))).toEqual([]);
});

/** So that only the tests of days need to run in several time zones. */
test("in the domain only words/days.ts makes a Date", () => {
  const dates = /\bnew Date\b|\bDate\.|\bIntl\.|\.toLocale(Date|Time)?String/;
  expect(files.filter((file) => file.startsWith("domain/") && dates.test(textOf(file)))).toEqual([
    "domain/words/days.ts",
  ]);
});

/**
 * From the ground up: a room imports only itself and rooms on lower levels. Rooms of one level never meet.
 */
const LEVELS: Record<string, readonly (readonly string[])[]> = {
  domain: [
    ["words"],
    ["tables"],
    ["hub", "documents"],
    ["rule", "learning", "mail"],
    ["weekly", "deterioration", "privacy", "reports/says"],
    ["reports/board"],
    ["views"],
  ],
  jobs: [
    ["run"],
    ["mail", "learning", "privacy", "views"],
    ["weekly", "deterioration", "reports"],
    ["hub"],
    ["."],
  ],
  host: [
    ["archive", "model", "pdf"],
    ["documents/xml", "run", "xlsx"],
    ["documents/json", "services", "workspace"],
    ["documents/edit", "drive", "sheets"],
    ["documents/requests"],
    ["documents"],
    ["script"],
    ["."],
    ["server"],
  ],
};

const roomOf = (path: string): string => dirname(path.slice(path.indexOf("/") + 1));

describe.each(Object.entries(LEVELS))("the rooms of %s", (floor, levels) => {
  const own = imports.filter(({ file, target }) => floorOf(file) === floor && floorOf(target) === floor);
  const levelOf = (path: string): number => levels.findIndex((rooms) => rooms.includes(roomOf(path)));

  test("are those of the list", () => {
    const rooms = new Set(files.filter((file) => floorOf(file) === floor).map(roomOf));
    expect([...rooms].sort()).toEqual(levels.flat().sort());
  });

  test("import only rooms below them", () => {
    const wrong = own.filter(
      ({ file, target }) => roomOf(file) !== roomOf(target) && levelOf(target) >= levelOf(file),
    );
    expect(wrong).toEqual([]);
  });

  test("are few", () => {
    expect(levels.flat().length).toBeLessThanOrEqual(20);
    expect(levels.length).toBeLessThanOrEqual(floor === "host" ? 9 : 8);
  });
});

test("no folder of src holds more than 25 files", () => {
  const folders = new Map<string, number>();
  for (const file of files) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  expect([...folders].filter(([, count]) => count > 25)).toEqual([]);
});

/** Google's own objects refer to each other: a Range knows its Sheet, and a Sheet its Ranges. */
const GOOGLES_OWN = /^host\/sheets\//;

test("no file needs itself by way of others, but where Google's own objects do", () => {
  const needs = new Map<string, string[]>();
  for (const { file, target, isType } of imports) {
    const found = files.find((one) => isFile(one, target));
    if (!isType && found) needs.set(file, [...(needs.get(file) ?? []), found]);
  }
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(needs.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(needs.get(next) ?? []));
    }
    return seen;
  };
  const inCircles = files.filter((file) => reached(file).has(file));
  expect(inCircles.filter((file) => !GOOGLES_OWN.test(file))).toEqual([]);
});
