/** A message ready to leave, with what the last check and the ledger need to know of it. */
import type { Day } from "../words/days";
import type { Mark } from "../words/grades";

/** The grades in a message, by week, pupil id and area id (`overall` for the week's judgement). */
export type Letters = Record<Day, Record<string, Record<string, Mark>>>;

/**
 * What a notice told, by week, pupil id and series: kinds of event and the grades they rest on, such as
 * `notify GGAARA`.
 */
export type ToldLetters = Record<Day, Record<string, Record<string, string>>>;

/** Whom a message is for: a provider's contact, or a member of staff; by id. */
export type Addressee = { provider: string; contact: string } | { staff: string };

export interface Mail {
  /** What it is, never when it ran: `weekly|2026-11-16|P03|C014`. */
  key: string;
  to: Addressee;
  recipient: string;
  replyTo: string;
  fromName: string;
  subject: string;
  text: string;
  /** Null where the styled message would be clipped by mail programs. */
  html: string | null;
  letters: Letters | ToldLetters;
  /** The report that it brings. */
  report?: Brought;
}

/**
 * A finished report: a PDF in the message, with a return's table also as CSV; or a link, when the message is
 * what Google says as it shares the document.
 */
export interface Brought {
  document: string;
  way: "PDF" | "link";
  /** What the PDF is called, without its ending. No full name where the provider has initials. */
  fileName: string;
  /** Everything the document says, for the last check. */
  says: string;
  csv: string | null;
}
