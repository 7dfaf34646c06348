/** What is wrong with a template's tags: their names, their places, their braces. */
import type { DocParagraph } from "./document";
import type { Finding, Looked } from "./finding";
import { hint, stops, twoLists, listIn } from "./finding";
import { nearest } from "./nearest";
import { isForAll } from "./starters";
import type { Tag } from "./tags";
import { tagName, tagsIn } from "./tags";
import { GRID } from "./view";

const isInGrid = (paragraph: DocParagraph, { grids }: Looked): boolean =>
  grids.some(
    ({ segment, start }) => paragraph.segment === segment && paragraph.cell && paragraph.cell.table === start,
  );

export function tagFindings(tag: Tag, paragraph: DocParagraph, looked: Looked): Finding[] {
  const { known, kind, where } = looked;
  const at = where(paragraph);
  if (known.forbidden.has(tag.name))
    return [
      stops(
        at,
        `${tag.written} is sensitive. A report of the kind ${kind} must never contain it.`,
        "Take it out, or make the template a PEP, an EHCP or a placement review.",
      ),
    ];
  if (tag.kind !== "field")
    return known.fields.has(tag.name) || known.lists.includes(tag.name)
      ? []
      : [unknown(tag, at, [...known.fields.values(), ...known.lists])];
  const inGrid = isInGrid(paragraph, looked);
  if (isOfGrid(tag.name) && isForAll(kind)) return [unknown(tag, at, [...known.listed.values()])];
  if (isOfGrid(tag.name))
    return inGrid
      ? []
      : [
          stops(
            at,
            `${tag.written} is outside the grid.`,
            "It belongs in a table with {{grid.week}} in one of its cells.",
          ),
        ];
  if (inGrid && known.listed.has(tag.name))
    return [
      stops(
        at,
        `${tag.written} belongs to a list, and the grid's table cannot contain a list.`,
        "Give the list its own table.",
      ),
    ];
  if (known.fields.has(tag.name) || known.listed.has(tag.name)) return [];
  return [unknown(tag, at, [...known.fields.values(), ...known.listed.values(), ...Object.values(GRID)])];
}

const isOfGrid = (name: string): boolean => Object.values(GRID).some((tag) => tag === name);

function unknown({ name, written, kind }: Tag, where: string, all: readonly string[]): Finding {
  const like = nearest(name, all);
  const remedy = /^(end|end ?if|else|fi)\b|^\//.test(name)
    ? "Take it out. A condition applies to the one paragraph it is in, so it needs no end."
    : like === null
      ? "See the list of all fields."
      : `Is it {{${kind === "field" ? "" : `${kind} `}${like}}}?`;
  return stops(where, `No field is called ${written}.`, remedy);
}

/** Braces that are not a tag but look as if they were meant to be one. */
export function braceFindings(paragraph: DocParagraph, { known, where }: Looked): Finding[] {
  const rest = tagsIn(paragraph).reduce((text, { written }) => text.replace(written, " "), paragraph.text);
  const at = where(paragraph);
  const broken = [...rest.matchAll(/\{\{[^{}]{0,40}|[^{}]{0,40}\}\}/g)].map(([text]) =>
    stops(
      at,
      `A tag is incomplete: "${text.trim().replace(/\s+/g, " ")}".`,
      "Write each tag on one line, with two braces on both sides and only its name inside.",
    ),
  );
  if (broken.length > 0) return broken;
  const isMeant = (inside: string): boolean =>
    known.fields.has(tagName(inside)) || known.listed.has(tagName(inside));
  return [...rest.matchAll(/[{[<«]{1,2}([^{}[\]<>«»\n]{1,80})[}\]>»]{1,2}/g)]
    .filter(([, inside = ""]) => isMeant(inside))
    .map(([text, inside = ""]) =>
      hint(at, `"${text}" looks like a tag but is not one.`, `Write {{${inside.trim()}}}.`),
    );
}

export function paragraphFindings(paragraph: DocParagraph, looked: Looked): Finding[] {
  const { known, where } = looked;
  const tags = tagsIn(paragraph);
  const at = where(paragraph);
  const conditions = tags.filter(({ kind }) => kind !== "field");
  const [condition] = conditions;
  if (condition && isInGrid(paragraph, looked))
    return [
      hint(
        at,
        `${condition.written} has no effect inside the grid.`,
        "Take it out or put it above the table.",
      ),
    ];
  const rest = tags
    .filter(({ kind }) => kind !== "field")
    .reduce((text, { written }) => text.replace(written, ""), paragraph.text);
  if (condition && rest.trim() === "")
    return [
      hint(
        at,
        `${condition.written} is alone in its paragraph, so it has no effect.`,
        "Put it at the beginning of the paragraph that it should show or hide.",
      ),
    ];
  const fields = tags.filter(({ kind }) => kind === "field");
  const lists = new Set(fields.flatMap(({ name }) => listIn(name, known) ?? []));
  const [list] = lists;
  if (paragraph.cell !== null || list === undefined) return [];
  if (lists.size > 1) return [twoLists(at, [...lists], "paragraph")];
  const plain = fields.find(({ name }) => listIn(name, known) === undefined);
  return plain
    ? [
        hint(
          at,
          `The whole paragraph is repeated for each ${list}, and ${plain.written} with it.`,
          "Give the list its own paragraph or its own table row.",
        ),
      ]
    : [];
}
