/**
 * Promises about what stays: what staff typed, plans, reports and their documents, clean texts, free locks.
 */
import { strFromU8, unzipSync } from "fflate";
import type { MemoryWorkspace } from "../../../host/workspace/memoryWorkspace";
import { RENAMED } from "../edits";
import type { Row } from "../reading";
import { masked, withoutTemplate } from "../reading";
import { CHILDREN, rowId } from "../rows";
import type { Broken, AfterFault } from "./evidence";
import { cell, isAlarmed, rowsIn, rowsOfTab, stateOf } from "./evidence";

/** Tabs in which staff type, by the headings that name a row. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  "Weekly grades": ["Week", "Pupil id"],
  Pupils: ["Id"],
  Placements: ["Id"],
  Providers: ["Id"],
  Contacts: ["Id"],
  Staff: ["Id"],
  Calendar: ["Name"],
  Areas: ["Id"],
  Settings: ["Setting"],
  "Action plans": ["Plan"],
  Actions: ["Plan", "What"],
  Targets: ["Id"],
  Reports: ["Period", "Pupil id", "Provider", "Template"],
  "Report comments": ["Period", "Pupil id", "Section"],
};

/**
 * Every row that staff had is there once and says what it said, except for what the job itself must change.
 */
export function typedIn({ outcome, plain, edited }: AfterFault): Broken[] {
  return edited.workbook.sheets.flatMap((sheet): Broken[] => {
    const name = outcome.start.workbook.sheets.find(({ id }) => id === sheet.id)?.name ?? sheet.name;
    const key = TYPED[name];
    if (!key) return [];
    const keyOf = (row: Row) => key.map((heading) => cell(row, heading)).join("|");
    const rowsOf = ({ workbook }: MemoryWorkspace): Row[] =>
      workbook.sheets.filter(({ id }) => id === sheet.id).flatMap(rowsOfTab);
    const [now, meant] = [rowsOf(outcome.end), new Map(rowsOf(plain.end).map((row) => [keyOf(row), row]))];
    const found = new Map(now.map((row) => [keyOf(row), row]));
    const doubled = now.find((row) => found.get(keyOf(row)) !== row && keyOf(row).replace(/\|/g, "") !== "");
    const changed = rowsOf(edited).flatMap((row) => {
      const [is, means] = [found.get(keyOf(row)), meant.get(keyOf(row))];
      return Object.entries(row).flatMap(([heading, text]) => {
        // A heading that staff changed may have been put right, or what had to change is under it.
        const meantHeading = heading === RENAMED ? outcome.job.place.heading : heading;
        const there = is?.[heading] ?? is?.[meantHeading];
        if (there === text) return [];
        const isMeant = there !== undefined && masked(there) === masked(cell(means, meantHeading));
        return isMeant ? [] : [`${name} ${keyOf(row)} ${heading}: "${text}" is now "${there}"`];
      });
    });
    return [
      ...changed.slice(0, 1).map((why) => ({ promise: "what staff typed stays", why })),
      ...(doubled ? [{ promise: "each row once", why: `${name} ${keyOf(doubled)}` }] : []),
    ];
  });
}

/**
 * One open plan for a pupil, each with its actions; one document and one row for a report, with nothing left
 * to fill.
 */
