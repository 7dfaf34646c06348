/** A paragraph or a cell of a template as text that can be filled again and again, with its looks. */
import type { Grade } from "../grades";
import type { Paragraph, Style } from "./document";
import type { Request } from "./requests";
import { insertText, paragraphStyle, textStyle } from "./requests";
import { tagsIn } from "./tags";
import type { Value } from "./view";

export type Lookup = (name: string) => Value;

export interface Filled {
  text: string;
  /** Looks, from and to counted within the text. */
  looks: { from: number; to: number; style: Style }[];
  grade: Grade | null;
}

/** The paragraph's text without its line break, its tags filled; a value looks as its tag's first brace does. */
export function filled(paragraph: Paragraph, lookup: Lookup): Filled {
  const result: Filled = { text: "", looks: [], grade: null };
  let from = paragraph.start;
  for (const tag of tagsIn(paragraph)) {
    copy(paragraph, from, tag.start, result);
    if (tag.kind === "field") {
      const { text, grade = null } = lookup(tag.name);
      result.grade ??= grade;
      add(result, text, styleAt(paragraph, tag.start));
    }
    from = tag.end;
  }
  copy(paragraph, from, paragraph.end - 1, result);
  return result;
}

/** Text between two indexes, run by run. What is no text (a picture) cannot be written again. */
function copy(paragraph: Paragraph, from: number, to: number, result: Filled): void {
  for (const run of paragraph.runs) {
    const [first, last] = [Math.max(from, run.start), Math.min(to, run.end)];
    if (first < last)
      add(result, paragraph.text.slice(first - paragraph.start, last - paragraph.start), run.style);
  }
}

function add(result: Filled, text: string, style: Style): void {
  const from = result.text.length;
  result.text += text;
  if (text !== "") result.looks.push({ from, to: result.text.length, style });
}

export const styleAt = ({ runs }: Paragraph, index: number): Style =>
  runs.find((run) => run.start <= index && index < run.end)?.style ?? {};

/** Several paragraphs of a cell as one text; the grade is the first that one of their tags has. */
export function joined(parts: readonly Filled[]): Filled {
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
export function written(
  segment: string | null,
  at: number,
  { text, looks }: Filled,
  style: Style,
): Request[] {
  if (text === "") return [];
  return [
    insertText(segment, at, text),
    ...looks.flatMap(({ from, to, style: look }) => textStyle(segment, at + from, at + to, look)),
    ...paragraphStyle(segment, at, at + text.length, style),
  ];
}
