/**
 * What must hold after every fault, read back from the workspace and from the messages as their readers see them. One
 * file of its own, and none of the bundle's code, because what is wrong there must not be wrong here in the same way.
 */
import { strFromU8, unzipSync } from "fflate";
import type { MemoryWorkspace } from "../../src/host/memoryWorkspace";
import { memoryWorkspace } from "../../src/host/memoryWorkspace";
import type { Sheet } from "../../src/host/model";
import { edit, RENAMED } from "./edits";
import type { Outcome } from "./play";
import type { Letter, Row } from "./reading";
import { keysInOutbox, lettersIn, masked, rowsOfSheet, withoutTemplate } from "./reading";
import { CHILDREN, idOf, WEEK } from "./rows";
import { hostOn } from "./stages";

export interface Broken {
  promise: string;
  why: string;
  /** Somebody got what is not theirs. */
  leaked?: true;
}

export type Verdict = "exact" | "repeated" | "held" | "lost" | "leaked";

export interface Judged {
  verdict: Verdict;
  broken: Broken[];
}

/** All that the promises look at. */
interface Evidence {
  outcome: Outcome;
  /** The same job without a fault. */
  plain: Outcome;
  /** The start with the staff's edits and nothing else. */
  edited: MemoryWorkspace;
  letters: Letter[];
  /** Those that had left before the scenario began. */
  before: number;
  ledger: Map<string, Row[]>;
  /** What the Problems tab says that it did not say at the start. */
  alarms: Row[];
}

const kept = new WeakMap<Sheet, Row[]>();

/** The rows of a workspace in which nothing happens any more; each sheet is read once. */
function rowsOfTab(sheet: Sheet): Row[] {
  const rows = kept.get(sheet) ?? rowsOfSheet(sheet);
  kept.set(sheet, rows);
  return rows;
}

function rowsIn({ workbook }: MemoryWorkspace, tab: string): Row[] {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  return sheet ? rowsOfTab(sheet) : [];
}

const DAY_MS = 86_400_000;
const plusDays = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10);
const cell = (row: Row | undefined, heading: string): string => row?.[heading] ?? "";
const stateOf = (events: readonly Row[] | undefined): string => cell(events?.at(-1), "State");

export async function judge(outcome: Outcome, plain: Outcome, bundle: string): Promise<Judged> {
  const { start, end } = outcome;
  const known = new Set(rowsIn(start, "Problems").map((row) => row["What is wrong"]));
  const evidence: Evidence = {
    outcome,
    plain,
    edited: editedOf(outcome, bundle),
    letters: await lettersIn(end),
    before: start.mails.length,
    ledger: keysInOutbox(end),
    alarms: rowsIn(end, "Problems").filter((row) => !known.has(row["What is wrong"])),
  };
  const plainKeys = (await lettersIn(plain.end)).map(({ key }) => key);
  const broken = [
    ...sameAsWithout(evidence, plainKeys),
    ...everybodyDue(evidence),
    ...PROMISES.flatMap((promise) => promise(evidence)),
  ];
  return { verdict: verdictOf(evidence, plainKeys, broken), broken };
}

const editedStarts = new WeakMap<MemoryWorkspace, Map<string, MemoryWorkspace>>();

/** The start with the staff's edits alone; looked at only, so one serves all scenarios that begin there. */
function editedOf({ start, blows, job }: Outcome, bundle: string): MemoryWorkspace {
  const edits = blows.flatMap(({ act }) => (act.do === "edit" ? [act.edit] : []));
  if (edits.length === 0) return start;
  const known = editedStarts.get(start) ?? new Map<string, MemoryWorkspace>();
  editedStarts.set(start, known);
  const key = JSON.stringify([edits, job.place, job.now]);
  const edited = known.get(key) ?? memoryWorkspace(start);
  if (!known.has(key)) for (const kind of edits) edit(hostOn(edited, bundle, job.now), kind, job.place);
  known.set(key, edited);
  return edited;
}

