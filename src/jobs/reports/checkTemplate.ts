/**
 * Check template: what is wrong with it, and what its tags would say for a pupil. Nothing is made or changed.
 */
import { nameInUse } from "../../domain/hub/names";
import { checkPage } from "../../domain/views/checkPage";
import { refusal } from "../../domain/words/problem";
import { findingsIn as check } from "../../domain/documents/checkTemplate";
import type { DocsDocument } from "../../domain/documents/document";
import { firstTab, walked } from "../../domain/documents/document";
import { dryFill } from "../../domain/documents/dryFill";
import { knownFor } from "../../domain/reports/says/known";
import { isForAll } from "../../domain/documents/starters";
import { tagName, tagsIn } from "../../domain/documents/tags";
import type { WantedReport } from "../../domain/reports/board/wanted";
import { wantedReports } from "../../domain/reports/board/wanted";
import { reportOfFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import type { Template } from "../../domain/tables/reports";
import { readWithTabs } from "../../google/documents";
import type { Answer, Run } from "../run/job";
import { runByPerson } from "../run/job";
import { loadHub } from "../run/loadHub";
import { ownsOf, periodNow, viewFor } from "./reportOwn";
import { templateWith } from "./reportTemplates";

/** `form`: for whom the tags are shown; without it, for the first whom the template is meant for. */
export const checkTemplate = (id: unknown, form: unknown): Answer =>
  runByPerson(LEADS, (run) => checkedTemplate(run, templateWith(run, id), reportOfFrom(form)));

/** What was found, in a sentence and as a page; `of`: `U017 P03`, `all P03`, or "" for the first there is. */
export function checkedTemplate(run: Run, template: Template, of: string): Answer {
  const document = read(template);
  const findings = check(document, template.kind, knownFor(template.kind));
  const wanted = wantedFrom(run, template);
  const one = wanted.find((report) => valueOf(report) === of) ?? wanted[0];
  const view = one && viewFor(one, ownsOf(run, one.period));
  const stopping = findings.filter(({ stops }) => stops).length;
  return {
    said: `${template.name}: ${findings.length === 0 ? "nothing is wrong" : `${findings.length} found, ${stopping} of them to be corrected first`}.`,
    page: checkPage({
      template,
      findings,
      shown: one ? { chosen: valueOf(one), choices: wanted.map((w) => [valueOf(w), labelOf(w)]) } : null,
      sayings: view ? dryFill(document, view) : [],
      unused: unusedIn(document, template),
    }),
  };
}

function read({ name, document }: Template): DocsDocument {
  try {
    return readWithTabs(document);
  } catch (error) {
    const why = (error as Error).message.replace(/^API call to [\w.]+ failed with error: /, "");
    throw refusal(
      `The Google Doc of "${name}" could not be read: ${why} Only the account that made it can open it.`,
    );
  }
}

/** As if it were in use and the only one: everybody of this half-term whom it is meant for. */
function wantedFrom(run: Run, template: Template): WantedReport[] {
  const period = periodNow(run);
  if (!period) return [];
  const of = template.provider === "" ? "all" : [template.provider];
  const inUse: Template = { ...template, active: "yes" };
  return wantedReports(period, loadHub(run).hub, [inUse], of, [template.kind]);
}

const valueOf = ({ pupils, provider, template }: WantedReport): string =>
  `${isForAll(template.kind) ? "all" : (pupils[0]?.pupil.id ?? "all")} ${provider.id}`;
const labelOf = ({ pupils: [one], provider, template }: WantedReport): string =>
  isForAll(template.kind) || !one ? provider.name : `${nameInUse(one.pupil)}, ${provider.name}`;

function unusedIn(document: DocsDocument, { kind }: Template): string[] {
  const used = new Set(
    walked(firstTab(document).first).paragraphs.flatMap((p) => tagsIn(p).map((t) => t.name)),
  );
  const { fields, listed, forbidden } = knownFor(kind);
  return [...fields.values(), ...listed.values()].filter(
    (tag) => !used.has(tagName(tag)) && !forbidden.has(tagName(tag)),
  );
}
