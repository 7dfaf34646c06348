/**
 * Promises about what is owed: everybody due is told, of every pupil, in what staff wrote; without an edit,
 * the same as ever.
 */
import type { MemoryWorkspace } from "../../../host/workspace/memoryWorkspace";
import type { Letter, Row } from "../reading";
import { masked } from "../reading";
import type { Broken, AfterFault } from "./evidence";
import { cell, isAlarmed, plusDays, rowsIn } from "./evidence";

/** Contacts to whom an update of the week is owed, from the tabs as they are, as ledger keys. */
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

/** Every provider-week that was due before and after what staff did is delivered, or an alarm names it. */
export function everybodyDue(evidence: AfterFault): Broken[] {
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

/**
 * Each pupil whom the provider placed that week is in its update, or the update says that somebody will
 * follow.
 */
function missingPupils(evidence: AfterFault, key: string, letter: Letter | undefined): Broken[] {
  if (!letter || TO_FOLLOW.test(letter.text)) return [];
  const [, week = "", provider = ""] = key.split("|");
  const owed = placedWith(evidence.edited, provider, week).filter(
    (p) => !letter.text.includes(cell(p, "Provider's reference")),
  );
  return owed
    .filter((p) => !isAlarmed(evidence, `pupil|${cell(p, "Pupil")}`))
    .map((p) => ({ promise: "every pupil reported", why: `${key} does not mention ${cell(p, "Pupil")}` }));
}

/**
 * An update says what staff wrote about each of its pupils, before or after their edit; what it withholds is
 * reported.
 */
export function saysWhatStaffWrote(evidence: AfterFault): Broken[] {
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
export function sameAsWithout(evidence: AfterFault, plainKeys: readonly string[]): Broken[] {
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

/**
 * Tabs that tell when something happened, or what went wrong, may differ; the Overview until a run next
 * writes it.
 */
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
