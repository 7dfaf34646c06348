/**
 * "Check what I pasted": everything wrong with what was entered, before anything uses it. Every morning does
 * the same.
 */
import { problemsPage } from "../../domain/views/problemsPage";
import type { Problem } from "../../domain/words/problem";
import { problem } from "../../domain/words/problem";
import { EVERYBODY } from "../../domain/hub/rights";
import { allTables } from "../../domain/tables/all";
import { formulaProblems } from "../../domain/tables/formulas";
import { causesOf } from "../../domain/hub/manyProblems";
import type { Settings } from "../../domain/tables/settings";
import { showDialog } from "../../google/dialog";
import type { Tab } from "../../google/workbook";
import { formulasOf, hasHeadings } from "../../google/workbook";
import type { Answer, Run } from "../run/job";
import { loadSettings, runByPerson } from "../run/job";
import { noteAnew } from "../run/notes";
import { noteTexts } from "../weekly/noteTexts";
import { recordProblems } from "../run/loadRecords";
import { showOverview } from "../weekly/overview";
import { showProblems } from "../run/showProblems";
import type { Outcome } from "../run/outcome";

export const checkPasted = (): Answer =>
  runByPerson(EVERYBODY, (run) => {
    checkData(run, loadSettings(run));
    showOverview(run);
    showProblems(run);
    const page = problemsPage(causesOf(run.problems));
    showDialog("What was found", page);
    const n = run.problems.length;
    return {
      said: n === 0 ? "Nothing wrong was found." : `${n} things to look at: see the Problems tab.`,
      page,
    };
  });

/** The same, every morning. */
export function dataCheck(run: Run, settings: Settings): Outcome {
  checkData(run, settings);
  return { state: "done", counts: `${run.problems.length} problems`, outboxRows: null };
}

/**
 * Reading the hub finds what is wrong in its rows; this adds what only a closer look at the workbook shows.
 */
function checkData(run: Run, settings: Settings): void {
  noteTexts(run, settings);
  noteAnew(run, "Data check", [...recordProblems(run), ...formulas(run), ...doubledTabs(run)]);
}

/** Formulas in tabs that were read: a value that changes by itself, or that another document decides. */
function formulas(run: Run): Problem[] {
  const tabs = [...run.tabs.values()].filter(
    (kept): kept is Tab => typeof kept === "object" && kept !== null && "places" in kept,
  );
  return tabs.flatMap((tab) =>
    tab.table.addOnOnly ? [] : formulaProblems(tab.table, tab.places, formulasOf(tab)),
  );
}

/** Copies of our tabs under other names: nobody reads them, so nothing may be entered there. */
function doubledTabs(run: Run): Problem[] {
  const tables = allTables([]);
  if (run.workbook.getNumSheets() === tables.length) return [];
  const names = new Set(tables.map((table) => table.tab));
  return run.workbook
    .getSheets()
    .filter((sheet) => !names.has(sheet.getName()))
    .flatMap((sheet) => {
      const doubled = tables.find((table) => !table.addOnOnly && hasHeadings(run, sheet, table));
      if (!doubled || !run.workbook.getSheetByName(doubled.tab)) return [];
      const wrong = `The tab "${sheet.getName()}" looks like ${doubled.tab}, but only ${doubled.tab} is read.`;
      return [problem(doubled.tab, null, "", wrong, "Move anything new into it, then delete the other tab.")];
    });
}
