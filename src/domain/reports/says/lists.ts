/** Every list that a template may repeat a row or a paragraph for: what its tags mean, and its items. */
import { longDay, shortDay } from "../../words/days";
import type { Own } from "./ownPeriod";
import {
  areasOf,
  attendanceIn,
  changeSince,
  markOfWeek,
  overallIn,
  percentOf,
  typical,
  weeksHere,
} from "./summary";
import type { Privacy, Said } from "./sayings";
import {
  graded,
  inPeriod,
  hasTextsOf,
  active,
  ended,
  rewardsHere,
  progressOf,
  resultOf,
  datedResult,
} from "./sayings";

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
      column(
        "active.expectation",
        "Expected for the pupil's age, or a personal trajectory",
        "expected for age",
      ),
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
      column("progress.judgement", "Compared with before", "progress"),
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
      column("area.change", "Change since last half-term", "up from Amber last half-term"),
    ],
    items: (own) =>
      areasOf(own).map(({ id, name }) => {
        const now = typical(weeksHere(own.period, own).map((week) => markOfWeek(week, id, own)));
        const before = own.before
          ? typical(weeksHere(own.before, own).map((week) => markOfWeek(week, id, own)))
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
      column("week.attendance", "Attendance for the week", "90%"),
      column("week.strength", "What went well", "Explained it to the group"),
    ],
    items: (own) =>
      weeksHere(own.period, own).map((week) => ({
        "week.label": shortDay(week.week),
        "week.overall": graded(typical([overallIn(week, own)]), "word"),
        "week.attendance": percentOf(attendanceIn([week], own)),
        "week.strength": hasTextsOf(week, own)
          ? (own.hub.rows.get(`${week.week}|${own.pupil.id}`)?.strength ?? "")
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
      column("assessment.judgement", "Compared with before", "progress"),
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