function verdictOf(evidence: Evidence, plainKeys: readonly string[], broken: readonly Broken[]): Verdict {
  if (broken.some(({ leaked }) => leaked)) return "leaked";
  if (broken.length > 0) return "lost";
  const sent = new Set(evidence.letters.map(({ key }) => key));
  if (plainKeys.some((key) => !sent.has(key))) return "held";
  return evidence.letters.length > sent.size ? "repeated" : "exact";
}

/** Contacts to whom an update of the week is owed, from the tabs as they stand, as ledger keys. */
function dueIn(workspace: MemoryWorkspace, week: string): Set<string> {
  const friday = plusDays(week, 4);
  const placed = new Set(
    rowsIn(workspace, "Placements")
      .filter((p) => cell(p, "First day") <= friday && (p["Last day"] || friday) >= week)
      .map((p) => p["Provider"]),
  );
  const takers = new Set(
    rowsIn(workspace, "Providers")
      .filter((p) => p["Active"] !== "no" && p["Cadence"] !== "none")
      .map((p) => p["Id"]),
  );
  return new Set(
    rowsIn(workspace, "Contacts")
      .filter((c) => c["Updates"] === "yes" && c["Bounced"] !== "yes")
      .filter((c) => c["Email"] !== "" && c["Email"] === c["Confirmed address"])
      .filter((c) => takers.has(c["Provider"]) && placed.has(c["Provider"]))
      .map((c) => `weekly|${week}|${c["Provider"]}|${c["Id"]}`),
  );
}

/** Says that a tab cannot be used, or that mail waits: then it speaks of every message. That a run stopped does not. */
const OF_ALL =
  /is missing|have its headings|Nothing is sent|no messages? |messages wait|twice in row 1|is now called/i;

/** An alarm that names the key's provider, contact or pupil, or speaks of all. */
function isAlarmed({ alarms, ledger, outcome }: Evidence, key: string): boolean {
  const parts = key.split("|").filter((part) => /^[PCUS]\d+$/.test(part));
  const isHeld = ["held", "approved", "dropped"].includes(stateOf(ledger.get(key)));
  if (isHeld && rowsIn(outcome.end, "Problems").some((row) => /are held/.test(cell(row, "What is wrong"))))
    return true;
  return alarms.some((row) => {
    const text = `${cell(row, "What is wrong")} ${cell(row, "What to do")}`;
    return OF_ALL.test(text) || parts.some((part) => text.includes(part));
  });
}

/** Every provider-week that was due before and after what staff did is delivered, or an alarm names it. */
function everybodyDue(evidence: Evidence): Broken[] {
  const { outcome, edited, letters } = evidence;
  const { closes } = outcome.job;
  if (closes === undefined) return [];
  const [due, dueThen] = [dueIn(outcome.start, closes), dueIn(edited, closes)];
  const sent = new Map(letters.map((letter) => [letter.key, letter]));
  const missing = [...due].filter((key) => dueThen.has(key) && !sent.has(key) && !isAlarmed(evidence, key));
  const undue = [...sent.keys()].filter(
    (key) => key.startsWith(`weekly|${closes}|`) && !due.has(key) && !dueThen.has(key),
  );
  return [
    ...missing.map((key) => ({ promise: "delivered or alarmed", why: `${key} was due and is nowhere` })),
    ...undue.map((key) => ({ promise: "only to whom it is due", why: key, leaked: true as const })),
    ...[...due].flatMap((key) => missingPupils(evidence, key, sent.get(key))),
  ];
}

/** Of pupils, not of a single grade. */
const TO_FOLLOW = /\d pupils? to follow/;

/** Each pupil whom the provider placed that week stands in its update, or the update says that somebody is to follow. */
function missingPupils(evidence: Evidence, key: string, letter: Letter | undefined): Broken[] {
  if (!letter || TO_FOLLOW.test(letter.text)) return [];
  const [, week = "", provider = ""] = key.split("|");
  const owed = placedWith(evidence.edited, provider, week).filter(
    (p) => !letter.text.includes(cell(p, "Provider's reference")),
  );
  return owed
    .filter((p) => !isAlarmed(evidence, `pupil|${cell(p, "Pupil")}`))
    .map((p) => ({ promise: "every pupil told of", why: `${key} does not tell of ${cell(p, "Pupil")}` }));
}

