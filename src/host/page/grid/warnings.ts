/** Where the add-on alone should write, a person is asked first, as on Google. */
import type { IRange } from "@univerjs/core";
import { meet } from "../../model/grid";
import type { Area, Sheet } from "../../model/model";
import type { Engine } from "./engine";
import type { Selected } from "./selection";
import { gridId } from "./snapshot";

/** So long nobody is asked again about a tab. Milliseconds. */
const AGREED_MS = 5 * 60_000;

/** Commands that write where the selection is. */
const WRITING = new Set([
  "sheet.command.set-range-values",
  "sheet.command.clear-selection-content",
  "sheet.command.auto-fill",
]);

export interface Warnings {
  /** Asks where it has to. */
  mayChange(sheet: Sheet, ranges: readonly IRange[]): Promise<boolean>;
  /** Stops a command of the grid's own where the person has to be asked; it goes on when they agree. */
  stops(id: string, params: unknown): boolean;
}

export type AskPerson = (question: { title: string; text: string; yes: string }) => Promise<boolean>;

const areaOf = (r: IRange): Area => ({
  row: r.startRow,
  column: r.startColumn,
  lastRow: r.endRow,
  lastColumn: r.endColumn,
});

export function warningsIn(
  engine: Engine,
  sheetOf: (id: string) => Sheet | undefined,
  selected: () => Selected | null,
  ask: AskPerson,
  focus: () => void,
): Warnings {
  const { api } = engine;
  const agreed = new Map<number, number>();

  /** What the tab says about itself where the ranges are guarded; null where they are free. */
  function guardOf(sheet: Sheet, ranges: readonly IRange[]): string | null {
    if ((agreed.get(sheet.id) ?? 0) > Date.now()) return null;
    const guard = sheet.protections.find(
      ({ warningOnly, area, unprotected = [] }) =>
        warningOnly &&
        ranges.some((range) => {
          if (area) return meet(areaOf(range), area);
          return !unprotected.some((free) => meet(areaOf(range), free));
        }),
    );
    return guard ? guard.description || "This part of the tab is protected." : null;
  }

  async function mayChange(sheet: Sheet, ranges: readonly IRange[]): Promise<boolean> {
    const guard = guardOf(sheet, ranges);
    if (guard === null) return true;
    const yes = await ask({
      title: "This part should not be changed by accident",
      text: `${guard.replace(/\.$/, "")}. What you type here may be overwritten at the next run. You will not be asked about this tab again for five minutes.`,
      yes: "Edit anyway",
    });
    if (yes) agreed.set(sheet.id, Date.now() + AGREED_MS);
    return yes;
  }

  function stops(id: string, params: unknown): boolean {
    if (!WRITING.has(id)) return false;
    const given = (params ?? {}) as { subUnitId?: string; range?: IRange };
    const at = selected();
    const sheet = given.subUnitId === undefined ? at?.sheet : sheetOf(given.subUnitId);
    const range = given.range ?? at?.range;
    if (!sheet || !range || guardOf(sheet, [range]) === null) return false;
    void mayChange(sheet, [range]).then((yes) => {
      if (yes) void api.executeCommand(id, params as object);
    });
    return true;
  }

  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    const { row, column, worksheet } = event;
    const sheet = sheetOf(worksheet.getSheetId());
    const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    if (!sheet || guardOf(sheet, [cell]) === null) return;
    event.cancel = true;
    // The letter that began it is in the editor already; going to the cell again takes it out.
    void mayChange(sheet, [cell]).then(() => {
      const tab = api.getActiveWorkbook()?.getSheetBySheetId(gridId(sheet.id));
      tab?.getRange(row, column).activate();
      focus();
    });
  });

  return { mayChange, stops };
}
