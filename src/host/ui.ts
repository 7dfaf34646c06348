/** The editor's user interface: menus, kept so that the host can list and show them. */
import { unwrap } from "./calls";
import { Exception } from "./errors";
import type { Execution } from "./execution";

export interface MenuItem {
  label: string;
  handler: string;
}

export class HostMenu {
  readonly #execution: Execution;
  readonly #items: MenuItem[] = [];

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  addItem(label: string, handler: string): this {
    this.#items.push({ label, handler });
    return this;
  }

  addSeparator(): this {
    return this;
  }

  /** Its items follow in the same list. */
  addSubMenu(menu: HostMenu): this {
    this.#items.push(...unwrap(menu).#items);
    return this;
  }

  addToUi(): void {
    this.#execution.menu.push(...this.#items);
  }
}

export function uiOf(execution: Execution) {
  if (execution.mode === "trigger")
    throw new Exception("Cannot call SpreadsheetApp.getUi() from this context.");
  const menu = (): HostMenu => execution.wrap("Menu", new HostMenu(execution));
  return execution.wrap("Ui", { createMenu: menu, createAddonMenu: menu });
}
