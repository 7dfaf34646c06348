/** What each tag of a template would say, without a document being made. */
import { placesIn } from "./checkTemplate";
import type { DocsDocument } from "./document";
import { firstTab, walked } from "./document";
import type { Tag } from "./tags";
import { tagsIn } from "./tags";
import type { Value, View } from "./view";
import { GRID, listOf } from "./view";

export interface Saying {
  where: string;
  tag: string;
  says: string;
}

/** In the order of the document, each tag of a place once. */
export function dryFill(document: DocsDocument, view: View): Saying[] {
  const { first } = firstTab(document);
  const { paragraphs, tables } = walked(first);
  const where = placesIn(first, tables);
  const all = paragraphs.flatMap((paragraph) =>
    tagsIn(paragraph).map((tag) => ({
      where: where(paragraph),
      tag: tag.written,
      says: saidBy(tag, view),
    })),
  );
  return all.filter(({ where: at, tag }, i) => all.findIndex((o) => o.where === at && o.tag === tag) === i);
}

function saidBy({ name, kind }: Tag, view: View): string {
  if (kind !== "field") {
    const list = view.lists.get(name);
    const says = list ? list.length > 0 : view.fields.get(name)?.isEmpty !== true;
    return (kind === "if") === says ? "the paragraph is shown" : "the paragraph is left out";
  }
  const own = listOf(name, view);
  const values = own === undefined ? inGrid(name, view) : (view.lists.get(own) ?? []).map((v) => v.get(name));
  if (!values) return view.fields.get(name)?.text ?? "(unknown)";
  const texts = values.map((value) => value?.text ?? "(unknown)");
  return texts.length === 0 ? "none yet" : `${texts.length}: ${texts.join("; ")}`;
}

function inGrid(name: string, { grid }: View): readonly Value[] | undefined {
  switch (name) {
    case GRID.week:
      return grid.weeks;
    case GRID.area:
      return grid.areas;
    case GRID.mark:
      return grid.marks.flat();
    case GRID.overall:
      return grid.overall;
    default:
      return undefined;
  }
}
