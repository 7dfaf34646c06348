/**
 * The pack as a Google Doc: a heading for each part, a line for each cell, other people's names in brackets
 * on yellow.
 */
import { longDay } from "../words/days";
import type { Request } from "../documents/fillRequests";
import { insertText, paragraphStyle, textStyle } from "../documents/fillRequests";
import { insertable } from "../documents/view";
import type { Pack, PackLine } from "./pack";

interface Line {
  text: string;
  heading?: "TITLE" | "HEADING_2";
  isBold?: boolean;
  /** From and to, of what is highlighted. */
  marks?: readonly (readonly [number, number])[];
}

const INTRODUCTION = [
  "Text between ⟦ and ⟧ on yellow is, or may be, another person's name, a family member, an address or a phone number. Look at each one, and take out what must not be handed over.",
  "People who are not on any tab of the workbook are not found, so read the whole document before you hand it over. Blank cells are left out. Nothing here was sent to anybody.",
];

/** Google takes some characters out of what is inserted, and indexes count without them. */
const plain = (text: string): string => insertable({ text }).text;

/** A cell's line with its marks in brackets: longer than the text by two for each. */
function lineFor({ heading, text, marks }: PackLine): Line {
  const lead = heading === "" ? "" : plain(`${heading}: `);
  const ranges: [number, number][] = [];
  let written = lead;
  let at = 0;
  for (const { start, end } of marks) {
    written += plain(text.slice(at, start));
    const name = `⟦${plain(text.slice(start, end))}⟧`;
    ranges.push([written.length, written.length + name.length]);
    written += name;
    at = end;
  }
  return { text: written + plain(text.slice(at)), marks: ranges };
}

export function packLines({ subject, parts, nothingIn }: Pack, made: { on: string; by: string }): Line[] {
  return [
    { text: `Records held about ${subject.id}`, heading: "TITLE" },
    { text: `Made on ${longDay(made.on)} by ${made.by}.` },
    ...INTRODUCTION.map((text) => ({ text })),
    ...parts.flatMap(({ title, tab, records }): Line[] => [
      { text: tab === "" || tab === title ? title : `${title} (tab ${tab})`, heading: "HEADING_2" },
      ...records.flatMap(({ label, lines }): Line[] => [
        { text: plain(label), isBold: true },
        ...lines.map(lineFor),
      ]),
    ]),
    { text: "No records are held here", heading: "HEADING_2" },
    { text: nothingIn.join(", ") || "There are records in every part." },
  ];
}

const YELLOW = { backgroundColor: { color: { rgbColor: { red: 1, green: 0.93, blue: 0.55 } } } };

/** The requests that write it into a blank document. */
export function packRequests(lines: readonly Line[]): Request[] {
  let at = 1;
  const looks = lines.flatMap(({ text, heading, isBold, marks = [] }) => {
    const start = at;
    at += text.length + 1;
    return [
      ...(heading ? paragraphStyle(null, start, at - 1, { namedStyleType: heading }) : []),
      ...(isBold ? textStyle(null, start, at - 1, { bold: true }) : []),
      ...marks.flatMap(([from, to]) => textStyle(null, start + from, start + to, YELLOW)),
    ];
  });
  return [insertText(null, 1, lines.map(({ text }) => text).join("\n")), ...looks];
}
