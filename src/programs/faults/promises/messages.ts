/** Promises about what left: once, by the ledger, to a confirmed contact, and of nobody else's pupil. */
import type { MemoryWorkspace } from "../../../host/workspace/memoryWorkspace";
import type { Letter } from "../reading";
import { CHILDREN, rowId, WEEK } from "../rows";
import type { Broken, AfterFault } from "./evidence";
import { cell, isAlarmed, plusDays, rowsIn } from "./evidence";

/**
 * A key goes once; twice only where a run died between sending and saying so; and always with the same words.
 */
export function repeats({ letters, outcome }: AfterFault): Broken[] {
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

/**
 * The ledger is numbered without gaps, goes forward only, and says sent of what was delivered and of nothing
 * else.
 */
export function ledgerTrue(evidence: AfterFault): Broken[] {
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

/**
 * Each message has one recipient, the confirmed contact or member of staff, and names nobody else's pupil.
 */
export function leaks({ letters, before, outcome, edited }: AfterFault): Broken[] {
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

/** What a message says about pupils whom its provider had not placed by then. */
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
      const [ever, then] = [own(rowId(i), ""), own(rowId(i), week)];
      return [
        ...(ever && isFull ? [] : names).filter((name) => has(whole, name)),
        ...(ever ? [] : [word]).filter((name) => has(whole, name)),
        ...(then || !letter.key.startsWith("weekly|") ? [] : [word]).filter((name) => has(main, name)),
      ];
    }),
  ];
}
