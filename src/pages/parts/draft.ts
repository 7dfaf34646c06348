/** A form: what it starts with, and over that what was typed, which is kept until it is saved or left. */
import { change, now } from "./state";

export interface FormOf<F extends string> {
  /** `Feedback/new`: the view first. */
  name: string;
  values: Readonly<Record<F, string>>;
  /** Being saved just now, and still until then. */
  isStill: boolean;
  set(field: F, value: string, isMinor?: boolean): void;
  /** What somebody else put into a field since it was changed here; null for nothing. */
  meanwhile(field: F): string | null;
}

export function formOf<const F extends string>(name: string, start: Readonly<Record<F, string>>): FormOf<F> {
  const { drafts, status } = now();
  const draft = drafts[name] ?? {};
  const typed = Object.fromEntries(Object.entries(draft).map(([field, changed]) => [field, changed.now]));
  const isStill = status.kind === "saving" && status.form === name;
  return {
    name,
    values: { ...start, ...typed },
    isStill,
    set(field, value, isMinor = false) {
      // Still drawn again, so that the box shows what is kept.
      change(isStill ? {} : { drafts: withField(name, field, start[field], value, isMinor) });
    },
    meanwhile(field) {
      const changed = draft[field];
      return changed && changed.was !== start[field] && changed.now !== start[field] ? start[field] : null;
    },
  };
}

/** A field that is again as it started is not changed. */
function withField(name: string, field: string, start: string, value: string, isMinor: boolean) {
  const { drafts } = now();
  const { [field]: before, ...others } = drafts[name] ?? {};
  const changed = { ...others, [field]: { was: before?.was ?? start, now: value, isMinor } };
  return withDraft(name, value === start ? others : changed);
}

function withDraft(name: string, fields: Record<string, { was: string; now: string; isMinor: boolean }>) {
  const others = Object.entries(now().drafts).filter(([other]) => other !== name);
  return Object.fromEntries(Object.keys(fields).length === 0 ? others : [...others, [name, fields]]);
}

/** Forgets what was typed into a form. */
export const clear = (name: string): void => change({ drafts: withDraft(name, {}) });

export const hasDraft = (name: string): boolean => name in now().drafts;
