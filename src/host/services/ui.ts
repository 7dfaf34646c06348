/** The editor's user interface: menus, dialogs and the sidebar, kept so that the host can list and show them. */
import { mismatch, unwrap } from "../run/calls";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import { HostHtmlOutput } from "./html";
import { AT_THE_SCREEN, needs } from "../run/rights";
import type { Used } from "../run/used";

export interface MenuItem {
  label: string;
  handler: string;
}

/** A page that was opened; width and height in pixels, null where the script set none. */
export interface Shown {
  kind: "dialog" | "sidebar";
  /** A modal dialog keeps everything else from being used. */
  modal: boolean;
  title: string;
  html: string;
  width: number | null;
  height: number | null;
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

type Dialogs = Used<GoogleAppsScript.Base.Ui, "showModalDialog" | "showModelessDialog" | "showSidebar">;

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

  const dialogs: Dialogs = {
    showModalDialog: (page, title) => show("showModalDialog", { kind: "dialog", modal: true }, page, title),
    showModelessDialog: (page, title) =>
      show("showModelessDialog", { kind: "dialog", modal: false }, page, title),
    showSidebar: (page) => show("showSidebar", { kind: "sidebar", modal: false }, page),
  };
  return execution.wrap("Ui", { createMenu: menu, createAddonMenu: menu, ...dialogs });
}
