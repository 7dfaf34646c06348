/**
 * From a template and a view to the requests that fill it: pure. Tags are found first, and values are never
 * looked at, so that what a value holds cannot be taken for a tag. Edits go from the end to the start,
 * because each moves what comes after it.
 */
import { isStanding } from "./conditions";
import type { DocCell, DocsDocument, DocParagraph, DocRow, DocTable } from "./document";
import { textWidth, walked } from "./document";
import { gridEdits, isGrid } from "./grid";
import type { Lookup } from "./pieces";
import { cellRequests, cellText, filled, spaceAfter } from "./pieces";
import type { CellAt, Request } from "./fillRequests";
import { cellColour, colourOf, insertRowBelow, insertText, remove, textStyle } from "./fillRequests";
import type { Tag } from "./tags";
import { tagsIn } from "./tags";
import type { Value, View } from "./view";
import { insertable, listOf, NOTHING } from "./view";

/** Requests that change the document at an index and behind it, never before. */
export interface FillEdit {
  segment: string | null;
  at: number;
  requests: Request[];
}

export interface Filling {
  requests: Request[];
  /** Tags that the view does not know, as they were written; if there are any, nothing may be made. */
  unknown: string[];
}

export function fill(document: DocsDocument, view: View): Filling {
  const { paragraphs, tables } = walked(document);
  const unknown = new Set(paragraphs.flatMap(unclosedIn));
  const grids = tables.filter(isGrid);
  const repeated = tables
    .filter((table) => !grids.includes(table))
    .flatMap((table) => table.rows.map((row, r) => ({ table, row, r, list: listInRow(row, view) })));
  const inGrid = new Set(grids.flatMap(paragraphsOf));
  const listAt = new Map(
    repeated.flatMap(({ row, list }) =>
      list === undefined ? [] : paragraphsIn(row).map((paragraph) => [paragraph, list] as const),
    ),
  );
  const edits = [
    ...grids.flatMap((table) => gridEdits(table, { view, unknown, room: textWidth(document) })),
    ...repeated.flatMap(({ table, row, r, list }) =>
      list === undefined ? [] : rowEdits(table, row, r, { list, view, unknown }),
    ),
    ...paragraphs
      .filter((paragraph) => !inGrid.has(paragraph))
      .flatMap((paragraph) => paragraphEdits(paragraph, { list: listAt.get(paragraph), view, unknown })),
  ];
  // Two edits at one index keep their order: what is inserted behind a paragraph, then the paragraph.
  const ordered = edits.map((edit, i) => ({ edit, i })).sort((a, b) => b.edit.at - a.edit.at || a.i - b.i);
  return { requests: ordered.flatMap(({ edit }) => edit.requests), unknown: [...unknown] };
}

/**
 * Braces that belong to no tag and would be left in the finished report: `{{pupil.name}` as far as it goes.
 */
function unclosedIn({ text, start }: DocParagraph): string[] {
  const rest = tagsIn({ text, start }).reduce((left, { written: as }) => left.replace(as, () => " "), text);
  return rest.includes("{{") ? [rest.slice(rest.indexOf("{{")).trim().slice(0, LONGEST_SHOWN)] : [];
}
const LONGEST_SHOWN = 40;

const paragraphsIn = (row: DocRow): DocParagraph[] => row.cells.flatMap((cell: DocCell) => cell.paragraphs);
const paragraphsOf = (table: DocTable): DocParagraph[] => table.rows.flatMap(paragraphsIn);

const listInRow = (row: DocRow, view: View): string | undefined =>
  paragraphsIn(row)
    .flatMap(tagsIn)
    .map(({ name }) => listOf(name, view))
    .find((list) => list !== undefined);

interface Context {
  list: string | undefined;
  view: View;
  unknown: Set<string>;
}

/** What a tag says for the list's item at a place; fields of no list say the same everywhere. */
export function lookupFor({ list, view, unknown }: Context, place: number): Lookup {
  const valueOf = (name: string): Value => {
    const own = listOf(name, view);
    if (own === undefined) return view.fields.get(name) ?? unknownTag(name, unknown);
    const items = view.lists.get(own) ?? [];
    if (items.length === 0) return NOTHING;
    return items[own === list ? place : 0]?.get(name) ?? unknownTag(name, unknown);
  };
  return (name) => insertable(valueOf(name));
}

