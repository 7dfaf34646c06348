/**
 * Makes documents of reports: for each a copy of its template, filled. What has to be made is claimed in the
 * ledger before the first copy, each copy carries its key, and the ledger and the board are written when a
 * few are made: so a run that died leaves no second copy, and the next one finds what it left.
 */
import { keyOf } from "../../domain/mail/kinds";
import { spaced } from "../../domain/words/days";
import { nameInUse } from "../../domain/hub/names";
import { basisPrint } from "../../domain/reports/board/basis";
import { csvOfReturn } from "../../domain/reports/board/csvOfReturn";
import { fill } from "../../domain/documents/fill";
import { isUnfilled, leftOver } from "../../domain/reports/board/foreign";
import { isForAll } from "../../domain/documents/starters";
import type { WantedReport } from "../../domain/reports/board/wanted";
import { partsOfRow, startOfRevisions } from "../../domain/reports/board/wanted";
import type { Report as ReportRow } from "../../domain/tables/reports";
import { reports } from "../../domain/tables/reports";
import {
  changeDocument,
  copyDocument,
  filesMade,
  folderAmong,
  makeCsv,
  readDocument,
} from "../../google/documents";
import { append, appendAll, overwrite } from "../../google/rows";
import { flush } from "../../google/workbook";
import type { Run } from "../run/job";
import { load } from "../run/load";
import type { Draft, Drafting } from "./reportDrafts";
import { draftOf, refused } from "./reportDrafts";
import { loadLedger, recordEvents, RESERVE_MS } from "../mail/sendThroughLedger";

export interface Tally {
  made: number;
  /** There already, and still right. */
  there: number;
  /** Blocked until somebody corrects something. */
  refused: number;
  /** Google refused; it may work next time. */
  failed: number;
  /** Not reached in this run. */
  left: number;
}

export interface ToMake extends Pick<Drafting, "ownOf" | "checkOf"> {
  all: readonly WantedReport[];
  reserve?: number;
}

interface Making extends Drafting {
  tally: Tally;
  isOver: () => boolean;
  /** Files made before, by key: asked for with the first document that has to be made. */
  files: Map<string, string> | null;
}

/** Batch size: how many are claimed, and put on the board, at once. */
const BUNDLE = 20;
/**
 * One document that Google refuses must not keep the others from being made; when it refuses everything, it
 * is enough.
 */
const MOST_FAILURES = 3;

/**
 * Stops `reserve` milliseconds before the run's time is over; after each bundle, and at the end, `onProgress`
 * is told what there is.
 */
export function makeDocuments(
  run: Run,
  { all, ownOf, checkOf, reserve = RESERVE_MS }: ToMake,
  onProgress: (tally: Tally) => void,
): Tally {
  const rows = new Map(
    load(run, reports).records.map((row) => [startOfRevisions(partsOfRow(row)), row] as const),
  );
  const tally: Tally = { made: 0, there: 0, refused: 0, failed: 0, left: all.length };
  // Whoever asks again and again gets at least one further each time.
  const isOver = (): boolean => run.timeLeft() <= (tally.made === 0 ? RESERVE_MS : reserve);
  const making: Making = { run, tally, isOver, ownOf, checkOf, rows, templates: new Map(), files: null };
  let bundle: Draft[] = [];
  for (const wanted of all) {
    if (isOver() || tally.failed >= MOST_FAILURES) break;
    const draft = draftOf(making, wanted);
    if (typeof draft === "string") tally[draft] += 1;
    else bundle.push(draft);
    tally.left -= 1;
    if (bundle.length < BUNDLE) continue;
    madeOf(making, bundle);
    bundle = [];
    if (tally.left > 0) onProgress(tally);
  }
  if (bundle.length > 0) madeOf(making, bundle);
  onProgress(tally);
  run.tabs.delete(reports.tab);
  return tally;
}

