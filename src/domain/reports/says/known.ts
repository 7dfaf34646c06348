/** The tags that a template of a kind may hold. */
import type { ReportKind } from "../../tables/reports";
import { FIELDS } from "./fields";
import { LISTS } from "./lists";
import { COMMON, RETURN } from "./returnView";
import { isForAll, MAY_BE_SENSITIVE } from "./starters";
import { nameOf } from "../../documents/tags";
import type { Privacy } from "./sayings";

export interface Known {
  /** By name, in lower case: as the tag is written. */
  fields: ReadonlyMap<string, string>;
  /** Tags of lists, in the same way. */
  listed: ReadonlyMap<string, string>;
  /** What lists' tags begin with. */
  lists: readonly string[];
  /** Names that this kind may not hold. */
  forbidden: ReadonlySet<string>;
}

const byName = (all: readonly { tag: string }[]): Map<string, string> =>
  new Map(all.map(({ tag }) => [nameOf(tag), tag]));

export function knownFor(kind: ReportKind): Known {
  const listed = LISTS.flatMap(({ fields }) => fields);
  const isSensitive = ({ privacy }: { privacy: Privacy }): boolean => privacy === "sensitive";
  const sensitive = MAY_BE_SENSITIVE.includes(kind) ? [] : [...FIELDS, ...listed].filter(isSensitive);
  const forbidden = new Set(sensitive.map(({ tag }) => nameOf(tag)));
  if (isForAll(kind)) {
    const common = FIELDS.filter(({ tag }) => COMMON.test(tag));
    return { fields: byName(common), listed: byName(RETURN), lists: ["row"], forbidden };
  }
  return { fields: byName(FIELDS), listed: byName(listed), lists: LISTS.map(({ tag }) => tag), forbidden };
}

/** `target` of `target.wording`; undefined where it is of no list. */
export const listIn = (name: string, { lists }: Known): string | undefined => {
  const [first = ""] = name.split(".");
  return name.includes(".") && lists.includes(first) ? first : undefined;
};
