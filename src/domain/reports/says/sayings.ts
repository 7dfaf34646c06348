/** What reports say of a pupil's half-term, in the words that fields and lists are made of. */
import type { SchoolWeek } from "../../hub/calendar";
import { longDay, shortDay } from "../../words/days";
import { isNotified } from "../../rule/episode";
import type { Grade } from "../../words/grades";
import { WORDS } from "../../words/grades";
import { notifies } from "../../rule/judgements";
import { rewardLine } from "../../learning/rewards";
import { schoolWeeksInWords } from "../../words/phrases";
import { OVERALL } from "../../rule/placementSeries";
import type { Assessment } from "../../tables/assessments";
import type { Target } from "../../tables/targets";
import type { Own } from "./ownPeriod";
import { attendanceIn, countsOf, overallIn, percentOf, typical, weeksHere } from "./summary";

/** `sensitive` goes only into templates of a kind that allows it. */
export type Privacy = "none" | "personal" | "shareable" | "sensitive";

export interface Said {
  text: string;
  grade?: Grade | null;
}

export const graded = (grade: Grade | null, as: "word" | "letter"): Said =>
  grade === null ? { text: "" } : { text: as === "word" ? WORDS[grade] : grade, grade };

export const nowOf = (own: Own): Grade | null =>
  typical(weeksHere(own.period, own).map((week) => overallIn(week, own)));
export const beforeOf = (own: Own): Grade | null =>
  own.before ? typical(weeksHere(own.before, own).map((week) => overallIn(week, own))) : null;
export const lastWeekOf = (own: Own): Grade | null => {
  const marks = weeksHere(own.period, own).map((week) => typical([overallIn(week, own)]));
  return [...marks].reverse().find((mark) => mark !== null) ?? null;
};
export const levelOf = ({ series }: Own): Grade | null => {
  const states = series.find(({ id }) => id === OVERALL)?.states ?? [];
  return states[states.length - 1]?.level?.grade ?? null;
};

/** `4 weeks Green, 2 Amber`. */
export function countsInWords(own: Own): string {
  const counts = countsOf(weeksHere(own.period, own).map((week) => overallIn(week, own)));
  const said = (["G", "A", "R"] as const).flatMap((g) => (counts[g] > 0 ? [`${counts[g]} ${WORDS[g]}`] : []));
  return said.length === 0 ? "" : `Weeks: ${said.join(", ")}`;
}

export const inPeriod = (day: string, { period }: Own): boolean =>
  day >= (period.weeks[0]?.week ?? "") &&
  day <= (period.weeks[period.weeks.length - 1]?.days.slice(-1)[0] ?? "");

/** A week's texts go only to the provider of its last day. */
export const hasTextsOf = ({ days }: SchoolWeek, { placement }: Own): boolean =>
  placement.lastDay === null || placement.lastDay >= (days[days.length - 1] ?? "");

export const active = ({ targets }: Own): Target[] => targets.filter(({ state }) => state === "active");
export const ended = (own: Own): Target[] =>
  own.targets.filter(
    ({ state, closedOn }) => state !== "active" && closedOn !== null && inPeriod(closedOn, own),
  );
export const targetIn = (subject: Target["subject"], own: Own): string =>
  active(own)
    .filter((target) => target.subject === subject)
    .map(({ wording }) => wording)
    .join("\n");
export const metIn = (own: Own): string =>
  ended(own)
    .filter(({ state }) => state === "met" || state === "partly met")
    .map(({ wording, state }) => (state === "met" ? wording : `${wording} (in part)`))
    .join("\n");

export const attendanceOf = (own: Own) => attendanceIn(weeksHere(own.period, own), own);

/** `2 November 90%, 9 November 100%`; weeks without numbers are left out. */
export const attendanceByWeek = (own: Own): string =>
  weeksHere(own.period, own)
    .map((week) => ({ week, percent: percentOf(attendanceIn([week], own)) }))
    .filter(({ percent }) => percent !== "")
    .map(({ week, percent }) => `${shortDay(week.week)} ${percent}`)
    .join(", ");

export function attendanceSentence(own: Own): string {
  const { offered, attended } = attendanceOf(own);
  if (offered === 0) return "";
  return `${own.pupil.knownAs || own.pupil.firstName} attended ${attended} of ${offered} sessions offered (${percentOf({ offered, attended })}).`;
}

export const planStatus = ({ plan }: Own): string =>
  plan === null
    ? ""
    : `An action plan is open${plan.reviewOn ? `, to be reviewed on ${longDay(plan.reviewOn)}` : ""}.`;

/**
 * What the provider was notified of and is not over, of the series that notify: warnings are for staff alone.
 */
export const alertsOf = ({ series, hub, settings }: Own): string =>
  series
    .filter(({ id }) => notifies(id, hub.areas, settings))
    .flatMap(({ name, states }) => {
      const { level = null, episode = null } = states[states.length - 1] ?? {};
      return level && episode && isNotified(episode)
        ? [`${name} has been below ${WORDS[level.grade]} for ${schoolWeeksInWords(episode.below)}.`]
        : [];
    })
    .join("\n");

export const rewardsHere = (own: Own): string[] =>
  own.rewards
    .filter(({ kind, at }) => kind !== "nomination" && inPeriod(at.slice(0, 10), own))
    .map(rewardLine);

/** Of one rater, newest first: `Teacher, 9 November 2026: total 14 (slightly raised)`. */
export const sdqOf = ({ assessments }: Own): string =>
  assessments
    .filter(({ kind }) => kind === "SDQ")
    .map(({ on, rater, scores, bands }) => {
      const score = /total (\d+)/.exec(scores)?.[1] ?? "";
      const band = /total ([^,]+)/.exec(bands)?.[1] ?? "";
      return `${rater}, ${longDay(on)}: total ${score} (${band})`;
    })
    .join("\n");

/** By rater: `teacher, 9 November 2026: self-awareness 14, total 62 (average)`. */
export const emotionalLiteracyOf = ({ assessments }: Own): string =>
  assessments
    .filter(({ kind }) => kind === "emotional literacy")
    .map(
      ({ on, rater, scores, bands }) =>
        `${rater}, ${longDay(on)}: ${scores}${bands === "" ? "" : ` (${bands})`}`,
    )
    .join("\n");

/** By subject: its baseline, and the newest result after it. */
export function progressOf({ assessments }: Own): { baseline: Assessment; now: Assessment | undefined }[] {
  const tests = assessments
    .filter(({ kind }) => kind !== "SDQ" && kind !== "emotional literacy")
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return [...new Set(tests.map(({ subject }) => subject))].flatMap((subject) => {
    const own = tests.filter((test) => test.subject === subject);
    const baseline = own.find(({ kind }) => kind === "baseline");
    return baseline ? [{ baseline, now: own.filter((test) => test.on > baseline.on).slice(-1)[0] }] : [];
  });
}

export const resultOf = ({ result, standardised }: Assessment): string =>
  result || (standardised === null ? "" : `standardised score ${standardised}`);

/** `Entry 2 (9 November 2026)`. */
export const datedResult = (one: Assessment): string => `${resultOf(one)} (${longDay(one.on)})`.trim();

export const periodEnd = ({ period }: Own): string =>
  period.weeks[period.weeks.length - 1]?.days.slice(-1)[0] ?? "";
