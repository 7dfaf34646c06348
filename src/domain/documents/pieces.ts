/** A paragraph or a cell of a template as text that can be filled again and again, with its looks. */
import type { Grade } from "../words/grades";
import type { DocCell, DocParagraph, DocStyle } from "./document";
import type { CellAt, Request } from "./fillRequests";
import { cellColour, colourOf, insertText, paragraphStyle, textStyle } from "./fillRequests";
import type { Tag } from "./tags";
import { tagsIn } from "./tags";
import type { Value } from "./view";

export type Lookup = (name: string) => Value;

export interface Filled {
  text: string;
  /** Looks, from and to counted within the text. */
  looks: { from: number; to: number; style: DocStyle }[];
  grade: Grade | null;
}

/**
 * The paragraph's text without its line break, its tags filled; a value looks as its tag's first brace does.
 */
export function filled(paragraph: DocParagraph, lookup: Lookup): Filled {
  const result: Filled = { text: "", looks: [], grade: null };
  let from = paragraph.start;
  for (const tag of tagsIn(paragraph)) {
    copy(paragraph, from, tag.start, result);
    const { text, grade = null } = tag.kind === "field" ? lookup(tag.name) : { text: "" };
    result.grade ??= grade;
    add(result, text, styleAt(paragraph, tag.start));
    from = tag.end + (text === "" ? spaceAfter(paragraph, tag) : 0);
  }
  copy(paragraph, from, paragraph.end - 1, result);
  return result;
}

/** A tag that prints nothing takes the space behind it along. */
export const spaceAfter = ({ text, start }: DocParagraph, { end }: Pick<Tag, "end">): number =>
  text[end - start] === " " ? 1 : 0;

/** Text between two indexes, run by run. What is not text (a picture) cannot be written again. */
function copy(paragraph: DocParagraph, from: number, to: number, result: Filled): void {
  for (const run of paragraph.runs) {
    const [first, last] = [Math.max(from, run.start), Math.min(to, run.end)];
    if (first < last)
      add(result, paragraph.text.slice(first - paragraph.start, last - paragraph.start), run.style);
  }
}

function add(result: Filled, text: string, style: DocStyle): void {
  const from = result.text.length;
  result.text += text;
  if (text !== "") result.looks.push({ from, to: result.text.length, style });
}

export const styleAt = ({ runs }: DocParagraph, index: number): DocStyle =>
  runs.find((run) => run.start <= index && index < run.end)?.style ?? {};

/**
 * A cell's paragraphs as one text, without those whose condition does not hold; the last one's line break
 * stays.
 */
export const cellText = (
  { paragraphs }: Pick<DocCell, "paragraphs">,
  lookup: Lookup,
  standing: (paragraph: DocParagraph) => boolean,
): Filled =>
  joined(
    paragraphs.flatMap((paragraph) => {
      if (standing(paragraph)) return [filled(paragraph, lookup)];
      return paragraph.isLast ? [{ text: "", looks: [], grade: null }] : [];
    }),
  );

/** Several paragraphs of a cell as one text; the grade is the first that one of their tags has. */
function joined(parts: readonly Filled[]): Filled {
  return parts.reduce<Filled>(
    (all, part, i) => {
      const shift = all.text.length + (i === 0 ? 0 : 1);
      return {
        text: i === 0 ? part.text : `${all.text}\n${part.text}`,
        looks: [
          ...all.looks,
          ...part.looks.map(({ from, to, style }) => ({ from: from + shift, to: to + shift, style })),
        ],
        grade: all.grade ?? part.grade,
      };
    },
    { text: "", looks: [], grade: null },
  );
}

/** Writes a filled text at an index, each part in its look; `style` is its paragraphs'. */
function written(segment: string | null, at: number, { text, looks }: Filled, style: DocStyle): Request[] {
  if (text === "") return [];
  return [
    insertText(segment, at, text),
    ...looks.flatMap(({ from, to, style: look }) => textStyle(segment, at + from, at + to, look)),
    ...paragraphStyle(segment, at, at + text.length, style),
  ];
}

/** Fills a new, empty cell with its text, in the looks of its model in the template. */
export function cellRequests(
  model: DocCell,
  text: Filled,
  { segment, start, place }: { segment: string | null; start: number; place: CellAt },
): Request[] {
  const colour = text.grade ? colourOf(text.grade) : model.style["backgroundColor"];
  return [
    ...written(segment, start, text, model.paragraphs[0]?.style ?? {}),
    ...(colour === undefined ? [] : [cellColour(place, colour)]),
  ];
}
