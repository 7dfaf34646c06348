/** Paragraphs shown only if a field or a list has a value (`{{if ...}}`) or has none (`{{unless ...}}`). */
import type { DocParagraph } from "./document";
import type { Tag } from "./tags";
import { tagsIn } from "./tags";
import type { View } from "./view";

interface Known {
  view: View;
  /** Gets the tags that ask about what the view does not know, as they were written. */
  unknown: Set<string>;
}

/** Whether all of a paragraph's conditions hold. */
export const isStanding = (paragraph: DocParagraph, context: Known): boolean =>
  tagsIn(paragraph).filter((tag) => !stands(tag, context)).length === 0;

/** Whether a conditional tag keeps its paragraph. */
function stands({ kind, name, written: as }: Tag, { view, unknown }: Known): boolean {
  if (kind === "field") return true;
  const list = view.lists.get(name);
  const field = view.fields.get(name);
  if (!list && !field) unknown.add(as);
  const says = list ? list.length > 0 : field?.isEmpty !== true;
  return kind === "if" ? says : !says;
}
