/** Every field that a template may name: its tag, what it means, an example, how private it is, and what it says. */
import type { SchoolWeek } from "../calendar";
import { BY_TEACHING_STAFF } from "../choices";
import { longDay, shortDay } from "../days";
import { isNotified } from "../episode";
import type { Grade } from "../grades";
import { WORDS } from "../grades";
import { notifies } from "../judgements";
import { rewardLine } from "../learning/rewards";
import { initialsOf, nameInUse } from "../names";
import { schoolWeeksInWords } from "../phrases";
import { OVERALL } from "../placementSeries";
import type { Assessment } from "../tables/assessments";
import type { Target } from "../tables/targets";
import { yearGroupOf } from "../yearGroup";
import type { Own } from "./own";
import { SECTIONS } from "./sections";
import {
  areasOf,
  attendanceIn,
  changeSince,
  countsOf,
  markIn,
  overallIn,
  percentOf,
  typical,
  weeksHere,
} from "./summary";

/** `sensitive` goes only into templates of a kind that allows it. */
export type Privacy = "none" | "personal" | "shareable" | "sensitive";

interface Said {
  text: string;
  grade?: Grade | null;
}

export interface Field {
  /** As it is written in a template: `pupil.knownAs`. */
  tag: string;
  meaning: string;
  example: string;
  privacy: Privacy;
  /** "" where there is nothing to say: the phrase for nothing is printed then. */
  say: (own: Own) => string | Said;
  /** Printed where there is nothing to say. */
  nothing?: string;
}

const field = (
  tag: string,
  meaning: string,
  example: string,
  privacy: Privacy,
  say: Field["say"],
  nothing?: string,
): Field => ({ tag, meaning, example, privacy, say, ...(nothing === undefined ? {} : { nothing }) });

const graded = (grade: Grade | null, as: "word" | "letter"): Said =>
  grade === null ? { text: "" } : { text: as === "word" ? WORDS[grade] : grade, grade };

const nowOf = (own: Own): Grade | null =>
  typical(weeksHere(own.period, own).map((week) => overallIn(week, own)));
const beforeOf = (own: Own): Grade | null =>
  own.before ? typical(weeksHere(own.before, own).map((week) => overallIn(week, own))) : null;
const lastWeekOf = (own: Own): Grade | null => {
  const marks = weeksHere(own.period, own).map((week) => typical([overallIn(week, own)]));
  return [...marks].reverse().find((mark) => mark !== null) ?? null;
};
const levelOf = ({ series }: Own): Grade | null => {
  const states = series.find(({ id }) => id === OVERALL)?.states ?? [];
  return states[states.length - 1]?.level?.grade ?? null;
};

/** `4 weeks Green, 2 Amber`. */
function countsInWords(own: Own): string {
  const counts = countsOf(weeksHere(own.period, own).map((week) => overallIn(week, own)));
  const said = (["G", "A", "R"] as const).flatMap((g) => (counts[g] > 0 ? [`${counts[g]} ${WORDS[g]}`] : []));
  return said.length === 0 ? "" : `Weeks: ${said.join(", ")}`;
}

const inPeriod = (day: string, { period }: Own): boolean =>
  day >= (period.weeks[0]?.week ?? "") &&
  day <= (period.weeks[period.weeks.length - 1]?.days.slice(-1)[0] ?? "");

/** A week's texts go only to the provider of its last day. */
const hasTextsOf = ({ days }: SchoolWeek, { placement }: Own): boolean =>
  placement.lastDay === null || placement.lastDay >= (days[days.length - 1] ?? "");

const active = ({ targets }: Own): Target[] => targets.filter(({ state }) => state === "active");
const ended = (own: Own): Target[] =>
  own.targets.filter(
    ({ state, closedOn }) => state !== "active" && closedOn !== null && inPeriod(closedOn, own),
  );
const targetIn = (subject: Target["subject"], own: Own): string =>
  active(own)
    .filter((target) => target.subject === subject)
    .map(({ wording }) => wording)
    .join("\n");
const metIn = (own: Own): string =>
  ended(own)
    .filter(({ state }) => state === "met" || state === "partly met")
    .map(({ wording, state }) => (state === "met" ? wording : `${wording} (in part)`))
    .join("\n");

const attendanceOf = (own: Own) => attendanceIn(weeksHere(own.period, own), own);

