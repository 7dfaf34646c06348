/**
 * Other people in a text: names of pupils, staff and contacts, words for family, addresses and phone numbers.
 * Too many marks cost a reader a moment, one too few tells somebody of another child: so a first name or
 * surname alone is marked.
 */
import { folded } from "../hub/names";

export interface Person {
  /** What the person is here, and the id: `pupil U004`, `staff S03`, `contact C014`. */
  who: string;
  /** Full names first; then parts of them. */
  names: readonly string[];
}

/** A stretch of a text that is about somebody else. */
export interface NameMark {
  start: number;
  end: number;
  /** As it is written there. */
  name: string;
  /** Whose name it may be: ids; or what it looks like. */
  who: string;
}

const FAMILY =
  /(?<![\p{L}])(?:step-?)?(?:mum|mummy|mother|dad|daddy|father|parents?|carers?|foster \p{L}+|guardians?|gran|granny|grandma|grandad|grandpa|grandmother|grandfather|nan|nanny|auntie|aunt|uncle|brother|sister|siblings?|cousin|social worker)(?:'s)?(?![\p{L}])/giu;
const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g;
const PHONE = /(?<![\w-])(?:\+44|0)[\d ()]{8,14}\d(?![\w-])/g;
const ID = /(?<![\w-])[UCS]\d{2,6}(?![\w-])/g;

const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A name as a pattern: with or without its accents, whatever the apostrophe, hyphen or space. */
const patternOf = (name: string): string =>
  [...name.normalize("NFC")]
    .map((c) => {
      const base = folded(c);
      if (base === "'") return "['‘’ʼ`´]";
      if (base === "-") return "[-‐-―]";
      if (base === "") return "\\s+";
      return base === c.toLowerCase() ? escaped(c) : `(?:${escaped(c)}|${escaped(base)})`;
    })
    .join("");

/**
 * Finds the marks in a text (NFC), in order, none within another. `own`: names that are the pupil's own, and
 * the id.
 */
export type Finder = (text: string) => NameMark[];

export function marksFor(others: readonly Person[], own: readonly string[]): Finder {
  const ownNames = new Set(own.map(folded));
  const whose = new Map<string, Set<string>>();
  for (const { who, names } of others)
    for (const name of names)
      if (name !== "" && !ownNames.has(folded(name)))
        whose.set(folded(name), (whose.get(folded(name)) ?? new Set<string>()).add(who));
  const names = [...new Set(others.flatMap((one) => one.names))].filter((name) => whose.has(folded(name)));
  const of = (isWhole: boolean): RegExp | null => {
    const some = names.filter((name) => /\s/.test(name) === isWhole).sort((a, b) => b.length - a.length);
    // One word alone counts only with its capitals: Green is a name, green a grade.
    const flags = isWhole ? "giu" : "gu";
    const body = some.map(patternOf).join("|");
    return body === "" ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{M}\\p{N}])`, flags);
  };
  const named = [of(true), of(false)].flatMap((pattern) => pattern ?? []);
  const byId = new Map(others.map(({ who }) => [who.split(" ")[1], who]));
  return (text) => {
    const found: NameMark[] = [];
    const add = (pattern: RegExp, whoIs: (name: string) => string): void => {
      for (const { 0: name, index } of text.matchAll(pattern)) {
        const [start, end, who] = [index, index + name.length, whoIs(name)];
        if (who !== "" && found.every((mark) => mark.end <= start || end <= mark.start))
          found.push({ start, end, name, who });
      }
    };
    add(ADDRESS, () => "an address");
    for (const pattern of named)
      add(pattern, (name) => [...(whose.get(folded(name)) ?? [])].sort().join(", "));
    add(ID, (id) => byId.get(id) ?? "");
    add(FAMILY, () => "family or carer");
    add(PHONE, () => "a phone number");
    return found.sort((a, b) => a.start - b.start);
  };
}
