/** Session: who the run acts for, and who is at the keyboard, where Google says. */
import type { Execution } from "../run/execution";
import { FULL, needs } from "../run/rights";
import type { Service } from "../run/service";
import type { Has } from "../run/used";

const SESSION = { getActiveUser: "", getEffectiveUser: "", getScriptTimeZone: "" };
const USER = { getEmail: "" };

declare module "../run/used" {
  interface Hosts {
    User: [GoogleAppsScript.Base.User, HostUser];
  }
}

export type HostUser = Has<GoogleAppsScript.Base.User, typeof USER>;

export const userOf = (execution: Execution, email: string): HostUser =>
  execution.wrap("User", { getEmail: () => email });

function made(execution: Execution): object {
  /** Without authorisation Google tells a script no address. */
  const account = (method: string, isTold: boolean): HostUser => {
    if (isTold) needs(execution, `Session.${method}`, FULL, "userinfo.email");
    return userOf(execution, isTold ? execution.user : "");
  };
  const own: Has<GoogleAppsScript.Base.Session, typeof SESSION> = {
    getEffectiveUser: () => account("getEffectiveUser", FULL.includes(execution.mode)),
    getActiveUser: () => account("getActiveUser", execution.mode === "menu"),
    getScriptTimeZone: () => execution.timeZone,
  };
  return execution.wrap("Session", own);
}

export const session: Service = {
  name: "Session",
  objects: { Session: { methods: SESSION }, User: { methods: USER, home: "" } },
  make: made,
};
