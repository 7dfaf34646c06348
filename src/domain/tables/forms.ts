/** Forms of the sidebar: texts by field, read by the columns that they go into. */
import { refusal } from "../words/problem";
import type { Column, Columns, Table } from "./table";

/** What a form sends: a text for each of its fields, blank where nothing was entered. */
export type Form<F extends string> = Readonly<Record<F, string>>;

type Filled<C extends Columns, F extends keyof C> = {
  [K in F]: C[K] extends Column<infer V> ? V : never;
};

/** The longest text that a form takes. UTF-16 units. */
export const LONGEST = 2000;

/**
 * A form's fields as the table's columns read them; the first that cannot be read is refused by its heading.
 * Control characters other than line breaks are left out, as people never mean them.
 */
export function filledIn<C extends Columns, const F extends keyof C & string>(
  { columns }: Table<C>,
  fields: readonly F[],
  form: unknown,
): Filled<C, F> {
  const given = (typeof form === "object" && form !== null ? form : {}) as Readonly<Record<string, unknown>>;
  const filled = fields.map((field) => [field, fieldIn(columns[field] as Column, given[field])]);
  return Object.fromEntries(filled) as Filled<C, F>;
}

function fieldIn({ heading, schema }: Column, value: unknown): unknown {
  const parsed = schema().safeParse(textIn(value, heading));
  if (parsed.success) return parsed.data;
  throw refusal(`${heading}: ${parsed.error.issues[0]?.message ?? "it cannot be read"}. Nothing was saved.`);
}

/** Whether it holds half of a character, as a text cut in two does, or a code that is not a character. */
export const isBroken = (text: string): boolean => /[\p{Surrogate}\uFFFE\uFFFF]/u.test(text);

/** A text from a page, trimmed; nothing endless, and nothing else than a text. */
export function textIn(value: unknown, what: string): string {
  if (value !== undefined && typeof value !== "string")
    throw refusal(`${what} is not text. Nothing was saved.`);
  const text = (value ?? "").replace(/[^\P{Cc}\n]/gu, "").trim();
  if (isBroken(text))
    throw refusal(`${what} contains a broken character. Enter it again. Nothing was saved.`);
  if (text.length <= LONGEST) return text;
  throw refusal(`${what} has ${text.length} characters; the limit is ${LONGEST}. Nothing was saved.`);
}

/** One field of a record as a person saw it, and as it should become. */
export interface FieldChange {
  field: string;
  seen: string;
  now: string;
}

/** What a saving call answers. */
export interface Saved {
  said: string;
}

/** Fields of a record as they were seen and as they are to be; only these, each once. */
export function changesFrom<const F extends string>(
  fields: readonly F[],
  value: unknown,
): (FieldChange & { field: F })[] {
  const given = Array.isArray(value) ? (value as Partial<FieldChange>[]) : [];
  const known = given.flatMap((one) => {
    const field = fields.find((f) => f === one?.field);
    return field ? [{ field, seen: textIn(one.seen, field), now: textIn(one.now, field) }] : [];
  });
  if (known.length === 0 || known.length !== new Set(given.map((one) => one?.field)).size)
    throw refusal("There is nothing to save. Open the pupil again and try again.");
  return known;
}
