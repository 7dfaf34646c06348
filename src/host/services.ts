/** The smaller services: LockService, ScriptApp, Session, Utilities, Logger and console. */
import { createHash, randomUUID } from "node:crypto";
import { Exception } from "./calls";
import type { Execution } from "./execution";
import { FULL, needs } from "./execution";
import type { ClockTrigger } from "./model";
import type { Workspace } from "./workspace";

/** Who holds a workspace's document lock: locks hold scripts, so all executions over it share one. */
const holders = new WeakMap<Workspace, Execution>();

export function releaseLock(execution: Execution): void {
  if (holders.get(execution.workspace) === execution) holders.delete(execution.workspace);
}

export function lockService(execution: Execution) {
  const lock = {
    tryLock(ms: number): boolean {
      if (typeof ms !== "number") throw new Exception("Invalid argument: timeoutInMillis");
      const holder = holders.get(execution.workspace);
      if (holder && holder !== execution) return false;
      holders.set(execution.workspace, execution);
      return true;
    },
    waitLock(ms: number): void {
      if (!lock.tryLock(ms))
        throw new Exception("Lock timeout: another process was holding the lock for too long.");
    },
    hasLock: (): boolean => holders.get(execution.workspace) === execution,
    releaseLock: (): void => releaseLock(execution),
  };
  return execution.wrap("LockService", { getDocumentLock: () => execution.wrap("Lock", lock) });
}

const MAX_TRIGGERS = 20;

class HostTrigger {
  constructor(readonly model: ClockTrigger) {}
  getUniqueId = (): string => this.model.id;
  getHandlerFunction = (): string => this.model.handler;
  getEventType = (): string => "CLOCK";
}

export function scriptApp(execution: Execution) {
  const { state } = execution.workspace;
  const mine = (): ClockTrigger[] => state.triggers.filter((t) => t.owner === execution.user);
  const keep = (triggers: ClockTrigger[]): void => {
    execution.change({ op: "state", set: { triggers } });
  };
  const allowed = (what: string) => needs(execution, `ScriptApp.${what}`, FULL);

  const builder = (handler: string) => {
    let everyHours = 0;
    const clock = {
      everyHours(n: number) {
        if (!(n >= 1))
          throw new Exception("The recurrence interval for an Add-on trigger must be at least one hour.");
        everyHours = n;
        return wrapped;
      },
      create() {
        if (mine().length >= MAX_TRIGGERS)
          throw new Exception(
            "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
          );
        const made = { id: randomUUID(), handler, owner: execution.user, everyHours };
        keep([...state.triggers, made]);
        return execution.wrap("Trigger", new HostTrigger(made));
      },
    };
    const wrapped: typeof clock = execution.wrap("ClockTriggerBuilder", clock);
    return execution.wrap("TriggerBuilder", { timeBased: () => wrapped });
  };

  return execution.wrap("ScriptApp", {
    getProjectTriggers() {
      allowed("getProjectTriggers");
      return mine().map((model) => execution.wrap("Trigger", new HostTrigger(model)));
    },
    deleteTrigger(trigger: HostTrigger) {
      allowed("deleteTrigger");
      keep(state.triggers.filter((t) => t.id !== trigger.getUniqueId()));
    },
    newTrigger(handler: string) {
      allowed("newTrigger");
      return builder(handler);
    },
  });
}

export function session(execution: Execution) {
  const user = (email: string) => execution.wrap("User", { getEmail: () => email });
  return execution.wrap("Session", {
    getEffectiveUser: () => user(execution.user),
    getActiveUser: () => user(execution.mode === "menu" ? execution.user : ""),
    getScriptTimeZone: () => execution.workspace.workbook.timeZone,
  });
}

export function utilities(execution: Execution) {
  return execution.wrap("Utilities", {
    DigestAlgorithm: { SHA_256: "sha256", MD5: "md5", SHA_1: "sha1" },
    Charset: { UTF_8: "utf8", US_ASCII: "ascii" },
    /** Bytes as Google gives them: signed, -128 to 127. */
    computeDigest: (algorithm: string, text: string, charset: BufferEncoding = "utf8"): number[] =>
      [...createHash(algorithm).update(Buffer.from(text, charset)).digest()].map((b) =>
        b > 127 ? b - 256 : b,
      ),
    getUuid: (): string => randomUUID(),
  });
}

const textOf = (args: readonly unknown[]): string =>
  args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ");

export function logs(execution: Execution) {
  const log = (...args: unknown[]): void => execution.log(textOf(args));
  return {
    console: execution.wrap("console", { log, info: log, warn: log, error: log }),
    Logger: execution.wrap("Logger", { log }),
  };
}
