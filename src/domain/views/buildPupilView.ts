/**
 * A pupil's page from what was read. Pure; of other pupils it holds only the names on the roll and of
 * nominations.
 */
import type { SchoolWeek } from "../hub/calendar";
import { closedWeeks, weekAt } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { areasIn, overallOf } from "../hub/hub";
import { dayOf, longDay } from "../words/days";
import type { Moment } from "../words/days";
import type { Grade } from "../words/grades";
import { derivedOverall } from "../words/grades";
import { baselinesMissing } from "../learning/assessments";
import { ratingsIn, talkingPoints } from "../learning/checkIns";
import { initialsOfStaff } from "../learning/entry";
import { chosenIn, nominations } from "../learning/rewards";
import { readyToStretch } from "../learning/targets";
import { unrecognised } from "../learning/recognition";
import { judgementsOf } from "../rule/judgements";
import { nameInUse } from "../hub/names";
import { halfTermTo, weekHeading } from "../weekly/overviewRows";
import { OVERALL } from "../rule/placementSeries";
import type { Glance, Grading, OpenPlan, PupilPage, SeenCheckIn, StudentOfTheWeek } from "./pupilView";
import { reportPart } from "../reports/board/reportPart";
import { leadsIn, TEACHING } from "../hub/rights";
import { dslLine } from "../words/safeguarding";
import type { Area } from "../tables/areas";
import type { Assessment } from "../tables/assessments";
import type { CheckIn, Evidence, Feedback } from "../tables/feedback";
import type { RunRow } from "../tables/ledger";
import type { Pupil, StaffMember } from "../tables/people";
import type { Action, ActionPlan, Alert } from "../tables/plans";
import type { Report, ReportComment, Template } from "../tables/reports";
import type { Reward } from "../tables/rewards";
import type { Settings } from "../tables/settings";
import type { Target } from "../tables/targets";
import { yearGroupOf } from "../hub/yearGroup";

/** What was read; of `hub.rows` and the records only the pupil's own, of rewards everybody's. */
export interface PupilsOwn {
  pupil: Pupil;
  hub: Hub;
  by: StaffMember;
  settings: Settings;
  now: Moment;
  roll: { id: string; name: string }[];
  alerts: readonly Alert[];
  plans: readonly ActionPlan[];
  actions: readonly Action[];
  targets: readonly Target[];
  feedback: readonly Feedback[];
  checkIns: readonly CheckIn[];
  evidence: readonly Evidence[];
  rewards: readonly Reward[];
  assessments: readonly Assessment[];
  comments: readonly ReportComment[];
  reports: readonly Report[];
  templates: readonly Template[];
  runs: readonly RunRow[];
}

/** Enough for the story of a year, and no more than an answer can carry quickly. */
const MOST_SHOWN = 60;

export function pupilPageFrom(own: PupilsOwn): PupilPage {
  const { pupil, hub, by, settings, now } = own;
  const today = dayOf(now);
  const week = gradingWeek(hub, today);
  const year = yearGroupOf(pupil, week?.year ?? "");
  const rewards = own.rewards.filter((reward) => reward.pupil === pupil.id);
  return {
    id: pupil.id,
    name: nameInUse(pupil),
    knownAs: pupil.knownAs || pupil.firstName,
    year: year === null ? "" : year === 0 ? "Reception" : `Year ${year}`,
    providers: providersNow(pupil, hub, today),
    strengths: pupil.strengths,
    whatHelps: pupil.whatHelps,
    needs: pupil.needs,
    today,
    me: {
      id: by.id,
      name: by.name,
      initials: initialsOfStaff(by),
      role: by.role,
      teaches: TEACHING.includes(by.role),
    },
    dsl: dslLine(settings),
    glance: glanceOf(own, today),
    alerts: own.alerts
      .filter(({ state }) => state === "warning" || state === "notified" || state === "below")
      .map(({ area, state, sentence }) => ({ area, state, sentence })),
    plan: planOf(own),
    targets: newestFirst(own.targets, "setOn"),
    readyToStretch: readyToStretch(own.targets),
    feedback: newestFirst(own.feedback, "on"),
    checkIns: newestFirst(own.checkIns, "on").map((checkIn) => seen(checkIn, hub)),
    evidence: newestFirst(own.evidence, "on"),
    rewards: newestFirst(rewards, "at"),
    assessments: newestFirst(own.assessments, "on"),
    baselinesDue: baselinesDue(own, today),
    whoToAsk: whoToAsk(own),
    grading: week ? gradingOf(pupil, week, hub) : null,
    roll: own.roll,
    studentOfTheWeek: studentOfTheWeek(own, today),
    report: reportPart({ ...own, today }, week),
  };
}

/** The school week of the day, or the one before it. */
export const gradingWeek = ({ weeks }: Pick<Hub, "weeks">, today: string): SchoolWeek | undefined =>
  weekAt(weeks, today) ?? weeks.filter(({ week }) => week <= today).pop();

/** A row further down was added later. */
function newestFirst<R extends object>(records: readonly R[], day: keyof R): R[] {
  return [...records]
    .reverse()
    .sort((a, b) => (a[day] > b[day] ? -1 : a[day] < b[day] ? 1 : 0))
    .slice(0, MOST_SHOWN)
    .map(withoutRow);
}

/** A row's number is nobody's business outside. */
const withoutRow = <R extends object>(record: R): R =>
  Object.fromEntries(Object.entries(record).filter(([field]) => field !== "row")) as R;

