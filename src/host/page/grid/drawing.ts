/**
 * The whole workbook drawn, and drawn again where more than cells changed; the person stays where they were.
 */
import type { IRange } from "@univerjs/core";
import { SheetsFilterService } from "@univerjs/preset-sheets-filter";
import type { Sheet, Workbook } from "../../model/model";
import type { Engine } from "./engine";
import { rangeOf } from "./rules";
import { gridId, snapshotOf, UNIT } from "./snapshot";

export interface Drawing {
  /** Draws it for the first time. */
  begin(): void;
  /** Draws it once more as soon as nothing else is under way. */
  anew(): void;
  /** It is out of date until it is drawn: the grid can take nothing in. */
  isStale(): boolean;
  openTab(sheet: number, range?: IRange): void;
  activeTab(): number | null;
}

export interface DrawingOptions {
  engine: Engine;
  workbook: Workbook;
  /** While a person types, the grid is left as it is. */
  isEditing: () => boolean;
  /** The tabs, or which of them is open, have changed. */
  tabsChanged: () => void;
}

export function drawingOf({ engine, workbook, isEditing, tabsChanged }: DrawingOptions): Drawing {
  const { api, univer } = engine;
  let stale = false;
  let drawing = false;
  let open: number | null = null;

  const shownIn = (id: number | null): Sheet | undefined =>
    workbook.sheets.find((sheet) => sheet.id === id && !sheet.hidden) ??
    workbook.sheets.find((sheet) => !sheet.hidden);

  /** What a person filters by is known to the page alone. */
  function criteria(): Record<string, unknown> {
    const filters = univer.__getInjector().get(SheetsFilterService);
    const models = workbook.sheets.map(({ id, filter }) => {
      const model = filter && filters.getFilterModel(UNIT, gridId(id));
      return [gridId(id), model ? { ...model.serialize(), ref: rangeOf(filter) } : undefined] as const;
    });
    return Object.fromEntries(models.filter(([, model]) => model !== undefined));
  }

  function draw(filters: Record<string, unknown>, range?: IRange): void {
    drawing = true;
    api.createWorkbook(snapshotOf(workbook, filters));
    drawing = false;
    stale = false;
    const sheet = shownIn(open);
    if (sheet) openTab(sheet.id, range);
    tabsChanged();
  }

  function redraw(): void {
    if (!stale) return;
    // The person's entry is written first.
    if (isEditing()) return void setTimeout(redraw, 100);
    const range = api.getActiveWorkbook()?.getActiveSheet()?.getActiveRange()?.getRange();
    const filters = criteria();
    drawing = true;
    api.disposeUnit(UNIT);
    draw(filters, range);
  }

  function openTab(sheet: number, range?: IRange): void {
    const book = api.getActiveWorkbook();
    const tab = book?.getSheetBySheetId(gridId(sheet));
    if (!book || !tab) return;
    open = sheet;
    book.setActiveSheet(tab);
    if (range)
      tab
        .getRange(
          range.startRow,
          range.startColumn,
          range.endRow - range.startRow + 1,
          range.endColumn - range.startColumn + 1,
        )
        .activate();
  }

  api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
    if (drawing) return;
    open = Number(activeSheet.getSheetId());
    tabsChanged();
  });

  return {
    begin() {
      draw({});
    },
    anew() {
      if (stale) return;
      stale = true;
      setTimeout(redraw);
    },
    isStale: () => stale,
    openTab,
    activeTab: () => open,
  };
}
