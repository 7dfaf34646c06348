/** What may come from a dialog: every endpoint's arguments are looked at here before anything uses them. */
import * as z from "zod/mini";
import { isDay } from "./days";

const reading =
  <T>(schema: z.ZodMiniType<T>, what: string) =>
  (value: unknown): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Error(`This is no ${what}. Close the dialog, open it again and try once more.`);
  };

export const weekFrom = reading(z.string().check(z.refine(isDay)), "week");
export const contactIdFrom = reading(z.string().check(z.regex(/^C\d{1,6}$/)), "contact's id");
/** A message's key, such as `weekly|2026-11-16|P03|C014`. */
export const keyFrom = reading(
  z.string().check(z.regex(/^[a-z]+(\|[\w:-]+){1,5}$/), z.maxLength(120)),
  "message's key",
);
/** What the person was shown: compared, never used. */
export const seenFrom = reading(z.string().check(z.maxLength(300)), "proof of what was shown");
export const switchFrom = reading(z.enum(["on", "off"]), "on or off");
