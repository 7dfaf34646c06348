/** What a check of a template finds, and what it looks at. */
import type { ReportKind } from "../tables/reports";
import type { DocsDocument, Paragraph, Table } from "./document";
import type { Known } from "../reports/says/known";

export interface Finding {
  /** No report is made from the template as it is. */
  stops: boolean;
  /** `footer`, `table 1, row 2, column 1`; "" of the whole document. */
  where: string;
  wrong: string;
  remedy: string;
}

/** What the checks look at. */
export interface Looked {
  document: DocsDocument;
  kind: ReportKind;
  known: Known;
  paragraphs: readonly Paragraph[];
  tables: readonly Table[];
  grids: readonly Table[];
  where: (paragraph: Paragraph) => string;
}

export const stops = (where: string, wrong: string, remedy: string): Finding => ({
  stops: true,
  where,
  wrong,
  remedy,
});
export const look = (where: string, wrong: string, remedy: string): Finding => ({
  stops: false,
  where,
  wrong,
  remedy,
});

export const twoLists = (where: string, lists: readonly string[], what: "paragraph" | "row"): Finding =>
  look(
    where,
    `Two lists share one ${what}: ${lists.join(" and ")}. Only the first is repeated.`,
    `Give each list a ${what} of its own.`,
  );
