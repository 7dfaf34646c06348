/**
 * Every flat field that a template may name: its tag, what it means, an example, how private it is, and what
 * it says. As long as there are fields: one line or a few for each, in the order of the list that hubs read.
 */
import { BY_TEACHING_STAFF } from "../../words/choices";
import { longDay } from "../../words/days";
import { initialsOf, nameInUse } from "../../hub/names";
import { yearGroupOf } from "../../hub/yearGroup";
import type { Own } from "./ownPeriod";
import { SECTIONS } from "./sections";
import { changeSince, percentOf } from "./summary";
import type { Privacy, Said } from "./sayings";
import {
  graded,
  nowOf,
  beforeOf,
  lastWeekOf,
  levelOf,
  countsInWords,
  inPeriod,
  active,
  targetIn,
  metIn,
  attendanceOf,
  attendanceByWeek,
  attendanceSentence,
  planStatus,
  alertsOf,
  rewardsHere,
  sdqOf,
  emotionalLiteracyOf,
  periodEnd,
} from "./sayings";

export interface ReportField {
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
  say: ReportField["say"],
  nothing?: string,
): ReportField => ({ tag, meaning, example, privacy, say, ...(nothing === undefined ? {} : { nothing }) });

export const FIELDS: readonly ReportField[] = [
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
  field("centre.name", "The hub", "Willowbank", "none", ({ settings }) => settings.hubName),
  field(
    "keyWorker.name",
    "The pupil's key worker",
    "Tom Archer",
    "personal",
    ({ hub, pupil }) => hub.keyWorkers.get(pupil.id)?.name ?? "",
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
  field("attendance.percent", "Out of the sessions offered to this pupil", "93%", "shareable", (own) =>
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
  field("overall.last", "Overall for the half-term before", "Green", "shareable", (own) =>
    graded(beforeOf(own), "word"),
  ),
  field("overall.lastWeek", "Overall for the last graded week", "Green", "shareable", (own) =>
    graded(lastWeekOf(own), "word"),
  ),
  field(
    "overall.change",
    "Change since last half-term, in words",
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
    "What the provider was notified of and has not ended",
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
    "When the plan will be reviewed",
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
