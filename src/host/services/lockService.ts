/**
 * LockService: locks hold scripts, so all executions over a workspace in this program share one of each kind.
 */
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import { hasDocument } from "../run/rights";
import type { Service } from "../run/service";
import type { Has } from "../run/used";
import type { Workspace } from "../model/workspace";

const LOCK = { tryLock: "n", waitLock: "n", hasLock: "", releaseLock: "" };
const LOCK_SERVICE = { getDocumentLock: "", getScriptLock: "" };

type Kind = "document" | "script";
const holders = {
  document: new WeakMap<Workspace, Execution>(),
  script: new WeakMap<Workspace, Execution>(),
};

function releaseLocks(execution: Execution): void {
  for (const kind of ["document", "script"] as const) release(execution, kind);
}

function release(execution: Execution, kind: Kind): void {
  if (holders[kind].get(execution.workspace) === execution) holders[kind].delete(execution.workspace);
}

class HostLock implements Has<GoogleAppsScript.Lock.Lock, typeof LOCK> {
  readonly #execution: Execution;
  readonly #kind: Kind;

  constructor(execution: Execution, kind: Kind) {
    this.#execution = execution;
    this.#kind = kind;
  }

  tryLock(ms: number): boolean {
    if (ms < 0) return false;
    const { workspace } = this.#execution;
    const holder = holders[this.#kind].get(workspace);
    if (holder && holder !== this.#execution) {
      // The other run cannot go on meanwhile, so waiting for it is only time that passes.
      this.#execution.sleep(Math.max(0, ms));
      return false;
    }
    holders[this.#kind].set(workspace, this.#execution);
    return true;
  }

  waitLock(ms: number): void {
    if (!this.tryLock(ms))
      throw new Exception("Lock timeout: another process was holding the lock for too long.");
  }

  hasLock = (): boolean => holders[this.#kind].get(this.#execution.workspace) === this.#execution;
  releaseLock = (): void => release(this.#execution, this.#kind);
}

function made(execution: Execution) {
  const lock = (kind: Kind): HostLock => execution.wrap("Lock", new HostLock(execution, kind));
  return execution.wrap("LockService", {
    /** Null where the run has no document. */
    getDocumentLock: () => (hasDocument(execution) ? lock("document") : null),
    getScriptLock: () => lock("script"),
  });
}

export const lockService: Service = {
  name: "LockService",
  objects: { LockService: { methods: LOCK_SERVICE }, Lock: { methods: LOCK } },
  make: made,
  atEnd: releaseLocks,
};
