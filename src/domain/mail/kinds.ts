/**
 * Every kind of message and document, each declared once. A key says what a thing is, never when it ran, such
 * as `weekly|2026-11-16|P03|C014`; keys are built and split here and nowhere else.
 */
import { longDay, momentInWords } from "../words/days";
import type { PartTypes } from "./keyParts";
import { readPart, writePart } from "./keyParts";

type Part = keyof PartTypes;

/**
 * Who may get it: contacts of a provider with "yes" in this column of Contacts, staff, or nobody: it stays
 * here.
 */
export type Audience = "updates" | "notices" | "reports" | "staff" | "nobody";

/**
 * What a lead can do with one that is held: see it composed again, then approve or drop it; or only drop it.
 * "Never": it is no message, so it cannot be held.
 */
type WhenHeld = "composed again" | "only dropped" | "never";

interface Kind<P extends Part, A extends Audience, H extends WhenHeld, J extends string | null> {
  /** The parts of its key, in order. */
  parts: readonly P[];
  /** How its keys begin, where not with the kind's name. */
  start?: string;
  /** What a receipt calls it. */
  words: (parts: Pick<PartTypes, P>) => string;
  goesTo: A;
  whenHeld: H;
  /**
   * The job that hands a claim to a lead when a run left it open and it is not due any more; null: it stays a
   * claim.
   */
  settledBy: J;
}
export const kind = <P extends Part, A extends Audience, H extends WhenHeld, J extends string | null>(
  declared: Kind<P, A, H, J>,
) => declared;

const ofWeek = ({ week }: Pick<PartTypes, "week">): string => `week beginning ${longDay(week)}`;
const ofReport = (parts: Pick<PartTypes, "period" | "about" | "template" | "revision">): string => {
  const { period, about, template, revision } = parts;
  const whom = about === "all" ? "all its pupils" : about;
  return `${whom}, ${period}, template ${template}, revision ${revision}`;
};

const NOTICE = ["week", "pupil", "provider", "contact", "revision"] as const;
const DOCUMENT = ["period", "about", "provider", "template", "revision"] as const;
const KEPT_HERE = { goesTo: "nobody", whenHeld: "never", settledBy: null } as const;

export const KINDS = {
  weekly: kind({
    parts: ["week", "provider", "contact"],
    words: (parts) => `Weekly update, ${ofWeek(parts)}`,
    goesTo: "updates",
    whenHeld: "composed again",
    settledBy: null,
  }),
  /** What was late or corrected; `number` counts the messages about the same newest week. */
  changes: kind({
    parts: ["week", "provider", "contact", "number"],
    words: (parts) => `Late or corrected grades, ${ofWeek(parts)}`,
    goesTo: "updates",
    whenHeld: "composed again",
    settledBy: "eveningCheck",
  }),
  notice: kind({
    parts: NOTICE,
    words: (parts) => `Notice about ${parts.pupil}, ${ofWeek(parts)}`,
    goesTo: "notices",
    whenHeld: "composed again",
    settledBy: "deteriorationCheck",
  }),
  /** Of the notice with the same parts. */
  correction: kind({
    parts: NOTICE,
    words: (parts) => `Correction to a notice about ${parts.pupil}, ${ofWeek(parts)}`,
    goesTo: "notices",
    whenHeld: "composed again",
    settledBy: "deteriorationCheck",
  }),
  /** The message that brings a document to a contact: the document's key and the contact. */
  report: kind({
    parts: [...DOCUMENT, "contact"],
    words: (parts) => `Report on ${ofReport(parts)}`,
    goesTo: "reports",
    whenHeld: "composed again",
    settledBy: null,
  }),
  document: kind({
    start: "report",
    parts: DOCUMENT,
    words: (parts) => `Report made on ${ofReport(parts)}`,
    ...KEPT_HERE,
  }),
  /** A return's table, beside its document in Drive. */
  csv: kind({
    start: "csv|report",
    parts: DOCUMENT,
    words: (parts) => `Table of a report on ${ofReport(parts)}`,
    ...KEPT_HERE,
  }),
  reminder: kind({
    parts: ["day", "staff"],
    words: ({ day, staff }) => `Reminder of blank grades to ${staff}, ${longDay(day)}`,
    goesTo: "staff",
    whenHeld: "only dropped",
    settledBy: null,
  }),
  /** An update that a lead sent to nobody else. */
  test: kind({
    parts: ["moment", "staff"],
    words: ({ moment, staff }) => `Test to ${staff}, ${momentInWords(moment)}`,
    goesTo: "staff",
    whenHeld: "only dropped",
    settledBy: null,
  }),
  /** All that is held about a pupil, in the Drive of whoever asked. */
  pack: kind({
    parts: ["pupil", "moment"],
    words: ({ pupil, moment }) => `Records held about ${pupil}, ${momentInWords(moment)}`,
    ...KEPT_HERE,
  }),
  withheld: kind({
    parts: ["week", "pupil", "provider"],
    words: (parts) => `Held back because the pupil is restricted: ${parts.pupil}, ${ofWeek(parts)}`,
    ...KEPT_HERE,
  }),
};

