/** A new workbook, as Google makes one, and the state kept beside it. */
import type { Sheet, State, Workbook } from "./model";

export const newSheet = (id: number, name: string): Sheet => ({
  id,
  name,
  hidden: false,
  rows: 1000,
  columns: 26,
  frozenRows: 0,
  frozenColumns: 0,
  tabColour: null,
  cells: {},
  notes: {},
  widths: {},
  hiddenColumns: {},
  heights: {},
  styles: {},
  validations: [],
  colourRules: [],
  protections: [],
  filter: null,
});

export const newWorkbook = (): Workbook => ({
  locale: "en_US",
  timeZone: "Europe/London",
  sheets: [newSheet(0, "Sheet1")],
});

/** `user` is the account that the workbook belongs to. */
export const newState = (user = "owner@host.example"): State => ({
  workbookId: "local-workbook",
  user,
  triggers: [],
  mail: null,
  mails: 0,
  nextSheetId: 1,
  nextProtectionId: 1,
  clock: null,
});
