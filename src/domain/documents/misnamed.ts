/** Tags of a list that has no such column: where a pupil's list is empty, filling alone would not notice. */
import type { DocsDocument } from "./document";
import { walked } from "./document";
import { LISTS } from "../reports/says/lists";
import { nameOf, tagsIn } from "./tags";

/** As they were written. */
export function misnamedIn(document: DocsDocument): string[] {
  const lists = new Set(LISTS.map(({ tag }) => tag));
  const columns = new Set(LISTS.flatMap(({ fields }) => fields.map(({ tag }) => nameOf(tag))));
  return walked(document)
    .paragraphs.flatMap(tagsIn)
    .filter(({ kind, name }) => kind === "field" && lists.has(name.split(".")[0] ?? "") && !columns.has(name))
    .filter(({ name }) => name.includes("."))
    .map(({ written }) => written);
}
