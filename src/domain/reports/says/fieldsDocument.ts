/** The list of all fields as a Google Doc: a heading for each group, under it a line for each field. */
import { FIELDS } from "./fields";
import { LISTS } from "./lists";
import type { Privacy } from "./sayings";
import type { Request } from "../../documents/fillRequests";
import { insertText, paragraphStyle, textStyle } from "../../documents/fillRequests";
import { RETURN } from "./returnView";
import { GRID } from "../../documents/view";

interface Line {
  text: string;
  heading?: "TITLE" | "HEADING_2";
  /** How much of its beginning is the tag. */
  tag?: number;
}

type Listed = Readonly<{ tag: string; meaning: string; example: string; privacy: Privacy }>;

const PRIVATE: Record<Privacy, string> = {
  none: "",
  shareable: "",
  personal: " Personal.",
  sensitive: " Sensitive: only in a PEP, an EHCP or a placement review.",
};

const lineOf = ({ tag, meaning, example, privacy }: Listed): Line => {
  const written = `{{${tag}}}`;
  const shown = example === "…" ? "" : ` For example: ${example.replace(/\.$/, "")}.`;
  return { text: `${written}  ${meaning}.${shown}${PRIVATE[privacy]}`, tag: written.length };
};

const GROUPS: Readonly<Record<string, string>> = {
  pupil: "The pupil",
  provider: "The provider, the hub, the key worker",
  period: "The half-term and its days",
  attendance: "Attendance",
  overall: "Overall",
  targets: "Targets",
  rewards: "Rewards, alerts, plan and voice",
  sdq: "Sensitive assessments",
  written: "Sections that staff write",
};

/** A group begins with the first field of one of these names. */
function flat(): Line[] {
  const begun = new Set<string>();
  return FIELDS.flatMap((field) => {
    const [group = ""] = field.tag.split(".");
    const heading = begun.has(group) ? undefined : GROUPS[group];
    begun.add(group);
    return [...(heading ? [{ text: heading, heading: "HEADING_2" as const }] : []), lineOf(field)];
  });
}

const IN_GRID: readonly Listed[] = [
  { tag: GRID.week, meaning: "One column for each week", example: "2 November", privacy: "none" },
  { tag: GRID.area, meaning: "One row for each area", example: "Attendance", privacy: "none" },
  { tag: GRID.mark, meaning: "The area's letter for that week", example: "G", privacy: "shareable" },
  { tag: GRID.overall, meaning: "The letter for Overall in that week", example: "A", privacy: "shareable" },
];

export function fieldLines(): Line[] {
  const heading = (text: string): Line => ({ text, heading: "HEADING_2" });
  return [
    { text: "All fields of report templates", heading: "TITLE" },
    {
      text: "Write a tag where you want its value. Capitals and spaces inside the braces do not matter. The value takes the look of the tag. A paragraph that begins with {{if …}} is shown only if that field has a value, and one that begins with {{unless …}} only if it has none.",
    },
    ...flat(),
    ...LISTS.flatMap(({ tag, fields }) => [
      heading(`A row, or a paragraph, for each ${tag}`),
      ...fields.map(lineOf),
    ]),
    heading("The grid of weeks and areas, in its own table"),
    ...IN_GRID.map(lineOf),
    heading("An LA return, with a row for each pupil"),
    ...RETURN.map(lineOf),
  ];
}

const TAG_LOOK = {
  bold: true,
  foregroundColor: { color: { rgbColor: { red: 0.12, green: 0.23, blue: 0.37 } } },
};

/** The requests that write it into a blank document. */
export function fieldsRequests(): Request[] {
  const lines = fieldLines();
  let at = 1;
  const looks = lines.flatMap(({ text, heading, tag = 0 }) => {
    const start = at;
    at += text.length + 1;
    return [
      ...(heading ? paragraphStyle(null, start, at - 1, { namedStyleType: heading }) : []),
      ...textStyle(null, start, start + tag, TAG_LOOK),
    ];
  });
  return [insertText(null, 1, lines.map(({ text }) => text).join("\n")), ...looks];
}