/** An update tells of each of its pupils what staff wrote, before or after their edit; what it withholds is told of. */
function saysWhatStaffWrote(evidence: Evidence): Broken[] {
  const { letters, before, outcome, edited } = evidence;
  return letters.slice(before).flatMap(({ key, text }): Broken[] => {
    const [kind, week = "", provider = ""] = key.split("|");
    if (kind !== "weekly" || TO_FOLLOW.test(text)) return [];
    const pupils = new Set(placedWith(edited, provider, week).map((p) => cell(p, "Pupil")));
    return [...pupils].flatMap((pupil) => {
      const written = [outcome.start, edited].map((workspace) =>
        rowsIn(workspace, "Weekly grades").find((row) => row["Week"] === week && row["Pupil id"] === pupil),
      );
      const isSaid = written.some(
        (row) => text.includes(`Went well: ${cell(row, "Strength")}`) || cell(row, "Strength") === "",
      );
      if (isSaid || isAlarmed(evidence, `pupil|${pupil}`)) return [];
      return [{ promise: "an update says what staff wrote", why: `${key} of ${pupil}` }];
    });
  });
}

const placedWith = (workspace: MemoryWorkspace, provider: string, week: string): Row[] =>
  rowsIn(workspace, "Placements").filter(
    (p) =>
      p["Provider"] === provider &&
      cell(p, "First day") <= plusDays(week, 4) &&
      (p["Last day"] || plusDays(week, 4)) >= week,
  );

/** Where staff changed nothing: the same messages, plans, reports and tabs as without the fault. */
function sameAsWithout(evidence: Evidence, plainKeys: readonly string[]): Broken[] {
  const { outcome, plain, letters } = evidence;
  if (outcome.blows.some(({ act }) => act.do === "edit")) return [];
  const sent = new Set(letters.map(({ key }) => key));
  const missing = plainKeys.filter((key) => !sent.has(key));
  const more = [...sent].filter((key) => !plainKeys.includes(key));
  const broken = [
    ...missing
      .filter((key) => !isAlarmed(evidence, key))
      .map((key) => ({ promise: "delivered or alarmed", why: `${key} was due and is nowhere` })),
    ...more.map((key) => ({ promise: "nothing that was not due", why: key })),
  ];
  return missing.length > 0 ? broken : [...broken, ...otherTabs(outcome.end, plain.end)];
}

/** Tabs that tell when something happened, or what went wrong, may differ; the Overview until a run next writes it. */
const TELLING = ["Outbox", "Runs", "Problems", "Overview"];

const linesKept = new WeakMap<Row[], string[]>();

function linesOf(workspace: MemoryWorkspace, tab: string): string[] {
  const rows = rowsIn(workspace, tab);
  const lines = linesKept.get(rows) ?? rows.map((row) => masked(JSON.stringify(row))).sort();
  linesKept.set(rows, lines);
  return lines;
}

function otherTabs(end: MemoryWorkspace, plain: MemoryWorkspace): Broken[] {
  const tabs = plain.workbook.sheets.map(({ name }) => name).filter((name) => !TELLING.includes(name));
  return tabs.flatMap((tab) => {
    const [now, then] = [linesOf(end, tab), linesOf(plain, tab)];
    if (JSON.stringify(now) === JSON.stringify(then)) return [];
    const odd = [...now.filter((l) => !then.includes(l)), ...then.filter((l) => !now.includes(l))];
    return [
      {
        promise: "the same as without a fault",
        why: `${tab}: ${(odd[0] ?? `${now.length} rows`).slice(0, 300)}`,
      },
    ];
  });
}

