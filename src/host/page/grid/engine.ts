/** The spreadsheet grid: Univer with what a tracker needs of it. */
import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import colourWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dropDownWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterWords from "@univerjs/preset-sheets-filter/locales/en-US";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteWords from "@univerjs/preset-sheets-note/locales/en-US";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import sortWords from "@univerjs/preset-sheets-sort/locales/en-US";
import { defaultTheme } from "@univerjs/themes";
import { HIDDEN_MENU_ITEMS } from "./switchedOff";

export interface Engine {
  univer: Univer;
  api: FUniver;
  /** While the grid takes in what the host did, what it writes is nobody's entry. */
  takingIn: boolean;
}

/** The page's one accent, in the steps that the grid asks for. */
const ACCENT = {
  50: "#f2f6fb",
  100: "#e5eef9",
  200: "#c5d8f0",
  300: "#9cbce3",
  400: "#5f8fcb",
  500: "#356bb3",
  600: "#1f4f8f",
  700: "#1a4277",
  800: "#163660",
  900: "#122b4d",
};

/**
 * Formulas whose value is missing are calculated when a workbook opens; the host keeps the others' values.
 */
const WHEN_EMPTY = 1;

export function startEngine(container: string): Engine {
  const words = mergeLocales(coreWords, colourWords, dropDownWords, filterWords, noteWords, sortWords);
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: words },
    logLevel: LogLevel.ERROR,
    theme: { ...defaultTheme, primary: ACCENT },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      footer: false,
      formulaBar: true,
      contextMenu: true,
      menu: Object.fromEntries(HIDDEN_MENU_ITEMS.map((id) => [id, { hidden: true }])),
      formula: { initialFormulaComputing: WHEN_EMPTY },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true, protectedRangeShadow: "none" },
    }),
    UniverSheetsConditionalFormattingPreset(),
    // With the search box in its drop-downs, typing and Enter does not commit.
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsFilterPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsSortPreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins))
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  return { univer, api: FUniver.newAPI(univer), takingIn: false };
}
