/** A workspace in memory, for tests: what was kept survives `afterKill`, what was only pending does not. */
import { apply } from "../model/apply";
import { newState, newWorkbook } from "../model/blank";
import type { Operation, State, Workbook } from "../model/model";
import type { Workspace } from "../model/workspace";

export interface MemoryWorkspace extends Workspace {
  readonly mails: { name: string; eml: string }[];
  /** What is in drive/, by name. */
  readonly files: Map<string, Uint8Array>;
  /** How many operations were kept since it was made. */
  keptCount(): number;
  /**
   * The workspace that the next process would find if this one died now. Google may have written some of what
   * was pending: those that survived, in their order; one whose sheet did not is lost with it.
   */
  afterKill(survivors?: readonly Operation[]): MemoryWorkspace;
}

export interface Start {
  workbook: Workbook;
  state: State;
  mails?: { name: string; eml: string }[];
  files?: ReadonlyMap<string, Uint8Array>;
}

const hasItsSheet = ({ sheets }: Workbook, operation: Operation): boolean =>
  !("sheet" in operation) ||
  operation.op === "insertSheet" ||
  sheets.some(({ id }) => id === operation.sheet);

export function memoryWorkspace(
  start: Start = { workbook: newWorkbook(), state: newState() },
): MemoryWorkspace {
  const { workbook, state } = structuredClone({ workbook: start.workbook, state: start.state });
  const mails = [...(start.mails ?? [])];
  const files = new Map(start.files ?? []);
  const kept: Operation[] = [];
  const keep = (operations: readonly Operation[]): void =>
    void kept.push(...structuredClone([...operations]));
  return {
    workbook,
    state,
    mails,
    files,
    keep,
    fileNames: () => [...files.keys()],
    readFile: (name) => files.get(name) ?? null,
    putFile(name, bytes, operations) {
      files.set(name, Uint8Array.from(bytes));
      keep(operations);
    },
    removeFile(name, operations) {
      keep(operations);
      files.delete(name);
    },
    putMail(eml) {
      const name = `outbox/${String(mails.length + 1).padStart(4, "0")}.eml`;
      mails.push({ name, eml });
      return name;
    },
    keptCount: () => kept.length,
    afterKill(survivors = []) {
      const again = structuredClone({ workbook: start.workbook, state: start.state });
      for (const operation of kept) apply(again.workbook, again.state, operation);
      for (const operation of survivors)
        if (hasItsSheet(again.workbook, operation)) apply(again.workbook, again.state, operation);
      return memoryWorkspace({ ...again, mails, files });
    },
    close: () => Promise.resolve(),
  };
}