export type KindName = keyof typeof KINDS;
export type PartsOf<K extends KindName> = Pick<PartTypes, (typeof KINDS)[K]["parts"][number]>;
/** A key's kind and parts. */
export type KeyParts<K extends KindName = KindName> = { [N in K]: { kind: N } & PartsOf<N> }[K];

/** The kinds that have one of these values. */
type KindsWith<F extends "goesTo" | "whenHeld" | "settledBy", V> = {
  [K in KindName]: (typeof KINDS)[K][F] extends V ? K : never;
}[KindName];
export type ComposedAgain = KindsWith<"whenHeld", "composed again">;
export type ToContacts = KindsWith<"goesTo", "updates" | "notices" | "reports">;
/** The jobs that settle claims. */
export type Settler = NonNullable<(typeof KINDS)[KindName]["settledBy"]>;

/** A kind as it is read by loops over all of them. */
type AnyKind = Kind<Part, Audience, WhenHeld, string | null>;
const NAMES = Object.keys(KINDS) as KindName[];
const kindOf = (name: KindName): AnyKind => KINDS[name] as unknown as AnyKind;
const startsWith = (name: KindName): string => kindOf(name).start ?? name;

/** `weekly`, { week: "2026-11-16", provider: "P03", contact: "C014" } -> `weekly|2026-11-16|P03|C014`. */
export const keyOf = <K extends KindName>(name: K, parts: PartsOf<K>): string =>
  startOf(name, parts as Partial<PartsOf<K>>).slice(0, -1);

/**
 * How all keys begin that share the parts given, up to the first that is not: `weekly`, { week: "2026-11-16"
 * } -> `weekly|2026-11-16|`. Of a document's whole key it is how its messages' keys begin.
 */
export function startOf<K extends KindName>(name: K, parts: Partial<PartsOf<K>>): string {
  const given: Partial<PartTypes> = parts;
  const { parts: all } = kindOf(name);
  const missing = all.findIndex((part) => given[part] === undefined);
  const shared = missing < 0 ? all : all.slice(0, missing);
  return [startsWith(name), ...shared.map((part) => writePart(part, given)), ""].join("|");
}

/** A key's kind and parts; null for one that this version does not know. */
export function partsOf(key: string): KeyParts | null {
  const texts = segmentsOf(key);
  for (const name of NAMES) {
    const { parts } = kindOf(name);
    const start = startsWith(name);
    const before = texts.length - parts.length;
    if (!key.startsWith(`${start}|`) || before !== segmentsOf(start).length) continue;
    const values = parts.map((part, i) => [part, readPart(part, texts[before + i] ?? "")] as const);
    if (values.every(([, value]) => value !== null))
      return { kind: name, ...Object.fromEntries(values) } as unknown as KeyParts;
  }
  return null;
}

/**
 * What a person calls the thing that a key names; the key itself where this version does not know its kind.
 */
export function inWords(key: string): string {
  const parts = partsOf(key);
  return parts === null ? key : kindOf(parts.kind).words(parts as unknown as PartTypes);
}

/** A key's texts between its strokes, for code that only asks whether some id is in it, whatever the kind. */
export const segmentsOf = (key: string): string[] => key.split("|");

/** The key in a form to quote, by which two messages about the same week differ: `2026-11-16-P03-C014`. */
export const referenceOf = (key: string): string => segmentsOf(key).slice(1).join("-");

/**
 * Whether a text could be a key, also of a kind that only a newer version knows: a lead can drop that, too.
 */
export const isKey = (text: string): boolean => /^[a-z]+(\|[\w:-]{1,24}){1,6}$/.test(text);

/** Whether it is for this job to settle a claim under the key. */
export function isSettledBy(job: Settler, key: string): boolean {
  const parts = partsOf(key);
  return parts !== null && kindOf(parts.kind).settledBy === job;
}
