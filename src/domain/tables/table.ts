/**
 * How a tab is declared: one table per tab, from which reading, writing, drop-downs, formats, notes, colours,
 * protection and the records' types all follow.
 */
import * as z from "zod/mini";
import { isDay } from "../words/days";
import { lazy } from "../words/lazy";

/** What a cell holds once dates are turned into text (`yyyy-mm-dd`, `yyyy-mm-dd hh:mm` or `hh:mm`). */
export type CellValue = string | number | boolean;

export interface Column<T = unknown> {
  heading: string;
  /**
   * From the cell's trimmed text to the record's value; its message says what was expected. Made when first
   * asked for.
   */
  schema: () => z.ZodMiniType<T, string>;
  /** Taken, beside the problem, where the cell cannot be read. Without it the whole row is left out. */
  ifUnreadable?: T;
  choices?: readonly string[];
  /** Whether the sheet refuses entries outside `choices`; otherwise it only warns. */
  strict?: boolean;
  format: "@" | "yyyy-mm-dd" | "0";
  /** Pixels. */
  width: number;
  /** Shown when a person points at the heading. */
  note: string;
  writer: "staff" | "add-on";
  /**
   * Personal: identifies a pupil or adult. Sensitive: health, care, special needs. Shareable: may go to the
   * provider that placed the pupil.
   */
  privacy: "none" | "personal" | "sensitive" | "shareable";
  /** Why it is kept, where the table's purpose does not say it. */
  purpose?: string;
  /**
   * What of the hub's to the provider that placed the pupil may hold it; by default all for what is
   * shareable, else nothing.
   */
  receivers?: readonly Receiver[];
  /** Text too long for one line. */
  wrap?: boolean;
  /** The workbook's version that brought it; blank in every row before. Without it: the first. */
  since?: number;
  /**
   * Coloured Red, Amber, Green by its letter; on the Overview also where it is worked out (`A*`) or blank.
   */
  coloured?: "grades" | "overview";
}

/** Emails: updates, changes and notices. Reports: the documents made from templates. */
export type Receiver = "emails" | "reports";

/**
 * How rows belong to a pupil, and what a pupil or parent would call them; null where none does. `by`: a field
 * that holds the pupil's id or name; a row that names no pupil there is about all pupils of the provider in
 * `orAllOf`. `through`: a field that holds the key of a row of another tab. `mentioned`: wherever the pupil's
 * id is written.
 */
export type OfPupil =
  | ({ title: string } & (
      { by: string; orAllOf?: string } | { through: string; of: string } | { mentioned: true }
    ))
  | null;

export type Columns = Record<string, Column>;

export interface Table<C extends Columns = Columns> {
  tab: string;
  /** What the tab is for, in one sentence. */
  about: string;
  /** Why it is kept; the build refuses a private column for which nobody says that. */
  purpose?: string;
  /** The lawful basis, and for how long it is kept: as the product suggests; the hub's own records decide. */
  basis?: string;
  kept?: string;
  ofPupil: OfPupil;
  /** The columns whose values together name a row. */
  key: readonly string[];
  columns: C;
  /** The workbook's version that brought it. Without it: the first. */
  since?: number;
  /** The add-on alone writes here; people get a warning. */
  addOnOnly?: boolean;
  /** Written whole each time, headings too, and never read: nothing in it needs repair. */
  whole?: boolean;
  /** It decides who receives what, or who may do what: the hub may let leads alone change it. */
  guarded?: boolean;
  hidden?: boolean;
}

export type RecordOf<T extends Table> = {
  [K in keyof T["columns"]]: T["columns"][K] extends Column<infer V> ? V : never;
};

type Declared<C extends Columns> = Omit<Table<C>, "columns"> & { columns: () => C };

/** A table, whose columns are made when something first asks for them. */
export function table<C extends Columns>(declared: Declared<C>): Table<C> {
  const columns = lazy(declared.columns);
  return {
    ...declared,
    get columns() {
      return columns();
    },
  };
}

type Rest<T> = Partial<Omit<Column<T>, "heading" | "schema">> & { note: string };
const defaults = { format: "@", width: 120, writer: "staff", privacy: "none" } as const;

/** Letters and days are centred in their cells. */
export const isCentred = (column: Column): boolean =>
  column.coloured !== undefined || column.format === "yyyy-mm-dd";

const anyText = lazy(() => z.string());
const someText = lazy(() => z.string().check(z.regex(/[^]/, "it is empty")));

/** Any text; blank is "". */
export const text = (heading: string, rest: Rest<string>): Column<string> => ({
  ...defaults,
  heading,
  schema: anyText,
  ...rest,
});

/** A text that must be there. */
export const required = (heading: string, rest: Rest<string>): Column<string> => ({
  ...defaults,
  heading,
  schema: someText,
  ...rest,
});

/** The longest name; longer than any, and short enough for every place that shows several. UTF-16 units. */
const LONGEST_NAME = 200;
const isName = (s: string): boolean => s.length <= LONGEST_NAME;
const TOO_LONG = `it is longer than ${LONGEST_NAME} characters`;
const anyName = lazy(() => anyText().check(z.refine(isName, TOO_LONG)));
const someName = lazy(() => someText().check(z.refine(isName, TOO_LONG)));

