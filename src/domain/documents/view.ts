/**
 * What a template is filled with: one pupil's flat fields, lists for rows that repeat, and the week-by-area
 * grid.
 */
import type { Grade } from "../words/grades";

export interface Value {
  /** What is printed; never "": a field that says nothing prints its phrase. */
  text: string;
  /** Colours the cell it is in. */
  grade?: Grade | null;
  /** It prints the phrase for nothing. */
  isEmpty?: boolean;
}

/** By the tag's name in lower case: `pupil.knownas`. */
export type Values = ReadonlyMap<string, Value>;

export interface Grid {
  weeks: readonly Value[];
  areas: readonly Value[];
  /** By area, then week. */
  marks: readonly (readonly Value[])[];
  overall: readonly Value[];
}

export interface View {
  fields: Values;
  /** By what their tags begin with: `target` for `{{target.wording}}`. Each item by the whole name. */
  lists: ReadonlyMap<string, readonly Values[]>;
  grid: Grid;
}

/**
 * The tags of the grid: its header cell, its first column, its cells, and the cells of its row for Overall.
 */
export const GRID = {
  week: "grid.week",
  area: "grid.area",
  mark: "grid.mark",
  overall: "grid.overall",
} as const;

/** What a name's list is called; undefined for a plain field. */
export function listOf(name: string, { lists }: Pick<View, "lists">): string | undefined {
  const [first = ""] = name.split(".");
  return name.includes(".") && lists.has(first) ? first : undefined;
}

/**
 * What Google takes out of a text that is inserted: control characters and private ones; indexes behind it
 * count on none.
 */
const NEVER_INSERTED = /[\0-\x08\x0c-\x1f\ue000-\uf8ff\ufffe\uffff]/g;

/** A value as the document will show it. */
export const insertable = (value: Value): Value => ({
  ...value,
  text: value.text.replace(NEVER_INSERTED, ""),
});

/** What an empty list prints in the place of its first item. */
export const NOTHING: Value = { text: "none yet", isEmpty: true };
