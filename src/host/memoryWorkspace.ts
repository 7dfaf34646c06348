/** A workspace in memory, for tests: what was kept survives `afterKill`, what was only pending does not. */
import { apply } from "./apply";
import { newState, newWorkbook } from "./blank";
import type { Operation, State, Workbook } from "./model";
import type { Workspace } from "./workspace";

export interface MemoryWorkspace extends Workspace {
  readonly mails: { name: string; eml: string }[];
  /** The workspace that the next process would find if this one died now. */
  afterKill(): MemoryWorkspace;
}

export interface Start {
  workbook: Workbook;
  state: State;
  mails?: { name: string; eml: string }[];
}

export function memoryWorkspace(
  start: Start = { workbook: newWorkbook(), state: newState() },
): MemoryWorkspace {
  const { workbook, state } = structuredClone({ workbook: start.workbook, state: start.state });
  const mails = [...(start.mails ?? [])];
  const kept: Operation[] = [];
  return {
    workbook,
    state,
    mails,
    keep: (operations) => void kept.push(...structuredClone([...operations])),
    putMail(eml) {
      const name = `outbox/${String(mails.length + 1).padStart(4, "0")}.eml`;
      mails.push({ name, eml });
      return name;
    },
    afterKill() {
      const again = structuredClone({ workbook: start.workbook, state: start.state });
      for (const operation of kept) apply(again.workbook, again.state, operation);
      return memoryWorkspace({ ...again, mails });
    },
    close: () => Promise.resolve(),
  };
}
