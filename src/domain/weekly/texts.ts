/**
 * A week's texts as a provider may read them: in its own way of naming, and withheld where they name somebody
 * else.
 */
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { lastDayIn, touches } from "../hub/hub";
import { LONGEST } from "../tables/forms";
import { finderIn, isNamed, isNamedInFull, mayName, withInitials, withoutFullName } from "../hub/names";
import { dayOf } from "../words/days";
import { rewardLine } from "../learning/rewards";
import type { Problem } from "../words/problem";
import type { Placement, Provider, Pupil } from "../tables/people";
import type { InRow } from "../tables/read";
import { rewards } from "../tables/rewards";
import type { WeekRow } from "../tables/weeklyGrades";

/** One provider's week, and where problems are collected. */
export interface Scope {
  week: SchoolWeek;
  provider: Provider;
  /** Everybody whose name must not appear in another pupil's text. */
  present: readonly Pupil[];
  hub: Hub;
  problems: Problem[];
}

const TEXTS = { strength: "Strength", nextStep: "Next step", note: "Note for provider" } as const;

export type Texts = Record<keyof typeof TEXTS, string>;

/**
 * The week's texts, for the provider of the pupil's last day in it; one that names somebody else is withheld.
 */
export function textsFor(placement: Placement, pupil: Pupil, row: InRow<WeekRow>, scope: Scope): Texts {
  const { week, hub } = scope;
  const ofPupil = hub.placements.filter((p) => p.pupil === pupil.id && touches(p, week));
  const lastDay = ofPupil
    .map((p) => lastDayIn(p, week))
    .sort()
    .pop();
  if (lastDayIn(placement, week) !== lastDay) return { strength: "", nextStep: "", note: "" };
  const shown = (field: keyof typeof TEXTS): string =>
    shownText(row[field], pupil, { tab: "Weekly grades", row: row.row, heading: TEXTS[field] }, scope);
  return { strength: shown("strength"), nextStep: shown("nextStep"), note: shown("note") };
}

/** What the week's update says about a pupil's rewards, given on days inside the placement. */
export function rewardsFor(placement: Placement, pupil: Pupil, scope: Scope): string[] {
  const { firstDay, lastDay } = placement;
  return scope.hub.rewards
    .filter((reward) => reward.pupil === pupil.id && reward.toldIn === scope.week.week)
    .filter(({ at }) => firstDay <= dayOf(at) && (lastDay === null || dayOf(at) <= lastDay))
    .map((reward) =>
      shownText(rewardLine(reward), pupil, { tab: rewards.tab, row: reward.row, heading: "Why" }, scope),
    )
    .filter((line) => line !== "");
}

/** A text in the provider's way of naming; "" and a problem where it names somebody else, or has no end. */
function shownText(
  text: string,
  pupil: Pupil,
  place: Pick<Problem, "tab" | "row" | "heading">,
  { provider, present, hub, problems }: Scope,
): string {
  if (text.length > LONGEST) {
    const wrong = `This text is withheld: it has ${text.length} characters; the limit is ${LONGEST}.`;
    problems.push({ ...place, wrong, remedy: "Shorten it." });
    return "";
  }
  const named = text && namedIn(text, pupil, provider, present, hub);
  if (!named) return provider.namesInUpdates === "initials" ? withInitials(text, pupil) : text;
  problems.push({
    ...place,
    wrong: `This text is withheld: it names ${named}.`,
    remedy: "Reword it without that name.",
  });
  return "";
}

function otherNamed(text: string, pupil: Pupil, present: readonly Pupil[]): Pupil | undefined {
  // A first name that the two share is this pupil's own here, unless the other's surname follows.
  const find = finderIn(withInitials(text, pupil));
  const findInFull = finderIn(withoutFullName(text, pupil));
  return present.find(
    (someone) => someone.id !== pupil.id && (isNamed(find, someone) || isNamedInFull(findInFull, someone)),
  );
}

/**
 * Who else a text, as it was typed, names: another pupil who is here that week, or another provider; "" for
 * nobody.
 */
function namedIn(
  text: string,
  pupil: Pupil,
  provider: Provider,
  present: readonly Pupil[],
  hub: Hub,
): string {
  // The pupil is one of those present, so that initials in place of the own name are looked at, too.
  const other = mayName(text, present) ? otherNamed(text, pupil, present) : undefined;
  if (other) return `another pupil (${other.id})`;
  // As it was typed: a pupil called Ashby must not hide Ashby School.
  const findAsTyped = finderIn(text);
  return hub.providers.some((p) => p.id !== provider.id && findAsTyped(p.name)) ? "another provider" : "";
}
