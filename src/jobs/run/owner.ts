/** Whose the automation is. */
import type { Run } from "./job";
import type { Settings } from "../../domain/tables/settings";

/** The documents belong to the automation's owner, once there is one. */
export const isOthers = (run: Run, { automation, owner }: Settings): boolean =>
  automation && owner.toLowerCase() !== run.by.toLowerCase();
