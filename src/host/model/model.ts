/**
 * What a workbook holds, as plain JSON, and the operations that change it.
 *
 * Every change is an operation: services make them, the journal keeps them, opening a workspace replays them,
 * a fault test drops some of them. So nothing here has methods, and `apply` (apply.ts) is the only code that
 * writes to it. Rows and columns count from 0 here; Google's numbers, from 1, end at the services.
 */

/**
 * A cell as Google keeps it: a date is a serial number (days since 1899-12-30, local) under a date format.
 */
export interface Cell {
  v: string | number | boolean;
  /** The formula as typed, with its equals sign; `v` is then its last known value. */
  f?: string;
}

/** How cells look. An absent member is Google's default; a number format "" is automatic. */
export interface Style {
  numberFormat?: string;
  bold?: boolean;
  background?: string;
  fontColor?: string;
  wrap?: boolean;
  horizontal?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
}

/** A rectangle of cells, ends included. */
export interface Area {
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
}

export interface Validation {
  areas: Area[];
  /** Allowed texts of a drop-down list. */
  list: string[];
  showDropdown: boolean;
  /** False: an entry outside the list is refused; true: it gets a warning corner. */
  allowInvalid: boolean;
  help: string | null;
}

export interface ColourRule {
  areas: Area[];
  /** The rule holds where the cell's text equals this, ignoring case. */
  textEquals: string;
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
}

export interface Protection {
  id: number;
  /** Null protects the whole sheet. */
  area: Area | null;
  description: string;
  warningOnly: boolean;
  /**
   * Who may write here beside the workbook's owner; absent while nobody was removed: everybody, as Google
   * begins.
   */
  editors?: string[];
  /** Everybody of the owner's domain may, too. */
  domainEdit?: boolean;
  /** Parts of a protected sheet that everybody may write. */
  unprotected?: Area[];
}

/**
 * A column's styles from the top down: run by run, as long as the sheet is high; far fewer than one per cell.
 */
export interface StyleRun {
  rows: number;
  style: Style;
}

export interface Sheet {
  id: number;
  name: string;
  hidden: boolean;
  /** Size of the grid, content or not. */
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  tabColour: string | null;
  /** Content by row and column; an empty cell has no entry. */
  cells: Record<number, Record<number, Cell>>;
  notes: Record<number, Record<number, string>>;
  /**
   * Per column, its width in pixels (default 100), whether it is hidden, and its style runs (none: all
   * default).
   */
  widths: Record<number, number>;
  hiddenColumns: Record<number, true>;
  /** Per row, its height in pixels where it was set; other rows are as high as their texts. */
  heights: Record<number, number>;
  styles: Record<number, StyleRun[]>;
  validations: Validation[];
  colourRules: ColourRule[];
  protections: Protection[];
  /** The filter's range, when there is one. */
  filter: Area | null;
}

export interface Workbook {
  locale: string;
  timeZone: string;
  sheets: Sheet[];
}

export interface ClockTrigger {
  id: string;
  handler: string;
  owner: string;
  everyHours: number;
}

/** Somebody's right to a file. */
export interface Permission {
  id: string;
  type: string;
  role: string;
  emailAddress?: string;
}

/** A file of Drive, as this script made it for its owner. */
export interface DriveFile {
  id: string;
  name: string;
  mimeType: string;
  description?: string;
  /** The account that made it, the only one whom the script reaches it for. */
  owner: string;
  parents: string[];
  appProperties: Record<string, string>;
  trashed: boolean;
  /** Instants, ISO. */
  created: string;
  modified: string;
  /** Its name in drive/; null of a folder. */
  file: string | null;
  /** Of its content as it was last written here; "" of a folder. */
  sha256: string;
  permissions: Permission[];
}

/** What Google keeps about a workbook and its script beside the cells. */
export interface State {
  workbookId: string;
  /** The account at the keyboard unless the caller names another. */
  user: string;
  /** The account that owns the workbook; absent: `user`. */
  owner?: string;
  triggers: ClockTrigger[];
  /**
   * Mail recipients used in the day that began at `since` (instant, ISO): Google's day is 24 hours from first
   * use.
   */
  mail: { since: string; used: number } | null;
  /** Mails ever sent, so that each file in outbox/ has its own number. */
  mails: number;
  /** Files of Drive by id, and how many were ever made, in all and in the day that began at `since`. */
  files?: Record<string, DriveFile>;
  filesMade?: number;
  fileDay?: { since: string; used: number } | null;
  nextSheetId: number;
  nextProtectionId: number;
  /** The time of the host's clock, London time `yyyy-mm-ddThh:mm:ss`; null before it ran. */
  clock: string | null;
}

export type Operation =
  | { op: "cells"; sheet: number; row: number; column: number; cells: (Cell | null)[][] }
  | { op: "style"; sheet: number; area: Area; style: Style }
  | { op: "notes"; sheet: number; row: number; column: number; notes: string[][] }
  | {
      op: "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns";
      sheet: number;
      at: number;
      count: number;
    }
  /** `count` columns from `at` go before the column that is now at `to`. */
  | { op: "moveColumns"; sheet: number; at: number; count: number; to: number }
  | { op: "insertSheet"; index: number; sheet: Sheet }
  | { op: "deleteSheet"; sheet: number }
  | { op: "moveSheet"; sheet: number; index: number }
  | { op: "sheet"; sheet: number; set: Partial<Omit<Sheet, "id" | "cells" | "notes" | "styles">> }
  /** A file of Drive comes, changes, or with null goes. */
  | { op: "file"; id: string; file: DriveFile | null }
  | { op: "workbook"; set: Partial<Omit<Workbook, "sheets">> }
  | { op: "state"; set: Partial<State> };
