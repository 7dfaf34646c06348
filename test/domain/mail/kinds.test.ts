/**
 * Kinds of message: their keys as they stand in workbooks, read back, in words; and that each is declared
 * whole.
 */
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { takes } from "../../../src/domain/mail/takers";
import type { KeyParts, KindName, PartsOf } from "../../../src/domain/mail/kinds";
import {
  inWords,
  isKey,
  isSettledBy,
  keyOf,
  kind,
  KINDS,
  partsOf,
  referenceOf,
  startOf,
} from "../../../src/domain/mail/kinds";
import type { PartTypes } from "../../../src/domain/mail/keyParts";
import { addDays } from "../../../src/domain/words/days";
import { contact } from "../invented";

const NAMES = Object.keys(KINDS) as KindName[];

/** As they stand in workbooks, written out by hand: they never change. */
const KEYS: Record<KindName, string> = {
  weekly: "weekly|2026-11-16|P03|C014",
  changes: "changes|2026-11-16|P03|C014|2",
  notice: "notice|2026-11-16|U017|P03|C014|1",
  correction: "correction|2026-11-16|U017|P03|C014|1",
  report: "report|2026-27-Autumn-1|all|P03|R261001-3f9a1c|12|C014",
  document: "report|2026-27-Autumn-1|U017|P03|R261001-3f9a1c|1",
  csv: "csv|report|2026-27-Autumn-1|all|P03|R261001-3f9a1c|1",
  reminder: "reminder|2026-11-20|S05",
  test: "test|2026-11-20T16:40|S05",
  pack: "pack|U017|2026-11-20T16:40:07",
  withheld: "withheld|2026-11-16|U017|P03",
};
const PARTS: PartTypes = {
  week: "2026-11-16",
  day: "2026-11-20",
  moment: "2026-11-20T16:40",
  period: "2026-27 Autumn 1",
  pupil: "U017",
  about: "U017",
  provider: "P03",
  contact: "C014",
  staff: "S05",
  template: "R261001-3f9a1c",
  revision: 1,
  number: 2,
};

test.each(NAMES)("the key of %s is what it always was", (name) => {
  const change = name === "report" ? { about: "all", revision: 12 } : name === "csv" ? { about: "all" } : {};
  const moment = name === "pack" ? "2026-11-20T16:40:07" : PARTS.moment;
  const key = keyOf(name, { ...PARTS, moment, ...change } as PartsOf<KindName>);
  expect(key).toBe(KEYS[name]);
  expect(partsOf(key)).toMatchObject({ kind: name });
  expect(inWords(key)).not.toContain("|");
});

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2020-01-01", n));
const ids = (letter: string) =>
  fc.integer({ min: 1, max: 999_999 }).map((n) => letter + String(n).padStart(3, "0"));
const counts = fc.integer({ min: 1, max: 99_999 });
const moments = fc
  .tuple(days, fc.constantFrom("T00:00", "T16:40", "T23:59:59"))
  .map(([day, time]) => day + time);
const ANY: { [P in keyof PartTypes]: fc.Arbitrary<PartTypes[P]> } = {
  week: days,
  day: days,
  moment: moments,
  period: fc
    .tuple(
      fc.integer({ min: 2020, max: 2098 }),
      fc.constantFrom("Autumn", "Spring", "Summer"),
      fc.constantFrom(1, 2),
    )
    .map(([year, term, half]) => `${year}-${(year + 1) % 100} ${term} ${half}`),
  pupil: ids("U"),
  about: fc.oneof(ids("U"), fc.constant("all")),
  provider: ids("P"),
  contact: ids("C"),
  staff: ids("S"),
  template: fc.tuple(ids("R"), fc.stringMatching(/^[0-9a-f]{6}(-\d)?$/)).map((both) => both.join("-")),
  revision: counts,
  number: counts,
};

test.each(NAMES)("a key of %s says its parts again, whatever they are", (name) =>
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(KINDS[name].parts.map((part) => [part, ANY[part]]))),
      (parts) => {
        const key = keyOf(name, parts as PartsOf<KindName>);
        expect(partsOf(key)).toEqual({ kind: name, ...parts } as unknown as KeyParts);
        expect(isKey(key) || name === "csv").toBe(true);
      },
    ),
  ),
);

