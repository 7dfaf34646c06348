/**
 * The editor's user interface: menus, dialogs and the sidebar, kept so that the host can list and show them.
 */
import { mismatch, unwrap } from "../run/calls";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import { HostHtmlOutput } from "./html";
import type { MenuItem, Shown } from "../run/screen";
import { AT_THE_SCREEN, needs } from "../run/rights";
import type { ServiceObject } from "../run/service";
import type { Has } from "../run/used";

const UI = {
  createAddonMenu: "",
  createMenu: "s",
  showModalDialog: "f s",
  showModelessDialog: "f s",
  showSidebar: "f",
};
const MENU = { addItem: "s s", addSeparator: "", addSubMenu: "f", addToUi: "" };

/** They belong to whichever editor the script is bound to. */
export const UI_OBJECTS: Readonly<Record<string, ServiceObject>> = {
  Ui: { methods: UI, home: "" },
  Menu: { methods: MENU, home: "Ui." },
};

declare module "../run/used" {
  interface Hosts {
    Menu: [GoogleAppsScript.Base.Menu, HostMenu];
  }
}

class HostMenu implements Has<GoogleAppsScript.Base.Menu, typeof MENU> {
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

  /** A dialog's title is the one given with it, a sidebar's the page's own. */
  function show(
    method: string,
    how: Pick<Shown, "kind" | "modal">,
    held: HostHtmlOutput,
    title?: string,
  ): void {
    needs(execution, `Ui.${method}`, AT_THE_SCREEN, "script.container.ui");
    const page = unwrap(held);
    if (!(page instanceof HostHtmlOutput))
      throw mismatch(`Ui.${method}`, held, ...(title === undefined ? [] : [title]));
    execution.shown.push({
      ...how,
      title: title ?? page.getTitle(),
      html: page.getContent(),
      width: page.getWidth(),
      height: page.getHeight(),
    });
  }

  const own: Has<GoogleAppsScript.Base.Ui, typeof UI> = {
    createMenu: menu,
    createAddonMenu: menu,
    showModalDialog: (page, title) => show("showModalDialog", { kind: "dialog", modal: true }, page, title),
    showModelessDialog: (page, title) =>
      show("showModelessDialog", { kind: "dialog", modal: false }, page, title),
    showSidebar: (page) => show("showSidebar", { kind: "sidebar", modal: false }, page),
  };
  return execution.wrap("Ui", own);
}
