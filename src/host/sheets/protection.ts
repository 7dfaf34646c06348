/**
 * A protected range or sheet, found again in the model by its id: what it covers, and whom it lets through.
 */
import { mismatch, unwrap } from "../run/calls";
import type { EnumValue } from "../run/enums";
import { enumeration } from "../run/enums";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import { ADDRESS, ownerOf, sameAccount } from "../model/accounts";
import type { Area, Protection } from "../model/model";
import { HostRange } from "./range";
import type { HostUser } from "../services/session";
import { userOf } from "../services/session";
import type { SheetRef } from "./sheetRef";
import type { Has } from "../run/used";
import { mayEdit, REFUSAL } from "../run/walls";

export const ProtectionType = enumeration<"RANGE" | "SHEET">("RANGE SHEET");

export const PROTECTION = {
  addEditor: "s | f",
  addEditors: "a",
  canDomainEdit: "",
  canEdit: "",
  getDescription: "",
  getEditors: "",
  getProtectionType: "",
  getRange: "",
  getUnprotectedRanges: "",
  isWarningOnly: "",
  remove: "",
  removeEditor: "s | f",
  removeEditors: "a",
  setDescription: "s",
  setDomainEdit: "b",
  setUnprotectedRanges: "a",
  setWarningOnly: "b",
};

declare module "../run/used" {
  interface Hosts {
    Protection: [GoogleAppsScript.Spreadsheet.Protection, HostProtection];
  }
}

type Account = string | HostUser;

export class HostProtection implements Has<
  GoogleAppsScript.Spreadsheet.Protection,
  typeof PROTECTION,
  "getProtectionType"
> {
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
    return this.#sheet.rangeOf(this.#model().area ?? all);
  }

  canEdit = (): boolean => mayEdit(this.#model(), this.#execution.user, this.#execution.workspace.state);
  canDomainEdit = (): boolean => this.#own().domainEdit ?? false;
  setDomainEdit = (domainEdit: boolean): this => this.#set({ domainEdit });
  getEditors = (): HostUser[] => this.#editors().map((email) => userOf(this.#execution, email));

  /** While nobody was removed everybody may edit, so that there is nobody to add. */
  addEditor = (account: Account): this => this.addEditors([account]);

  addEditors(accounts: readonly Account[]): this {
    const added = this.#emails(accounts, "addEditors");
    const { editors } = this.#own();
    if (!editors) return this;
    const fresh = added.filter((email) => !editors.some((editor) => sameAccount(editor, email)));
    return this.#set({ editors: [...editors, ...fresh] });
  }

  removeEditor = (account: Account): this => this.removeEditors([account]);

  /** Neither the workbook's owner nor who runs the script can be removed. */
  removeEditors(accounts: readonly Account[]): this {
    const removed = this.#emails(accounts, "removeEditors");
    const stays = (editor: string): boolean =>
      sameAccount(editor, this.#execution.user) || !removed.some((email) => sameAccount(email, editor));
    return this.#set({ editors: this.#editors().filter(stays) });
  }

  /** None where a range is protected, not a sheet. */
  getUnprotectedRanges = (): HostRange[] =>
    (this.#model().unprotected ?? []).map((area) => this.#sheet.rangeOf(area));

  setUnprotectedRanges(ranges: readonly HostRange[]): this {
    if (this.#model().area) throw new Exception("Only a protected sheet can have unprotected ranges.");
    if (!ranges.every((range) => unwrap(range) instanceof HostRange))
      throw mismatch("SpreadsheetApp.Protection.setUnprotectedRanges", ranges);
    if (ranges.some((range) => HostRange.sheetIdOf(range) !== this.#sheet.id))
      throw new Exception("The unprotected ranges must be on the protected sheet.");
    return this.#set({ unprotected: ranges.map((range) => HostRange.areaOf(range)) });
  }

  remove(): void {
    this.#own();
    this.#keep(this.#sheet.model().protections.filter((p) => p.id !== this.#id));
  }

  #model(): Protection {
    const found = this.#sheet.model().protections.find((p) => p.id === this.#id);
    if (!found) throw new Exception("The protection has been removed.");
    return found;
  }

  /** What only those whom it lets through may see and change. */
  #own(): Protection {
    if (!this.canEdit()) throw new Exception(REFUSAL);
    return this.#model();
  }

  /** The owner and the listed; of a protection that everybody passes, those of whom this run knows. */
  #editors(): string[] {
    const { user, workspace } = this.#execution;
    const owner = ownerOf(workspace.state);
    const others = this.#own().editors ?? [user];
    return [owner, ...others.filter((editor) => !sameAccount(editor, owner))];
  }

  #emails(accounts: readonly Account[], method: string): string[] {
    return accounts.map((account) => {
      const email = typeof account === "string" ? account : account && unwrap(account).getEmail?.();
      if (typeof email !== "string") throw mismatch(`SpreadsheetApp.Protection.${method}`, accounts);
      if (!ADDRESS.test(email)) throw new Exception(`Invalid email: ${email}`);
      return email;
    });
  }

  #set(change: Partial<Protection>): this {
    this.#own();
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
