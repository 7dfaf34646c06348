/** What may come from a dialog: every endpoint's arguments are looked at here before anything uses them. */
import * as z from "zod/mini";
import { isDay } from "../words/days";
import { lazy } from "../words/lazy";
import { isKey } from "../mail/kinds";
import { isBroken } from "../tables/forms";
import { refusal } from "../words/problem";
import type { WantedPupil } from "./pupilView";
import { whyNoDocx } from "../documents/upload";
import type { Template } from "../tables/reports";
import { FOR_WHOM, REPORT_KINDS } from "../tables/reports";
import { STEPS } from "../reports/board/board";
import type { Section } from "../reports/says/sections";
import { SECTIONS } from "../reports/says/sections";

function reading<T>(make: () => z.ZodMiniType<T>, what: string): (value: unknown) => T {
  const schema = lazy(make);
  return (value) => {
    const parsed = schema().safeParse(value);
    if (parsed.success) return parsed.data;
    throw refusal(`That is not a valid ${what}. Close the dialog and try again.`);
  };
}

export const weekFrom = reading(() => z.string().check(z.refine(isDay)), "week");
export const contactIdFrom = reading(() => z.string().check(z.regex(/^C\d{1,6}$/)), "contact id");
/** A message's key, such as `weekly|2026-11-16|P03|C014`. */
export const keyFrom = reading(() => z.string().check(z.refine(isKey)), "message key");
/** What the person was shown: compared, never used. */
export const seenFrom = reading(() => z.string().check(z.regex(/^[^]{0,300}$/)), "copy of what was shown");
export const switchFrom = reading(() => z.string().check(z.regex(/^(on|off)$/)), "choice of on or off");
/** A plan's id, such as `AP-U017-2026-10-12`. */
export const planFrom = reading(() => z.string().check(z.regex(/^AP-U\d{1,6}-\d{4}-\d\d-\d\d$/)), "plan id");

export const pupilFrom = reading(() => z.string().check(z.regex(/^U\d{1,6}$/)), "pupil id");
/** At least one, each once, and no more than a class and a half. */
export const pupilsFrom = (value: unknown): string[] => {
  if (!Array.isArray(value) || value.length === 0 || value.length > 40)
    throw refusal("Choose at least one pupil, and at most 40.");
  return [...new Set(value.map(pupilFrom))];
};
/** The id of a record of this tab, such as `T261120-3f9a1c`. */
export const recordFrom = reading(
  () => z.string().check(z.regex(/^[TFKEWMR]\d{6}-[0-9a-f]{6}(-\d{1,3})?$/)),
  "record id",
);
export const periodFrom = reading(() => z.string().check(z.regex(/^[\w -]{1,40}$/)), "half-term");
/** Ids of providers, or all. */
export const providersFrom = (value: unknown): readonly string[] | "all" =>
  value === "all" ? "all" : (Array.isArray(value) ? value : [value]).map(providerIdFrom);
const providerIdFrom = reading(() => z.string().check(z.regex(/^P\d{1,6}$/)), "provider id");
export const providerFrom = (value: unknown): string => (value === "" ? "" : providerIdFrom(value));
export const starterFrom = reading(() => z.string().check(z.regex(/^[a-z-]{1,40}$/)), "starter");
/** A template's id on the board. */
export const templateFrom = reading(
  () => z.string().check(z.regex(/^R\d{6}-[0-9a-f]{6}(-\d{1,3})?$/)),
  "template id",
);
/** A pupil's id, or "" of a report for all of a provider's pupils. */
export const pupilOrAllFrom = (value: unknown): string => (value === "" ? "" : pupilFrom(value));
export const stepFrom = reading(() => z.enum(STEPS), "step of a report");
export const sectionFrom = (value: unknown): Section => {
  const found = SECTIONS.find(({ name }) => name === `written.${String(value)}`);
  if (found) return found;
  throw refusal("Reports have no such section. Open the pupil again and try again.");
};
/** What a cell held when it was shown: as long as a cell can be. Compared, never used. */
export const shownFrom = reading(() => z.string().check(z.maxLength(50_000)), "copy of the text shown");
export const yesFrom = reading(() => z.boolean(), "choice of yes or no");