/** A key goes once; twice only where a run died between sending and saying so; and always with the same words. */
function repeats({ letters, outcome }: Evidence): Broken[] {
  const byKey = new Map<string, Letter[]>();
  for (const letter of letters) byKey.set(letter.key, [...(byKey.get(letter.key) ?? []), letter]);
  return [...byKey].flatMap(([key, [first, ...more]]): Broken[] => {
    const allowed = outcome.inWindow.has(key) ? 1 : 0;
    const content = ({ to, subject, text, html }: Letter) => JSON.stringify([to, subject, text, html]);
    return [
      ...(more.length > allowed
        ? [{ promise: "at most one repeat", why: `${key} left ${more.length + 1} times` }]
        : []),
      ...(first && more.some((letter) => content(letter) !== content(first))
        ? [{ promise: "a key's content never changes", why: key }]
        : []),
    ];
  });
}

const FORWARD: Record<string, readonly string[]> = {
  "": ["held", "claimed"],
  held: ["approved", "dropped", "superseded"],
  approved: ["claimed", "held", "superseded"],
  claimed: ["sent", "made", "failed", "claimed", "held"],
  made: [],
  failed: ["claimed", "held", "superseded"],
  sent: ["superseded"],
  superseded: [],
  dropped: [],
};

/** The ledger is numbered without gaps, goes forward only, and says sent of what was delivered and of nothing else. */
function ledgerTrue(evidence: Evidence): Broken[] {
  const { ledger, letters, outcome } = evidence;
  const numbers = rowsIn(outcome.end, "Outbox")
    .map((row) => Number(row["No"]))
    .sort((a, b) => a - b);
  const gaps = numbers.some((no, i) => no !== i + 1);
  const sent = new Set(letters.map(({ key }) => key));
  const untold = [...sent].filter((key) => !ledger.has(key));
  return [
    ...(gaps ? [{ promise: "the ledger has no gap", why: numbers.join(" ") }] : []),
    ...untold.map((key) => ({ promise: "the ledger knows all that left", why: key })),
    ...[...ledger].flatMap(([key, events]): Broken[] => {
      const states = events.map((event) => cell(event, "State"));
      const back = states.find((state, i) => !FORWARD[states[i - 1] ?? ""]?.includes(state));
      const last = states.at(-1) ?? "";
      const saysSent = states.includes("sent");
      const open =
        sent.has(key) && ["claimed", "failed", "approved"].includes(last) && !isAlarmed(evidence, key);
      return [
        ...(back ? [{ promise: "states go forward only", why: `${key}: ${states.join(", ")}` }] : []),
        ...(saysSent && !sent.has(key) ? [{ promise: "sent means delivered", why: key }] : []),
        ...(events.some((event) => /too many times/.test(cell(event, "Reason")))
          ? [{ promise: "the quota is asked, not run into", why: key }]
          : []),
        ...(open ? [{ promise: "delivered means sent or held", why: `${key} is ${last}` }] : []),
      ];
    }),
  ];
}

/** Each message has one recipient, the confirmed contact or member of staff, and tells of nobody else's pupil. */
function leaks({ letters, before, outcome, edited }: Evidence): Broken[] {
  const tabs = [outcome.start, edited, outcome.end];
  return letters.slice(before).flatMap((letter): Broken[] => {
    const [kind = "", ...parts] = letter.key.split("|");
    const provider = parts.find((part) => /^P\d+$/.test(part)) ?? "";
    const contact = parts.find((part) => /^C\d+$/.test(part)) ?? "";
    const isKnown = tabs.some((tab) =>
      kind === "reminder"
        ? rowsIn(tab, "Staff").some((s) => s["Email"] === letter.to[0] && s["Active"] !== "no")
        : rowsIn(tab, "Contacts").some(
            (c) =>
              c["Id"] === contact && c["Provider"] === provider && c["Confirmed address"] === letter.to[0],
          ),
    );
    const week = kind === "report" ? WEEK : (parts[0] ?? "");
    const told = kind === "reminder" ? [] : foreignIn(letter, tabs, provider, week);
    return [
      ...(isKnown && letter.to.length === 1
        ? []
        : [{ promise: "only to a confirmed contact", why: letter.key, leaked: true as const }]),
      ...told.map((what) => ({
        promise: "only its own pupils",
        why: `${letter.key}: ${what}`,
        leaked: true as const,
      })),
    ];
  });
}

