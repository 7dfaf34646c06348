/**
 * Makes a half-term's reports: for each that is wanted and not there, a copy of its template, filled. Each copy is made
 * under a key by which it is found again, so that a run that died leaves no second one. Made by the automation's owner,
 * because nobody else's run reaches the documents.
 */
import { dayOf } from "../domain/days";
import { nameInUse } from "../domain/names";
import { fill } from "../domain/reports/fill";
import type { DocsDocument } from "../domain/reports/document";
import { isUnfilled, leftOver, namedIn, sensitiveIn } from "../domain/reports/foreign";
import { misnamedIn } from "../domain/reports/misnamed";
import { isForAll } from "../domain/reports/starters";
import type { View } from "../domain/reports/view";
import type { Wanted } from "../domain/reports/wanted";
import { wantedReports } from "../domain/reports/wanted";
import { periodFrom, providersFrom } from "../domain/requests";
import { LEADS } from "../domain/rights";
import type { Report as ReportRow } from "../domain/tables/reports";
import { reports, templates } from "../domain/tables/reports";
import { changeDocument, copyDocument, documentsMade, readDocument } from "../google/documents";
import { appendAll, flush, overwrite } from "../google/workbook";
import type { Report, Run } from "./job";
import { runByPerson } from "./job";
import { load } from "./load";
import { loadCentre } from "./loadCentre";
import { showProblems } from "./problems";
import type { OwnOf } from "./reportOwn";
import { ownsOf, periodNamed, viewFor } from "./reportOwn";
import { problem } from "../domain/problem";

/** `name`: the half-term's, such as Autumn 1, of the running school year; `providers`: ids, or all. */
export const makeReports = (name: unknown, providers: unknown): Report =>
  runByPerson(LEADS, (run) => {
    const period = periodNamed(run, periodFrom(name));
    const { centre } = loadCentre(run);
    const all = wantedReports(period, centre, load(run, templates).records, providersFrom(providers));
    const board = load(run, reports);
    const keysOnBoard = new Set(board.records.filter(({ document }) => document !== "").map(keyOfRow));
    const missing = all.filter((wanted) => !keysOnBoard.has(wanted.key));
    const made = missing.length === 0 ? [] : makeAll(run, missing);
    // A report that was only planned has a row already.
    const rowOf = new Map(board.records.map((row) => [keyOfRow(row), row.row] as const));
    for (const row of made) {
      const place = rowOf.get(keyOfRow(row));
      if (place !== undefined) overwrite(board, place, row);
    }
    appendAll(
      board,
      made.filter((row) => !rowOf.has(keyOfRow(row))),
    );
    flush();
    run.tabs.delete(reports.tab);
    showProblems(run);
    const left = missing.length - made.length;
    const rest = left > 0 ? ` ${left} not made: see Problems, or run it again.` : "";
    return {
      said: `${period.id}: ${made.length} reports made, ${all.length - missing.length} were there.${rest}`,
    };
  });

const keyOfRow = ({
  period,
  pupil,
  provider,
  template,
}: Pick<ReportRow, "period" | "pupil" | "provider" | "template">): string =>
  ["report", period.replace(/\s+/g, "-"), pupil || "all", provider, template].join("|");

/** What making each report works with, read once for all of them. */
interface Making {
  run: Run;
  ownOf: OwnOf;
  /** Copies made before, by key. */
  there: ReadonlyMap<string, string>;
  /** By the template's id; null for one that cannot be read. */
  templates: Map<string, DocsDocument | null>;
}

/** One document that Google refuses must not keep the others from being made; when it refuses everything, it is enough. */
const MOST_FAILURES = 3;

/** Stops in time; what is left is made by the next run. */
function makeAll(run: Run, missing: readonly Wanted[]): ReportRow[] {
  const ownOf = ownsOf(run, missing[0]?.period);
  const making: Making = { run, ownOf, there: documentsMade("report|"), templates: new Map() };
  const rows: ReportRow[] = [];
  let failures = 0;
  for (const wanted of missing) {
    if (run.timeLeft() <= 0 || failures === MOST_FAILURES) break;
    try {
      const row = make(making, wanted);
      if (row) rows.push(row);
    } catch (error) {
      failures += 1;
      refused(run, wanted, (error as Error).message, "Run it again; if it stops again, ask for help.");
    }
  }
  return rows;
}

