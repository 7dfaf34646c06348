/** The grid of a workbook that lives on the host: entries go there, news come from there. */
import { SheetsFilterService } from "@univerjs/preset-sheets-filter";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import { apply } from "../../apply";
import type { Operation, Sheet, State, Workbook } from "../../model";
import type { Selection } from "../../selection";
import type { Entry } from "../../server/protocol";
import { blocksOf } from "./blocks";
import { gridCell } from "./cells";
import { startEngine } from "./engine";
import { formulaValues } from "./formulas";
import { incomingInto } from "./incoming";
import { nameFields } from "./names";
import type { ChangedCell } from "./outgoing";
import { SET_VALUES, watchEdits } from "./outgoing";
import { pasteInto } from "./paste";
import { pendingCells } from "./pending";
import type { Queue } from "./queue";
import { PAGE } from "./queue";
import { rangeOf } from "./rules";
import { hostSelection, selectionIn } from "./selection";
import { gridId, snapshotOf, UNIT } from "./snapshot";
import { isSwitchedOff } from "./switchedOff";
import type { GridTool } from "./tools";
import { toolsOf } from "./tools";
import { placesIn, readTyping } from "./typing";
import type { AskPerson } from "./warnings";
import { warningsIn } from "./warnings";

export interface GridOptions {
  container: string;
  workbook: Workbook;
  no: number;
  user: () => string;
  /** The year of the host's clock. */
  year: () => number;
  queue: Queue;
  /** Tells the person a sentence. */
  say: (sentence: string) => void;
  /** The tabs, or which of them is open, have changed. */
  tabsChanged: () => void;
  ask: AskPerson;
}

export interface SheetGrid {
  workbook: Workbook;
  /** The last entry that the grid shows. */
  seen(): number;
  take(entry: Entry): void;
  openTab(sheet: number): void;
  activeTab(): number | null;
  /** What the person has selected, as the host names it; undefined while nothing is. */
  selection(): Required<Selection> | undefined;
  select(selection: Required<Selection>): void;
  use(tool: GridTool): void;
  focus(): void;
}

/** `apply` keeps the account's state too; the page has none. */
const NO_STATE = {} as State;

