/** The last look at what a report would say: nothing of another pupil, nothing sensitive where it may not be. */
import { otherNamedIn } from "../names";
import type { Pupil } from "../tables/people";
import type { DocsDocument } from "./document";
import { walked } from "./document";
import { FIELDS } from "./fields";
import { nameOf, tagsIn } from "./tags";
import type { Template } from "../tables/reports";
import { MAY_BE_SENSITIVE } from "./starters";
import type { View } from "./view";

/** The id of another pupil whom the view's texts name; null for none. */
export function namedIn(view: View, own: readonly Pupil[], everybody: readonly Pupil[]): string | null {
  const texts = [
    ...view.fields.values(),
    ...[...view.lists.values()].flatMap((items) => items.flatMap((item) => [...item.values()])),
  ].map(({ text }) => text);
  const others = everybody.filter(({ id }) => !own.some((pupil) => pupil.id === id));
  return otherNamedIn([...new Set(texts)].join("\n"), own, others)?.id ?? null;
}

/** A sensitive tag in a template of a kind that does not allow it, as it was written; null for none. */
export function sensitiveIn(document: DocsDocument, { kind }: Pick<Template, "kind">): string | null {
  if (MAY_BE_SENSITIVE.includes(kind)) return null;
  const sensitive = new Set(
    FIELDS.filter(({ privacy }) => privacy === "sensitive").map(({ tag }) => nameOf(tag)),
  );
  const tags = walked(document).paragraphs.flatMap(tagsIn);
  return tags.find(({ name }) => sensitive.has(name))?.written ?? null;
}

/** Tags that are left in a finished document beyond those that its values hold. */
export function leftOver(document: DocsDocument, view: View): number {
  const count = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + text.split("{{").length - 1, 0);
  const values = [
    ...view.fields.values(),
    ...[...view.lists.values()].flatMap((items) => items.flatMap((item) => [...item.values()])),
  ].map(({ text }) => text);
  const found = count(walked(document).paragraphs.map(({ text }) => text));
  return count(values) > 0 ? 0 : found;
}
