/** Every job of a week, early and late in the school year, for a hub of some size. */
import { addDays } from "../../domain/words/days";
import type { Host, Mode } from "../../host/host";
import { createHost } from "../../host/host";
import type { MemoryWorkspace } from "../../host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import type { DemoSize } from "../workspaces";
import { fillWithDemo } from "../workspaces";
import type { Row } from "./row";
import { cpuMs, median } from "./row";

/** The demo's Friday in that week of its school year. */
export const FRIDAYS = { 10: "2026-11-20", 38: "2027-07-09" } as const;
export type Week = keyof typeof FRIDAYS;
export const SIZES = { 20: "small", 120: "large", 500: "huge" } as const satisfies Record<number, DemoSize>;
export type Pupils = keyof typeof SIZES;

const RUNS = 3;

/** Each job from the state in which it finds something to do, that many days after the Friday. */
type Job = [name: string, days: number, time: string, mode: Mode, act: (host: Host) => unknown];
const sweep = (host: Host): unknown => host.call("hourlySweep");
const JOBS: Job[] = [
  ["weekly update", 0, "16:40", "trigger", sweep],
  ["idle hour", 0, "17:40", "trigger", sweep],
  ["evening check", 0, "18:10", "trigger", sweep],
  ["Monday's rows and check", 3, "07:10", "trigger", sweep],
  ["chasing blanks", 7, "14:10", "trigger", sweep],
  ["Prepare workbook", 3, "09:00", "menu", (host) => host.call("prepareWorkbook")],
  ["Check what I pasted", 3, "09:00", "menu", (host) => host.call("checkPasted")],
  ["Make this week's rows", 3, "09:00", "menu", (host) => host.call("makeThisWeeksRows")],
  ["Refresh the Overview", 3, "09:00", "menu", (host) => host.call("refreshOverview")],
  ["Preview weekly update", 3, "09:00", "menu", (host) => host.call("previewWeeklyUpdate")],
  ["Held mail", 3, "09:00", "menu", (host) => host.call("heldMail")],
  ["Confirm contacts", 3, "09:00", "menu", (host) => host.call("confirmContacts")],
  ["Automation", 3, "09:00", "menu", (host) => host.call("automation")],
  ["opening the workbook", 3, "09:00", "simple", (host) => host.call("onOpen")],
  ["deterioration of the year", 3, "18:10", "trigger", sweep],
  ["a grade typed", 3, "09:00", "menu", (host) => host.edit("Weekly grades", 2, 5, [["g"]])],
  ["an edit elsewhere", 3, "09:00", "menu", (host) => host.edit("Pupils", 2, 9, [["draws"]])],
];
/** Jobs whose effect the next ones start from; the others run on a copy. */
const LASTING = 4;

export function jobs(size: Pupils, week: Week): Row[] {
  const friday = FRIDAYS[week];
  let workspace: MemoryWorkspace = memoryWorkspace();
  const { owner } = fillWithDemo(workspace, { size: SIZES[size], seed: 1, now: `${friday}T16:40` });
  return JOBS.map(([name, days, time, mode, act], i) => {
    const now = `${addDays(friday, days)}T${time}`;
    const runs = Array.from({ length: RUNS }, () => {
      const copy = memoryWorkspace(workspace);
      const host = createHost(copy, { now, user: owner, mode, log: () => {}, mailQuota: 1500 });
      return { ms: cpuMs(() => act(host)), host, copy };
    });
    const [last] = runs.slice(-1);
    if (last && i < LASTING) workspace = memoryWorkspace(last.copy);
    const { total: calls = 0, cells = 0 } = last?.host ?? {};
    return { name, size, week, calls, cells, ms: Math.round(median(runs.map(({ ms }) => ms))) };
  });
}
