/** Session: who the run acts for, and who is at the keyboard, where Google says. */
import type { Execution } from "../run/execution";
import { FULL, needs } from "../run/rights";

export interface HostUser {
  getEmail(): string;
}

export const userOf = (execution: Execution, email: string): HostUser =>
  execution.wrap("User", { getEmail: () => email });

export function session(execution: Execution) {
  /** Without authorisation Google tells a script no address. */
  const account = (method: string, isTold: boolean): HostUser => {
    if (isTold) needs(execution, `Session.${method}`, FULL, "userinfo.email");
    return userOf(execution, isTold ? execution.user : "");
  };
  return execution.wrap("Session", {
    getEffectiveUser: () => account("getEffectiveUser", FULL.includes(execution.mode)),
    getActiveUser: () => account("getActiveUser", execution.mode === "menu"),
    getScriptTimeZone: () => execution.timeZone,
  });
}
