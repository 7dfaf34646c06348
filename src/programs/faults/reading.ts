/**
 * Reads a workspace back as plain texts: tabs by heading, messages by an independent parser. Nothing of the
 * bundle's.
 */
import PostalMime from "postal-mime";
import type { MemoryWorkspace } from "../../host/workspace/memoryWorkspace";
import type { Cell, Sheet } from "../../host/model/model";

export type Row = Readonly<Record<string, string>>;

const DAY_MS = 86_400_000;
const DAYS =
  /^(Week|First day|Last day|First week|Born|Retired from|\w+( \w+)* on|Review by|Parent informed)$/;

/** A day is a number of days since 30 December 1899, under the headings that hold days. */
function textOf(cell: Cell | undefined, heading: string): string {
  const v = cell?.v ?? "";
  if (typeof v === "number" && DAYS.test(heading))
    return new Date(Date.UTC(1899, 11, 30) + v * DAY_MS).toISOString().slice(0, 10);
  return String(v);
}

/** Rows that hold anything, by heading. */
export function rowsOfSheet({ cells }: Sheet): Row[] {
  const headings = Object.entries(cells[0] ?? {}).map(
    ([column, { v }]) => [Number(column), String(v)] as const,
  );
  return Object.entries(cells)
    .filter(([row]) => row !== "0")
    .map(([, line]) =>
      Object.fromEntries(headings.map(([column, heading]) => [heading, textOf(line[column], heading)])),
    )
    .filter((row) => Object.values(row).some((text) => text !== ""));
}

/** A tab's rows; none where there is no tab of that name. */
export function rowsIn({ workbook }: Pick<MemoryWorkspace, "workbook">, tab: string): Row[] {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  return sheet ? rowsOfSheet(sheet) : [];
}

export interface Letter {
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** `weekly|2026-11-16|P03|C003`, made from what a reader sees: subject, reference line, recipient. */
  key: string;
}

const parsed = new Map<string, Letter>();

/** The messages that left, in order. The same message is parsed once. */
export async function lettersIn({ mails }: Pick<MemoryWorkspace, "mails">): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const { eml } of mails) {
    const letter = parsed.get(eml) ?? (await letterIn(eml));
    parsed.set(eml, letter);
    letters.push(letter);
  }
  return letters;
}

async function letterIn(eml: string): Promise<Letter> {
  const { to = [], cc = [], bcc = [], subject = "", text = "", html = "" } = await PostalMime.parse(eml);
  const addresses = [...to, ...cc, ...bcc].map(({ address }) => address ?? "");
  return { to: addresses, subject, text, html, key: keyOf(subject, text, addresses[0] ?? "", eml) };
}

/** The subject says which kind of message it is; the reference line says what it is about. */
function keyOf(subject: string, text: string, recipient: string, eml: string): string {
  const [, reference = ""] = /Ref ([\w-]+): if you get this twice/.exec(text) ?? [];
  const report = /^(\d{4}-\d\d-\w+-\d)-(P\d+)-(C\d+)-(U\d+|all)-(\d+)$/.exec(reference);
  if (report) return ["report", report[1], report[4], report[2], report[5], report[3]].join("|");
  const [, week, provider, contact, ...rest] =
    /^([\d-]{10})-(P\d+)-(C\d+)(?:-(\w+))?(?:-(\d+))?$/.exec(reference) ?? [];
  if (week === undefined) return `reminder|${dayOf(eml)}|${recipient}`;
  const more = rest.filter((part) => part !== undefined);
  if (/^Weekly update/.test(subject)) return ["weekly", week, provider, contact].join("|");
  if (/^Late or corrected/.test(subject)) return ["changes", week, provider, contact, ...more].join("|");
  const kind = /^Correction/.test(subject) ? "correction" : "notice";
  return [kind, week, more[0], provider, contact, more[1]].join("|");
}

function dayOf(eml: string): string {
  const [, date = ""] = /^Date: (.*)$/m.exec(eml) ?? [];
  return new Date(date).toISOString().slice(0, 10);
}

/** A report's key without its template, which no message names. */
export const withoutTemplate = (key: string): string =>
  key.replace(/^(report(?:\|[^|]*){3})\|R[^|]*/, (_, before: string) => before);

/** The Outbox's keys as messages have them: a reminder's names the address where the key names the member. */
export const keysInOutbox = (workspace: MemoryWorkspace): Map<string, Row[]> => {
  const addresses = new Map(rowsIn(workspace, "Staff").map((row) => [row["Id"], row["Email"]]));
  const events = new Map<string, Row[]>();
  for (const row of [...rowsIn(workspace, "Outbox")].sort((a, b) => Number(a["No"]) - Number(b["No"]))) {
    const key = withoutTemplate(row["Key"] ?? "").replace(
      /^(reminder\|[\d-]+\|)(S\d+)$/,
      (_, before: string, id: string) => before + (addresses.get(id) ?? id),
    );
    events.set(key, [...(events.get(key) ?? []), row]);
  }
  return events;
};

/** What changes from one run to another though nothing is different: clock times, ids of chance. */
export const masked = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "(time)")
    .replace(/\b[A-Z]\d{6}-[0-9a-f]{6}(-\d+)?\b/g, "(id)")
    .replace(/\b1[A-Za-z0-9_-]{32}\b/g, "(file)");
