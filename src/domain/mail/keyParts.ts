/** The parts that a key is made of: what each holds, how it is written, and how it is read back. */
import type { Day, Moment } from "../words/days";

/** A key's parts by name. */
export interface PartTypes {
  /** The week's Monday. */
  week: Day;
  day: Day;
  moment: Moment;
  /** A half-term's id, such as `2026-27 Autumn 1`. */
  period: string;
  pupil: string;
  /** A pupil, or `all` of the provider's. */
  about: string;
  provider: string;
  contact: string;
  staff: string;
  template: string;
  /** From 1. */
  revision: number;
  number: number;
}

interface PartForm<T> {
  write: (value: T) => string;
  /** Null where the text is no such part. */
  read: (text: string) => T | null;
}

const matching = (pattern: RegExp): PartForm<string> => ({
  write: (value) => value,
  read: (text) => (pattern.test(text) ? text : null),
});
// Cheaper than isDay, because all the Outbox's keys are read; nobody but the add-on writes them.
const day = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const count: PartForm<number> = {
  write: (value) => String(value),
  read: (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null),
};

const FORMS: { [P in keyof PartTypes]: PartForm<PartTypes[P]> } = {
  week: day,
  day,
  moment: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/),
  // `2026-27 Autumn 1` -> `2026-27-Autumn-1`: between two digits the hyphen was there before.
  period: {
    write: (id) => id.replace(/\s+/g, "-"),
    read: (text) => text.replace(/-(?=\D)|(?<=\D)-/g, " ") || null,
  },
  pupil: matching(/^U\d+$/),
  about: matching(/^(U\d+|all)$/),
  provider: matching(/^P\d+$/),
  contact: matching(/^C\d+$/),
  staff: matching(/^S\d+$/),
  template: matching(/./),
  revision: count,
  number: count,
};

export const writePart = <P extends keyof PartTypes>(part: P, values: Partial<PartTypes>): string =>
  FORMS[part].write(values[part] as PartTypes[P]);

export const readPart = (part: keyof PartTypes, text: string): string | number | null =>
  FORMS[part].read(text);
