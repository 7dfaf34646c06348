/** Pupils' names: how a provider sees them, and finding other people's names in a text. */
import type { Pupil } from "../tables/people";

export type Named = Pick<Pupil, "firstName" | "surname" | "knownAs">;

/** First names that are ordinary words: on their own they do not point to a pupil. */
const ORDINARY = new Set(
  "will may grace joy hope faith summer autumn rose lily daisy ivy holly violet amber ruby mark bill sky dawn april june august drew chance sunny pat".split(
    " ",
  ),
);

/** Whether a name alone may be a word like any other, or a single letter, or as `1/2` no word at all. */
export const isOrdinary = (name: string): boolean =>
  ORDINARY.has(foldedName(name)) || !/\p{L}.*\p{L}/su.test(foldedName(name));

const calledOf = (p: Named): string => p.knownAs || p.firstName;

/** First name and surname, such as `Zoë O'Neil`; a single name alone. */
export const fullNameOf = (p: Pick<Pupil, "firstName" | "surname">): string =>
  `${p.firstName} ${p.surname}`.trim();

/** As the hub calls the pupil, such as `Ally O'Neil`. */
export const nameInUse = (p: Named): string => `${calledOf(p)} ${p.surname}`.trim();

/** `Ashby School (P03)`, for staff: two may have the same name. The id alone where nothing is entered. */
export const withId = (name: string, id: string): string => (name === "" ? id : `${name} (${id})`);

/** `Ally O'Neil (U017)`. */
export const nameWithId = (p: Named & { id: string }): string => withId(nameInUse(p), p.id);

const firstLetter = (s: string): string =>
  (s.match(/\p{L}\p{M}*/u)?.[0] ?? "").normalize("NFC").toLocaleUpperCase("en-GB");

/** First letters of the known-as and of the surname's first part: `AO`; of a single name its first letter. */
export const initialsOf = (p: Named): string => firstLetter(calledOf(p)) + firstLetter(p.surname);

/** For comparing: no accents, plain apostrophes, lower case. */
export const folded = (s: string): string =>
  s
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐-―]/g, "-")
    .replace(/\s+/g, " ")
    .toLowerCase()
    .trim();

const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The same few hundred names are looked for in every text, so each is folded once. */
const foldedNames = new Map<string, string>();

function foldedName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const fresh = folded(name);
  foldedNames.set(name, fresh);
  return fresh;
}

/**
 * Searches a text for phrases as whole words, whatever their accents and capitals; the text is folded once.
 */
export function finderIn(text: string): (phrase: string) => boolean {
  const within = folded(text);
  return (phrase) => {
    const sought = foldedName(phrase);
    if (sought === "" || !within.includes(sought)) return false;
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(sought)}(?![\\p{L}\\p{N}])`, "u").test(within);
  };
}

const WORDS = /[\p{L}\p{N}]+/gu;
const wordsIn = (foldedText: string): string[] => foldedText.match(WORDS) ?? [];

/** The first word of each name of these people, whole lists of which many texts are searched for. */
const firstWords = new WeakMap<readonly Named[], ReadonlySet<string | undefined>>();

/**
 * False where a text surely names nobody of these: a name that is there as whole words begins with a word of
 * the text. It saves looking for each of some hundred names in thousands of texts that name nobody.
 */
export function mayName(text: string, people: readonly Named[]): boolean {
  const sought =
    firstWords.get(people) ??
    new Set(people.flatMap((p) => [...namesOf(p), p.firstName]).map((name) => wordsIn(foldedName(name))[0]));
  firstWords.set(people, sought);
  // A name without any letter begins with no word.
  return sought.has(undefined) || wordsIn(folded(text)).some((word) => sought.has(word));
}

const namesOf = (p: Named): string[] => [...new Set([fullNameOf(p), nameInUse(p), calledOf(p)])];
const withSurname = (p: Named): string[] => (p.surname === "" ? [] : [fullNameOf(p), nameInUse(p)]);

/**
 * The names to look for of each pupil: every text is searched for everybody's, so they are put together once.
 */
const soughtNames = new WeakMap<Named, { alone: string[]; inFull: string[] }>();

function soughtOf(p: Named): { alone: string[]; inFull: string[] } {
  const known = soughtNames.get(p);
  if (known) return known;
  const sought = { alone: namesOf(p).filter((name) => !isOrdinary(name)), inFull: withSurname(p) };
  soughtNames.set(p, sought);
  return sought;
}

/** Whether a text names this pupil: by full name, or by a first name that is not an ordinary word. */
export const isNamed = (find: (phrase: string) => boolean, p: Named): boolean => soughtOf(p).alone.some(find);

/** Whether a text names this pupil with the surname. */
export const isNamedInFull = (find: (phrase: string) => boolean, p: Named): boolean =>
  soughtOf(p).inFull.some(find);

/** What a text may have in place of a character of a folded name. */
const VARIANTS: Record<string, string> = { "'": "['‘’ʼ`´]", "-": "[-‐-―]", " ": "\\s+" };

/**
 * The text of a pattern for a name, with or without its accents, whatever the apostrophe, hyphen or space.
 */
export const patternTextOf = (name: string): string =>
  [...folded(name)].map((c) => VARIANTS[c] ?? escaped(c) + "\\p{M}*").join("");

/** The same as whole words. */
function patternOf(name: string): RegExp {
  const flags = isOrdinary(name) ? "gu" : "giu";
  const body = flags === "gu" ? escaped(name) : patternTextOf(name);
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

/** The text with these names of the pupil's as initials, longest name first. */
function shortened(text: string, p: Named, names: readonly string[]): string {
  const own = [...new Set(names)].filter(Boolean).sort((a, b) => b.length - a.length);
  return own
    .reduce((result, name) => result.replace(patternOf(name), () => initialsOf(p)), text.normalize("NFD"))
    .normalize("NFC");
}

/** The text with the pupil's own names as initials. */
export const withInitials = (text: string, p: Named): string =>
  shortened(text, p, [...namesOf(p), p.firstName]);

/**
 * The text with only the pupil's own full names as initials: `Tom Archer met Tom Hill` -> `TA met Tom Hill`.
 */
export const withoutFullName = (text: string, p: Named): string => shortened(text, p, withSurname(p));

/** The first of these others whom a text about `own` names; a name that `own` has too says nothing. */
export function otherNamedIn<P extends Named>(
  text: string,
  own: readonly Named[],
  others: readonly P[],
): P | undefined {
  const find = finderIn(own.reduce(withInitials, text));
  const findInFull = finderIn(own.reduce(withoutFullName, text));
  return others.find((pupil) => isNamed(find, pupil) || isNamedInFull(findInFull, pupil));
}
