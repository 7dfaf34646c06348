/**
 * The entries kept since the server started, so that pages can catch up and old row numbers can be
 * understood.
 */
import type { Operation } from "../model/model";
import type { Workspace } from "../model/workspace";
import type { Entry, Origin } from "./protocol";

/** Pages that missed more than this load the workbook again. */
const AT_HAND = 2000;

/** What no page shows a part of. */
const UNSEEN = new Set<Operation["op"]>(["state", "workbook", "file"]);

export interface Entries {
  /** The workspace whose every kept operation becomes an entry. */
  workspace: Workspace;
  /** The number of the last entry. */
  last(): number;
  /** Entries after a number; null where some of them are no longer at hand. */
  after(no: number): Entry[] | null;
  /** Does work whose entries are one page's doing. */
  as<T>(origin: Origin, work: () => T): T;
  onEntry(listener: (entry: Entry) => void): void;
}

export function entriesOver(workspace: Workspace): Entries {
  const recent: Entry[] = [];
  const listeners: ((entry: Entry) => void)[] = [];
  let no = 0;
  let by: Origin | null = null;
  const watched: Workspace = {
    ...workspace,
    keep(operations) {
      workspace.keep(operations);
      const shown = withoutRepeats(operations.filter(({ op }) => !UNSEEN.has(op)));
      if (shown.length === 0) return;
      no += 1;
      const entry = { no, operations: structuredClone(shown), by };
      recent.push(entry);
      if (recent.length > AT_HAND) recent.shift();
      for (const listener of listeners) listener(entry);
    },
  };
  return {
    workspace: watched,
    last: () => no,
    after(seen) {
      if (seen > no || seen < no - recent.length) return null;
      return recent.filter((entry) => entry.no > seen);
    },
    as(origin, work) {
      by = origin;
      try {
        return work();
      } finally {
        by = null;
      }
    },
    onEntry: (listener) => void listeners.push(listener),
  };
}

/**
 * Where a row that a page named is now, after rows came and went that the page had not seen; null when it has
 * gone. A row 5, with two rows inserted at 3 meanwhile -> 7.
 */
export function rowNow(row: number, sheet: number, unseen: readonly Entry[]): number | null {
  let at: number | null = row;
  for (const operation of unseen.flatMap(({ operations }) => operations))
    if (at !== null) at = moved(at, sheet, operation);
  return at;
}

function moved(row: number, sheet: number, operation: Operation): number | null {
  if (operation.op !== "insertRows" && operation.op !== "deleteRows") return row;
  const { at, count } = operation;
  if (operation.sheet !== sheet || row < at) return row;
  if (operation.op === "insertRows") return row + count;
  return row < at + count ? null : row - count;
}

/** Of a tab's members set again and again, such as its drop-downs, pages need only the last. */
function withoutRepeats(operations: readonly Operation[]): Operation[] {
  const later = new Map<number, Set<string>>();
  const kept = [...operations].reverse().filter((operation) => {
    if (!("sheet" in operation) || typeof operation.sheet !== "number") return true;
    const known = later.get(operation.sheet) ?? new Set<string>();
    // What comes before rows or columns move is not what is set after that.
    if (SHIFTING.has(operation.op)) later.delete(operation.sheet);
    if (operation.op !== "sheet") return true;
    const keys = Object.keys(operation.set);
    const repeats = keys.every((key) => known.has(key));
    later.set(operation.sheet, new Set([...known, ...keys]));
    return !repeats;
  });
  return kept.reverse();
}

const SHIFTING = new Set<Operation["op"]>([
  "insertRows",
  "deleteRows",
  "insertColumns",
  "deleteColumns",
  "moveColumns",
  "deleteSheet",
]);
