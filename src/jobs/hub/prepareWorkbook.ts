/**
 * Prepare workbook: makes every tab from its declaration, or repairs it. Content is never changed: what
 * people moved is found, what they renamed is named again where it is certain, and all else is reported. Run
 * twice, it changes nothing.
 */
import { problem, stop } from "../../domain/words/problem";
import { LEADS, leadsWithAddress } from "../../domain/hub/rights";
import { allTables } from "../../domain/tables/all";
import { areas } from "../../domain/tables/areas";
import { outbox, runs } from "../../domain/tables/ledger";
import { staff } from "../../domain/tables/people";
import { recordsIn } from "../../domain/tables/read";
import type { Settings } from "../../domain/tables/settings";
import { settings as settingsTable } from "../../domain/tables/settings";
import { startHere, startHereLines } from "../../domain/tables/startHere";
import type { Table } from "../../domain/tables/table";
import { newerProblem } from "../../domain/tables/versions";
import { layOut } from "../../google/layout";
import { append, fillWhole } from "../../google/rows";
import { firstRowOf, flush, LOCALE, readTab, setLocale, versionOf } from "../../google/workbook";
import type { Answer, Run } from "../run/job";
import { loadSettings, refuseOthers, runByAnybody } from "../run/job";
import { load, writeSettings } from "../run/load";
import { note } from "../run/notes";
import { showProblems } from "../run/showProblems";
import { addMissingSettings, renameSettings, takeSteps } from "./newVersion";
import { nameAreaColumns, repairTab } from "./repairTab";

export const prepareWorkbook = (): Answer =>
  runByAnybody((run) => {
    if (hasLead(run)) refuseOthers(run, LEADS);
    const newer = newerProblem(versionOf(run));
    if (newer) throw stop(newer);
    note(run, "Prepare workbook");
    const isNew = run.workbook.getSheetByName(settingsTable.tab) === null;
    const locale = setLocale(run.workbook);
    if (locale !== LOCALE && !isNew) note(run, "Prepare workbook", [misread(locale)]);
    const made = makeAndRepair(run, isNew);
    showProblems(run);
    flush();
    const done = made.length > 0 ? `Made ${made.join(", ")}.` : "Every tab is there.";
    const open =
      run.problems.length > 0 ? ` ${run.problems.length} things to look at: see the Problems tab.` : "";
    return { said: done + open };
  });

/** Where nobody is a lead yet, whoever prepares the workbook may, and becomes the first. */
function hasLead(run: Run): boolean {
  if (!run.workbook.getSheetByName(staff.tab)) return false;
  const tab = readTab({ workbook: run.workbook, renamed: [] }, staff);
  return leadsWithAddress(recordsIn(staff, tab.cells, tab.places).records).length > 0;
}

/** Gives the names of the tabs that it made. */
function makeAndRepair(run: Run, isNew: boolean): string[] {
  const spare = isNew ? run.workbook.getSheets().filter((sheet) => sheet.getLastRow() === 0) : [];
  // Areas and Settings first, because the other tabs' looks depend on them.
  const made = [areas as unknown as Table, settingsTable as unknown as Table].filter((table, i) =>
    repairTab(run, table, i),
  );
  renameSettings(run);
  addMissingSettings(run);
  nameAreaColumns(run);
  const tables = allTables(load(run, areas).records);
  made.push(...tables.filter((table, i) => repairTab(run, table, i)));
  takeSteps(run);
  for (const sheet of spare) if (run.workbook.getNumSheets() > 1) run.workbook.deleteSheet(sheet);

  if (!hasLead(run)) addFirstLead(run);
  const names = made.map((table) => table.tab);
  const settings = loadSettings(run);
  if (!isNew) stopWithoutMemory(run, settings, names);
  if (settings.workbookId === "") writeSettings(run, { workbookId: run.workbook.getId() });
  const leads = settings.hardProtect ? leadsOf(run) : null;
  for (const table of tables) {
    const sheet = run.workbook.getSheetByName(table.tab);
    if (sheet) layOut(sheet, table, firstRowOf(sheet), leads);
  }
  fillWhole(run.workbook, startHere, startHereLines(settings));
  return names;
}

function addFirstLead(run: Run): void {
  const tab = load(run, staff);
  const name = (run.by.split("@")[0] ?? "")
    .split(/[._]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
  append(tab, { id: "", name, email: run.by, role: "lead", active: "yes" });
  flush();
  run.tabs.delete(staff.tab);
  load(run, staff);
}

/** A workbook that forgot what it sent must not go on sending by itself. */
function stopWithoutMemory(run: Run, settings: Settings, made: readonly string[]): void {
  const lost = [outbox.tab, runs.tab].filter((tab) => made.includes(tab));
  if (lost.length === 0 || settings.firstOn === "") return;
  writeSettings(run, { automation: false });
  const wrong = `${lost.join(" and ")} had been deleted, so there is no record of what was sent. The automation was turned off.`;
  note(run, "Prepare workbook", [
    problem(
      lost[0] ?? "",
      null,
      "",
      wrong,
      "Put the tab back with File, Version history, then turn the automation on.",
    ),
  ]);
}

const leadsOf = (run: Run): string[] => leadsWithAddress(load(run, staff).records).map(({ email }) => email);

const misread = (locale: string) =>
  problem(
    settingsTable.tab,
    null,
    "",
    `The workbook's locale was ${locale}, or its time zone was not London's. Both have been put right.`,
    "Check dates that were typed earlier: an American workbook reads 3/9 as 9 March.",
  );