export function plansAndReports({ outcome: { end, start } }: AfterFault): Broken[] {
  const plans = rowsIn(end, "Action plans");
  const open = plans.filter((plan) => plan["State"] === "open").map((plan) => cell(plan, "Pupil id"));
  const bare = plans.filter(
    (plan) => !rowsIn(end, "Actions").some((action) => action["Plan"] === plan["Plan"]),
  );
  const made = Object.values(end.state.files ?? {}).filter((file) =>
    file.appProperties["hubTracker"]?.startsWith("report|"),
  );
  const keys = made.map((file) => file.appProperties["hubTracker"]);
  // A copy that a run left unfilled and that nobody wants any longer is on no board.
  const onBoard = new Set(rowsIn(end, "Reports").map((row) => cell(row, "Document")));
  const isNew = end.files.size !== start.files.size;
  const unfilled = made.filter(
    ({ id, file }) => isNew && onBoard.has(id) && /\{\{|undefined/.test(wordsIn(end, file)),
  );
  return [
    ...(new Set(open).size < open.length
      ? [{ promise: "one open plan for a pupil", why: open.join(" ") }]
      : []),
    ...bare.map((plan) => ({ promise: "a plan has its actions", why: cell(plan, "Plan") })),
    ...(new Set(keys).size < keys.length
      ? [{ promise: "one document for a report", why: keys.join(" ") }]
      : []),
    ...unfilled.map((file) => ({ promise: "nothing is left to fill", why: file.id })),
  ];
}

/**
 * Each document is about its own pupils alone, the ledger says that it was made, and the board what became of
 * it.
 */
export function documentsAgree(evidence: AfterFault): Broken[] {
  const { outcome, ledger } = evidence;
  const { start, end } = outcome;
  const files = Object.values(end.state.files ?? {});
  const isNew = end.files.size !== start.files.size;
  return rowsIn(end, "Reports").flatMap((row): Broken[] => {
    const file = files.find(({ id }) => id === cell(row, "Document"));
    const key = withoutTemplate(file?.appProperties["hubTracker"] ?? "");
    const own = [...ledger].filter(([other]) => other.startsWith(`${key}|C`)).map(([, events]) => events);
    const isSent = own.length > 0 && own.every((events) => ["sent", "dropped"].includes(stateOf(events)));
    const isOpen = cell(row, "State") === "approved" && !isAlarmed(evidence, `${key}|`);
    return [
      ...(stateOf(ledger.get(key)) === "made"
        ? []
        : [{ promise: "the ledger knows each document", why: key }]),
      // The alarm may be that a tab stops the jobs, which put the board right when it is.
      ...(isSent === (cell(row, "State") === "sent") || isAlarmed(evidence, `${key}|`)
        ? []
        : [{ promise: "board and ledger agree", why: `${key} is ${cell(row, "State")}` }]),
      ...(isOpen ? [{ promise: "delivered or alarmed", why: `${key} is approved and was not sent` }] : []),
      ...(isNew ? othersIn(end, file?.file ?? null, key) : []).map((why) => ({
        promise: "only its own pupils",
        why,
        leaked: true as const,
      })),
    ];
  });
}

/** Pupils of whom a document tells though it is about others. */
function othersIn(end: MemoryWorkspace, name: string | null, key: string): string[] {
  const [, , who = "", provider = ""] = key.split("|");
  const words = wordsIn(end, name);
  const isOwn = (id: string): boolean =>
    who === id ||
    (who === "all" && rowsIn(end, "Placements").some((p) => p["Pupil"] === id && p["Provider"] === provider));
  return CHILDREN.flatMap(({ surname, word }, i) =>
    !isOwn(rowId(i)) && (words.includes(surname) || words.includes(word))
      ? [`${key} mentions ${rowId(i)}`]
      : [],
  );
}

function wordsIn({ files }: MemoryWorkspace, name: string | null): string {
  const bytes = files.get(name ?? "");
  const main = bytes && unzipSync(bytes)["word/document.xml"];
  return main ? strFromU8(main).replace(/<[^>]*>/g, "") : "";
}

const BROKEN = /\{\{|\bundefined\b|\[object |\bNaN\b/;

/** No message or cell holds what was never a text; no log holds anything personal. */
export function clean({ letters, before, outcome }: AfterFault): Broken[] {
  const { end, logs } = outcome;
  const names = CHILDREN.flatMap(({ first, surname }) => [first, surname]).join("|");
  const personal = new RegExp(`\\b(${names})\\b|\\S@\\S`);
  const cells = end.workbook.sheets.flatMap(({ name, cells: lines }) =>
    Object.values(lines).flatMap((line) =>
      Object.values(line).flatMap(({ v }) =>
        typeof v === "string" && BROKEN.test(v) ? [`${name}: ${v}`] : [],
      ),
    ),
  );
  const broken = letters
    .slice(before)
    .filter(({ subject, text, html }) => BROKEN.test([subject, text, html].join("\n")));
  return [
    ...[...cells.slice(0, 1), ...broken.map(({ key }) => key)].map((why) => ({
      promise: "no broken texts",
      why,
    })),
    ...logs
      .filter((line) => personal.test(line))
      .map((why) => ({ promise: "nothing personal in logs", why })),
  ];
}

export function atRest({ outcome }: AfterFault): Broken[] {
  return [
    ...(outcome.locked ? [{ promise: "locks are free", why: "another run could not begin" }] : []),
    ...(outcome.restless
      ? [{ promise: "a further run changes nothing", why: "the clock's runs go on changing the workbook" }]
      : []),
  ];
}