function unknownTag(name: string, unknown: Set<string>) {
  unknown.add(name);
  return NOTHING;
}

const lengthOf = ({ list, view }: Context): number =>
  list === undefined ? 1 : Math.max(1, (view.lists.get(list) ?? []).length);

/** A row that repeats: the first item fills the row itself, the others get rows of their own under it. */
function rowEdits(table: DocTable, row: DocRow, r: number, context: Context): FillEdit[] {
  const items = lengthOf(context);
  if (items === 1) return [];
  const { segment } = table;
  const at = (rowIndex: number, column: number): CellAt => ({
    segment,
    table: table.start,
    row: rowIndex,
    column,
  });
  const rows = Array.from({ length: items - 1 }, () => insertRowBelow(at(r, 0)));
  const size = 1 + 2 * row.cells.length;
  const cells = Array.from({ length: items - 1 }, (_, i) => items - 1 - i).flatMap((item) =>
    [...row.cells].reverse().flatMap((cell, i) => {
      const column = row.cells.length - 1 - i;
      const start = row.end + (item - 1) * size + 1 + 2 * column + 1;
      const text = cellText(cell, lookupFor(context, item), (paragraph) => isStanding(paragraph, context));
      return cellRequests(cell, text, { segment, start, place: at(r + item, column) });
    }),
  );
  return [{ segment, at: row.end, requests: [...rows, ...cells] }];
}

function paragraphEdits(paragraph: DocParagraph, context: Context): FillEdit[] {
  const tags = tagsIn(paragraph);
  if (tags.length === 0) return [];
  const { segment, start, end, isLast, cell } = paragraph;
  const lookup = lookupFor(context, 0);
  // Also where the paragraph goes: an unknown tag is one for every pupil.
  for (const { kind, name } of tags) if (kind === "field") lookup(name);
  if (!isStanding(paragraph, context)) {
    const to = isLast ? end - 1 : end;
    return to > start ? [{ segment, at: start, requests: [remove(segment, start, to)] }] : [];
  }
  const own =
    context.list === undefined && cell === null
      ? tags.map(({ name }) => listOf(name, context.view)).find(Boolean)
      : undefined;
  const inner = own === undefined ? context : { ...context, list: own };
  return [...(own === undefined ? [] : repeatEdits(paragraph, inner)), ...tagEdits(paragraph, tags, inner)];
}

/** A paragraph that repeats: the others follow it, each in its looks. */
function repeatEdits(paragraph: DocParagraph, context: Context): FillEdit[] {
  const { segment, end } = paragraph;
  const items = lengthOf(context);
  const requests = Array.from({ length: items - 1 }, (_, i) => items - 1 - i).flatMap((item) => {
    const { text, looks } = filled(paragraph, lookupFor(context, item));
    const start = end - 1;
    return [
      insertText(segment, start, `\n${text}`),
      ...looks.flatMap(({ from, to, style }) => textStyle(segment, start + 1 + from, start + 1 + to, style)),
    ];
  });
  return [{ segment, at: end - 1, requests }];
}

/** Each tag in its place: the value goes inside the braces, where it takes their look, and the braces go. */
function tagEdits(paragraph: DocParagraph, tags: readonly Tag[], context: Context): FillEdit[] {
  const { segment, cell, start: first } = paragraph;
  const lookup = lookupFor(context, 0);
  const values = tags.map((tag) => (tag.kind === "field" ? lookup(tag.name) : null));
  const grade = values.find((value) => value?.grade)?.grade;
  const edits = tags.map(({ start, end }, i): FillEdit => {
    const value = values[i]?.text ?? "";
    if (value === "") {
      return { segment, at: start, requests: [remove(segment, start, end + spaceAfter(paragraph, { end }))] };
    }
    const requests = [
      insertText(segment, start + 1, value),
      remove(segment, start + 1 + value.length, end + value.length),
      remove(segment, start, start + 1),
    ];
    return { segment, at: start, requests };
  });
  if (!cell || !grade) return edits;
  const colour = cellColour(
    { segment, table: cell.table, row: cell.row, column: cell.column },
    colourOf(grade),
  );
  return [...edits, { segment, at: first, requests: [colour] }];
}
