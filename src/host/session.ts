/** Session: who the run acts for, and who is at the keyboard, where Google says. */
import type { Execution } from "./execution";
import { FULL } from "./rights";

export interface HostUser {
  getEmail(): string;
}

export const userOf = (execution: Execution, email: string): HostUser =>
  execution.wrap("User", { getEmail: () => email });

export function session(execution: Execution) {
  return execution.wrap("Session", {
    // Without authorisation Google tells a script no address.
    getEffectiveUser: () => userOf(execution, FULL.includes(execution.mode) ? execution.user : ""),
    getActiveUser: () => userOf(execution, execution.mode === "menu" ? execution.user : ""),
    getScriptTimeZone: () => execution.timeZone,
  });
}
