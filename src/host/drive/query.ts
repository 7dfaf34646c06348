/** The `q` of Drive.Files.list: conditions joined by `and`, the few kinds that the host has. */
import type { DriveFile } from "../model/model";

export type Condition = (file: DriveFile) => boolean;

const TEXT = String.raw`'((?:[^'\\]|\\.)*)'`;
const KINDS: [RegExp, (...values: string[]) => Condition][] = [
  [new RegExp(`^name\\s*=\\s*${TEXT}`), (name) => (file) => file.name === name],
  [new RegExp(`^name\\s*!=\\s*${TEXT}`), (name) => (file) => file.name !== name],
  [new RegExp(`^mimeType\\s*=\\s*${TEXT}`), (type) => (file) => file.mimeType === type],
  [new RegExp(`^mimeType\\s*!=\\s*${TEXT}`), (type) => (file) => file.mimeType !== type],
  [
    new RegExp(`^${TEXT}\\s+in\\s+parents`),
    (id = "") =>
      (file) =>
        file.parents.includes(id),
  ],
  [/^trashed\s*=\s*(true|false)/, (trashed) => (file) => String(file.trashed) === trashed],
  [
    new RegExp(`^appProperties\\s+has\\s*\\{\\s*key\\s*=\\s*${TEXT}\\s+and\\s+value\\s*=\\s*${TEXT}\\s*\\}`),
    (key = "", value) =>
      (file) =>
        Object.hasOwn(file.appProperties, key) && file.appProperties[key] === value,
  ],
];

/**
 * Null where Google finds it no query. What Google would understand and the host does not is refused by name.
 */
export function conditionsIn(q: string): Condition[] | null {
  const conditions: Condition[] = [];
  let rest = q.trim();
  while (rest !== "") {
    const found = KINDS.flatMap(([pattern, make]) => {
      const match = pattern.exec(rest);
      return match ? [{ length: match[0].length, condition: make(...match.slice(1).map(plain)) }] : [];
    })[0];
    if (!found) return refused(rest);
    conditions.push(found.condition);
    rest = rest.slice(found.length).trim();
    if (rest === "") break;
    if (!/^and\s/i.test(rest)) return refused(rest);
    rest = rest.slice(3).trim();
    if (rest === "") return null;
  }
  return conditions;
}

const plain = (text: string): string => text.replace(/\\(.)/g, "$1");

/** Words of Google's query language that the host does not have. */
const OTHERS =
  /^(not\b|or\b|\(|fullText|name\s+contains|modifiedTime|createdTime|viewedByMeTime|starred|owners|writers|readers|sharedWithMe|properties|visibility|shortcutDetails|'(?:[^'\\]|\\.)*'\s+in\s+(owners|writers|readers))/i;

function refused(rest: string): null {
  if (OTHERS.test(rest)) throw new Error(`The local host has no Drive query ${rest}`);
  return null;
}