/** Claim, copy and fill, made, on the board: each kept before the next. */
function madeOf(making: Making, bundle: readonly Draft[]): void {
  const { run } = making;
  const { tab, ledger } = loadLedger(run);
  const files = (making.files ??= filesMade());
  const eventOf = ({ key, basis }: Draft) => ({ key, recipient: "", hash: `b${basisPrint(basis)}` });
  // A run that died, or whose time was over, may have told the ledger already, but not the board.
  const isTold = ({ key }: Draft): boolean => ledger.entries.get(key)?.state === "made" && files.has(key);
  const isClaimed = (draft: Draft): boolean => {
    const entry = ledger.entries.get(draft.key);
    return entry?.state === "claimed" && entry.hash === eventOf(draft).hash;
  };
  const claimed = bundle.filter((draft) => !isTold(draft) && !isClaimed(draft));
  recordEvents(
    run,
    tab,
    claimed.map((draft) => ({ ...eventOf(draft), state: "claimed" })),
  );
  const done = bundle.flatMap((draft) => {
    const document = attempted(making, draft);
    if (document === null) return [];
    const claims = tab.records.filter(({ key, state }) => key === draft.key && state === "claimed");
    // Filled by a run that died, with what it knew: what it says is not certain, so the next run makes it
    // again.
    const isCertain = claims.every(({ hash }) => hash === eventOf(draft).hash);
    return [{ draft: isCertain ? draft : { ...draft, basis: "" }, document }];
  });
  recordEvents(
    run,
    tab,
    done.flatMap(({ draft, document }) =>
      isTold(draft) ? [] : [{ ...eventOf(draft), state: "made" as const, reason: document }],
    ),
  );
  toBoard(run, done);
  // Nothing says that it is done before all of it is.
  flush();
}

/** The document's id; null where the time is over, or where it could not be made and why is told. */
function attempted(making: Making, draft: Draft): string | null {
  const { tally, isOver } = making;
  if (isOver() || tally.failed >= MOST_FAILURES) {
    tally.left += 1;
    return null;
  }
  try {
    const document = madeFrom(making, draft);
    tally[document === null ? "refused" : "made"] += 1;
    return document;
  } catch (error) {
    tally.failed += 1;
    refused(making, draft.wanted, (error as Error).message, "It will be tried again.");
    return null;
  }
}

/**
 * The id of the filled copy; one that a run before had filled already is left as it is. Null where tags are
 * left in it.
 */
function madeFrom(making: Making, { wanted, model, view, key, revision }: Draft): string | null {
  const { template } = wanted;
  const files = making.files ?? new Map<string, string>();
  const name = revision === 1 ? wanted.title : `${wanted.title}, version ${revision}`;
  const folder = folderAmong(files);
  const document = files.get(key) ?? copyDocument(template.document, { name, folder, key });
  const content = readDocument(document);
  // All of a filling is done or nothing of it: a copy that reads like its template is not filled. A filled
  // one is never filled again, because its values may look like tags.
  const isFresh = isUnfilled(content, model);
  if (isFresh) changeDocument(document, fill(content, view).requests);
  const finished = isFresh ? readDocument(document) : content;
  if (leftOver(finished, view)) {
    const remedy = `Delete the document "${name}" in Drive, then run it again.`;
    refused(making, wanted, "there are still tags in its document", remedy);
    return null;
  }
  const csv = isForAll(template.kind) ? csvOfReturn(finished) : null;
  const csvKey = keyOf("csv", { ...wanted.parts, revision });
  if (csv !== null && !files.has(csvKey)) makeCsv(csv, { name: `${name}.csv`, folder, key: csvKey });
  return document;
}

/**
 * Up to this many rows cost fewer calls one by one, and here it does not matter if a run dies after one of
 * them.
 */
const FEW = 3;

/** New reports go below the others; one made again takes over its row. */
function toBoard(run: Run, done: readonly { draft: Draft; document: string }[]): void {
  const board = load(run, reports);
  const rows = done.map(({ draft, document }) => ({ at: draft.row?.row, row: rowFor(run, draft, document) }));
  for (const { at, row } of rows) if (at !== undefined) overwrite(board, at, row);
  const added = rows.flatMap(({ at, row }) => (at === undefined ? [row] : []));
  if (added.length > FEW) appendAll(board, added);
  else for (const row of added) append(board, row);
}

function rowFor(run: Run, { wanted, revision, basis, changed }: Draft, document: string): ReportRow {
  const { period, provider, template, pupils } = wanted;
  const pupil = isForAll(template.kind) ? undefined : pupils[0]?.pupil;
  return {
    period: period.id,
    provider: provider.id,
    pupil: pupil?.id ?? "",
    name: pupil ? nameInUse(pupil) : "",
    template: template.id,
    state: "drafting",
    revision,
    document,
    madeAt: spaced(run.now),
    changed,
    checkedBy: "",
    checkedAt: "",
    approvedBy: "",
    approvedAt: "",
    sentAt: "",
    basis,
  };
}