/** `2 November 90%, 9 November 100%`; weeks without numbers are left out. */
const attendanceByWeek = (own: Own): string =>
  weeksHere(own.period, own)
    .map((week) => ({ week, percent: percentOf(attendanceIn([week], own)) }))
    .filter(({ percent }) => percent !== "")
    .map(({ week, percent }) => `${shortDay(week.week)} ${percent}`)
    .join(", ");

function attendanceSentence(own: Own): string {
  const { offered, attended } = attendanceOf(own);
  if (offered === 0) return "";
  return `${own.pupil.knownAs || own.pupil.firstName} attended ${attended} of ${offered} sessions offered (${percentOf({ offered, attended })}).`;
}

const planStatus = ({ plan }: Own): string =>
  plan === null
    ? ""
    : `An action plan is open${plan.reviewOn ? `, to be reviewed on ${longDay(plan.reviewOn)}` : ""}.`;

/** What the provider was notified of and is not over, of the series that notify: warnings are for staff alone. */
const alertsOf = ({ series, centre, settings }: Own): string =>
  series
    .filter(({ id }) => notifies(id, centre.areas, settings))
    .flatMap(({ name, states }) => {
      const { level = null, episode = null } = states[states.length - 1] ?? {};
      return level && episode && isNotified(episode)
        ? [`${name} has been below ${WORDS[level.grade]} for ${schoolWeeksInWords(episode.below)}.`]
        : [];
    })
    .join("\n");

const rewardsHere = (own: Own): string[] =>
  own.rewards
    .filter(({ kind, at }) => kind !== "nomination" && inPeriod(at.slice(0, 10), own))
    .map(rewardLine);

/** Of one rater, newest first: `Teacher, 9 November 2026: total 14 (slightly raised)`. */
const sdqOf = ({ assessments }: Own): string =>
  assessments
    .filter(({ kind }) => kind === "SDQ")
    .map(({ on, rater, scores, bands }) => {
      const score = /total (\d+)/.exec(scores)?.[1] ?? "";
      const band = /total ([^,]+)/.exec(bands)?.[1] ?? "";
      return `${rater}, ${longDay(on)}: total ${score} (${band})`;
    })
    .join("\n");

/** By rater: `teacher, 9 November 2026: self-awareness 14, total 62 (average)`. */
const emotionalLiteracyOf = ({ assessments }: Own): string =>
  assessments
    .filter(({ kind }) => kind === "emotional literacy")
    .map(
      ({ on, rater, scores, bands }) =>
        `${rater}, ${longDay(on)}: ${scores}${bands === "" ? "" : ` (${bands})`}`,
    )
    .join("\n");

/** By subject: its baseline, and the newest result after it. */
function progressOf({ assessments }: Own): { baseline: Assessment; now: Assessment | undefined }[] {
  const tests = assessments
    .filter(({ kind }) => kind !== "SDQ" && kind !== "emotional literacy")
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return [...new Set(tests.map(({ subject }) => subject))].flatMap((subject) => {
    const own = tests.filter((test) => test.subject === subject);
    const baseline = own.find(({ kind }) => kind === "baseline");
    return baseline ? [{ baseline, now: own.filter((test) => test.on > baseline.on).slice(-1)[0] }] : [];
  });
}

const resultOf = ({ result, standardised }: Assessment): string =>
  result || (standardised === null ? "" : `standardised score ${standardised}`);

/** `Entry 2 (9 November 2026)`. */
const datedResult = (one: Assessment): string => `${resultOf(one)} (${longDay(one.on)})`.trim();

const periodEnd = ({ period }: Own): string => period.weeks[period.weeks.length - 1]?.days.slice(-1)[0] ?? "";

