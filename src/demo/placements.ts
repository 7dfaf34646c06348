/** When each demo pupil is at the hub, and for which provider. */
import type { SchoolWeek } from "../domain/hub/calendar";
import type { Day } from "../domain/words/days";
import type { Placement, Provider } from "../domain/tables/people";
import { PROVIDERS } from "./invented";
import { demoId } from "./people";
import { below, drawFor } from "./random";
import { startOf } from "./stories";
import type { DemoYear } from "./year";

/** One pupil's time for one provider, the provider by its place from 0. */
interface Stay {
  provider: number;
  firstDay: Day;
  lastDay: Day | null;
}

/**
 * Providers of the first pupils, chosen so that initials, full names and siblings meet or part as they
 * should.
 */
const FIXED = [1, 3, 4, 0, 0, 1, 3, 0, 4, 0, 1, 3, 4, 0];
/** The second provider of pupils 10 to 13. */
const SECOND = [3, 4, 0, 1];
const CHANGES_PROVIDER = 14;
const LEAVES_THIS_WEEK = 18;
const JOINS_THIS_WEEK = 20;

/** The pupil's first provider, as its place from 0; `number` is 17 for `U017`. */
export const providerOf = (seed: number, number: number, providers: number): number =>
  FIXED[number - 1] ?? (number + below(drawFor(seed, "providers"), providers)) % providers;

const isDual = (number: number, pupils: number) => number >= 10 && number < 10 + (pupils < 48 ? 2 : 4);

/** About a third of all pupils start after the year's first day. */
const joinsLater = (number: number) =>
  number > 14 && (number <= 48 ? number % 5 === 0 || number % 5 === 2 || number === 19 : number % 3 === 0);
const leavesEarly = (number: number) => number > 20 && number % 8 === 7 && !joinsLater(number);

const dayAt = ({ weeks }: DemoYear, week: number, day: number): Day =>
  weeks[week]?.days[day] ?? weeks[week]?.days[0] ?? "";

function firstWeek(year: DemoYear, number: number): number {
  if (number === JOINS_THIS_WEEK) return year.at;
  if (!joinsLater(number)) return startOf(demoId("U", number, 3), year.at);
  return 1 + below(drawFor(year.seed, number, "joins"), year.at - 1);
}

function lastDay(year: DemoYear, number: number): Day | null {
  if (number === LEAVES_THIS_WEEK) return dayAt(year, year.at, 1);
  if (!leavesEarly(number)) return null;
  const draw = drawFor(year.seed, number, "leaves");
  return dayAt(year, year.at - 1 - below(draw, 5), 1 + below(draw, 3));
}

function staysOf(year: DemoYear, number: number, providers: number, pupils: number): Stay[] {
  const provider = providerOf(year.seed, number, providers);
  const weekday = joinsLater(number) ? number % 3 : 0;
  const stay: Stay = {
    provider,
    firstDay: dayAt(year, firstWeek(year, number), weekday),
    lastDay: lastDay(year, number),
  };
  if (isDual(number, pupils))
    return [stay, { provider: SECOND[number - 10] ?? 0, firstDay: dayAt(year, 2, 0), lastDay: null }];
  if (number !== CHANGES_PROVIDER) return [stay];
  const inside = year.weeks.filter((w, i) => i < year.at && w.number >= 3 && !w.lastOfHalfTerm);
  const middle = year.weeks.indexOf(inside[inside.length - 1] as SchoolWeek);
  return [
    { ...stay, lastDay: dayAt(year, middle, 1) },
    { provider: 3, firstDay: dayAt(year, middle, 2), lastDay: null },
  ];
}

/**
 * All placements, those of pupil 1 first. The reference looks like an admission number, such as `FH-4127`.
 */
export function placementsOf(year: DemoYear, providers: readonly Provider[], pupils: number): Placement[] {
  const stays = Array.from({ length: pupils }, (_, i) =>
    staysOf(year, i + 1, providers.length, pupils).map((stay) => ({ ...stay, number: i + 1 })),
  ).flat();
  return stays.map(({ provider, firstDay, lastDay, number }, i) => ({
    id: demoId("L", i + 1, 3),
    pupil: demoId("U", number, 3),
    provider: providers[provider]?.id ?? "",
    firstDay,
    lastDay,
    reference: `${PROVIDERS[provider]?.[0]}-${4000 + number * 7 + below(drawFor(year.seed, number, "reference"), 7)}`,
  }));
}
