/** What each report would say, and why one cannot be made: decided before anything is copied. */
import { keyOf } from "../../domain/mail/kinds";
import { spaced } from "../../domain/words/days";
import type { Check } from "../../domain/words/foundBy";
import { problem } from "../../domain/words/problem";
import type { Basis } from "../../domain/reports/board/basis";
import { reportBasis, changedIn } from "../../domain/reports/board/basis";
import { changedAfter } from "../../domain/reports/board/board";
import type { DocsDocument } from "../../domain/documents/document";
import { fill } from "../../domain/documents/fill";
import { namedIn, sensitiveIn } from "../../domain/reports/board/foreign";
import { misnamedIn } from "../../domain/documents/misnamed";
import { LISTS } from "../../domain/reports/says/lists";
import { isForAll } from "../../domain/documents/starters";
import type { View } from "../../domain/documents/view";
import type { WantedReport } from "../../domain/reports/board/wanted";
import { startOfRevisions } from "../../domain/reports/board/wanted";
import type { InRow } from "../../domain/tables/read";
import type { Report as ReportRow } from "../../domain/tables/reports";
import { comments, reports } from "../../domain/tables/reports";
import { readDocument } from "../../google/documents";
import { overwrite } from "../../google/rows";
import type { Run } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { add } from "../run/notes";
import type { OwnOf } from "./reportOwn";
import { viewFor } from "./reportOwn";

/** What deciding works with, read once for all reports. */
export interface Drafting {
  run: Run;
  ownOf: OwnOf;
  /** Whose problem it is that a report cannot be made. */
  checkOf: (wanted: WantedReport) => Check;
  /** The board, by how the keys of a report's revisions begin. */
  rows: ReadonlyMap<string, InRow<ReportRow>>;
  /** By the template's id; null for one that cannot be read. */
  templates: Map<string, DocsDocument | null>;
}

/** A report that has to be made, with everything its document will say. */
export interface Draft {
  wanted: WantedReport;
  model: DocsDocument;
  view: View;
  basis: Basis;
  /** Of the row that is there already. */
  row: InRow<ReportRow> | null;
  revision: number;
  key: string;
  changed: string;
}

/**
 * What will be made of it, or why nothing will. Looked at before anything is copied, so that no documents are
 * left behind.
 */
export function draftOf(drafting: Drafting, wanted: WantedReport): Draft | "there" | "refused" {
  const { run, ownOf, rows } = drafting;
  const row = rows.get(startOfRevisions(wanted.parts)) ?? null;
  const isMade = row !== null && row.document !== "";
  // What somebody has checked is made again only after it was taken back.
  if (isMade && row.state !== "drafting") return "there";
  const view = viewFor(wanted, ownOf);
  const model = templateOf(drafting, wanted);
  if (!view || !model)
    return refused(drafting, wanted, "its template cannot be read", "Check whether it is still in Drive.");
  const basis = reportBasis(model, view);
  if (isMade && row.basis === basis) return stillRight(run, row);
  const why = whyUnusable(model, wanted, view) ?? whyForeign(run, wanted, { model, view });
  if (why) return refused(drafting, wanted, ...why);
  const revision = isMade ? (row.revision ?? 1) + 1 : 1;
  const changed = isMade ? changedIn(row.basis, basis).join("; ") : "";
  const key = keyOf("document", { ...wanted.parts, revision });
  return { wanted, model, view, basis, row, revision, key, changed };
}

/**
 * A section that was changed and changed back makes no new document, but the old one has been looked at
 * again.
 */
function stillRight(run: Run, row: InRow<ReportRow>): "there" {
  const own = load(run, comments).records.filter(
    ({ pupil, period }) => pupil === row.pupil && period === row.period,
  );
  if (changedAfter(row.madeAt, own))
    overwrite(load(run, reports), row.row, { ...row, madeAt: spaced(run.now) });
  return "there";
}

/**
 * A template's content, read once. One that was taken out of Drive is reported; the other templates' reports
 * are made.
 */
function templateOf({ templates, run, checkOf }: Drafting, wanted: WantedReport): DocsDocument | null {
  const { template } = wanted;
  const known = templates.get(template.id);
  if (known !== undefined) return known;
  let content: DocsDocument | null = null;
  try {
    content = readDocument(template.document);
  } catch (error) {
    add(run, checkOf(wanted), [
      problem(
        reports.tab,
        null,
        "",
        `The template ${template.name} (${template.id}) cannot be read: ${(error as Error).message}`,
        "Restore the document in Drive or make a new template.",
      ),
    ]);
  }
  templates.set(template.id, content);
  return content;
}

type Why = [why: string, remedy: string];

function whyUnusable(model: DocsDocument, { template }: WantedReport, view: View): Why | null {
  const remedy = "Correct the template, then run it again.";
  const sensitive = sensitiveIn(model, template);
  if (sensitive)
    return [`its template contains ${sensitive}, which this kind of report must never contain`, remedy];
  const unknown = new Set([...misnamedIn(model, LISTS), ...fill(model, view).unknown]);
  return unknown.size > 0 ? [`its template contains unknown tags: ${[...unknown].join(", ")}`, remedy] : null;
}

function whyForeign(
  run: Run,
  { pupils }: WantedReport,
  { model, view }: Pick<Draft, "model" | "view">,
): Why | null {
  const named = namedIn(
    view,
    model,
    pupils.map(({ pupil }) => pupil),
    [...loadHub(run).hub.pupils.values()],
  );
  return named
    ? [
        `what {{${named.tag}}} says names another pupil (${named.pupil})`,
        "Reword the text, then run it again.",
      ]
    : null;
}

/** Told on Problems. */
export function refused(
  { run, checkOf }: Pick<Drafting, "run" | "checkOf">,
  wanted: WantedReport,
  why: string,
  remedy: string,
): "refused" {
  const { template, provider, pupils } = wanted;
  const who = isForAll(template.kind) ? provider.id : (pupils[0]?.pupil.id ?? "");
  add(run, checkOf(wanted), [
    problem(
      reports.tab,
      null,
      "",
      `The ${template.name} of ${who} was not made: ${why.replace(/\.$/, "")}.`,
      remedy,
    ),
  ]);
  return "refused";
}