export function sheetGrid(options: GridOptions): SheetGrid {
  const { workbook, queue, say, user } = options;
  const engine = startEngine(options.container);
  nameFields(options.container);
  const { api } = engine;
  const pending = pendingCells();
  const incoming = incomingInto(engine, pending.isPending);
  const sheetOf = (id: string): Sheet | undefined => workbook.sheets.find((s) => gridId(s.id) === id);
  const place = placesIn(() => workbook, options.year);
  let seen = options.no;
  let waiting: Entry[] = [];
  let editing = false;

  api.createWorkbook(snapshotOf(workbook));
  // The grid's own parts are there from the first workbook on.
  const typing = readTyping(engine, sheetOf, place);
  const selected = () => selectionIn(engine, sheetOf);
  const focus = (): void => engine.univer.__getInjector().get(ILayoutService).focus();
  const warnings = warningsIn(engine, sheetOf, selected, options.ask, focus);
  const paste = pasteInto({ engine, selected, typing, place, say });
  const change = (sheet: Sheet) => {
    const request = queue.next();
    return { page: PAGE, request, user: user(), seen, sheet: sheet.id };
  };
  const request = (path: string, sheet: Sheet, fields: object): void => {
    const body = { ...change(sheet), ...fields };
    queue.add({ path, body, request: body.request, refused: say });
  };
  const tools = toolsOf({ engine, sheetOf, selected, request, mayChange: warnings.mayChange, say });

  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (event.options?.fromCollab) return;
    const { id, params } = event;
    const taken = [paste, tools].some((one) => one.takesOver(id, params));
    if (taken || isSwitchedOff(id) || warnings.stops(id, params)) event.cancel = true;
  });
  function restore(sheet: number, cells: readonly { row: number; column: number }[]): void {
    const model = workbook.sheets.find(({ id }) => id === sheet);
    const cellValue: Record<number, Record<number, object>> = {};
    for (const { row, column } of cells)
      (cellValue[row] ??= {})[column] = gridCell(model?.cells[row]?.[column]);
    const target = { unitId: UNIT, subUnitId: gridId(sheet), cellValue };
    api.syncExecuteCommand(SET_VALUES, target, { fromCollab: true });
  }

  function entered(sheet: Sheet, cells: ChangedCell[]): void {
    for (const { row, column, values } of blocksOf(cells)) {
      const body = { ...change(sheet), row, column, values };
      const { request } = body;
      const block = values.flatMap((line, i) => line.map((_, j) => ({ row: row + i, column: column + j })));
      for (const cell of block) pending.mark(sheet.id, cell.row, cell.column, request);
      const refused = (sentence: string): void => {
        const mine = block.filter((cell) => pending.isPending(sheet.id, cell.row, cell.column));
        pending.answered(request);
        restore(
          sheet.id,
          mine.filter((cell) => !pending.isPending(sheet.id, cell.row, cell.column)),
        );
        say(sentence);
      };
      queue.add({ path: "/api/edit", body, request, refused });
    }
  }

  const formulas = formulaValues(engine, workbook, (sheet, cells) => {
    const body = { ...change(sheet), cells };
    queue.add({ path: "/api/calculated", body, request: body.request, refused: () => {} });
  });
  watchEdits({ engine, sheetOf, typing, place, entered, calculated: formulas.report });

  /** The page's own copy of the workbook changes first; the grid then shows what differs. */
  function takeNow(entry: Entry): void {
    if (entry.no <= seen) return;
    if (entry.by && entry.by.page === PAGE) pending.answered(entry.by.request);
    const mine = entry.by?.page === PAGE;
    let anew = false;
    for (const operation of entry.operations) {
      const id = "sheet" in operation && typeof operation.sheet === "number" ? operation.sheet : null;
      const find = () => workbook.sheets.find((sheet) => sheet.id === id);
      const before = snapshotFor(operation, find());
      apply(workbook, NO_STATE, operation);
      pending.move(operation);
      if (!anew) anew = !incoming.show(operation, { before, after: find(), mine });
    }
    seen = entry.no;
    if (anew) drawAnew();
    else incoming.flush();
    if (entry.operations.some(({ op }) => op === "cells")) formulas.report();
  }

  /** What a person filters by is known to the page alone. */
  function criteria(): Record<string, unknown> {
    const filters = engine.univer.__getInjector().get(SheetsFilterService);
    const models = workbook.sheets.map(({ id, filter }) => {
      const model = filter && filters.getFilterModel(UNIT, gridId(id));
      return [gridId(id), model ? { ...model.serialize(), ref: rangeOf(filter) } : undefined] as const;
    });
    return Object.fromEntries(models.filter(([, model]) => model !== undefined));
  }

  function drawAnew(): void {
    const active = api.getActiveWorkbook()?.getActiveSheet();
    const range = active?.getActiveRange()?.getRange();
    const filters = criteria();
    api.disposeUnit(UNIT);
    const book = api.createWorkbook(snapshotOf(workbook, filters));
    const sheet = active ? book.getSheetBySheetId(active.getSheetId()) : null;
    if (sheet && sheetOf(sheet.getSheetId())?.hidden === false) {
      book.setActiveSheet(sheet);
      if (range) sheet.getRange(range.startRow, range.startColumn).activate();
    }
    options.tabsChanged();
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
  api.addEvent(api.Event.ActiveSheetChanged, () => options.tabsChanged());

  return {
    workbook,
    seen: () => seen,
    take(entry) {
      if (editing && (waiting.length > 0 || movesThings(entry))) waiting.push(entry);
      else takeNow(entry);
    },
    openTab(sheet) {
      const book = api.getActiveWorkbook();
      const tab = book?.getSheetBySheetId(gridId(sheet));
      if (book && tab) book.setActiveSheet(tab);
    },
    selection() {
      const at = selected();
      return at ? hostSelection(at) : undefined;
    },
    select({ sheet, row, column, rows, columns }) {
      const tab = workbook.sheets.find(({ name }) => name === sheet);
      const book = api.getActiveWorkbook();
      const grid = tab && book?.getSheetBySheetId(gridId(tab.id));
      if (!grid || !book) return;
      book.setActiveSheet(grid);
      grid.getRange(row - 1, column - 1, rows, columns).activate();
    },
    use: tools.use,
    focus,
    activeTab() {
      const id = api.getActiveWorkbook()?.getActiveSheet()?.getSheetId();
      return id === undefined ? null : Number(id);
    },
  };
}

const movesThings = ({ operations }: Entry): boolean =>
  operations.some(({ op }) => op !== "cells" && op !== "style");

/** The tab as it was, as far as showing the operation needs it. */
const snapshotFor = (operation: Operation, sheet: Sheet | undefined): Sheet | undefined =>
  sheet && (operation.op === "cells" ? sheet : structuredClone({ ...sheet, cells: {} }));
