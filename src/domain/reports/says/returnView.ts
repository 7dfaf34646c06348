/** The view of a return: one table with a row for each of a provider's pupils, and no free text. */
import { daysBetween, longDay } from "../../words/days";
import { initialsOf } from "../../hub/names";
import { yearGroupOf } from "../../hub/yearGroup";
import type { Own } from "./ownPeriod";
import { attendanceIn, overallIn, typical, weeksHere } from "./summary";
import { tagName } from "../../documents/tags";
import type { Value, View } from "../../documents/view";
import { viewOf } from "./viewOf";
import { WORDS } from "../../words/grades";

/** Fields that say the same of all of a provider's pupils. */
export const COMMON = /^(provider|centre|period)\.|^today$/;

/** What a return says of each pupil. */
export const RETURN = [
  ["row.reference", "The provider's own reference, or initials", "B-204"],
  ["row.year", "Year group", "9"],
  ["row.start", "The placement's first day", "7 September 2026"],
  ["row.days", "School days of the half-term that fall inside the placement", "34"],
  ["row.offered", "Sessions offered", "56"],
  ["row.attended", "Sessions attended", "52"],
  ["row.overall", "Overall this half-term, in a word", "Amber"],
  ["row.review", "When the plan will be reviewed", "20 November 2026"],
  ["row.planOpen", "Whether a plan is open: yes or no", "yes"],
  ["row.destination", "Whether the pupil has left", "left"],
].map(([tag = "", meaning = "", example = ""]) => ({ tag, meaning, example, privacy: "shareable" as const }));

/** `all`: the provider's pupils, at least one; what the fields say is the same for each of them. */
export function returnView(all: readonly [Own, ...Own[]]): View {
  const rows = all.map(
    (own) => new Map(Object.entries(rowOf(own)).map(([name, text]) => [tagName(name), said(text)])),
  );
  const view = viewOf(all[0]);
  const common = [...view.fields].filter(([name]) => COMMON.test(name));
  // No pupil's own grid either: it would be the first one's.
  const grid = { weeks: [], areas: [], marks: [], overall: [] };
  return { fields: new Map(common), lists: new Map([["row", rows]]), grid };
}

const said = (text: string): Value => (text === "" ? { text: "–", isEmpty: true } : { text });

function rowOf(own: Own): Record<string, string> {
  const { pupil, placement, period, plan } = own;
  const weeks = weeksHere(period, own);
  const days = weeks.flatMap((week) => week.days).filter((day) => isHere(day, placement));
  const { offered, attended } = attendanceIn(weeks, own);
  const overall = typical(weeks.map((week) => overallIn(week, own)));
  const year = yearGroupOf(pupil, period.year);
  return {
    "row.reference": placement.reference || initialsOf(pupil),
    "row.year": year === null ? "" : String(year),
    "row.start": longDay(placement.firstDay),
    "row.days": String(days.length),
    "row.offered": offered === 0 ? "" : String(offered),
    "row.attended": offered === 0 ? "" : String(attended),
    "row.overall": overall === null ? "" : WORDS[overall],
    "row.review": plan?.reviewOn ? longDay(plan.reviewOn) : "",
    "row.planOpen": plan ? "yes" : "no",
    "row.destination":
      placement.lastDay !== null && daysBetween(placement.lastDay, own.today) >= 0 ? "left" : "",
  };
}

const isHere = (day: string, { firstDay, lastDay }: Own["placement"]): boolean =>
  firstDay <= day && (lastDay === null || day <= lastDay);
