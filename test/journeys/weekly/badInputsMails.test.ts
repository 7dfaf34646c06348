/**
 * Any text in the mails to providers: in the page it is text, with not one element or attribute more and
 * nothing that fetches or runs, and in the plain text it stands as it was typed.
 */
import type { Element } from "../../../src/host/documents/xml/xml";
import { elementsIn, parsed } from "../../../src/host/documents/xml/xml";
import { placements, providers } from "../../../src/domain/tables/people";
import { rowsOf } from "../../../src/programs/look";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { TEXTS } from "../../badInputs";
import type { Received } from "../hub";
import { demo, person, problemsIn, received, referenceIn, sweep, type, valuesOf } from "../hub";

const LEAD = "helen.marlowe@hub.example";
const HEADINGS = ["Strength", "Next step", "Note for provider"];
const isCell = (text: string): boolean =>
  text.length <= 2000 && text.trim() !== "" && !/[\p{Surrogate}\uFFFE\uFFFF]/u.test(text);
/** What a value that was never a text looks like: the last look at a mail holds it, for a lead to see. */
const looksBroken = (text: string): boolean => /\[object |\bNaN\b/.test(text);
const ALL = TEXTS.map(({ text }) => text).filter((text) => isCell(text) && !looksBroken(text));
/** A person who means such a text types an apostrophe first; without, it would be a formula. */
const typed = (text: string): string =>
  /^[\s\p{Cc}\p{Cf}]*=./u.test(text) || text.startsWith("'") ? `'${text}` : text;

/** The page's elements, in order, with their attributes; and its text. */
function pageOf({ html }: Received): { elements: string[]; text: string } {
  const root = parsed("mail", html.replace(/^\s*<!doctype html>/i, "")).documentElement as Element;
  const walk = (element: Element): string[] => {
    const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    return [`${element.localName} ${attributes.join(" ")}`, ...elementsIn(element).flatMap(walk)];
  };
  const body = elementsIn(root).find(({ localName }) => localName === "body");
  return { elements: walk(root), text: body?.textContent ?? "" };
}

const words = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

interface Week {
  workspace: MemoryWorkspace;
  /** By provider. */
  mails: Map<string, Received>;
  /** What was typed for each pupil. */
  put: Map<string, string[]>;
}

/**
 * The week's mails where the texts of these pupils are those given, three for each; the others' are plain
 * words.
 */
async function weekWith(texts: readonly string[], whose: readonly string[]): Promise<Week> {
  const { workspace } = demo();
  const lead = person(workspace, LEAD);
  for (const { id } of rowsOf(workspace, providers))
    type(workspace, providers, (row) => row["id"] === id, { namesInUpdates: "full" });
  const [headings = [], ...rows] = valuesOf(lead, "Weekly grades");
  const week = rows.filter((row) => String(row[0]).includes("Nov 16 2026"));
  const ids = week.map((row) => String(row[headings.indexOf("Pupil id")]));
  const put = new Map(
    whose.map((id, i) => [id, HEADINGS.map((_heading, k) => texts[i * HEADINGS.length + k] ?? "Words")]),
  );
  HEADINGS.forEach((heading, k) => {
    const cells = ids.map((id) => [typed(put.get(id)?.[k] ?? "Words")]);
    lead.edit("Weekly grades", 2, headings.indexOf(heading) + 1, cells);
  });
  sweep(workspace, LEAD);
  const mails = (await received(workspace)).map(
    (mail) => [referenceIn(mail).split("-")[0] ?? "", mail] as const,
  );
  return { workspace, mails: new Map(mails), put };
}

let plainMade: Promise<Week> | undefined;
/** The week in which every text is plain words; only looked at. */
const plainWeek = (): Promise<Week> => (plainMade ??= weekWith([], []));

/** Who stands in a provider's mail of that week, to its last day. */
const inMailOf = ({ workspace }: Week, provider: string): string[] =>
  rowsOf(workspace, placements).flatMap((one) =>
    one.provider === provider && one.firstDay <= "2026-11-16" && (one.lastDay ?? "9999") > "2026-11-20"
      ? [one.pupil]
      : [],
  );

test("in every mail each text stands as it is, and the page has the same elements as ever", async () => {
  const plain = await plainWeek();
  const whose = [...new Set([...plain.mails.keys()].flatMap((provider) => inMailOf(plain, provider)))];
  expect(whose.length).toBeGreaterThan(8);
  const size = whose.length * HEADINGS.length;
  const seen = new Set<string>();
  for (let from = 0; from < ALL.length; from += size) {
    const texts = ALL.slice(from, from + size);
    const week = await weekWith(texts, whose);
    expect([...week.mails.keys()].sort()).toEqual([...plain.mails.keys()].sort());
    for (const [provider, mail] of week.mails) {
      const { elements, text } = pageOf(mail);
      expect(elements).toEqual(pageOf(plain.mails.get(provider) as Received).elements);
      const own = inMailOf(week, provider).flatMap((pupil) => week.put.get(pupil) ?? []);
      expect(own.filter((one) => !words(text).includes(words(one)))).toEqual([]);
      expect(own.filter((one) => !words(mail.text).includes(words(one)))).toEqual([]);
      for (const one of own) seen.add(one);
    }
  }
  expect(ALL.filter((text) => !seen.has(text))).toEqual([]);
});

test("a text without end is withheld and said, and the pupil's other texts go", async () => {
  const plain = await plainWeek();
  const [pupil = ""] = inMailOf(plain, [...plain.mails.keys()][0] ?? "");
  const { workspace, mails } = await weekWith(["x".repeat(2001), "Reads aloud"], [pupil]);
  expect(mails.size).toBe(plain.mails.size);
  expect(problemsIn(workspace).join("\n")).toMatch(
    /Weekly grades \d+ Strength: This text is withheld: it has 2001 characters; the limit is 2000\. Shorten it\./,
  );
  expect([...mails.values()].map(({ text }) => text).join("\n")).toContain("Reads aloud");
  expect([...mails.values()].map(({ text }) => text).join("\n")).not.toContain("xxxxx");
});

test("a text that looks like a value that was never one holds that mail for a lead, and the others go", async () => {
  const plain = await plainWeek();
  const [provider = ""] = [...plain.mails.keys()];
  const [pupil = ""] = inMailOf(plain, provider);
  const { workspace, mails } = await weekWith(["NaN"], [pupil]);
  expect([...mails.keys()].sort()).toEqual([...plain.mails.keys()].filter((one) => one !== provider).sort());
  expect(problemsIn(workspace).join("\n")).toMatch(/1 messages are held until a lead decides/);
});