/** What stands in a message of pupils whom its provider had not placed by then. */
function foreignIn(
  letter: Letter,
  tabs: readonly MemoryWorkspace[],
  provider: string,
  week: string,
): string[] {
  const whole = [letter.subject, letter.text, letter.html].join("\n");
  const [main = ""] = [letter.text.split("LATE AND CORRECTED")[0]];
  const placed = tabs.flatMap((tab) => rowsIn(tab, "Placements"));
  const isFull = tabs.some((tab) =>
    rowsIn(tab, "Providers").some((p) => p["Id"] === provider && p["Names in updates"] === "full"),
  );
  const has = (text: string, word: string) => new RegExp(`(?<![\\p{L}-])${word}(?!\\p{L})`, "u").test(text);
  const references = placed
    .filter((p) => p["Provider"] !== provider)
    .map((p) => cell(p, "Provider's reference"));
  const own = (id: string, since: string) =>
    placed.some(
      (p) =>
        p["Pupil"] === id &&
        p["Provider"] === provider &&
        cell(p, "First day") <= plusDays(week, 4) &&
        (p["Last day"] || since) >= since,
    );
  return [
    ...references.filter((reference) => has(whole, reference)),
    ...CHILDREN.flatMap(({ first, surname, word }, i) => {
      const names = [surname, `${first} ${surname}`];
      const [ever, then] = [own(idOf(i), ""), own(idOf(i), week)];
      return [
        ...(ever && isFull ? [] : names).filter((name) => has(whole, name)),
        ...(ever ? [] : [word]).filter((name) => has(whole, name)),
        ...(then || !letter.key.startsWith("weekly|") ? [] : [word]).filter((name) => has(main, name)),
      ];
    }),
  ];
}

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

/** Every row staff had stands there once and says what it said, but for what the job itself is to change. */
function typed({ outcome, plain, edited }: Evidence): Broken[] {
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
        // A heading that staff changed may have been put right, or what was to change stands under it.
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

/** One open plan for a pupil, each with its actions; one document and one row for a report, with nothing left to fill. */
function plansAndReports({ outcome: { end, start } }: Evidence): Broken[] {
  const plans = rowsIn(end, "Action plans");
  const open = plans.filter((plan) => plan["State"] === "open").map((plan) => cell(plan, "Pupil id"));
  const bare = plans.filter(
    (plan) => !rowsIn(end, "Actions").some((action) => action["Plan"] === plan["Plan"]),
  );
  const made = Object.values(end.state.files ?? {}).filter((file) =>
    file.appProperties["hubTracker"]?.startsWith("report|"),
  );
  const keys = made.map((file) => file.appProperties["hubTracker"]);
  // A copy that a run left unfilled and that nobody wants any more is on no board.
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

/** Each document tells of its own pupils alone, the ledger says that it was made, and the board what became of it. */
function documentsAgree(evidence: Evidence): Broken[] {
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
    !isOwn(idOf(i)) && (words.includes(surname) || words.includes(word))
      ? [`${key} tells of ${idOf(i)}`]
      : [],
  );
}

function wordsIn({ files }: MemoryWorkspace, name: string | null): string {
  const bytes = files.get(name ?? "");
  const main = bytes && unzipSync(bytes)["word/document.xml"];
  return main ? strFromU8(main).replace(/<[^>]*>/g, "") : "";
}

const BROKEN = /\{\{|\bundefined\b|\[object |\bNaN\b/;

/** Nothing that was never a text stands in a message or a cell; nothing personal in a log. */
function clean({ letters, before, outcome }: Evidence): Broken[] {
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

function atRest({ outcome }: Evidence): Broken[] {
  return [
    ...(outcome.locked ? [{ promise: "locks are free", why: "another run could not begin" }] : []),
    ...(outcome.restless
      ? [{ promise: "a further run changes nothing", why: "the clock's runs go on changing the workbook" }]
      : []),
  ];
}

const PROMISES: readonly ((evidence: Evidence) => Broken[])[] = [
  repeats,
  ledgerTrue,
  leaks,
  typed,
  saysWhatStaffWrote,
  plansAndReports,
  documentsAgree,
  clean,
  atRest,
];
