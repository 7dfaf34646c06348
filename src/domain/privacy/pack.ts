/**
 * Everything that is held about one pupil, part by part, as a person reads it; with other people's names
 * marked.
 */
import { isDay, longDay } from "../words/days";
import { MARKS, wordsOf } from "../words/grades";
import { capitalised } from "../words/phrases";
import type { Receipt } from "../mail/receipts";
import type { Column, CellValue } from "../tables/table";
import { textOf } from "../tables/table";
import type { Finder, NameMark } from "./marks";
import type { Mention } from "./mentions";
import type { OwnRow, PackSubject, TabCells } from "./pupilsOwn";
import { ownRows } from "./pupilsOwn";

export interface PackLine {
  heading: string;
  text: string;
  marks: readonly NameMark[];
}
export interface PackRecord {
  label: string;
  lines: readonly PackLine[];
}
export interface PackPart {
  title: string;
  /** Which tab it is from; "" where it is from several. */
  tab: string;
  records: readonly PackRecord[];
}
export interface Pack {
  subject: PackSubject;
  parts: readonly PackPart[];
  /** Titles of what holds nothing about the pupil. */
  nothingIn: readonly string[];
}

/** What the documents of the pupil are called and where they are. */
export interface Made {
  what: string;
  link: string;
}

export interface PackFrom {
  subject: PackSubject;
  tabs: readonly TabCells[];
  /** What the ledger says of the pupil. */
  receipts: readonly Receipt[];
  /** Names by id. */
  areas: ReadonlyMap<string, string>;
  documents: readonly Made[];
  mentions: readonly Mention[];
  find: Finder;
}

export function packOf({ subject, tabs, receipts, areas, documents, mentions, find }: PackFrom): Pack {
  const line = (heading: string, text: string): PackLine => {
    const whole = text.normalize("NFC");
    return { heading, text: whole, marks: find(whole) };
  };
  const ofTabs = tabs.flatMap((tab): PackPart[] => {
    const title = tab.table?.ofPupil?.title;
    if (title === undefined) return [];
    const rows = ownRows(tab, subject, tabs);
    return [{ title, tab: tab.tab, records: rows.map((row) => recordOf(row, tab, line)) }];
  });
  const parts: PackPart[] = [
    ...FIRST.flatMap((tab) => ofTabs.filter((part) => part.tab === tab)),
    ...ofTabs.filter(({ tab }) => tab !== LEDGER && !FIRST.includes(tab)),
    {
      title: ofTabs.find(({ tab }) => tab === LEDGER)?.title ?? "",
      tab: LEDGER,
      records: receipts.map((receipt) => ({
        label: receipt.what,
        lines: linesOf(receipt, areas).map(([heading, text]) => line(heading, text)),
      })),
    },
    {
      title: "Documents made",
      tab: "",
      records: documents.map(({ what, link }) => ({ label: what, lines: [line("", link)] })),
    },
    {
      title: "Named in other people's records",
      tab: "",
      records: mentions.map(({ tab, row, heading, text }) => ({
        label: `${tab}, row ${row}`,
        lines: [line(heading, text)],
      })),
    },
  ];
  return {
    subject,
    parts: parts.filter(({ records }) => records.length > 0),
    nothingIn: parts.filter(({ records }) => records.length === 0).map(({ title }) => title),
  };
}

/** The tab whose rows are told in words: they hold what was sent of other pupils beside this one's. */
export const LEDGER = "Outbox";

/** Who it is about comes before everything else. */
const FIRST: readonly string[] = ["Pupils", "Placements"];

/** A message: when, to whom, what became of it, and what it said about this pupil, week by week. */
function linesOf(one: Receipt, areas: ReadonlyMap<string, string>): [string, string][] {
  const nameOf = (area: string): string => (area === "overall" ? "Overall" : (areas.get(area) ?? area));
  const said = (told: string | null): string => {
    const mark = MARKS.find((known) => known === told);
    return mark ? wordsOf(mark) : (told ?? "not graded");
  };
  const told = (one.pupils ?? []).flatMap(({ weeks }) =>
    Object.entries(weeks).map(([week, marks]): [string, string] => [
      `What it said, week beginning ${writtenOut(week, undefined)}`,
      Object.entries(marks)
        .map(([area, mark]) => `${nameOf(area)} ${said(mark)}`)
        .join(", "),
    ]),
  );
  const unread: [string, string][] =
    one.pupils === null ? [["What it said", "the Outbox's record of it cannot be read"]] : [];
  const to = [one.contact, one.to].filter(Boolean).join(" ");
  return [
    ["When", writtenOut(one.at, undefined)],
    ...(to === "" ? [] : [["To", to] as [string, string]]),
    ["What became of it", one.state],
    ...told,
    ...unread,
  ];
}

/** Blank cells are left out; a column that people added is there under its own heading. */
function recordOf(
  { row, cells, note }: OwnRow,
  { table, cells: all }: TabCells,
  line: (heading: string, text: string) => PackLine,
): PackRecord {
  const columns = new Map(
    Object.values(table?.columns ?? {}).map((column) => [column.heading.toLowerCase(), column]),
  );
  const lines = cells.flatMap((cell, i) => {
    const heading = textOf(all[0]?.[i] ?? "") || `Column ${i + 1}`;
    const text = writtenOut(cell, columns.get(heading.toLowerCase()));
    return text === "" ? [] : [line(heading, text)];
  });
  return { label: `Row ${row}`, lines: note === "" ? lines : [...lines, line("Note", note)] };
}

/** `G` -> `Green`; `2026-11-16` -> `16 November 2026`; `2026-11-20 16:40` -> `20 November 2026, 16:40`. */
export function writtenOut(cell: CellValue, column: Column | undefined): string {
  const text = textOf(cell);
  const mark = MARKS.find((one) => one === text);
  if (column?.coloured === "grades" && mark) return capitalised(wordsOf(mark));
  const [day = "", time = ""] = text.split(" ");
  if (!isDay(day)) return text;
  if (time === "") return longDay(day);
  return text.length <= 19 && /^\d\d:\d\d/.test(time) ? `${longDay(day)}, ${time}` : text;
}

/**
 * Marked names and where they are, for the person who redacts: `Gareth Pugh`, `S02`, `Weekly grades 12,
 * Feedback 3`.
 */
export function marked({ parts }: Pack): { name: string; who: string; where: string }[] {
  const found = new Map<string, { name: string; who: string; places: Map<string, number> }>();
  for (const { title, records } of parts)
    for (const { name, who } of records.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks))) {
      const entry = found.get(`${who}|${name}`) ?? { name, who, places: new Map<string, number>() };
      entry.places.set(title, (entry.places.get(title) ?? 0) + 1);
      found.set(`${who}|${name}`, entry);
    }
  return [...found.values()]
    .map(({ name, who, places }) => ({
      name,
      who,
      where: [...places].map(([title, n]) => `${title} ${n}`).join(", "),
    }))
    .sort((a, b) => (`${a.who}|${a.name}` < `${b.who}|${b.name}` ? -1 : 1));
}
