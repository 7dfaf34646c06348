/** What a setting's cell may hold: how its text becomes a value, and how the value is written back. */
import * as z from "zod/mini";
import { isDay } from "../words/days";
import { lazy } from "../words/lazy";
import { isAddress } from "./people";

export interface Kind<T> {
  /** Made when first asked for. */
  schema: () => z.ZodMiniType<T, string>;
  write: (value: T) => string;
}

const texts = (schema: Kind<string>["schema"]): Kind<string> => ({
  schema: lazy(schema),
  write: (text) => text,
});
const matching = (pattern: RegExp, wrong: string) => texts(() => z.string().check(z.regex(pattern, wrong)));
const satisfying = (isRight: (text: string) => boolean, wrong: string) =>
  texts(() => z.string().check(z.refine(isRight, wrong)));

/** One of two words; `flags` "i": whatever their capitals. */
const either = (yes: string, no: string, flags: "i" | "" = "i"): Kind<boolean> => ({
  schema: lazy(() =>
    z.pipe(
      z.string().check(z.regex(new RegExp(`^(${yes}|${no})$`, flags), `enter ${yes} or ${no}`)),
      z.transform((text: string) => text.toLowerCase() === yes),
    ),
  ),
  write: (value) => (value ? yes : no),
});

const numbers = (isRight: (text: string) => boolean, wrong: string): Kind<number> => ({
  schema: lazy(() => z.pipe(z.string().check(z.refine(isRight, wrong)), z.transform(Number))),
  write: String,
});

export const words = texts(() => z.string());
/** It comes into headers of emails, so it is one line: control characters and line ends are left out. */
export const oneLine = texts(() =>
  z.pipe(
    z.string(),
    z.transform((text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, "")),
  ),
);
/** `16:30`: times of day compare as texts. */
export const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, "enter a time such as 16:30");
export const yesNo = either("yes", "no");
/** Written by the add-on: in other capitals somebody typed it, and that decides nothing. */
export const onOff = either("on", "off", "");
export const address = satisfying((text) => text === "" || isAddress(text), "enter a single email address");
export const dayOrBlank = satisfying((text) => text === "" || isDay(text), "enter a date such as 2026-09-01");
export const phone = matching(
  /^$|^[+0(][\d ()-]{8,}$/,
  "start the number with 0 or +; format the cell as plain text to keep the 0",
);
export const count = numbers((text) => /^\d{1,6}$/.test(text), "enter a whole number");
export const between = (least: number, most: number): Kind<number> =>
  numbers(
    (text) => /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most,
    `enter a whole number from ${least} to ${most}`,
  );
