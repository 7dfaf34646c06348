/** What may come from a dialog: every endpoint's arguments are looked at here before anything uses them. */
import * as z from "zod/mini";
import { isDay } from "./days";
import { refusal } from "./problem";

const reading =
  <T>(schema: z.ZodMiniType<T>, what: string) =>
  (value: unknown): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw refusal(`This is no ${what}. Close the dialog, open it again and try once more.`);
  };

export const weekFrom = reading(z.string().check(z.refine(isDay)), "week");
export const contactIdFrom = reading(z.string().check(z.regex(/^C\d{1,6}$/)), "contact's id");
/** A message's key, such as `weekly|2026-11-16|P03|C014`. */
export const keyFrom = reading(z.string().check(z.regex(/^[a-z]+(\|[\w:-]{1,20}){1,5}$/)), "message's key");
/** What the person was shown: compared, never used. */
export const seenFrom = reading(z.string().check(z.regex(/^[^]{0,300}$/)), "proof of what was shown");
export const switchFrom = reading(z.string().check(z.regex(/^(on|off)$/)), "on or off");
/** A plan's id, such as `AP-U017-2026-10-12`. */
export const planFrom = reading(z.string().check(z.regex(/^AP-U\d{1,6}-\d{4}-\d\d-\d\d$/)), "plan's id");

/** What was filled into a dialog's form, by the fields' names: texts alone, none of them endless. */
export function formFrom(value: unknown): ReadonlyMap<string, string> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const isText = ([, text]: [string, unknown]) => typeof text === "string" && text.length <= 2000;
  if (entries.length === 0 || !entries.every(isText))
    throw refusal("The form could not be read; no text may be longer than 2000 characters.");
  return new Map(entries.map(([name, text]) => [name, String(text).trim()]));
}
