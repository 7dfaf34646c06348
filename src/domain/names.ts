/** Pupils' names: how a provider sees them, and finding other people's names in a text. */
import type { Pupil } from "./tables/people";

export type Named = Pick<Pupil, "firstName" | "surname" | "knownAs">;

/** First names that are ordinary words: alone they are no sign of a pupil. */
const ORDINARY = new Set(
  "will may grace joy hope faith summer autumn rose lily daisy ivy holly violet amber ruby mark bill sky dawn april june august drew chance sunny pat".split(
    " ",
  ),
);

const calledOf = (p: Named): string => p.knownAs || p.firstName;

/** First name and surname, such as `Zoë O'Neil`; a single name alone. */
export const fullNameOf = (p: Pick<Pupil, "firstName" | "surname">): string =>
  `${p.firstName} ${p.surname}`.trim();

/** As the hub calls the pupil, such as `Ally O'Neil`. */
export const nameInUse = (p: Named): string => `${calledOf(p)} ${p.surname}`.trim();

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

/** Searches a text for phrases as whole words, whatever their accents and capitals; the text is folded once. */
export function finderIn(text: string): (phrase: string) => boolean {
  const within = folded(text);
  return (phrase) => {
    const sought = folded(phrase);
    if (sought === "" || !within.includes(sought)) return false;
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(sought)}(?![\\p{L}\\p{N}])`, "u").test(within);
  };
}

const namesOf = (p: Named): string[] => [...new Set([fullNameOf(p), nameInUse(p), calledOf(p)])];

/** Whether a text names this pupil: by full name, or by a first name that is not an ordinary word. */
export const isNamed = (find: (phrase: string) => boolean, p: Named): boolean =>
  namesOf(p).some((name) => !ORDINARY.has(folded(name)) && find(name));

/** A pattern for a name as whole words, with or without its accents, whatever the apostrophe. */
function patternOf(name: string): RegExp {
  const letters = [...folded(name)].map((c) => (c === "'" ? "['‘’ʼ`´]" : escaped(c) + "\\p{M}*"));
  const flags = ORDINARY.has(folded(name)) ? "gu" : "giu";
  const body = flags === "gu" ? escaped(name) : letters.join("");
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

/** The text with the pupil's own names as initials, longest name first. */
export function withInitials(text: string, p: Named): string {
  const own = [...new Set([...namesOf(p), p.firstName])].filter(Boolean).sort((a, b) => b.length - a.length);
  return own
    .reduce((result, name) => result.replace(patternOf(name), () => initialsOf(p)), text.normalize("NFD"))
    .normalize("NFC");
}
