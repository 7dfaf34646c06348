/** How numbers, lists and weeks are written in sentences. */
import type { Day } from "./days";
import { shortDay } from "./days";

const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** 4 -> `four`; 13 -> `13`. */
export const inWords = (n: number): string => NUMBERS[n] ?? String(n);

/** `a`, `a and b`, `a, b and c`. */
export function listed(texts: readonly string[]): string {
  const last = texts[texts.length - 1] ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} and ${last}`;
}

/** Days in order, each month named once: `8 and 15 September`, `22 and 29 September and 6 October`. */
export function daysListed(days: readonly Day[]): string {
  const months = new Map<string, string[]>();
  for (const day of days) {
    const [number = "", month = ""] = shortDay(day).split(" ");
    months.set(month, [...(months.get(month) ?? []), number]);
  }
  return listed([...months].map(([month, numbers]) => `${listed(numbers)} ${month}`));
}

/** `the week of 13 October`, `the weeks of 13 and 20 October`. */
export const weeksOf = (weeks: readonly Day[]): string =>
  `the week${weeks.length === 1 ? "" : "s"} of ${daysListed(weeks)}`;

/** `the week beginning 8 September`, `the weeks beginning 8 and 15 September`. */
export const weeksBeginning = (weeks: readonly Day[]): string =>
  `the week${weeks.length === 1 ? "" : "s"} beginning ${daysListed(weeks)}`;

/** From the first to the last week: `22 September to 20 October`; one week: `22 September`. */
export function weekSpan(weeks: readonly Day[]): string {
  const [first = "", last = ""] = [weeks[0], weeks[weeks.length - 1]];
  return first === last ? shortDay(first) : `${shortDay(first)} to ${shortDay(last)}`;
}

/** 4 -> `four school weeks`. */
export const schoolWeeksInWords = (n: number): string => `${inWords(n)} school week${n === 1 ? "" : "s"}`;

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** 3 -> `3 pupils`. */
export const pupilsInWords = (n: number): string => `${n} ${n === 1 ? "pupil" : "pupils"}`;
