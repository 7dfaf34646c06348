/**
 * The last look at what a report would say: nothing of another pupil, nothing sensitive where it may not be.
 */
import { otherNamedIn } from "../../hub/names";
import { lazy } from "../../words/lazy";
import type { Pupil } from "../../tables/people";
import type { DocsDocument } from "../../documents/document";
import { walked } from "../../documents/document";
import { FIELDS } from "../says/fields";
import { tagName, tagsIn } from "../../documents/tags";
import type { Template } from "../../tables/reports";
import { MAY_BE_SENSITIVE } from "../../documents/starters";
import type { View } from "../../documents/view";
import { insertable } from "../../documents/view";

/** Another pupil whom a report's texts name: the id, and the tag whose text it is. */
export interface NamedPupil {
  pupil: string;
  tag: string;
}

/** Looks at what the template's own tags say; a text that does not come into the report withholds nothing. */
export function namedIn(
  view: View,
  template: DocsDocument,
  own: readonly Pupil[],
  everybody: readonly Pupil[],
): NamedPupil | null {
  const tags = [
    ...new Set(
      walked(template)
        .paragraphs.flatMap(tagsIn)
        .map(({ name }) => name),
    ),
  ];
  const others = everybody.filter(({ id }) => !own.some((pupil) => pupil.id === id));
  const pupil = otherNamedIn(textsOf(view, tags), own, others);
  if (!pupil) return null;
  const tag = tags.find((name) => otherNamedIn(textsOf(view, [name]), own, [pupil])) ?? "";
  return { pupil: pupil.id, tag };
}

function textsOf({ fields, lists }: View, tags: readonly string[]): string {
  const values = tags
    .filter((name) => !notSearched().has(name))
    .flatMap((name) => [
      fields.get(name),
      ...[...lists.values()].flatMap((items) => items.map((item) => item.get(name))),
    ]);
  return [...new Set(values.map((value) => value?.text ?? ""))].join("\n");
}

const inLists = ({ lists }: View) =>
  [...lists.values()].flatMap((items) => items.flatMap((item) => [...item.values()]));

/** Names of places and of staff: that somebody of the staff is called as a pupil is names no pupil. */
const notSearched = lazy(
  () =>
    new Set([
      tagName("keyWorker.name"),
      ...FIELDS.filter(({ privacy }) => privacy === "none").map(({ tag }) => tagName(tag)),
    ]),
);

/** A sensitive tag in a template of a kind that does not allow it, as it was written; null for none. */
export function sensitiveIn(document: DocsDocument, { kind }: Pick<Template, "kind">): string | null {
  if (MAY_BE_SENSITIVE.includes(kind)) return null;
  const sensitive = new Set(
    FIELDS.filter(({ privacy }) => privacy === "sensitive").map(({ tag }) => tagName(tag)),
  );
  const tags = walked(document).paragraphs.flatMap(tagsIn);
  return tags.find(({ name }) => sensitive.has(name))?.written ?? null;
}

/** Braces that are left in a finished document beyond those that its values hold. */
export function leftOver(document: DocsDocument, view: View): boolean {
  const holding = [...view.fields.values(), ...inLists(view)]
    .map((value) => insertable(value).text)
    .filter((text) => text.includes("{{"))
    .sort((a, b) => b.length - a.length);
  const text = walked(document)
    .paragraphs.map((paragraph) => paragraph.text.replace(/\n$/, ""))
    .join("\n");
  return holding.reduce((rest, value) => rest.split(value).join(""), text).includes("{{");
}

/** Whether a copy says what its template says, so that nothing was filled into it yet. */
export function isUnfilled(copy: DocsDocument, template: DocsDocument): boolean {
  const textOf = (document: DocsDocument) =>
    JSON.stringify(walked(document).paragraphs.map(({ text }) => text));
  return textOf(copy) === textOf(template);
}
