/** Opens a workspace for the local programs, making one with the invented demo hub where there is none. */
import { createHost } from "../host/host";
import type { FolderWorkspace } from "../host/workspace/folderWorkspace";
import { openWorkspace } from "../host/workspace/folderWorkspace";
import type { Workspace } from "../host/model/workspace";
import type { DemoHub } from "../demo/hub";
import { cellsOfDemo, demoHub } from "../demo/hub";
import type { Size as DemoSize } from "../demo/people";
import { OPENING } from "./product";

/** What people may ask for: a demo of that size, or an empty workbook to begin a hub of one's own in. */
export type HubSize = Exclude<DemoSize, "huge"> | "empty";
export type { DemoSize };

export interface Making {
  size: HubSize;
  seed: number;
  /** London time, `yyyy-mm-ddThh:mm`: the demo's Friday is the latest before it. */
  now: string;
}

export interface OpenedWorkspace {
  workspace: FolderWorkspace;
  /** The demo that was made, or null where the workspace was there, or is to begin empty. */
  made: DemoHub | null;
}

export async function openOrMake(folder: string, making: Making): Promise<OpenedWorkspace> {
  const workspace = await openWorkspace(folder, { ...OPENING, create: true });
  if (!workspace.isNew) return { workspace, made: null };
  const { size } = making;
  const made = size === "empty" ? null : fillWithDemo(workspace, { ...making, size });
  await workspace.save();
  return { workspace, made };
}

/** Which provider wants which format; "" is any that has none of that kind of its own. */
const DEMO_TEMPLATES: readonly (readonly [starter: string, provider: string])[] = [
  ["narrative-letter", ""],
  ["rag-grid", "P02"],
  ["primary", "P03"],
  ["one-page-summary", "P04"],
  ["la-return", "P01"],
  ["placement-review", "P05"],
  ["pep", ""],
  ["ehcp", ""],
  ["end-of-term", ""],
];

/** Prepares the workbook with the bundle itself, then puts the demo's rows under the headings. */
export function fillWithDemo(
  workspace: Workspace,
  making: Omit<Making, "size"> & { size: DemoSize },
  bundle?: string,
): DemoHub {
  const hub = demoHub({ ...making, workbookId: workspace.state.workbookId });
  const host = createHost(workspace, {
    now: hub.now,
    user: hub.owner,
    mode: "menu",
    ...(bundle === undefined ? {} : { bundle }),
  });
  host.call("prepareWorkbook");
  const book = host.globals.SpreadsheetApp.getActiveSpreadsheet();
  for (const [tab, rows] of Object.entries(cellsOfDemo(hub))) {
    const sheet = book.getSheetByName(tab);
    const width = rows[0]?.length ?? 0;
    if (!sheet || width === 0) continue;
    const missing = rows.length + 1 - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    sheet.getRange(2, 1, rows.length, width).setValues(rows);
  }
  host.globals.ScriptApp.newTrigger("hourlySweep").timeBased().everyHours(1).create();
  host.globals.SpreadsheetApp.flush();
  // Once more, so that Start here names the demo's own times and people.
  host.call("prepareWorkbook");
  for (const [starter, provider] of DEMO_TEMPLATES)
    if (provider === "" || hub.rows.Providers.some(({ id }) => id === provider))
      host.call("newTemplate", starter, provider);
  return hub;
}
