/**
 * What the sidebar's Report view shows of one pupil: the sections of the running half-term, and the reports
 * on the board.
 */
import type { Hub } from "../../hub/hub";
import { dayOf, longDay } from "../../words/days";
import type { Day } from "../../words/days";
import { WORDS } from "../../words/grades";
import { LEADS, WITH_PUPILS } from "../../hub/rights";
import type { RunRow } from "../../tables/ledger";
import type { Pupil, StaffMember } from "../../tables/people";
import type { Report, ReportComment, Template } from "../../tables/reports";
import { askedIn, MAKING } from "./asked";
import type { ReportStep } from "./board";
import { periodIdOf } from "../says/ownPeriod";
import type { Section } from "../says/sections";
import { SECTIONS } from "../says/sections";
import { attendanceIn, countsOf, overallIn, percentOf } from "../says/summary";
import { watchedFor } from "./watched";
import type { Watched } from "./wording";

export interface ReportPart {
  /** `2026-27 Autumn 2`; "" before the first. */
  period: string;
  /** Overall and attendance so far, in a line. */
  soFar: string;
  voices: { title: string; sections: WrittenSection[] }[];
  /** Why nothing can be written just now; "" where it can. */
  locked: string;
  watched: Watched[];
  board: BoardReport[];
}

/** Its name is the one under which it is kept: `literacy`. */
export interface WrittenSection extends Section {
  words: string;
}

export interface BoardReport extends Pick<Report, "period" | "pupil" | "provider" | "template"> {
  /** By which it is told from the others. */
  id: string;
  title: string;
  said: string;
  /** What may be done next, each with its button's label. */
  steps: (readonly [to: ReportStep, label: string])[];
}

interface Read {
  pupil: Pupil;
  hub: Hub;
  by: StaffMember;
  today: Day;
  comments: readonly ReportComment[];
  /** Of this pupil, and those of all of a provider's pupils. */
  reports: readonly Report[];
  templates: readonly Template[];
  runs: readonly RunRow[];
}

const VOICES: readonly (readonly [Section["voice"], string])[] = [
  ["staff", "What staff write"],
  ["pupil", "The pupil's own words"],
  ["carer", "The carer's own words"],
];

export function reportPart(read: Read, week: Hub["weeks"][number] | undefined): ReportPart {
  const { pupil, comments } = read;
  const period = week ? periodIdOf(week) : "";
  const written = comments.filter((one) => one.period === period);
  const board = boardOf(read, period);
  const done = board.find(
    (one) => one.period === period && (one.state === "checked" || one.state === "approved"),
  );
  const sections = SECTIONS.map((section): WrittenSection => {
    const name = section.name.replace("written.", "");
    return { ...section, name, words: written.find((one) => one.section === name)?.words ?? "" };
  });
  return {
    period,
    soFar: [period === "" ? "" : soFar(read, period), ...makingNow(read)].filter(Boolean).join(" "),
    voices: VOICES.map(([voice, title]) => ({
      title,
      sections: sections.filter((section) => section.voice === voice),
    })),
    locked: done ? `A report is already ${done.state}. Take it back to change what it says.` : "",
    watched: watchedFor(pupil),
    board: board.map((one) => seen(one, read)),
  };
}

/** `Overall: 4 weeks Green, 1 Amber. Attendance: 93% of the sessions offered.` */
function soFar({ pupil, hub, today }: Read, period: string): string {
  const weeks = hub.weeks.filter((week) => week.week <= today && periodIdOf(week) === period);
  const counts = countsOf(weeks.map((week) => overallIn(week, { hub, pupil })));
  const said = (["G", "A", "R"] as const).flatMap((grade) =>
    counts[grade] > 0 ? [`${counts[grade]} ${WORDS[grade]}`] : [],
  );
  const percent = percentOf(attendanceIn(weeks, { hub, pupil }));
  return [
    `Overall, week by week: ${said.join(", ") || "not graded yet"}.`,
    percent && `Attendance: ${percent} of the sessions offered.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** `The reports of 2026-27 Autumn 2 are being made: 12 of 40 are there.` */
const makingNow = ({ runs }: Read): string[] =>
  runs.flatMap(({ job, for: asked, state, counts }) =>
    job === MAKING && state === "open"
      ? [`The reports of ${askedIn(asked).period} are being made: ${counts}.`]
      : [],
  );

/**
 * The pupil's of this half-term, and those of others that are not sent yet; with what is made for all of a
 * provider's.
 */
function boardOf({ pupil, hub, reports }: Read, period: string): Report[] {
  const placedBy = new Set(hub.placements.flatMap((p) => (p.pupil === pupil.id ? [p.provider] : [])));
  return reports
    .filter((one) => one.pupil === pupil.id || (one.pupil === "" && placedBy.has(one.provider)))
    .filter((one) => one.period === period || one.state !== "sent");
}

function seen(report: Report, { by, hub, templates }: Read): BoardReport {
  const { period, pupil, provider, template } = report;
  const name = templates.find(({ id }) => id === template)?.name ?? template;
  const from = hub.providers.find(({ id }) => id === provider)?.name ?? provider;
  return {
    id: [period, pupil, provider, template].join("|"),
    period,
    pupil,
    provider,
    template,
    title: `${name}, ${from}${pupil === "" ? ", all its pupils" : ""}`,
    said: [period, stateOf(report)].join(": "),
    steps: stepsFor(report, by),
  };
}

function stateOf({ state, checkedBy, checkedAt, approvedBy, approvedAt, sentAt }: Report): string {
  const done = (what: string, who: string, at: string): string[] =>
    at === "" ? [] : [`${what}${who && ` by ${who}`}, ${longDay(dayOf(at))}`];
  const all = [
    ...done("checked", checkedBy, checkedAt),
    ...done("approved", approvedBy, approvedAt),
    ...done("sent", "", sentAt),
  ];
  return all.join("; ") || state;
}

/** What forbids a step is said when somebody takes it; only what a role may never do is left out. */
function stepsFor({ state }: Report, { role }: StaffMember): BoardReport["steps"] {
  if (!WITH_PUPILS.includes(role)) return [];
  const back = ["drafting", "Take back"] as const;
  switch (state) {
    case "not started":
      return [];
    case "sent":
      return LEADS.includes(role) ? [["drafting", "New version"]] : [];
    case "drafting":
      return [["checked", "Checked"]];
    case "checked":
      return LEADS.includes(role) ? [["approved", "Approve"], back] : [back];
    case "approved":
      return [back];
  }
}
