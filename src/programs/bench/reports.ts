/**
 * Reports made run after run in one process, each run in a fresh copy of the same hub: what a hundred cost,
 * and what stays.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createHost } from "../../host/host";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import { fillWithDemo } from "../workspaces";
import { FRIDAYS } from "./jobs";
import type { Row } from "./row";
import { cpuMs } from "./row";

const HUNDRED = 100;
const MOST = 1000;

export function reports(): Row[] {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const [start, now] = [memoryWorkspace(), `${FRIDAYS[10]}T16:40`];
  const { owner: user } = fillWithDemo(start, { size: "large", seed: 1, now });
  const rows: Row[] = [];
  for (let made = 0; made < MOST;) {
    const host = createHost(memoryWorkspace(start), { now, user, log: () => {}, fileQuota: MOST });
    const ms = cpuMs(() => host.call("makeReports", "Autumn 2", "all"));
    const own = host.calls["Drive.Files.copy"] ?? 0;
    if (own < HUNDRED) throw new Error(`The large hub wants only ${own} reports.`);
    made += own;
    if (rows.length === 0) {
      const each = { calls: Math.round((host.total * HUNDRED) / own), ms: Math.round((ms * HUNDRED) / own) };
      rows.push({ name: "reports, of the first run", size: HUNDRED, week: 10, ...each });
    }
    collect();
    const mb = Math.round(process.memoryUsage().heapUsed / 1e6);
    rows.push({ name: "heap after so many reports", size: made, week: 10, mb });
  }
  return rows;
}