/** A name, which must be there where it is `required`. */
export const name = (heading: string, rest: Rest<string> & { required?: boolean }): Column<string> => {
  const { required: isRequired = false, ...others } = rest;
  return { ...text(heading, others), schema: isRequired ? someName : anyName };
};

/** The id of a row, such as `U017`: a letter and a number, given by the add-on. */
export const id = (letter: string, rest: Partial<Rest<string>> = {}): Column<string> => ({
  ...required("Id", {
    note: "Hub Tracker gives this id. Leave it blank in a new row. Never change it or use it again.",
    width: 60,
    writer: "add-on",
    ...rest,
  }),
  schema: lazy(() =>
    z
      .string()
      .check(
        z.regex(
          new RegExp(`^${letter}\\d{1,6}$`),
          `it is not an id such as ${letter}017; leave it blank in a new row`,
        ),
      ),
  ),
});

/** A day that people mean: not one of the year 9999. */
const isMeant = (text: string): boolean => isDay(text) && text >= "1900" && text < "2200";
const NO_DAY = "it is not a date between 1900 and 2199";
const aDay = lazy(() => z.string().check(z.refine(isMeant, NO_DAY)));
const dayOrBlank = lazy(() =>
  z.pipe(
    z.string().check(z.refine((s) => s === "" || isMeant(s), NO_DAY)),
    z.transform((s: string) => s || null),
  ),
);
const aMoment = lazy(() =>
  z
    .string()
    .check(
      z.refine(
        (s) => isDay(s.slice(0, 10)) && /^.{10}([ T]\d\d:\d\d(:\d\d)?)?$/.test(s),
        "it is not a day such as 2026-11-20, with or without a time",
      ),
    ),
);

/** A day that must be there. */
export const day = (heading: string, rest: Rest<string>): Column<string> => ({
  ...defaults,
  format: "yyyy-mm-dd",
  width: 100,
  heading,
  schema: aDay,
  ...rest,
});

/** A day that must be there, with the time of day where it is known: `2026-11-20 10:15`. */
export const moment = (heading: string, rest: Rest<string>): Column<string> => ({
  ...defaults,
  heading,
  schema: aMoment,
  ...rest,
});

/** A day, or null where the cell is blank. */
export const optionalDay = (heading: string, rest: Rest<string | null>): Column<string | null> => ({
  ...defaults,
  format: "yyyy-mm-dd",
  width: 100,
  heading,
  schema: dayOrBlank,
  ...rest,
});

const aNumber = lazy(() =>
  z.pipe(
    z.string().check(z.regex(/^\d{0,9}$/, "it is not a whole number")),
    z.transform((s: string) => (s === "" ? null : Number(s))),
  ),
);

/** A whole number of 0 or more, or null where the cell is blank. */
export const wholeNumber = (heading: string, rest: Rest<number | null>): Column<number | null> => ({
  ...defaults,
  format: "0",
  width: 90,
  heading,
  schema: aNumber,
  ...rest,
});

/** One of the choices, whatever its capitals; blank is the first choice of `blank`, or refused without it. */
export function choice<const T extends string>(
  heading: string,
  choices: readonly T[],
  rest: Rest<NoInfer<T>> & { blank?: NoInfer<T> },
): Column<T> {
  const { blank, ...others } = rest;
  const find = (s: string) => (s === "" ? blank : choices.find((c) => c.toLowerCase() === s.toLowerCase()));
  return {
    ...defaults,
    heading,
    choices,
    strict: true,
    schema: lazy(() =>
      z.pipe(
        z.string().check(z.refine((s) => find(s) !== undefined, `it must be one of ${choices.join(", ")}`)),
        z.transform((s: string) => find(s) as T),
      ),
    ),
    ...others,
  };
}

/** Yes or no; blank is `blank`. */
export const yesNo = (heading: string, blank: "yes" | "no", rest: Rest<"yes" | "no">): Column<"yes" | "no"> =>
  choice(heading, ["yes", "no"], { width: 80, blank, ...rest });

/** The text of a cell: what schemas read. */
export const textOf = (cell: CellValue): string =>
  typeof cell === "boolean" ? (cell ? "yes" : "no") : String(cell).trim();

/** The cell for a record's value; reading it back gives the value again. */
export const cellOf = (value: unknown): CellValue =>
  typeof value === "number" || typeof value === "string" ? value : "";

/** A record as a row of cells in the order of `headings`; a heading that is not the table's gives "". */
export function rowOf<C extends Columns>(
  { columns }: Table<C>,
  record: { [K in keyof C]: unknown },
  headings: readonly string[],
): CellValue[] {
  const fields = new Map(Object.entries(columns).map(([field, column]) => [column.heading, field]));
  return headings.map((heading) => cellOf(record[fields.get(heading) ?? ""]));
}

export const headingsOf = (declared: Table): string[] =>
  Object.values(declared.columns).map((c) => c.heading);
