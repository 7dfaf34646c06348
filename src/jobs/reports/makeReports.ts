/**
 * Makes a half-term's reports: those that are due and not there, and again those still drafting that would
 * say something else by now. Done by the automation's owner, because nobody else's run reaches the documents:
 * another lead's click leaves a request. What a run does not come to is left to the hourly sweep.
 */
import { isOthers } from "../run/owner";
import { refusal } from "../../domain/words/problem";
import type { Period } from "../../domain/reports/says/ownPeriod";
import type { WantedReport } from "../../domain/reports/board/wanted";
import { wantedReports } from "../../domain/reports/board/wanted";
import { askedIn, askedText, MAKING } from "../../domain/reports/board/asked";
import { formFrom, periodFrom, providersFrom, reportOfFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { templates } from "../../domain/tables/reports";
import type { Settings } from "../../domain/tables/settings";
import { log, RUN_MS } from "../../google/run";
import { flush } from "../../google/workbook";
import type { Answer, Run } from "../run/job";
import { loadSettings, runOverAll } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { note } from "../run/notes";
import type { Tally } from "./makeDocuments";
import { makeDocuments } from "./makeDocuments";
import { showProblems } from "../run/showProblems";
import { ownsOf, periodNamed, periodNow, periodWithId } from "./reportOwn";
import { templateWith } from "./reportTemplates";
import { loadLedger, RESERVE_MS } from "../mail/sendThroughLedger";
import type { Kept } from "../run/writeRun";
import { writeRun } from "../run/writeRun";
import type { Outcome } from "../run/outcome";

export const MAKE_REPORTS = { name: MAKING, keeps: "each" } as const satisfies Kept;

/** What was asked for. */
interface Asked {
  period: Period;
  providers: readonly string[] | "all";
}
/** As Runs keeps it. */
const rowFor = ({ period, providers }: Asked): string => askedText({ period: period.id, providers });

/** `name`: the half-term's, such as Autumn 1, of the running school year; `providers`: ids, or all. */
export const makeReports = (name: unknown, providers: unknown): Answer =>
  runOverAll(LEADS, (run) => ({ said: makeAsked(run, askedFor(run, name, providers), RESERVE_MS).said }));

/** A dialog that shows how far it is wants an answer now and then. */
const SHORT_MS = 25_000;

/** The same for a while only; `left`: how many there are still to make by asking again. */
export const makeSome = (run: Run, name: unknown, providers: unknown): Progress =>
  makeAsked(run, askedFor(run, name, providers), RUN_MS - SHORT_MS);

const askedFor = (run: Run, name: unknown, providers: unknown): Asked => ({
  period: periodNamed(run, periodFrom(name)),
  providers: providersFrom(providers),
});

/** From the sweep: what a run before left, or what a lead asked for who is not the owner. */
export function carryOnReports(run: Run, row: string): Outcome {
  const { period: id, providers } = askedIn(row);
  const period = periodWithId(run, id);
  if (!period)
    return { state: "done", counts: "the half-term is no longer in the Calendar", outboxRows: null };
  const asked = { period, providers: providersFrom(providers) };
  const wanted = wantedFor(run, asked);
  const tally = made(run, period, wanted, { row, reserve: RESERVE_MS });
  const outboxRows = loadLedger(run).tab.records.length;
  return { state: isOpen(tally) ? "open" : "done", counts: countsOf(tally), outboxRows };
}

export interface Progress {
  said: string;
  left: number;
}

function makeAsked(run: Run, asked: Asked, reserve: number): Progress {
  const settings = loadSettings(run);
  const row = rowFor(asked);
  const wanted = wantedFor(run, asked);
  if (wanted.length === 0) return { said: `${asked.period.id}: no reports are due.`, left: 0 };
  if (isOthers(run, settings)) {
    writeRun(run, MAKE_REPORTS, {
      for: row,
      state: "open",
      counts: "waits for the automation",
      outboxRows: null,
    });
    flush();
    return {
      said: `${settings.owner}, who owns the automation, will make them within the hour, because only that account can open the documents.`,
      left: 0,
    };
  }
  const tally = made(run, asked.period, wanted, { row, reserve });
  showProblems(run);
  return { said: `${asked.period.id}: ${saidOf(tally, settings)}`, left: isOpen(tally) ? tally.left : 0 };
}

const wantedFor = (run: Run, { period, providers }: Asked): WantedReport[] =>
  wantedReports(period, loadHub(run).hub, load(run, templates).records, providers);

function made(
  run: Run,
  period: Period,
  all: readonly WantedReport[],
  { row, reserve }: { row: string; reserve: number },
): Tally {
  const tell = (tally: Tally): void => {
    const state = isOpen(tally) ? "open" : "done";
    const outboxRows = loadLedger(run).tab.records.length;
    writeRun(run, MAKE_REPORTS, { for: row, state, counts: countsOf(tally), outboxRows });
    // Kept before more is made. That all is done is kept as the run ends; were it lost, the next run says it
    // again.
    if (state === "done") return;
    flush();
    log(`${MAKING}: ${countsOf(tally)}`);
  };
  const checkOf = ({ provider }: WantedReport) => `Reports for ${provider.id}` as const;
  for (const wanted of all) note(run, checkOf(wanted));
  return makeDocuments(run, { all, ownOf: ownsOf(run, period), checkOf, reserve }, tell);
}

const isOpen = ({ left, failed }: Tally): boolean => left + failed > 0;

/** `12 of 40`, for Runs, the sidebar and the console. */
function countsOf({ made, there, refused, failed, left }: Tally): string {
  const done = made + there;
  return `${done} of ${done + refused + failed + left}`;
}

function saidOf(tally: Tally, { automation }: Settings): string {
  const { made, refused, failed } = tally;
  const not = refused + failed;
  const rest = automation ? "The automation will continue with them within the hour." : "Make them again.";
  return [
    `${countsOf(tally)} reports are ready, ${made} of them made just now.`,
    not > 0 && `${not} could not be made: see Problems.`,
    isOpen(tally) && rest,
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * One document for one pupil, of any template: also those that no half-term brings, such as a certificate.
 */
export function makeOne(run: Run, form: unknown): string {
  const template = templateWith(run, formFrom(form).get("template"));
  const [pupil = "", provider = ""] = reportOfFrom(form).split(" ");
  const period = periodNow(run);
  if (!period) throw refusal("There is no half-term to report on.");
  if (isOthers(run, loadSettings(run)))
    throw refusal(
      "Only the automation's owner can make a document for one pupil, because only that account can open it.",
    );
  const any = { ...template, provider: "", active: "yes" as const };
  const wanted = wantedReports(period, loadHub(run).hub, [any], [provider], [template.kind]).filter((one) =>
    one.pupils.some((about) => about.pupil.id === pupil),
  );
  if (wanted.length === 0)
    throw refusal(`The template ${template.name} is not meant for this pupil. Nothing was made.`);
  note(run, "One document");
  const checkOf = () => "One document" as const;
  const tally = makeDocuments(run, { all: wanted, ownOf: ownsOf(run, period), checkOf }, () => {});
  showProblems(run);
  if (tally.made + tally.there === 0) return `${template.name} was not made: see Problems.`;
  return `${template.name}: ${tally.made > 0 ? "the document has been made" : "the document is already there and up to date"}. It is in Drive.`;
}