function make(making: Making, wanted: Wanted): ReportRow | null {
  const { run, ownOf } = making;
  const { pupils } = wanted;
  const view = viewFor(wanted, ownOf);
  if (!view) return null;
  const model = templateOf(making, wanted);
  if (!model)
    return refused(run, wanted, "its template cannot be read", "Look whether it is still in Drive.");
  const why = whyUnusable(model, wanted, view);
  if (why) return refused(run, wanted, why, "Correct the template; run it again.");
  const named = namedIn(
    view,
    model,
    pupils.map(({ pupil }) => pupil),
    [...loadCentre(run).centre.pupils.values()],
  );
  if (named)
    return refused(
      run,
      wanted,
      `what {{${named.tag}}} says names another pupil (${named.pupil})`,
      "Reword the text; run it again.",
    );
  const document = madeFrom(making, wanted, model, view);
  return document === null ? null : rowFor(wanted, document, dayOf(run.now));
}

/** A template's content, read once. One that was taken out of Drive is told of; the other templates' reports are made. */
function templateOf({ templates, run }: Making, { template }: Wanted): DocsDocument | null {
  const known = templates.get(template.id);
  if (known !== undefined) return known;
  let content: DocsDocument | null = null;
  try {
    content = readDocument(template.document);
  } catch (error) {
    run.problems.push(
      problem(
        reports.tab,
        null,
        "",
        `The template ${template.name} (${template.id}) cannot be read: ${(error as Error).message}`,
        "Bring the document back in Drive, or make a new template.",
      ),
    );
  }
  templates.set(template.id, content);
  return content;
}

/** Looked for before anything is copied: a template that may not be used leaves no documents behind. */
function whyUnusable(model: DocsDocument, { template }: Wanted, view: View): string | null {
  const sensitive = sensitiveIn(model, template);
  if (sensitive) return `its template holds ${sensitive}, which this kind of report never does`;
  const unknown = new Set([...misnamedIn(model), ...fill(model, view).unknown]);
  return unknown.size > 0 ? `its template holds unknown tags: ${[...unknown].join(", ")}` : null;
}

/** The id of the filled copy; one that a run before had filled already is left as it is. Null where tags are left in it. */
function madeFrom({ run, there }: Making, wanted: Wanted, model: DocsDocument, view: View): string | null {
  const { key, template, title } = wanted;
  const document = there.get(key) ?? copyDocument(template.document, title, key);
  const content = readDocument(document);
  // All of a filling is done or nothing of it: a copy that reads like its template is not filled. A filled one is never
  // filled again, because its values may look like tags.
  const isFresh = isUnfilled(content, model);
  if (isFresh) changeDocument(document, fill(content, view).requests);
  const finished = isFresh ? readDocument(document) : content;
  if (!leftOver(finished, view)) return document;
  refused(
    run,
    wanted,
    "tags are left in its document",
    `Delete the document "${title}" in Drive; run it again.`,
  );
  return null;
}

function rowFor(wanted: Wanted, document: string, today: ReportRow["madeOn"]): ReportRow {
  const { period, provider, template, pupils } = wanted;
  const pupil = isForAll(template.kind) ? undefined : pupils[0]?.pupil;
  return {
    period: period.id,
    provider: provider.id,
    pupil: pupil?.id ?? "",
    name: pupil ? nameInUse(pupil) : "",
    template: template.id,
    state: "drafting",
    revision: 1,
    document,
    madeOn: today,
    changed: "",
    checkedBy: "",
    checkedOn: null,
    approvedBy: "",
    approvedOn: null,
    sentOn: null,
  };
}

function refused(run: Run, { template, provider, pupils }: Wanted, why: string, remedy: string): null {
  const who = isForAll(template.kind) ? provider.id : (pupils[0]?.pupil.id ?? "");
  run.checked.add(reports.tab);
  run.problems.push(
    problem(
      reports.tab,
      null,
      "",
      `The ${template.name} of ${who} was not made: ${why.replace(/\.$/, "")}.`,
      remedy,
    ),
  );
  return null;
}