export const FIELDS: readonly Field[] = [
  field("pupil.name", "First name in use and surname", "Ada Stone", "personal", ({ pupil }) =>
    nameInUse(pupil),
  ),
  field(
    "pupil.knownAs",
    "First name in use",
    "Ada",
    "personal",
    ({ pupil }) => pupil.knownAs || pupil.firstName,
  ),
  field("pupil.initials", "Initials", "AS", "personal", ({ pupil }) => initialsOf(pupil)),
  field("pupil.year", "Year group", "Year 9", "shareable", ({ pupil, period }) => {
    const year = yearGroupOf(pupil, period.year);
    return year === null ? "" : year === 0 ? "Reception" : `Year ${year}`;
  }),
  field(
    "pupil.reference",
    "The provider's own reference",
    "B-204",
    "shareable",
    ({ placement }) => placement.reference,
  ),
  field(
    "pupil.strengths",
    "Strengths, from Pupils",
    "Draws well",
    "personal",
    ({ pupil }) => pupil.strengths,
  ),
  field(
    "pupil.whatHelps",
    "What helps, from Pupils",
    "A quiet start",
    "personal",
    ({ pupil }) => pupil.whatHelps,
  ),
  field("provider.name", "The provider", "Ashby School", "none", ({ provider }) => provider.name),
  field("centre.name", "The centre", "Willowbank", "none", ({ settings }) => settings.centreName),
  field(
    "keyWorker.name",
    "The pupil's key worker",
    "Tom Archer",
    "personal",
    ({ centre, pupil }) => centre.keyWorkers.get(pupil.id)?.name ?? "",
  ),
  field("period.name", "The half-term", "Autumn 1", "none", ({ period }) => period.name),
  field("period.year", "The school year", "2026-27", "none", ({ period }) => period.year),
  field("period.firstDay", "Its first day", "1 September 2026", "none", ({ period }) =>
    longDay(period.weeks[0]?.days[0] ?? ""),
  ),
  field("period.lastDay", "Its last day", "23 October 2026", "none", (own) => longDay(periodEnd(own))),
  field("today", "The day the report is made", "20 October 2026", "none", ({ today }) => longDay(today)),
  field("placement.start", "The placement's first day", "7 September 2026", "shareable", ({ placement }) =>
    longDay(placement.firstDay),
  ),
  field("attendance.percent", "Of the sessions offered to this pupil", "93%", "shareable", (own) =>
    percentOf(attendanceOf(own)),
  ),
  field("attendance.offered", "Sessions offered", "56", "shareable", (own) =>
    attendanceOf(own).offered === 0 ? "" : String(attendanceOf(own).offered),
  ),
  field("attendance.attended", "Sessions attended", "52", "shareable", (own) =>
    attendanceOf(own).offered === 0 ? "" : String(attendanceOf(own).attended),
  ),
  field(
    "attendance.sentence",
    "Attendance in a sentence",
    "Ada attended 52 of 56 sessions offered (93%).",
    "shareable",
    attendanceSentence,
  ),
  field(
    "attendance.byWeek",
    "Attendance, week by week",
    "2 November 90%, 9 November 100%",
    "shareable",
    attendanceByWeek,
  ),
  field("overall.now", "Overall this half-term, in a word", "Amber", "shareable", (own) =>
    graded(nowOf(own), "word"),
  ),
  field("overall.letter", "Overall this half-term, as a letter", "A", "shareable", (own) =>
    graded(nowOf(own), "letter"),
  ),
  field("overall.last", "Overall of the half-term before", "Green", "shareable", (own) =>
    graded(beforeOf(own), "word"),
  ),
  field("overall.lastWeek", "Overall of the last graded week", "Green", "shareable", (own) =>
    graded(lastWeekOf(own), "word"),
  ),
  field(
    "overall.change",
    "Change from last half-term, in words",
    "up from Amber last half-term",
    "shareable",
    (own) => changeSince(nowOf(own), beforeOf(own)),
  ),
  field("overall.level", "The pupil's own level", "Green", "shareable", (own) =>
    graded(levelOf(own), "word"),
  ),
  field("overall.counts", "How many weeks of each", "Weeks: 4 Green, 2 Amber", "shareable", countsInWords),
  field(
    "targets.literacy",
    "The literacy target",
    "Write a paragraph",
    "shareable",
    (own) => targetIn("literacy", own),
    "not set yet",
  ),
  field(
    "targets.numeracy",
    "The numeracy target",
    "Add to a hundred",
    "shareable",
    (own) => targetIn("numeracy", own),
    "not set yet",
  ),
  field(
    "targets.met",
    "Targets met this half-term",
    "Use full stops",
    "shareable",
    metIn,
    "none this half-term",
  ),
  field(
    "targets.next",
    "Active targets",
    "Write a paragraph",
    "shareable",
    (own) =>
      active(own)
        .map(({ wording }) => wording)
        .join("\n"),
    "not set yet",
  ),
  field(
    "targets.top",
    "The first two active targets",
    "Write a paragraph",
    "shareable",
    (own) =>
      active(own)
        .slice(0, 2)
        .map(({ wording }) => wording)
        .join("\n"),
    "not set yet",
  ),
  field(
    "targets.other",
    "Active targets besides literacy and numeracy",
    "Arrive by nine",
    "shareable",
    (own) =>
      active(own)
        .filter(({ subject }) => !BY_TEACHING_STAFF.includes(subject))
        .map(({ wording }) => wording)
        .join("\n"),
    "none set",
  ),
  field(
    "targets.child",
    "One target in the child's words",
    "I can write a story",
    "shareable",
    (own) =>
      active(own)
        .map(({ childWording }) => childWording)
        .find(Boolean) ?? "",
    "not set yet",
  ),
  field(
    "rewards.latest",
    "The latest reward",
    "Student of the Week",
    "shareable",
    (own) => rewardsHere(own).slice(-1)[0] ?? "",
    "none yet",
  ),
  field(
    "rewards.all",
    "All rewards of the half-term",
    "Good work in literacy: a diary",
    "shareable",
    (own) => rewardsHere(own).join("\n"),
    "none yet",
  ),
  field(
    "alerts.status",
    "What the provider was notified of and is not over",
    "Overall has been below Green for four school weeks.",
    "shareable",
    alertsOf,
    "No alert is open.",
  ),
  field(
    "plan.status",
    "Whether an action plan is open",
    "An action plan is open.",
    "shareable",
    planStatus,
    "No action plan is open.",
  ),
  field("plan.open", "yes or no", "yes", "shareable", ({ plan }) => (plan ? "yes" : "no")),
  field(
    "plan.review",
    "When the plan is reviewed",
    "20 November 2026",
    "shareable",
    ({ plan }) => (plan?.reviewOn ? longDay(plan.reviewOn) : ""),
    "–",
  ),
  field(
    "voice.pupil",
    "What the pupil said last",
    "I liked the garden",
    "personal",
    (own) =>
      own.checkIns.filter(({ on, sentence }) => sentence !== "" && inPeriod(on, own)).slice(-1)[0]
        ?.sentence ?? "",
  ),
  field(
    "sdq.totals",
    "SDQ totals with bands, by rater",
    "teacher, 9 November 2026: total 14 (slightly raised)",
    "sensitive",
    sdqOf,
  ),
  field(
    "emotional.totals",
    "Emotional literacy scores with bands, by rater",
    "teacher, 9 November 2026: total 62 (average)",
    "sensitive",
    emotionalLiteracyOf,
  ),
  ...SECTIONS.map(({ name, label }) =>
    field(
      name,
      `${label} (written by staff)`,
      "…",
      "shareable",
      ({ comments, period }) =>
        comments.find((one) => one.period === period.id && `written.${one.section}` === name)?.words ?? "",
      "not written yet",
    ),
  ),
];

