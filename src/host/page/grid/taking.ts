/** News from the host, entry by entry: into the page's own copy of the workbook first, then into the grid. */
import { apply } from "../../model/apply";
import type { Operation, Sheet, State, Workbook } from "../../model/model";
import type { Entry } from "../../server/protocol";
import type { Drawing } from "./drawing";
import type { Engine } from "./engine";
import type { Incoming } from "./incoming";
import type { Pending } from "./pending";
import { PAGE } from "./queue";
import type { Steps } from "./steps";

/** `apply` keeps the account's state too; the page has none. */
const NO_STATE = {} as State;

export interface TakingOptions {
  engine: Engine;
  workbook: Workbook;
  no: number;
  pending: Pending;
  incoming: Incoming;
  drawing: Drawing;
  steps: () => Steps;
  /** Whether an own request changed a tab as a whole, so that its person can take it back; asked once. */
  isWhole: (request: number) => boolean;
  /** Cells have changed: formulas may have new values. */
  cellsChanged: () => void;
  /** The grid has moved rows that this page asked to move. */
  rowsMoved: () => void;
}

export interface Taking {
  /** The last entry that the grid shows. */
  seen(): number;
  take(entry: Entry): void;
  isEditing(): boolean;
}

export function takingFrom(options: TakingOptions): Taking {
  const { workbook, pending, incoming, drawing } = options;
  const { api } = options.engine;
  let seen = options.no;
  let waiting: Entry[] = [];
  let editing = false;

  function takeNow(entry: Entry): void {
    if (entry.no <= seen) return;
    // What the grid asks for while it takes the entry in counts rows as they are after it.
    seen = entry.no;
    const { by } = entry;
    const mine = by?.page === PAGE;
    if (by && mine) pending.answered(by.request);
    const canGoBack = by !== null && mine && options.isWhole(by.request);
    for (const operation of entry.operations) takeOne(operation, mine, canGoBack);
    if (drawing.isStale()) incoming.drop();
    else incoming.flush();
    if (drawing.isStale() || by?.sorted) incoming.forgetSteps();
    if (canGoBack) options.steps().offer();
    if (entry.operations.some(({ op }) => op === "cells")) options.cellsChanged();
  }

  function takeOne(operation: Operation, mine: boolean, canGoBack: boolean): void {
    const id = "sheet" in operation && typeof operation.sheet === "number" ? operation.sheet : null;
    const find = () => workbook.sheets.find((sheet) => sheet.id === id);
    if (canGoBack) options.steps().remember(operation, find());
    const before = asItWas(operation, find());
    apply(workbook, NO_STATE, operation);
    pending.move(operation);
    if (drawing.isStale()) return;
    if (!incoming.show(operation, { before, after: find(), mine })) drawing.anew();
    else if (mine && /Rows$/.test(operation.op)) options.rowsMoved();
  }

  // While a person types into a cell, nothing may move below it.
  api.addEvent(api.Event.SheetEditStarted, () => {
    editing = true;
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    editing = false;
    // After the grid has written what was typed.
    setTimeout(() => {
      if (editing) return;
      const entries = waiting;
      waiting = [];
      entries.forEach(takeNow);
    });
  });

  return {
    seen: () => seen,
    take(entry) {
      if (editing && (waiting.length > 0 || movesThings(entry))) waiting.push(entry);
      else takeNow(entry);
    },
    isEditing: () => editing,
  };
}

const movesThings = ({ operations }: Entry): boolean =>
  operations.some(({ op }) => op !== "cells" && op !== "style");

/** The tab as it was, as far as showing the operation needs it. */
const asItWas = (operation: Operation, sheet: Sheet | undefined): Sheet | undefined =>
  sheet && (operation.op === "cells" ? sheet : structuredClone({ ...sheet, cells: {} }));