const providersNow = ({ id }: Pupil, { placements, providers }: Hub, today: string): string[] =>
  placements
    .filter((p) => p.pupil === id && p.firstDay <= today && (p.lastDay === null || p.lastDay >= today))
    .map((p) => providers.find((provider) => provider.id === p.provider)?.name ?? p.provider);

function glanceOf({ pupil, hub, plans, settings, now }: PupilsOwn, today: string): Glance {
  const weeks = halfTermTo(hub.weeks, today);
  const areas = weeks.length === 0 ? [] : areasIn(hub.areas, weeks[weeks.length - 1]?.week ?? "");
  const closed = closedWeeks(hub.weeks, settings.closingTime, now);
  const [judgement] = judgementsOf(hub, closed, plans, settings).slice(-1);
  const overall = judgement?.series.find(({ id }) => id === OVERALL);
  const levelAt = new Map<string, Grade | null>(
    (overall?.entries ?? []).flatMap((entry, i) =>
      "week" in entry ? [[entry.week, overall?.states[i]?.level?.grade ?? null] as const] : [],
    ),
  );
  const level = overall?.states[overall.states.length - 1]?.level?.grade ?? null;
  return {
    areas: areas.map(({ id, name }) => ({ id, name })),
    weeks: weeks.map((week) => {
      const row = hub.rows.get(`${week.week}|${pupil.id}`);
      const { overall: mark, derived } = row ? overallOf(row, hub.areas) : { overall: null, derived: false };
      return {
        week: week.week,
        label: weekHeading(week).replace("w/b ", ""),
        marks: areas.map(({ id }) => row?.grades[id] ?? null),
        overall: mark,
        derived,
      };
    }),
    level,
    levels: weeks.map(({ week }) => levelAt.get(week) ?? null),
  };
}

function planOf({ plans, actions }: PupilsOwn): OpenPlan | null {
  const plan = plans.find(({ state }) => state === "open");
  if (!plan) return null;
  const own = actions.filter((action) => action.plan === plan.plan);
  return {
    id: plan.plan,
    owner: plan.owner,
    concern: plan.concern,
    reviewOn: plan.reviewOn,
    actions: own.map(({ what, who, by, status }) => ({ what, who, by, status })),
  };
}

function seen(checkIn: CheckIn, hub: Hub): SeenCheckIn {
  const ratings = ratingsIn(checkIn.ratings);
  const week = weekAt(hub.weeks, checkIn.on)?.week ?? "";
  const marks = hub.rows.get(`${week}|${checkIn.pupil}`)?.grades ?? {};
  const own = hub.areas.flatMap(({ id, name }) => {
    const pupil = ratings.get(id);
    return pupil ? [{ area: name, pupil }] : [];
  });
  return { ...checkIn, points: talkingPoints(ratings, marks, hub.areas), own };
}

function baselinesDue({ assessments, hub }: PupilsOwn, today: string): string[] {
  const found = baselinesMissing(assessments, hub.placements, hub.weeks, today);
  if (!found) return [];
  const when = `${found.due < today ? "was due by" : "due by"} ${longDay(found.due)}`;
  return found.missing.map((what) => `${what}, ${when}`);
}

function whoToAsk({ pupil, hub, plans, settings }: PupilsOwn): PupilPage["whoToAsk"] {
  const owner = plans.find(({ state }) => state === "open")?.owner ?? "";
  const dsl = [settings.dslName, settings.dslPhone].filter(Boolean).join(", ");
  return [
    { about: "Day to day", who: hub.keyWorkers.get(pupil.id)?.name ?? "" },
    { about: "The action plan", who: owner },
    {
      about: "Anything else",
      who: leadsIn(hub.staff)
        .map(({ name }) => name)
        .join(", "),
    },
    { about: "A child's safety", who: dsl },
  ].filter(({ who }) => who !== "");
}

function gradingOf(pupil: Pupil, week: SchoolWeek, hub: Hub): Grading | null {
  const row = hub.rows.get(`${week.week}|${pupil.id}`);
  if (!row) return null;
  const areas = areasIn(hub.areas, week.week);
  return {
    week: week.week,
    label: longDay(week.week),
    areas: areas.map((area) => ({
      id: area.id,
      name: area.name,
      mark: row.grades[area.id] ?? null,
      ...descriptorsOf(area),
    })),
    overall: row.overall,
    derived: derivedOverall(areas.map(({ id }) => row.grades[id] ?? null)),
    strength: row.strength,
    nextStep: row.nextStep,
    note: row.note,
  };
}

const descriptorsOf = (area: Area): Pick<Grading["areas"][number], "descriptors" | "forPupils"> => ({
  descriptors: { G: area.green, A: area.amber, R: area.red },
  forPupils: { G: area.greenForPupils, A: area.amberForPupils, R: area.redForPupils },
});

function studentOfTheWeek({ rewards, hub, settings, roll }: PupilsOwn, today: string): StudentOfTheWeek {
  const week = weekAt(hub.weeks, today);
  const here = roll.map(({ id }) => id);
  const without = new Set(unrecognised(here, rewards, hub.weeks, settings.recognised, today));
  return {
    chosen: week ? (chosenIn(week.week, rewards)?.name ?? null) : null,
    nominations: nominations(rewards, today).map(({ id, pupil, name, reason, by, last }) => ({
      id,
      pupil,
      name,
      reason,
      by,
      last,
    })),
    unrecognised: roll.filter(({ id }) => without.has(id)).map(({ name }) => name),
  };
}
