/**
 * For tests of reports: making them, what there is then in Drive and on the board, templates of a few lines.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { rowsOf } from "../../../src/programs/look";
import type { DocsDocument } from "../../../src/domain/documents/document";
import { walked } from "../../../src/domain/documents/document";
import { FIELDS } from "../../../src/domain/reports/says/fields";
import { LISTS } from "../../../src/domain/reports/says/lists";
import type { Report, Template } from "../../../src/domain/tables/reports";
import { reports } from "../../../src/domain/tables/reports";
import type { Columns, RecordOf, Table } from "../../../src/domain/tables/table";
import { headingsOf } from "../../../src/domain/tables/table";
import { blankDocx } from "../../../src/host/documents/xml/blankDocx";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { person } from "../hub";

export const PERIOD = "2026-27 Autumn 2";
export const OWNER = "helen.marlowe@hub.example";
export const DOCUMENT = "application/vnd.google-apps.document";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const make = (workspace: MemoryWorkspace, providers: unknown = "all", period = "Autumn 2") => {
  const host = person(workspace, OWNER);
  const { said } = host.call("makeReports", period, providers) as { said: string };
  return { host, said };
};

/** What is said when nothing is left to make. */
export const saidOf = (there: number, made: number): string =>
  `${PERIOD}: ${there} of ${there} reports are ready, ${made} of them made just now.`;

/** Every document made as a report, by its key; throws where two have one key. */
export function documents(workspace: MemoryWorkspace): Map<string, { id: string; name: string }> {
  const found = new Map<string, { id: string; name: string }>();
  for (const { id, name, appProperties } of Object.values(workspace.state.files ?? {})) {
    const key = appProperties["hubTracker"];
    if (!key?.startsWith("report|")) continue;
    if (found.has(key)) throw new Error(`Two documents have the key ${key}.`);
    found.set(key, { id, name });
  }
  return found;
}

export const readIn = (workspace: MemoryWorkspace) => {
  const { Docs } = person(workspace, OWNER).globals as {
    Docs: { Documents: { get: (id: string) => DocsDocument } };
  };
  return (id: string): string =>
    walked(Docs.Documents.get(id))
      .paragraphs.map(({ text }) => text)
      .join("");
};

/** How a report's keys begin in every workbook: written out here, so that nobody changes it unawares. */
export const keyOfRow = ({ period, pupil, provider, template }: Report): string =>
  ["report", period.replace(/\s+/g, "-"), pupil || "all", provider, template].join("|");

export const documentsOnBoard = (workspace: MemoryWorkspace) =>
  rowsOf(workspace, reports).map((row) => ({
    key: `${keyOfRow(row)}|${row.revision}`,
    document: row.document,
  }));

export const keysOnBoard = (workspace: MemoryWorkspace): string[] =>
  documentsOnBoard(workspace)
    .map(({ key }) => key)
    .sort();

/** A Google Doc of the owner's with a paragraph for each line; cells of a table's row are divided by `|`. */
export function documentWith(workspace: MemoryWorkspace, lines: readonly string[]): string {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const body = lines.map((line) =>
    line.includes("|")
      ? `<w:tr>${line
          .split("|")
          .map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`)
          .join("")}</w:tr>`
      : paragraph(line),
  );
  const whole = `${body.join("")}<w:p/>`.replace(/(<w:tr>.*<\/w:tr>)/s, "<w:tbl>$1</w:tbl>");
  const parts = unzipSync(blankDocx());
  const main = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace("<w:p/>", () => whole);
  const bytes = zipSync({ ...parts, "word/document.xml": strToU8(main) });
  const { Drive, Utilities } = person(workspace, OWNER).globals;
  const blob = Utilities.newBlob([...bytes], DOCX, "t.docx");
  return (Drive.Files.create({ name: "Template", mimeType: DOCUMENT }, blob) as { id: string }).id;
}

/** Adds rows below the last one of an add-on's own tab. */
export function add<C extends Columns>(
  workspace: MemoryWorkspace,
  table: Table<C>,
  records: readonly Partial<Record<keyof RecordOf<Table<C>>, string | number | null>>[],
): void {
  const { SpreadsheetApp } = person(workspace, OWNER).globals;
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.tab);
  const fields = Object.keys(table.columns);
  const headings = headingsOf(table as Table);
  const last = sheet.getLastRow() as number;
  sheet.insertRowsAfter(last, records.length);
  const rows = records.map((record) => fields.map((field) => record[field] ?? ""));
  sheet.getRange(last + 1, 1, rows.length, headings.length).setValues(rows);
  SpreadsheetApp.flush();
}

/** Writes columns of a tab anew, for all of its rows. */
export function rewrite(
  workspace: MemoryWorkspace,
  tab: string,
  columns: readonly string[],
  written: (cell: string, row: Readonly<Record<string, string>>) => string,
): void {
  const { SpreadsheetApp } = person(workspace, OWNER).globals;
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  const [headings = [], ...rows] = sheet.getDataRange().getValues() as string[][];
  for (const column of columns) {
    const at = headings.indexOf(column);
    if (at < 0) throw new Error(`${tab} has no heading ${column}`);
    const cells = rows.map((row) => {
      const named = Object.fromEntries(headings.map((heading, i) => [heading, String(row[i])]));
      return [written(String(row[at]), named)];
    });
    sheet.getRange(2, at + 1, cells.length, 1).setValues(cells);
  }
  SpreadsheetApp.flush();
}

export const template = (id: string, provider: string, document: string, change: Partial<Template> = {}) => ({
  id: `R261101-00000${id}`,
  name: `Own ${id}`,
  provider,
  kind: "half-termly" as const,
  forWhom: "all" as const,
  document,
  active: "yes" as const,
  ...change,
});

/** Every tag that any report may hold. */
export const EVERYTHING = [
  ...FIELDS.filter(({ privacy }) => privacy !== "sensitive").map(({ tag }) => `${tag}: {{${tag}}}`),
  ...LISTS.map(({ fields }) => fields.map(({ tag }) => `{{${tag}}}`).join(" / ")),
  "Area|{{grid.week}}",
  "{{grid.area}}|{{grid.mark}}",
  "Overall|{{grid.overall}}",
];

/** Only these of the demo's templates are used. */
export function onlyTemplates(workspace: MemoryWorkspace, ...names: string[]): void {
  rewrite(workspace, "Templates", ["Active"], (_cell, row) =>
    names.includes(row["Name"] ?? "") ? "yes" : "no",
  );
}