/** Whose page the sidebar wants: a pupil's, or the selected row's. */
export function wantedFrom(value: unknown): WantedPupil {
  const { pupil = null, known = null } = (value ?? {}) as Partial<WantedPupil>;
  return { pupil: pupil === null ? null : pupilFrom(pupil), known: known === null ? null : pupilFrom(known) };
}

/** What was filled into a dialog's form, by the fields' names: texts alone, none of them endless. */
export function formFrom(value: unknown): ReadonlyMap<string, string> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const isText = ([, text]: [string, unknown]) =>
    typeof text === "string" && text.length <= 2000 && !isBroken(text);
  if (entries.length === 0 || !entries.every(isText))
    throw refusal(
      "The form could not be read. No text may be longer than 2000 characters or contain a broken one.",
    );
  return new Map(entries.map(([name, text]) => [name, String(text).trim()]));
}

/** A .docx in base 64. */
export function docxFrom(value: unknown): string {
  const file = typeof value === "string" ? value : "";
  const why = whyNoDocx(file);
  if (why) throw refusal(why);
  return file;
}

/** What a provider's own template is called, whose it is, and what it is for. */
export function ownTemplateFrom(
  form: unknown,
): Pick<Template, "name" | "provider" | "kind" | "forWhom" | "mostPages"> {
  const filled = formFrom(form);
  const name = filled.get("name") ?? "";
  if (name === "" || name.length > 80) throw refusal("Give the template a name of at most 80 characters.");
  const kind = REPORT_KINDS.find((one) => one === filled.get("kind"));
  const forWhom = FOR_WHOM.find((one) => one === filled.get("forWhom"));
  if (!kind || !forWhom) throw refusal("Choose the kind of report and whom it is for.");
  const most = filled.get("mostPages") ?? "";
  if (!/^([1-9]\d{0,2})?$/.test(most))
    throw refusal("Enter the most pages as a whole number such as 2, or leave it blank for no limit.");
  const mostPages = most === "" ? null : Number(most);
  return { name, provider: providerFrom(filled.get("provider")), kind, forWhom, mostPages };
}

/**
 * Of which provider, and from which day to which, both included: a dialog's form, or the three one by one.
 */
export function receivedFrom(
  asked: unknown,
  first: unknown,
  last: unknown,
): { provider: string; from: string; to: string } {
  const form = typeof asked === "string" ? null : formFrom(asked);
  const provider = providerIdFrom(form ? form.get("provider") : asked);
  const [from, to] = [form ? form.get("from") : first, form ? form.get("to") : last].map(dayFrom);
  if (from === undefined || to === undefined || from > to)
    throw refusal("The first day must not be after the last day.");
  return { provider, from, to };
}
const dayFrom = (value: unknown): string => {
  if (typeof value === "string" && isDay(value)) return value;
  throw refusal("Give both days, as 2026-11-16.");
};

/** Whose records are wanted: an id by itself, or a dialog's form, in which a typed id comes first. */
export function packOfFrom(asked: unknown): string {
  if (typeof asked === "string") return pupilFrom(asked);
  const form = formFrom(asked);
  return pupilFrom((form.get("id") || form.get("pupil") || "").toUpperCase());
}

const reportOf = reading(() => z.string().check(z.regex(/^(U\d{1,6}|all) P\d{1,6}$/)), "pupil and provider");
/** Whose report to show: `U017 P03`, `all P03`; "" if nobody was chosen. */
export const reportOfFrom = (form: unknown): string => {
  const chosen = form === undefined || form === null ? "" : (formFrom(form).get("for") ?? "");
  return chosen === "" ? "" : reportOf(chosen);
};
