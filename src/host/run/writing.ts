/**
 * What executions have written but not yet kept: applied at once, kept at the next flush, lost if the process
 * dies.
 */
import { apply } from "../model/apply";
import type { Operation } from "../model/model";
import type { Workspace } from "../model/workspace";
import type { Execution } from "./execution";
import { checkArea, checkWalls } from "./walls";

/**
 * What is applied but not kept, in the order in which it was applied: of all executions over the workspace,
 * because a journal replayed in another order would put rows elsewhere.
 */
const pending = new WeakMap<Workspace, Operation[]>();

/** What a death now would lose: a fault test chooses which of it Google had written already. */
export const pendingOf = (workspace: Workspace): readonly Operation[] => pending.get(workspace) ?? [];

export function writing(
  workspace: Workspace,
  user: string,
): Pick<Execution, "change" | "checkArea" | "flush" | "drop"> {
  const { workbook, state } = workspace;
  return {
    checkArea: (sheet, area) => checkArea(sheet, state, user, area),
    change(operation) {
      checkWalls(workbook, state, user, operation);
      apply(workbook, state, operation);
      const operations = pending.get(workspace);
      if (operations) operations.push(operation);
      else pending.set(workspace, [operation]);
    },
    flush() {
      const operations = pending.get(workspace);
      pending.delete(workspace);
      if (operations) workspace.keep(operations);
    },
    drop: () => void pending.delete(workspace),
  };
}