/** Rows of lists: for each tag's first part, the items, each with what its tags say. */
export interface List {
  tag: string;
  fields: { tag: string; meaning: string; example: string; privacy: Privacy }[];
  items: (own: Own) => Record<string, string | Said>[];
}

const column = (tag: string, meaning: string, example: string, privacy: Privacy = "shareable") => ({
  tag,
  meaning,
  example,
  privacy,
});

export const LISTS: readonly List[] = [
  {
    tag: "target",
    fields: [
      column("target.subject", "Subject or area", "literacy"),
      column("target.wording", "The target", "Write a paragraph"),
      column("target.child", "In the child's words", "I can write a story"),
      column("target.evidence", "How we will know", "Three in a row"),
      column("target.review", "Review by", "20 November 2026"),
      column("target.state", "active, met, partly met or not met", "active"),
    ],
    items: (own) =>
      [...active(own), ...ended(own)].map((target) => ({
        "target.subject": target.subject,
        "target.wording": target.wording,
        "target.child": target.childWording,
        "target.evidence": target.howWeKnow,
        "target.review": target.reviewBy === null ? "" : longDay(target.reviewBy),
        "target.state": target.state,
      })),
  },
  {
    tag: "active",
    fields: [
      column("active.subject", "Subject or area", "literacy"),
      column("active.wording", "The target", "Write a paragraph"),
      column("active.start", "Starting point", "Writes two sentences"),
      column("active.steps", "Steps", "Plan aloud, then write"),
      column("active.evidence", "How we will know", "Three in a row"),
      column("active.expectation", "Expected for age, or a personal trajectory", "expected for age"),
      column("active.review", "Review by", "20 November 2026"),
    ],
    items: (own) =>
      active(own).map((target) => ({
        "active.subject": target.subject,
        "active.wording": target.wording,
        "active.start": target.startingPoint,
        "active.steps": target.steps,
        "active.evidence": target.howWeKnow,
        "active.expectation": target.expectation,
        "active.review": target.reviewBy === null ? "" : longDay(target.reviewBy),
      })),
  },
  {
    tag: "ended",
    fields: [
      column("ended.subject", "Subject or area", "literacy"),
      column("ended.wording", "The target", "Use full stops"),
      column("ended.state", "met, partly met or not met", "met"),
      column("ended.outcome", "What came of it", "Uses them without a reminder"),
    ],
    items: (own) =>
      ended(own).map((target) => ({
        "ended.subject": target.subject,
        "ended.wording": target.wording,
        "ended.state": target.state,
        "ended.outcome": target.outcome,
      })),
  },
  {
    tag: "progress",
    fields: [
      column("progress.subject", "Subject or area", "literacy"),
      column("progress.baseline", "The baseline", "Entry 1 (14 September 2026)"),
      column("progress.now", "The newest result since", "Entry 2 (9 November 2026)"),
      column("progress.judgement", "Against before", "progress"),
    ],
    items: (own) =>
      progressOf(own).map(({ baseline, now }) => ({
        "progress.subject": baseline.subject,
        "progress.baseline": datedResult(baseline),
        "progress.now": now ? datedResult(now) : "",
        "progress.judgement": now && now.judgement !== "not judged" ? now.judgement : "",
      })),
  },
  {
    tag: "area",
    fields: [
      column("area.name", "The area", "Attendance"),
      column("area.now", "This half-term, in a word", "Green"),
      column("area.change", "Change from last half-term", "up from Amber last half-term"),
    ],
    items: (own) =>
      areasOf(own).map(({ id, name }) => {
        const now = typical(weeksHere(own.period, own).map((week) => markIn(week, id, own)));
        const before = own.before
          ? typical(weeksHere(own.before, own).map((week) => markIn(week, id, own)))
          : null;
        return {
          "area.name": name,
          "area.now": graded(now, "word"),
          "area.change": changeSince(now, before),
        };
      }),
  },
  {
    tag: "week",
    fields: [
      column("week.label", "The week", "2 November"),
      column("week.overall", "Overall, in a word", "Green"),
      column("week.attendance", "Attendance of the week", "90%"),
      column("week.strength", "What went well", "Explained it to the group"),
    ],
    items: (own) =>
      weeksHere(own.period, own).map((week) => ({
        "week.label": shortDay(week.week),
        "week.overall": graded(typical([overallIn(week, own)]), "word"),
        "week.attendance": percentOf(attendanceIn([week], own)),
        "week.strength": hasTextsOf(week, own)
          ? (own.centre.rows.get(`${week.week}|${own.pupil.id}`)?.strength ?? "")
          : "",
      })),
  },
  {
    tag: "reward",
    fields: [column("reward.text", "What for", "Good work in literacy: a diary")],
    items: (own) => rewardsHere(own).map((line) => ({ "reward.text": line })),
  },
  {
    tag: "feedback",
    fields: [
      column("feedback.subject", "Subject or area", "literacy"),
      column("feedback.well", "How well it was done", "Clear and in order"),
      column("feedback.next", "What next", "Add a full stop"),
    ],
    // What a peer said never leaves the hub.
    items: (own) =>
      own.feedback
        .filter(({ kind, on }) => kind !== "peer" && inPeriod(on, own))
        .slice(-3)
        .map((one) => ({
          "feedback.subject": one.subject,
          "feedback.well": one.howWell,
          "feedback.next": one.whatNext,
        })),
  },
  {
    tag: "assessment",
    fields: [
      column("assessment.on", "The day", "9 November 2026"),
      column("assessment.kind", "What kind", "baseline"),
      column("assessment.subject", "Subject", "literacy"),
      column("assessment.result", "The result", "Entry 2"),
      column("assessment.judgement", "Against before", "progress"),
    ],
    items: ({ assessments }) =>
      assessments
        .filter(({ kind }) => kind !== "SDQ" && kind !== "emotional literacy")
        .map((one) => ({
          "assessment.on": longDay(one.on),
          "assessment.kind": one.kind,
          "assessment.subject": one.subject,
          "assessment.result": resultOf(one),
          "assessment.judgement": one.judgement === "not judged" ? "" : one.judgement,
        })),
  },
];
