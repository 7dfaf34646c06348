/** What Google hands a function that a trigger starts, where the caller gave it nothing. */
import { AuthMode } from "./enums";
import type { Execution } from "./execution";
import { HostSpreadsheet } from "./spreadsheet";

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
  const source = execution.wrap("Spreadsheet", new HostSpreadsheet(execution));
  const authMode = mode === "menu" ? AuthMode.FULL : AuthMode.LIMITED;
  return [{ authMode, source, user: execution.wrap("User", { getEmail: () => "" }) }];
}
