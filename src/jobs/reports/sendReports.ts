/**
 * Sends approved reports to the providers' contacts, through the ledger, and writes on the board which are
 * sent.
 */
import type { Mail } from "../../domain/mail/mail";
import { problem } from "../../domain/words/problem";
import type { DueReport } from "../../domain/reports/board/dispatch";
import { TO_MAKE_ANEW } from "../../domain/reports/board/board";
import {
  dueReports,
  isDropped,
  keyOfReport,
  sentAt,
  startOfMessages,
} from "../../domain/reports/board/dispatch";
import type { DocsDocument } from "../../domain/documents/document";
import { walked } from "../../domain/documents/document";
import { reportMail } from "../../domain/reports/board/reportEmail";
import type { InRow } from "../../domain/tables/read";
import type { Report } from "../../domain/tables/reports";
import { reports, templates } from "../../domain/tables/reports";
import type { Settings } from "../../domain/tables/settings";
import { isGone, pagesOf, readDocument } from "../../google/documents";
import { RUN_MS } from "../../google/run";
import { overwrite } from "../../google/rows";
import { flush } from "../../google/workbook";
import type { Run } from "../run/job";
import { load, once } from "../run/load";
import { loadHub } from "../run/loadHub";
import { add, note } from "../run/notes";
import type { Kept } from "../run/writeRun";
import type { Guard } from "../mail/sendThroughLedger";
import { loadLedger, sendThroughLedger } from "../mail/sendThroughLedger";
import type { Outcome } from "../run/outcome";
import { guardFor } from "../mail/guard";

const pages = (n: number): string => (n === 1 ? "1 page" : `${n} pages`);

/**
 * A report leaves because a lead approved it; one that is longer than its template allows waits for another
 * look.
 */
function reportGuard(run: Run, settings: Settings, due: readonly DueReport[]): Guard {
  const most = new Map(due.map(({ report, template }) => [report.document, template.mostPages]));
  return {
    ...guardFor(run, settings),
    waits: ({ report }) => {
      const document = report?.document ?? "";
      const limit = most.get(document) ?? null;
      if (limit === null) return null;
      const n = once(run, `pages of ${document}`, () => pagesOf(document));
      return n > limit
        ? `It has ${pages(n)}, and its template allows ${pages(limit)}. Shorten it, or approve it as it is.`
        : null;
    },
  };
}

export const SEND_REPORTS = { name: "sendReports", keeps: "latest" } as const satisfies Kept;

export function sendReports(run: Run, settings: Settings): Outcome {
  const { due, problems } = reportsNow(run);
  note(run, "Sending reports", problems);
  const guard = reportGuard(run, settings, due);
  const sent = sendThroughLedger(run, reportMails(run, settings, due), guard);
  note(run, "Sending reports", sent.problems);
  const done = markFinished(run, due);
  flush();
  return {
    state: sent.unfinished || done < due.length ? "open" : "done",
    counts: `${sent.counts}, ${done} of ${due.length} reports finished`,
    outboxRows: sent.outboxRows,
  };
}

/** What is approved and can go; what cannot is a problem. */
function reportsNow(run: Run): ReturnType<typeof dueReports> {
  const { hub, contacts } = loadHub(run);
  const board = load(run, reports).records;
  return dueReports({ hub, contacts, board, templates: load(run, templates).records });
}

export const dueNow = (run: Run): DueReport[] => reportsNow(run).due;

/**
 * A message for each contact; a report whose messages all went is not read again. Reading takes half of the
 * run's time at most, so that some always leave: what is left is read by the next run.
 */
export function reportMails(run: Run, settings: Settings, due: readonly DueReport[]): Mail[] {
  const { ledger, tab } = loadLedger(run);
  return due.flatMap((one) => {
    if (run.timeLeft() < RUN_MS / 2 || sentAt(one, ledger.entries, tab.records) !== null) return [];
    const document = documentOf(run, settings, one);
    if (!document) return [];
    const { hub } = loadHub(run);
    const context = { hub, settings, document, says: textOf(document) };
    return one.contacts.map((contact) => reportMail(one, contact, context));
  });
}

/** The messages of the reports that the keys name, as they would leave now. */
export function reportsAgain(run: Run, settings: Settings, keys: readonly string[]): Mail[] {
  const asked = dueNow(run).filter(({ report }) => {
    const start = startOfMessages(report);
    return keys.some((key) => key.startsWith(start));
  });
  return reportMails(run, settings, asked);
}

/**
 * One that its owner has thrown away goes back to drafting, so that it is made again; nobody else's run can
 * tell.
 */
function documentOf(run: Run, { owner }: Settings, { report }: DueReport): DocsDocument | null {
  try {
    return readDocument(report.document);
  } catch (error) {
    const gone = isGone(error) && owner.toLowerCase() === run.by.toLowerCase();
    if (gone) overwrite(load(run, reports), report.row, { ...report, ...TO_MAKE_ANEW });
    // Also where Held mail reads it, which looks at some reports only.
    add(run, "Sending reports", [
      problem(
        reports.tab,
        report.row,
        "Document",
        `The document of the report ${keyOfReport(report)} cannot be read: ${(error as Error).message}`,
        gone
          ? "The report is drafting again. Make the half-term's reports again, then have it checked."
          : "The automation's owner can open it. It will be tried again within the hour.",
      ),
    ]);
    return null;
  }
}

const textOf = (document: DocsDocument): string =>
  walked(document)
    .paragraphs.map(({ text }) => text)
    .join("");

/**
 * Writes what became of each, and says of how many something has: sent, at the ledger's moment, so that both
 * always agree; or drafting again where a lead dropped all its messages.
 */
export function markFinished(run: Run, due: readonly DueReport[]): number {
  const { ledger, tab } = loadLedger(run);
  const board = load(run, reports);
  const finished = due.flatMap((one): InRow<Report>[] => {
    const at = sentAt(one, ledger.entries, tab.records);
    if (at !== null) return [{ ...one.report, state: "sent", sentAt: at }];
    return isDropped(one, ledger.entries) ? [{ ...one.report, ...TO_MAKE_ANEW }] : [];
  });
  for (const report of finished) overwrite(board, report.row, report);
  if (finished.length > 0) run.tabs.delete(reports.tab);
  return finished.length;
}
