/**
 * The beginning and the end of an execution: its clock, its Date, its limits, the services made for it, its
 * last flush.
 */
import type { Counter } from "../run/calls";
import { wrapper } from "../run/calls";
import { isProcessDeath, TimedOut } from "../run/errors";
import type { Execution } from "../run/execution";
import { objectsOf } from "../run/service";
import { writing } from "../run/writing";
import { SERVICES } from "./services";
import type { HostOptions } from "./options";
import type { Program } from "./program";
import type { Realm } from "../run/realm";
import { realmOf } from "../run/realm";
import { addressOf } from "../run/rights";
import { selectedFrom } from "../sheets/selection";
import type { Workspace } from "../model/workspace";

const OBJECTS = objectsOf(SERVICES);

const RUN_MS = 6 * 60_000;
const SIMPLE_RUN_MS = 30_000;
const CONSUMER_QUOTA = 100;
const CONSUMER_FILES = 250;

/** An execution with its services, and the lines it logged. */
export interface Begun {
  execution: Execution;
  globals: Record<string, unknown>;
  realm: Realm;
  lines: string[];
}

/** `timed` puts Google's limit on how long the run may take. */
export function beginExecution(
  workspace: Workspace,
  options: HostOptions,
  program: Program,
  timed: boolean,
): Begun {
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
  const user = options.user ?? workspace.state.user;
  const execution: Execution = {
    workspace,
    mode,
    user,
    now,
    sleep,
    Date: dateClass(now),
    timeZone: program.timeZone,
    folder: program.folder,
    grant: { declared: program.scopes, denied: (options.denied ?? []).map(addressOf) },
    wrap: wrapper({ counter, hook, realm, checkTime, objects: OBJECTS }),
    document: options.document ?? true,
    counter,
    mailQuota: options.mailQuota ?? CONSUMER_QUOTA,
    fileQuota: options.fileQuota ?? CONSUMER_FILES,
    log(line) {
      lines.push(line);
      log(line);
    },
    menu: [],
    toasts: [],
    shown: [],
    selected: selectedFrom(workspace.workbook, options.selection),
    ...writing(workspace, user),
  };
  return { execution, globals: Object.assign(globals, servicesOf(execution, program)), realm, lines };
}

/**
 * Does an execution's work and ends it as Google would: what is pending is written, its locks are released.
 */
export function finished<T>(begun: Begun, work: (begun: Begun) => T): T {
  const { execution } = begun;
  const { counter } = execution;
  try {
    const result = work(begun);
    if (counter.death) throw counter.death;
    execution.flush();
    return result;
  } catch (error) {
    // Google writes what is pending when a script throws or takes too long; a dead process writes nothing.
    if (isProcessDeath(counter.death)) execution.drop();
    else execution.flush();
    throw counter.death ?? error;
  } finally {
    for (const { atEnd } of SERVICES) atEnd?.(execution);
  }
}

/** Without a manifest that enables an advanced service Google has no such name. */
const servicesOf = (execution: Execution, { advanced }: Program): Record<string, unknown> => ({
  Date: execution.Date,
  ...Object.fromEntries(
    SERVICES.filter((service) => !service.advanced || (advanced?.includes(service.name) ?? true)).map(
      (service) => [service.name, service.make(execution)],
    ),
  ),
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
