/** What a check of a template finds, and what it looks at. */
import type { ReportKind } from "../tables/reports";
import type { DocsDocument, DocParagraph, DocTable } from "./document";

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
  known: KnownTags;
  paragraphs: readonly DocParagraph[];
  tables: readonly DocTable[];
  grids: readonly DocTable[];
  where: (paragraph: DocParagraph) => string;
}

export const stops = (where: string, wrong: string, remedy: string): Finding => ({
  stops: true,
  where,
  wrong,
  remedy,
});
export const hint = (where: string, wrong: string, remedy: string): Finding => ({
  stops: false,
  where,
  wrong,
  remedy,
});

export const twoLists = (where: string, lists: readonly string[], what: "paragraph" | "row"): Finding =>
  hint(
    where,
    `Two lists share one ${what}: ${lists.join(" and ")}. Only the first one is repeated.`,
    `Give each list its own ${what}.`,
  );

export interface KnownTags {
  /** By name, in lower case: as the tag is written. */
  fields: ReadonlyMap<string, string>;
  /** Tags of lists, in the same way. */
  listed: ReadonlyMap<string, string>;
  /** What lists' tags begin with. */
  lists: readonly string[];
  /** Names that this kind may not hold. */
  forbidden: ReadonlySet<string>;
}

/** `target` of `target.wording`; undefined where it is of no list. */
export const listIn = (name: string, { lists }: KnownTags): string | undefined => {
  const [first = ""] = name.split(".");
  return name.includes(".") && lists.includes(first) ? first : undefined;
};
