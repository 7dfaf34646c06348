/** Session: who the run acts for, and who is at the keyboard, where Google says. */
import type { Execution } from "./execution";
import { FULL } from "./execution";

export function session(execution: Execution) {
  const user = (email: string) => execution.wrap("User", { getEmail: () => email });
  return execution.wrap("Session", {
    // Without authorisation Google tells a script no address.
    getEffectiveUser: () => user(FULL.includes(execution.mode) ? execution.user : ""),
    getActiveUser: () => user(execution.mode === "menu" ? execution.user : ""),
    getScriptTimeZone: () => execution.timeZone,
  });
}
