/**
 * Makes a half-term's reports: for each that is wanted and not there, a copy of its template, filled. Each copy is made
 * under a key by which it is found again, so that a run that died leaves no second one. Made by the automation's owner,
 * because nobody else's run reaches the documents.
 */
import { dayOf } from "../domain/days";
import { fill } from "../domain/reports/fill";
import { leftOver, namedIn, sensitiveIn } from "../domain/reports/foreign";
import { isForAll } from "../domain/reports/starters";
import type { View } from "../domain/reports/view";
import type { Wanted } from "../domain/reports/wanted";
import { wantedReports } from "../domain/reports/wanted";
import { periodFrom, providersFrom } from "../domain/requests";
import { LEADS } from "../domain/rights";
import type { Report as ReportRow } from "../domain/tables/reports";
import { reports, templates } from "../domain/tables/reports";
import { changeDocument, copyDocument, documentsMade, readDocument } from "../google/documents";
import { appendAll, flush } from "../google/workbook";
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
    appendAll(board, made);
    flush();
    run.tabs.delete(reports.tab);
    showProblems(run);
    const left = missing.length - made.length;
    const rest = left > 0 ? ` ${left} not made: see Problems, or run it again.` : "";
    return {
      said: `${period.id}: ${made.length} reports made, ${all.length - missing.length} were there.${rest}`,
    };
  });

const keyOfRow = ({ period, pupil, provider, template }: ReportRow): string =>
  ["report", period.replace(/\s+/g, "-"), pupil || "all", provider, template].join("|");

/** Stops in time; what is left is made by the next run. */
function makeAll(run: Run, missing: readonly Wanted[]): ReportRow[] {
  const there = documentsMade("report|");
  const ownOf = ownsOf(run, missing[0]?.period);
  const rows: ReportRow[] = [];
  for (const wanted of missing) {
    if (run.timeLeft() <= 0) break;
    const row = make(run, wanted, ownOf, there.get(wanted.key));
    if (row) rows.push(row);
  }
  return rows;
}

function make(run: Run, wanted: Wanted, ownOf: OwnOf, present: string | undefined): ReportRow | null {
  const { key, period, provider, template, pupils, title } = wanted;
  const view = viewFor(wanted, ownOf);
  if (!view) return null;
  const everybody = [...loadCentre(run).centre.pupils.values()];
  const named = namedIn(
    view,
    pupils.map(({ pupil }) => pupil),
    everybody,
  );
  if (named)
    return refused(
      run,
      wanted,
      `a text in it names another pupil (${named})`,
      "Reword the text; run it again.",
    );
  const document = present ?? copyDocument(template.document, title, key);
  const why = filled(document, wanted, view);
  if (why) return refused(run, wanted, why, "Correct the template; run it again.");
  const [one] = pupils;
  return {
    period: period.id,
    provider: provider.id,
    pupil: isForAll(template.kind) || !one ? "" : one.pupil.id,
    name:
      isForAll(template.kind) || !one
        ? ""
        : `${one.pupil.knownAs || one.pupil.firstName} ${one.pupil.surname}`.trim(),
    template: template.id,
    state: "drafting",
    revision: 1,
    document,
    madeOn: dayOf(run.now),
    changed: "",
    checkedBy: "",
    checkedOn: null,
    approvedBy: "",
    approvedOn: null,
    sentOn: null,
  };
}

/** Fills a copy; one that a run before had filled already is left as it is. Why it may not be used, or null. */
function filled(document: string, { template }: Wanted, view: View): string | null {
  const content = readDocument(document);
  const sensitive = sensitiveIn(content, template);
  if (sensitive) return `its template holds ${sensitive}, which this kind of report never does`;
  const { requests, unknown } = fill(content, view);
  if (unknown.length > 0) return `its template holds unknown tags: ${unknown.join(", ")}`;
  changeDocument(document, requests);
  return leftOver(readDocument(document), view) > 0 ? "tags are left in the document" : null;
}

function refused(run: Run, { template, provider, pupils }: Wanted, why: string, remedy: string): null {
  const who = isForAll(template.kind) ? provider.id : (pupils[0]?.pupil.id ?? "");
  run.checked.add(reports.tab);
  run.problems.push(
    problem(reports.tab, null, "", `The ${template.name} of ${who} was not made: ${why}.`, remedy),
  );
  return null;
}