test.each([
  ["a kind to come", "postcard|2026-11-16|P01|C001"],
  ["too short", "weekly|2026-11-16|P01"],
  ["too long", "weekly|2026-11-16|P01|C001|1|2"],
  ["no such day", "weekly|2026-13-16|P01|C001"],
  ["another kind of id", "weekly|2026-11-16|C001|P01"],
  ["no number", "changes|2026-11-16|P01|C001|0"],
  ["a name alone", "weekly"],
  ["nothing", ""],
])("%s is not understood, and is its own words", (_what, key) => {
  expect(partsOf(key)).toBeNull();
  expect(inWords(key)).toBe(key);
});

test("keys that share their first parts begin alike", () => {
  expect(startOf("weekly", {})).toBe("weekly|");
  expect(startOf("weekly", { week: "2026-11-16", provider: "P03" })).toBe("weekly|2026-11-16|P03|");
  // A part that is not given ends the start, though a later one is.
  expect(startOf("weekly", { week: "2026-11-16", contact: "C014" })).toBe("weekly|2026-11-16|");
  const document = {
    period: "2026-27 Autumn 1",
    about: "U017",
    provider: "P03",
    template: "R1",
    revision: 1,
  };
  expect(keyOf("report", { ...document, contact: "C014" }).startsWith(startOf("document", document))).toBe(
    true,
  );
  expect(keyOf("document", { ...document, revision: 12 }).startsWith(startOf("document", document))).toBe(
    false,
  );
  expect(referenceOf(KEYS.weekly)).toBe("2026-11-16-P03-C014");
});

test("each kind goes to whom it says: the column of Contacts decides", () => {
  const all = contact("C001", "P01", { updates: "yes", notices: "no", reports: "no" });
  const taken = (["weekly", "changes", "notice", "correction", "report"] as const).filter((name) =>
    takes(name, all),
  );
  expect(taken).toEqual(["weekly", "changes"]);
  expect(takes("weekly", { ...all, bounced: "yes" })).toBe(false);
  expect(takes("weekly", { ...all, confirmed: "former@one.example" })).toBe(false);
});

test("claims are settled by the job of their kind", () => {
  const settled = (job: Parameters<typeof isSettledBy>[0]) =>
    NAMES.filter((name) => isSettledBy(job, KEYS[name]));
  expect(settled("deteriorationCheck")).toEqual(["notice", "correction"]);
  expect(settled("eveningCheck")).toEqual(["changes"]);
});

test("a kind that is not whole does not compile", () => {
  const whole = {
    parts: ["week"],
    words: ({ week }: { week: string }) => week,
    goesTo: "updates",
    whenHeld: "never",
    settledBy: null,
  } as const;
  const without = <F extends keyof typeof whole>(field: F) =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field)) as Omit<typeof whole, F>;
  kind(whole);
  // @ts-expect-error: it has no words for people
  kind(without("words"));
  // @ts-expect-error: nobody says who may get it
  kind(without("goesTo"));
  // @ts-expect-error: nobody says what becomes of one that is held
  kind(without("whenHeld"));
  // @ts-expect-error: nobody says who settles a claim
  kind(without("settledBy"));
  // @ts-expect-error: there is no such part
  kind({ ...whole, parts: ["fortnight"] });
  // @ts-expect-error: its words need a part that its keys do not have
  kind({ ...whole, words: ({ pupil }: { pupil: string }) => pupil });
  // @ts-expect-error: its key needs a contact
  const key = keyOf("weekly", { week: "2026-11-16", provider: "P03" });
  expect(key).toBe("weekly|2026-11-16|P03");
});

/**
 * All of src that knows messages but kinds.ts, and the promises after a fault, which use none of the bundle's
 * code.
 */
const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    /\.tsx?$/.test(file) && file !== "domain/mail/kinds.ts" && !/^(host|programs\/faults)\//.test(file),
);
const codeOf = (file: string): string =>
  readFileSync(join("src", file), "utf8").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");

test("keys are built and split in kinds.ts alone", () => {
  expect(sources.length).toBeGreaterThan(250);
  const starts = new RegExp(`\\b(${NAMES.join("|")})\\\\?\\|`);
  const splits = /\bkey\b(\.\w+\([^)]*\))*\.split\(/;
  expect(sources.filter((file) => starts.test(codeOf(file)) || splits.test(codeOf(file)))).toEqual([]);
});
