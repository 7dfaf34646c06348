/** The grid of a workbook that lives on the host: entries go there, news come from there. */
import { ILayoutService } from "@univerjs/preset-sheets-core";
import type { Sheet, Workbook } from "../../model/model";
import type { Selection } from "../../run/screen";
import type { Entry } from "../../server/protocol";
import { drawingOf } from "./drawing";
import { startEngine } from "./engine";
import type { Request } from "./entering";
import { enteringInto } from "./entering";
import { formulaValues } from "./formulas";
import { incomingInto } from "./incoming";
import { nameFields } from "./names";
import { watchEdits } from "./outgoing";
import { pasteInto } from "./paste";
import { pendingCells } from "./pending";
import type { Queue } from "./queue";
import { PAGE } from "./queue";
import { hostSelection, rangeFrom, selectionIn } from "./selection";
import { gridId } from "./snapshot";
import type { Steps } from "./steps";
import { stepsBack } from "./steps";
import { isSwitchedOff } from "./switchedOff";
import { takingFrom } from "./taking";
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

export function sheetGrid({ workbook, queue, say, user, ...options }: GridOptions): SheetGrid {
  const engine = startEngine(options.container);
  nameFields(options.container);
  const { api } = engine;
  const sheetOf = (id: string): Sheet | undefined => workbook.sheets.find((s) => gridId(s.id) === id);
  const pending = pendingCells();
  /** Requests that change a tab as a whole, and that their person can take back. */
  const whole = new Set<number>();

  const request: Request = (path, sheet, fields, refused = say) => {
    const number = queue.next();
    const change = { page: PAGE, request: number, user: user(), seen: taking.seen(), sheet: sheet.id };
    queue.add({ path, body: { ...change, ...fields }, request: number, refused });
    return number;
  };
  const drawing = drawingOf({
    engine,
    workbook,
    isEditing: () => taking.isEditing(),
    tabsChanged: options.tabsChanged,
  });
  const taking = takingFrom({
    engine,
    workbook,
    no: options.no,
    pending,
    incoming: incomingInto(engine, pending.isPending),
    drawing,
    steps: (): Steps => steps,
    isWhole: (number) => whole.delete(number),
    cellsChanged: () => formulas.report(),
    rowsMoved: () => formulas.reportMoved(),
  });
  const formulas = formulaValues(engine, workbook, (sheet, cells) => {
    request("/api/calculated", sheet, { cells }, () => {});
  });

  drawing.begin();
  // The grid's own parts are there from the first workbook on.
  const place = placesIn(() => workbook, options.year);
  const typing = readTyping(engine, sheetOf, place);
  const selected = () => selectionIn(engine, sheetOf);
  const focus = (): void => engine.univer.__getInjector().get(ILayoutService).focus();
  const warnings = warningsIn(engine, sheetOf, selected, options.ask, focus);
  const paste = pasteInto({ engine, selected, typing, place, say });
  const steps = stepsBack(engine, request);
  const tools = toolsOf({
    engine,
    sheetOf,
    selected,
    request: (path, sheet, fields) => void whole.add(request(path, sheet, fields)),
    mayChange: warnings.mayChange,
    say,
  });
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (event.options?.fromCollab) return;
    const { id, params } = event;
    const taken = [paste, tools].some((one) => one.takesOver(id, params));
    if (taken || isSwitchedOff(id) || warnings.stops(id, params)) event.cancel = true;
  });
  const entered = enteringInto({ engine, workbook, pending, request, say });
  watchEdits({ engine, sheetOf, typing, place, entered, calculated: formulas.report });

  return {
    workbook,
    seen: taking.seen,
    take: taking.take,
    openTab: (sheet) => drawing.openTab(sheet),
    activeTab: drawing.activeTab,
    selection() {
      const at = selected();
      return at ? hostSelection(at) : undefined;
    },
    select(selection) {
      const tab = workbook.sheets.find(({ name }) => name === selection.sheet);
      if (tab) drawing.openTab(tab.id, rangeFrom(selection));
    },
    use: tools.use,
    focus,
  };
}
