/**
 * What a report says, in short: a fingerprint for each thing that its template asks for. By it a report that
 * would say something else now is noticed, and told what changed, without its old document being read.
 */
import type { DocsDocument } from "../../documents/document";
import { walked } from "../../documents/document";
import { FIELDS } from "../says/fields";
import { tagName, tagsIn } from "../../documents/tags";
import type { Value, View } from "../../documents/view";
import { GRID, listOf } from "../../documents/view";

/** By a tag's name, a list's, `grid` and `template`; as text in a cell. */
export type Basis = string;

/** It changes by itself every day. */
const ALWAYS_NEW = tagName("today");
const IN_GRID: readonly string[] = Object.values(GRID);

export function reportBasis(template: DocsDocument, view: View): Basis {
  const { paragraphs } = walked(template);
  const names = new Set(paragraphs.flatMap(tagsIn).map(({ name }) => name));
  const said = new Map<string, unknown>([["template", paragraphs.map(({ text }) => text)]]);
  for (const name of names) {
    const list = view.lists.has(name) ? name : listOf(name, view);
    if (name === ALWAYS_NEW) continue;
    if (IN_GRID.includes(name)) said.set("grid", view.grid);
    else if (list !== undefined) said.set(list, itemsOf(view, list, names));
    else said.set(name, shown(view.fields.get(name)));
  }
  return JSON.stringify(Object.fromEntries([...said].map(([name, what]) => [name, basisPrint(what)])));
}

const shown = (value: Value | undefined): unknown[] => [value?.text, value?.grade];

/** Of each item what the template asks for. */
const itemsOf = ({ lists }: View, list: string, names: ReadonlySet<string>): unknown[] =>
  (lists.get(list) ?? []).map((item) =>
    [...item].flatMap(([name, value]) => (names.has(name) ? [shown(value)] : [])),
  );

/** FNV-1a, of 32 bits: enough to notice that one text became another. */
export function basisPrint(what: unknown): string {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify(what)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * What is different between two bases, in words for staff and providers; a basis that cannot be read:
 * everything.
 */
export function changedIn(before: Basis, now: Basis): string[] {
  const [then, today] = [partsOf(before), partsOf(now)];
  const names = [...new Set([...Object.keys(then), ...Object.keys(today)])];
  return [...new Set(names.filter((name) => then[name] !== today[name]).map(inWords))];
}

function partsOf(basis: Basis): Record<string, string> {
  try {
    return JSON.parse(basis) as Record<string, string>;
  } catch {
    return {};
  }
}

const WORDS: Record<string, string> = {
  template: "its format",
  grid: "the grid of weeks and areas",
  target: "targets",
  active: "targets",
  ended: "targets that ended",
  progress: "progress since the start",
  area: "areas",
  week: "weeks",
  reward: "rewards",
  feedback: "feedback",
  assessment: "assessments",
  row: "the table of pupils",
};

/** Emails say it, and they hold no word of what is sensitive. */
function inWords(name: string): string {
  const field = FIELDS.find(({ tag }) => tagName(tag) === name);
  if (field?.privacy === "sensitive") return "a part that is not named here";
  return WORDS[name] ?? field?.meaning.toLowerCase() ?? name;
}
