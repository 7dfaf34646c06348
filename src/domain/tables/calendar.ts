/** The school year as data: half-terms, closures, providers' own holidays. */
import type { RecordOf } from "./table";
import { choice, day, required, table, text } from "./table";

export const calendar = table({
  tab: "Calendar",
  about: "Half-terms with first and last day, closures, and providers' own holidays.",
  purpose: "When the hub is open, and when weeks close.",
  basis: "Holds no personal records.",
  kept: "For as long as the hub wishes.",
  ofPupil: null,
  key: [],
  columns: () => ({
    year: required("School year", { note: "Such as 2026-27.", width: 100 }),
    kind: choice("Kind", ["half-term", "closure", "provider holiday"], {
      note: "half-term, closure (holiday, INSET, closed) or provider holiday.",
    }),
    name: required("Name", { note: "Autumn 1, Autumn 2, Spring 1 … or what the closure is.", width: 160 }),
    firstDay: day("First day", { note: "Included." }),
    lastDay: day("Last day", { note: "Included. For a single day, the same as the first day." }),
    provider: text("Provider", {
      note: "Only for a provider holiday: the provider's id or full name.",
      width: 160,
    }),
  }),
});

export type CalendarRow = RecordOf<typeof calendar>;
