/** A protected range or sheet, found again in the model by its id. */
import { EnumValue, ProtectionType } from "./enums";
import { Exception } from "./errors";
import type { Execution } from "./execution";
import type { Area, Protection } from "./model";
import type { HostRange } from "./range";
import type { SheetRef } from "./sheetRef";
import type { Used } from "./used";

type Google = Used<
  GoogleAppsScript.Spreadsheet.Protection,
  "getDescription" | "setDescription" | "isWarningOnly" | "setWarningOnly" | "remove" | "getRange"
>;

export class HostProtection implements Google {
  readonly #execution: Execution;
  readonly #sheet: SheetRef;
  readonly #id: number;

  constructor(execution: Execution, sheet: SheetRef, id: number) {
    this.#execution = execution;
    this.#sheet = sheet;
    this.#id = id;
  }

  getDescription = (): string => this.#model().description;
  isWarningOnly = (): boolean => this.#model().warningOnly;
  setDescription = (description: string): this => this.#set({ description });
  setWarningOnly = (warningOnly: boolean): this => this.#set({ warningOnly });
  getProtectionType = (): EnumValue => (this.#model().area ? ProtectionType.RANGE : ProtectionType.SHEET);

  getRange(): HostRange {
    const sheet = this.#sheet.model();
    const all = { row: 0, column: 0, lastRow: sheet.rows - 1, lastColumn: sheet.columns - 1 };
    const { row, column, lastRow, lastColumn } = this.#model().area ?? all;
    return this.#sheet.range(row + 1, column + 1, lastRow - row + 1, lastColumn - column + 1);
  }

  remove(): void {
    this.#model();
    this.#keep(this.#sheet.model().protections.filter((p) => p.id !== this.#id));
  }

  #model(): Protection {
    const found = this.#sheet.model().protections.find((p) => p.id === this.#id);
    if (!found) throw new Exception("The protection has been removed.");
    return found;
  }

  #set(change: Partial<Protection>): this {
    this.#model();
    this.#keep(this.#sheet.model().protections.map((p) => (p.id === this.#id ? { ...p, ...change } : p)));
    return this;
  }

  #keep(protections: Protection[]): void {
    this.#execution.change({ op: "sheet", sheet: this.#sheet.model().id, set: { protections } });
  }
}

/** Adds a protection of an area, or of the whole sheet, and gives it. */
export function protectionOf(execution: Execution, sheet: SheetRef, area: Area | null): HostProtection {
  const model = sheet.model();
  const id = execution.workspace.state.nextProtectionId;
  execution.change({ op: "state", set: { nextProtectionId: id + 1 } });
  const added: Protection = { id, area, description: "", warningOnly: false };
  execution.change({ op: "sheet", sheet: model.id, set: { protections: [...model.protections, added] } });
  return execution.wrap("Protection", new HostProtection(execution, sheet, id));
}
