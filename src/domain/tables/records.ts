/** Columns that all records made in the sidebar have. */
import * as z from "zod/mini";
import { lazy } from "../words/lazy";
import type { Column } from "./table";
import { required, text } from "./table";

/**
 * A record's letter, the day it was made, and six digits of chance: `T261120-3f9a1c`; with `-2` where several
 * were made at once.
 */
const ID = (letter: string): RegExp => new RegExp(`^${letter}\\d{6}-[0-9a-f]{6}(-\\d{1,3})?$`);

export const recordId = (letter: string): Column<string> => ({
  ...required("Id", {
    note: "Hub Tracker gives this id. Leave it blank in rows that you paste.",
    writer: "add-on",
    width: 120,
  }),
  schema: lazy(() =>
    z.string().check(z.regex(ID(letter), "it is not an id of this tab; leave it blank in a new row")),
  ),
});

/** The letter each tab's ids begin with. */
export const RECORD_LETTERS: Readonly<Record<string, string>> = {
  Targets: "T",
  Feedback: "F",
  "Check-ins": "K",
  Evidence: "E",
  Rewards: "W",
  Assessments: "M",
  Templates: "R",
};

/** `T`, `2026-11-20`, a UUID, 0 -> `T261120-3f9a1c`. */
export function newRecordId(letter: string, today: string, uuid: string, place: number): string {
  const first = `${letter}${today.slice(2).replace(/-/g, "")}-${uuid.replace(/-/g, "").slice(0, 6)}`;
  return place === 0 ? first : `${first}-${place + 1}`;
}

/** Written by Hub Tracker, as the sidebar's form was filled in. */
export const wrote = { writer: "add-on" } as const;
/** The same for a text of some length. */
export const written = { writer: "add-on", privacy: "personal", width: 220, wrap: true } as const;

export const pupilId = required("Pupil id", { ...wrote, note: "The pupil's id.", width: 70 });
export const pupilName = text("Pupil", {
  ...wrote,
  note: "To make the row easy to read. The id is what counts.",
  privacy: "personal",
  width: 160,
});
