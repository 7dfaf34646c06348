/** What a run sees and changes of the person's screen: menus, pages that it opened, what is selected. */
import type { Area } from "../model/model";

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

/** Cells by their tab's name and Google's numbers, from 1; one cell where no size is given. */
export interface Selection {
  sheet: string;
  row: number;
  column: number;
  rows?: number;
  columns?: number;
}

export interface Selected {
  /** The id of the tab in front; null is the first. */
  sheet: number | null;
  /** By the tab's id; the first cell where there is none. */
  areas: Map<number, Area>;
  /** Whether the script has changed it. */
  isMoved: boolean;
}
