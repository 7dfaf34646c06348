/** What Google hands a function that a trigger starts. */
import { AuthMode } from "../services/authorizationInfo";
import type { Execution } from "../run/execution";
import type { Cell } from "../model/model";
import type { Edited } from "../sheets/edit";
import { userOf } from "../services/session";
import { SheetRef } from "../sheets/sheetRef";
import { HostSpreadsheet } from "../sheets/spreadsheet";

const SIMPLE = /^(onOpen|onEdit|onInstall|onSelectionChange)$/;

export function eventFor(name: string, execution: Execution): object[] {
  const { mode, now, user } = execution;
  if (mode === "trigger") {
    const trigger = execution.workspace.state.triggers.find((t) => t.handler === name && t.owner === user);
    const at = now();
    return [
      {
        authMode: AuthMode.FULL,
        triggerUid: trigger?.id ?? "",
        year: at.getUTCFullYear(),
        month: at.getUTCMonth() + 1,
        "day-of-month": at.getUTCDate(),
        "day-of-week": at.getUTCDay() || 7,
        hour: at.getUTCHours(),
        minute: at.getUTCMinutes(),
        second: at.getUTCSeconds(),
        timezone: "UTC",
      },
    ];
  }
  if (!SIMPLE.test(name)) return [];
  if (mode === "none") return [{ authMode: AuthMode.NONE }];
  return [inDocument(execution)];
}

const inDocument = (execution: Execution) => ({
  authMode: execution.mode === "menu" ? AuthMode.FULL : AuthMode.LIMITED,
  source: execution.wrap("Spreadsheet", new HostSpreadsheet(execution)),
  // Google tells a simple trigger no address.
  user: userOf(execution, ""),
});

/**
 * A cell in an event: a number unformatted, so that a date is its serial; a formula as typed. 5% -> "0.05"
 */
function textOf(cell: Cell): string {
  if (cell.f) return cell.f;
  return typeof cell.v === "boolean" ? String(cell.v).toUpperCase() : String(cell.v);
}

export function editEvent(execution: Execution, { sheet, area, before, after }: Edited): object {
  const isSingle = area.row === area.lastRow && area.column === area.lastColumn;
  return {
    ...inDocument(execution),
    range: new SheetRef(execution, sheet).chosen(area),
    ...(isSingle && after ? { value: textOf(after) } : {}),
    ...(isSingle && before ? { oldValue: textOf(before) } : {}),
  };
}
