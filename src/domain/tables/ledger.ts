/** The add-on's own tabs: Outbox (the ledger of all that leaves), Runs, Problems. */
import type { RecordOf } from "./table";
import { choice, required, table, text, wholeNumber } from "./table";

/** `made`: a document was made under the key; every other one is of something that leaves. */
export const STATES = [
  "held",
  "approved",
  "claimed",
  "made",
  "sent",
  "failed",
  "superseded",
  "dropped",
] as const;

export const outbox = table({
  tab: "Outbox",
  about: "Everything that was sent, event by event. Nobody may change a row, not even Hub Tracker.",
  purpose: "To send everything once, to prove what was sent to whom, and to correct it later.",
  basis: "Public task (UK GDPR 6(1)(e)), and being able to show what was done (5(2)).",
  kept: "For as long as the workbook: if a row is removed, nothing more is sent. The hub starts a new workbook when its retention schedule says so.",
  ofPupil: { title: "What was sent, and to whom", mentioned: true },
  key: [],
  addOnOnly: true,
  hidden: true,
  columns: () => ({
    no: wholeNumber("No", { note: "Numbered without gaps.", writer: "add-on", width: 60 }),
    at: required("At", { note: "London time.", writer: "add-on", width: 140 }),
    by: text("By", { note: "The account that did this.", writer: "add-on", privacy: "personal", width: 200 }),
    key: required("Key", { note: "What this is about, never when it ran.", writer: "add-on", width: 240 }),
    state: choice("State", STATES, {
      note: "The state of the event with the highest number is the key's state.",
      writer: "add-on",
      width: 90,
    }),
    recipient: text("Recipient", {
      note: "The confirmed address. Blank for a document that was made.",
      writer: "add-on",
      privacy: "personal",
      width: 220,
    }),
    hash: text("Hash", { note: "A fingerprint of the content.", writer: "add-on", width: 160 }),
    letters: text("Letters", {
      note: "The grades that were sent, or would have been, by pupil and area id.",
      writer: "add-on",
      privacy: "personal",
      width: 160,
    }),
    reason: text("Reason", { note: "Why it was held, failed or was dropped.", writer: "add-on", width: 300 }),
  }),
});

export const runs = table({
  tab: "Runs",
  about: "What the add-on did and when. The first row is its latest sign of life.",
  purpose: "To see that the work was done, when, and by whose account.",
  basis: "Public task (UK GDPR 6(1)(e)), and being able to show what was done (5(2)).",
  kept: "For as long as the workbook.",
  ofPupil: { title: "What the add-on did for this pupil", mentioned: true },
  key: ["job", "for"],
  addOnOnly: true,
  hidden: true,
  columns: () => ({
    job: required("Job", { note: "What ran.", writer: "add-on", width: 140 }),
    for: text("For", {
      privacy: "personal",
      note: "The week or day it ran for.",
      writer: "add-on",
      width: 110,
    }),
    state: text("State", {
      note: "done: nothing left to do; open: continues at the next run.",
      writer: "add-on",
      width: 90,
    }),
    at: text("At", { note: "London time.", writer: "add-on", width: 140 }),
    by: text("By", { note: "The account that ran it.", writer: "add-on", privacy: "personal", width: 200 }),
    counts: text("Counts", { note: "What it did, as counts.", writer: "add-on", width: 300 }),
    outboxRows: wholeNumber("Outbox rows", {
      note: "How many rows the Outbox had. If it has fewer later, nothing more is sent.",
      writer: "add-on",
      ifUnreadable: null,
    }),
  }),
});

export const problems = table({
  tab: "Problems",
  about: "What needs correcting, where, and what to do. A line disappears when its check no longer finds it.",
  purpose: "To find and correct what is wrong before it is used.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until it is corrected.",
  ofPupil: { title: "What was wrong in the records", mentioned: true },
  key: [],
  addOnOnly: true,
  columns: () => ({
    tab: text("Tab", { note: "Where.", writer: "add-on" }),
    row: wholeNumber("Row", {
      note: "The row number when this was written; the first one if there are several. Blank if it is not known.",
      writer: "add-on",
      width: 60,
      ifUnreadable: null,
    }),
    which: text("Which row", {
      since: 2,
      note: "What the row is about. Use it to find the row again if rows have moved.",
      writer: "add-on",
      privacy: "personal",
      width: 160,
    }),
    heading: text("Heading", { note: "Which column.", writer: "add-on", width: 140 }),
    wrong: text("What is wrong", { note: "In a sentence.", writer: "add-on", width: 420, wrap: true }),
    remedy: text("What to do", { note: "In a sentence.", writer: "add-on", width: 320, wrap: true }),
    since: text("Since", { note: "When it was first seen.", writer: "add-on", width: 140 }),
    foundBy: text("Found by", {
      since: 2,
      note: "The check that found it. The line disappears when that check no longer finds it.",
      writer: "add-on",
      width: 160,
    }),
  }),
});

export type OutboxRow = RecordOf<typeof outbox>;
export type RunRow = RecordOf<typeof runs>;
export type ProblemRow = RecordOf<typeof problems>;
