/**
 * On opening: says at the corner of the sheet when the automation has stopped, because a stopped clock
 * cannot.
 */
import { whyStopped } from "../../domain/weekly/health";
import { runs } from "../../domain/tables/ledger";
import { recordsIn } from "../../domain/tables/read";
import { settings as settingsTable, settingsFrom } from "../../domain/tables/settings";
import { clock } from "../../google/run";
import { toast } from "../../google/dialog";
import type { Reading } from "../../google/workbook";
import { openWorkbook, readTab } from "../../google/workbook";
import { HEARTBEAT } from "../run/job";

/**
 * A simple trigger: it may read the workbook, and little else; not even that where the add-on is not enabled
 * yet.
 */
export function greet(event: { authMode?: unknown } = {}): void {
  if (String(event.authMode) === "NONE") return;
  const workbook = openWorkbook();
  if (!workbook.getSheetByName(settingsTable.tab) || !workbook.getSheetByName(runs.tab)) return;
  const said = whatStops(workbook);
  if (said !== null) toast(workbook, said);
}

/** What stops the automation's run stops this reading, too. */
function whatStops(workbook: Reading["workbook"]): string | null {
  try {
    const reading = { workbook, renamed: [] };
    const [set, ran] = [readTab(reading, settingsTable), readTab(reading, runs)];
    const { settings } = settingsFrom(recordsIn(settingsTable, set.cells, set.places).records);
    const heartbeat = recordsIn(runs, ran.cells, ran.places).records.find((row) => row.job === HEARTBEAT);
    return whyStopped(settings, heartbeat, workbook.getId(), clock().now);
  } catch (error) {
    return (error as Error).message;
  }
}
