/** Tags of a list that has no such column: where a pupil's list is empty, filling alone would not notice. */
import type { DocsDocument } from "./document";
import { walked } from "./document";
import { tagName, tagsIn } from "./tags";

/** What a list's tags begin with, and the tags of its columns. */
interface List {
  tag: string;
  fields: readonly { tag: string }[];
}

/** As they were written. */
export function misnamedIn(document: DocsDocument, all: readonly List[]): string[] {
  const lists = new Set(all.map(({ tag }) => tag));
  const columns = new Set(all.flatMap(({ fields }) => fields.map(({ tag }) => tagName(tag))));
  return walked(document)
    .paragraphs.flatMap(tagsIn)
    .filter(({ kind, name }) => kind === "field" && lists.has(name.split(".")[0] ?? "") && !columns.has(name))
    .filter(({ name }) => name.includes("."))
    .map(({ written }) => written);
}
