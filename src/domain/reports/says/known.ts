/** The tags that a template of a kind may hold. */
import type { KnownTags } from "../../documents/finding";
import type { ReportKind } from "../../tables/reports";
import { FIELDS } from "./fields";
import { LISTS } from "./lists";
import { COMMON, RETURN } from "./returnView";
import { isForAll, MAY_BE_SENSITIVE } from "../../documents/starters";
import { tagName } from "../../documents/tags";
import type { Privacy } from "./sayings";
const byName = (all: readonly { tag: string }[]): Map<string, string> =>
  new Map(all.map(({ tag }) => [tagName(tag), tag]));

export function knownFor(kind: ReportKind): KnownTags {
  const listed = LISTS.flatMap(({ fields }) => fields);
  const isSensitive = ({ privacy }: { privacy: Privacy }): boolean => privacy === "sensitive";
  const sensitive = MAY_BE_SENSITIVE.includes(kind) ? [] : [...FIELDS, ...listed].filter(isSensitive);
  const forbidden = new Set(sensitive.map(({ tag }) => tagName(tag)));
  if (isForAll(kind)) {
    const common = FIELDS.filter(({ tag }) => COMMON.test(tag));
    return { fields: byName(common), listed: byName(RETURN), lists: ["row"], forbidden };
  }
  return { fields: byName(FIELDS), listed: byName(listed), lists: LISTS.map(({ tag }) => tag), forbidden };
}
