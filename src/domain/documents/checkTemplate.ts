/**
 * What is wrong with a template, before any report is made from it: pure, over Google's JSON of the document.
 */
import type { ReportKind } from "../tables/reports";
import { tableFindings } from "./checkTables";
import { braceFindings, paragraphFindings, tagFindings } from "./checkTags";
import type { DocsDocument, DocTable } from "./document";
import { firstTab, walked } from "./document";
import type { Finding, KnownTags, Looked } from "./finding";
import { hint, stops } from "./finding";
import { isGrid } from "./grid";
import { tagsIn } from "./tags";

/** `document` is best read with its tabs; `known` are the tags that this kind may hold. */
export function findingsIn(document: DocsDocument, kind: ReportKind, known: KnownTags): Finding[] {
  const { first, tabs } = firstTab(document);
  const { paragraphs, tables } = walked(first);
  const grids = tables.filter(isGrid);
  const where = placesIn(first, tables);
  const looked = { document: first, kind, known, paragraphs, tables, grids, where };
  return [
    ...wholeFindings(looked, tabs),
    ...paragraphs.flatMap((paragraph) => [
      ...tagsIn(paragraph).flatMap((tag) => tagFindings(tag, paragraph, looked)),
      ...braceFindings(paragraph, looked),
      ...paragraphFindings(paragraph, looked),
    ]),
    ...tables.flatMap((table) => tableFindings(table, looked)),
  ].filter((one, i, all) => all.findIndex((other) => sameAs(one, other)) === i);
}

const sameAs = (a: Finding, b: Finding): boolean => a.where === b.where && a.wrong === b.wrong;
/** Says in words where a paragraph is. */
export function placesIn(document: DocsDocument, tables: readonly DocTable[]): Looked["where"] {
  const kinds = [
    ["header", document.headers],
    ["footer", document.footers],
    ["footnote", document.footnotes],
  ] as const;
  return ({ segment, cell }) => {
    const part = kinds.find(([, own]) => segment !== null && own !== undefined && segment in own)?.[0] ?? "";
    const own = tables.filter((table) => table.segment === segment);
    const number = own.findIndex(({ start }) => start === cell?.table) + 1;
    const place = cell ? `table ${number}, row ${cell.row + 1}, column ${cell.column + 1}` : "";
    return [part, place].filter(Boolean).join(", ") || "body";
  };
}

const MUST: Partial<Record<ReportKind, readonly string[]>> = {
  "end of term": ["targets.literacy", "targets.numeracy"],
};

function wholeFindings({ document, kind, known, paragraphs }: Looked, tabs: number): Finding[] {
  const names = new Set(paragraphs.flatMap(tagsIn).map(({ name }) => name));
  const missing = (MUST[kind] ?? []).filter((name) => !names.has(name));
  const drawings = [
    ...Object.values(document.inlineObjects ?? {}).map((one) => one.inlineObjectProperties),
    ...Object.values(document.positionedObjects ?? {}).map((one) => one.positionedObjectProperties),
  ].filter((one) => one?.embeddedObject?.imageProperties === undefined);
  return [
    ...(tabs > 1
      ? [stops("", `The document has ${tabs} tabs.`, "Move everything into one tab, and delete the others.")]
      : []),
    ...(names.size === 0
      ? [
          stops(
            "",
            "No tag was found that can be read.",
            `Write tags such as {{${known.fields.has("pupil.name") ? "pupil.name" : "provider.name"}}} where the values go.`,
          ),
        ]
      : []),
    ...(drawings.length > 0
      ? [
          hint(
            "",
            "It contains a drawing or a text box. Text in those can be neither read nor filled in.",
            "Move any tags in it into the text or a table.",
          ),
        ]
      : []),
    ...missing.map((name) =>
      stops(
        "",
        `An End of Term Report must say {{${known.fields.get(name) ?? name}}}, and this does not.`,
        "Add it.",
      ),
    ),
  ];
}
