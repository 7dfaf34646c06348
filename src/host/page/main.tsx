/**
 * The page begins here: its frame at once, the grid as soon as it is loaded, then the news of what happens.
 */
import { createRoot } from "react-dom/client";
import type { News, Opened } from "../server/protocol";
import { askWhichCounts, readLists, remembered } from "./actions";
import { setGrid, theGrid } from "./gridAccess";
import { ask, listen, TITLE } from "./link";
import { App, GRID } from "./panels/App";
import { watchF6 } from "./regions";
import { askPerson, change, page, say } from "./store";
import type { SheetGrid } from "./grid/sheetGrid";

const LISTS_SETTLE_MS = 150;

async function open(): Promise<void> {
  // Both at once: the grid's code is large.
  const [opened, { sheetGrid }, { changeQueue }] = await Promise.all([
    ask<Opened>("/api/open", { user: remembered() }),
    import("./grid/sheetGrid"),
    import("./grid/queue"),
  ]);
  change({ opened, user: opened.user, clock: opened.clock });
  for (const toast of opened.toasts) say(toast);
  document.title = `${opened.folder}: ${TITLE}`;
  const grid = sheetGrid({
    container: GRID,
    workbook: opened.workbook,
    no: opened.no,
    user: () => page().user,
    year: () => Number(page().clock?.now.slice(0, 4)),
    queue: changeQueue((waiting) => change({ waiting })),
    say: (sentence) => say(sentence, "refused"),
    ask: askPerson,
    tabsChanged: () => showTabs(theGrid()),
  });
  setGrid(grid);
  showTabs(grid);
  grid.focus();
  void listen({
    after: grid.seen,
    onNews: (news) => hear(news, grid),
    onLine(online) {
      change({ online });
      // Mails may have come while nothing could be heard.
      if (online) void readLists();
    },
  });
}

function showTabs(grid: SheetGrid | null): void {
  if (!grid) return;
  const tabs = grid.workbook.sheets.filter(({ hidden }) => !hidden);
  change({
    tabs: tabs.map(({ id, name, tabColour }) => ({ id, name, colour: tabColour })),
    activeTab: grid.activeTab(),
  });
}

let lists = 0;

function hear(news: News, grid: SheetGrid): void {
  switch (news.kind) {
    case "entry":
      return grid.take(news.entry);
    case "clock":
      return change({ clock: news.clock });
    case "run": {
      const { runs } = page();
      return runs ? change({ runs: [news.run, ...runs] }) : undefined;
    }
    case "mail":
      clearTimeout(lists);
      lists = window.setTimeout(() => void readLists(), LISTS_SETTLE_MS);
      return;
    case "notice":
      return say(news.text, "refused");
    case "outside":
      return void askWhichCounts();
    case "reload":
      return location.reload();
  }
}

watchF6();
const place = document.getElementById("page");
if (place) createRoot(place).render(<App />);
open().catch((error: unknown) =>
  change({
    failure: error instanceof Error ? error.message : "The workbook could not be opened.",
    panel: null,
  }),
);
