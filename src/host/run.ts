/** The beginning of an execution: its clock, its Date, its limits, and the services made for it. */
import type { Counter } from "./calls";
import { wrapper } from "./calls";
import { TimedOut } from "./errors";
import type { Execution } from "./execution";
import { writing } from "./execution";
import type { HostOptions } from "./host";
import { lockService } from "./lockService";
import { logs } from "./logs";
import { HostMailApp } from "./mailApp";
import type { Realm } from "./realm";
import { realmOf } from "./realm";
import { scriptApp } from "./scriptApp";
import { session } from "./session";
import { HostSpreadsheetApp } from "./spreadsheet";
import { utilities } from "./utilities";
import type { Workspace } from "./workspace";

const RUN_MS = 6 * 60_000;
const SIMPLE_RUN_MS = 30_000;
const CONSUMER_QUOTA = 100;

/** `timed` puts Google's limit on how long the run may take. */
export function beginExecution(workspace: Workspace, options: HostOptions, timeZone: string, timed: boolean) {
  const { hook = {}, log = (line: string) => console.error(line), mode = "menu" } = options;
  const { now, sleep } = clockOf(options.now);
  const counter: Counter = { calls: {}, total: 0, cells: 0, death: null };
  const globals: Record<string, unknown> = {};
  const realm: Realm = realmOf(globals);
  const lines: string[] = [];
  const ends = now().getTime() + (mode === "simple" ? SIMPLE_RUN_MS : RUN_MS);
  const checkTime = (): void => {
    if (timed && now().getTime() > ends) throw new TimedOut();
  };
  const execution: Execution = {
    workspace,
    mode,
    user: options.user ?? workspace.state.user,
    now,
    sleep,
    Date: dateClass(now),
    timeZone,
    wrap: wrapper({ counter, hook, realm, checkTime }),
    counter,
    mailQuota: options.mailQuota ?? CONSUMER_QUOTA,
    log(line) {
      lines.push(line);
      log(line);
    },
    menu: [],
    toasts: [],
    activeSheet: null,
    ...writing(workspace),
  };
  return { execution, globals: Object.assign(globals, servicesOf(execution)), realm, lines };
}

const servicesOf = (execution: Execution): Record<string, unknown> => ({
  Date: execution.Date,
  SpreadsheetApp: execution.wrap("SpreadsheetApp", new HostSpreadsheetApp(execution)),
  MailApp: execution.wrap("MailApp", new HostMailApp(execution)),
  LockService: lockService(execution),
  ScriptApp: scriptApp(execution),
  Session: session(execution),
  Utilities: utilities(execution),
  ...logs(execution),
});

/** The machine's clock, one given, or one held still; a run's sleeping moves it on for that run. */
function clockOf(given: HostOptions["now"]): Pick<Execution, "now" | "sleep"> {
  let slept = 0;
  const base =
    typeof given === "function" ? given : given === undefined ? () => new Date() : () => new Date(given);
  return {
    now: () => new Date(base().getTime() + slept),
    sleep(ms) {
      slept += ms;
    },
  };
}

/** The host's Date: the same in the bundle's world and in the services', its clock the host's. */
function dateClass(now: () => Date): DateConstructor {
  class HostDate extends Date {
    constructor(...args: []) {
      if (args.length === 0) super(now().getTime());
      else super(...args);
    }
    static override now = (): number => now().getTime();
  }
  Object.defineProperty(HostDate, "name", { value: "Date" });
  // Without `new`, Date gives a text.
  const proxy = new Proxy(HostDate, { apply: () => new HostDate().toString() });
  Object.defineProperty(HostDate.prototype, "constructor", { value: proxy });
  return proxy as unknown as DateConstructor;
}
