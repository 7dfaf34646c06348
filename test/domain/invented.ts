/** A small invented hub for tests: one area graded, two providers, the weeks of Autumn 2. */
import { schoolWeeks } from "../../src/domain/hub/calendar";
import type { Hub } from "../../src/domain/hub/hub";
import type { Mark } from "../../src/domain/words/grades";
import type { Mail } from "../../src/domain/mail/mail";
import { starterAreas } from "../../src/domain/tables/areas";
import type { CalendarRow } from "../../src/domain/tables/calendar";
import type { OutboxRow, RunRow } from "../../src/domain/tables/ledger";
import type { Contact, Placement, Provider, Pupil, StaffMember } from "../../src/domain/tables/people";
import type { InRow } from "../../src/domain/tables/read";
import { settingsFrom } from "../../src/domain/tables/settings";
import type { WeekRow } from "../../src/domain/tables/weeklyGrades";

export const calendarRow = (
  kind: CalendarRow["kind"],
  name: string,
  firstDay: string,
  lastDay = firstDay,
  provider = "",
): CalendarRow => ({ year: "2026-27", kind, name, firstDay, lastDay, provider });

export const WEEK = "2026-11-16";
export const weeks = schoolWeeks([calendarRow("half-term", "Autumn 2", "2026-11-02", "2026-12-18")]);
export const weekOf = (monday: string) => weeks.find((w) => w.week === monday)!;
export const week = weekOf(WEEK);
export const { settings } = settingsFrom([]);

export const pupil = (
  id: string,
  firstName: string,
  surname: string,
  born: string | null = null,
): InRow<Pupil> => ({
  row: Number(id.slice(1)) + 1,
  id,
  firstName,
  surname,
  knownAs: "",
  born,
  upn: "",
  yearGroup: null,
  keyWorker: "",
  strengths: "",
  needs: "",
  whatHelps: "",
  senSupport: "no",
  ehcp: "no",
  lookedAfter: "no",
  childInNeed: "no",
  restricted: "no",
});

export const provider = (id: string, change: Partial<Provider> = {}): InRow<Provider> => ({
  row: 2,
  id,
  name: `${id} School`,
  namesInUpdates: "initials",
  reportsAs: "PDF",
  cadence: "weekly",
  domains: "",
  active: "yes",
  ...change,
});

export const placement = (
  pupilId: string,
  providerId: string,
  firstDay = "2026-11-02",
  lastDay: string | null = null,
): InRow<Placement> => ({
  row: 2,
  id: `L${pupilId}${providerId}`,
  pupil: pupilId,
  provider: providerId,
  firstDay,
  lastDay,
  reference: `r-${pupilId}`,
});

export const row = (
  pupilId: string,
  monday = WEEK,
  strength = "Did well.",
  overall: Mark = "A",
  grades: Record<string, Mark> = { A01: "G" },
): InRow<WeekRow> => ({
  row: 2,
  week: monday,
  pupil: pupilId,
  name: "",
  keyWorker: "",
  grades,
  overall,
  strength,
  nextStep: "",
  note: "",
  offered: null,
  attended: null,
  changedAt: "",
});

export const member = (id: string, change: Partial<StaffMember> = {}): InRow<StaffMember> => ({
  row: Number(id.slice(1)) + 1,
  id,
  name: `Member ${id}`,
  email: `${id.toLowerCase()}@hub.example`,
  role: "teacher",
  active: "yes",
  ...change,
});

export const contact = (id: string, providerId: string, change: Partial<Contact> = {}): InRow<Contact> => ({
  row: Number(id.slice(1)) + 1,
  id,
  provider: providerId,
  name: "",
  role: "",
  email: `${id.toLowerCase()}@${providerId.toLowerCase()}.example`,
  updates: "yes",
  notices: "no",
  reports: "no",
  bounced: "no",
  confirmed: `${id.toLowerCase()}@${providerId.toLowerCase()}.example`,
  ...change,
});

export const hub = (
  pupils: InRow<Pupil>[],
  placements: InRow<Placement>[],
  rows = pupils.map((p) => row(p.id)),
  change: Partial<Hub> = {},
): Hub => ({
  weeks,
  providers: [provider("P01"), provider("P02")],
  holidays: [],
  staff: [member("S01", { role: "lead" }), member("S02")],
  keyWorkers: new Map(),
  pupils: new Map(pupils.map((p) => [p.id, p])),
  placements,
  unreadablePlacements: new Map(),
  areas: starterAreas,
  rows: new Map(rows.map((r) => [`${r.week}|${r.pupil}`, r])),
  rewards: [],
  withheld: new Set(),
  takenRows: new Set(rows.map((r) => `${r.week}|${r.pupil}`)),
  ...change,
});

export const runRow = (job: string, key: string, state = "done"): InRow<RunRow> => ({
  row: 2,
  job,
  for: key,
  state,
  at: "2026-11-20 16:40",
  by: "",
  counts: "",
  outboxRows: null,
});

/** An event of the Outbox that a message with these letters was sent. */
export const sentEvent = (no: number, key: string, letters: Mail["letters"] = {}): InRow<OutboxRow> => ({
  row: no + 1,
  no,
  at: "2026-11-20 16:40",
  by: "",
  key,
  state: "sent",
  recipient: "",
  hash: "",
  letters: JSON.stringify(letters),
  reason: "",
});
