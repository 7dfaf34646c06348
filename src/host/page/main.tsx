/** The page begins here. */
import { ask, listen } from "./link";
import type { Opened } from "../server/protocol";
import { sheetGrid } from "./grid/sheetGrid";
import { changeQueue } from "./grid/queue";
const t0 = performance.now();
const opened = await ask<Opened>("/api/open", { user: "" });
document.getElementById("page")!.innerHTML = '<div id="grid" style="height:100vh"></div>';
const queue = changeQueue((n) => ((window as any).waiting = n));
const grid = sheetGrid({
  container: "grid",
  workbook: opened.workbook,
  no: opened.no,
  user: () => opened.user,
  year: () => 2026,
  queue,
  say: (s) => console.warn(s),
  tabsChanged: () => {},
});
(window as any).grid = grid;
(window as any).tGrid = performance.now() - t0;
void listen({
  after: grid.seen,
  onNews: (n) => {
    if (n.kind === "entry") grid.take(n.entry);
  },
  onLine: () => {},
});
