/** Rewards of the demo: good work, and each week nominations and the Student of the Week chosen from them. */
import type { Day } from "../../domain/words/days";
import { chosenStudent, newReward, nominations } from "../../domain/learning/rewards";
import type { StaffMember } from "../../domain/tables/people";
import type { Reward } from "../../domain/tables/rewards";
import { AWARDED } from "../weeks";
import type { Draw } from "../random";
import { below, drawFor, oneOf } from "../random";
import type { Learner, School } from "./learners";
import type { EntryFor, Occasion } from "./records";
import { dealerOf, entriesFor, inOrder } from "./records";
import type { RewardWords } from "./words/rewardWords";
import { FOUR_LESSONS, GOOD_WORK, NOMINATED_FOR } from "./words/rewardWords";

/** Nobody has noticed these two in the last three school weeks. */
const UNNOTICED = ["U004", "U016"];
const NOTICED_EVERY = 3;

/** `hh:mm`, between two whole hours. */
const timeIn = (draw: Draw, from: number, to: number): string =>
  `${String(from + below(draw, to - from)).padStart(2, "0")}:${String(below(draw, 60)).padStart(2, "0")}`;

const formOf = ([subject, piece, criterion, reason]: RewardWords) => ({ subject, piece, criterion, reason });

/** Once in every three school weeks, counted back from the Friday's, and now and then twice. */
function noticedOn(learner: Learner, { year }: School): Occasion[] {
  const draw = drawFor(year.seed, learner.pupil.id, "good work");
  const threes = new Map<number, Day[]>();
  for (const { place, days } of learner.weeks) {
    const three = Math.floor((year.at - place) / NOTICED_EVERY);
    threes.set(three, [...(threes.get(three) ?? []), ...days]);
  }
  return [...threes].flatMap(([three, days]) => {
    const times = draw() < 0.15 ? 2 : 1;
    const found = Array.from({ length: times }, () => ({ learner, day: oneOf(draw, days) }));
    return three === 0 && UNNOTICED.includes(learner.pupil.id) ? [] : found;
  });
}

function goodWork(school: School, learners: readonly Learner[], entry: EntryFor): Reward[] {
  const { seed } = school.year;
  const words = dealerOf(drawFor(seed, "good work"), GOOD_WORK);
  return inOrder(learners.flatMap((learner) => noticedOn(learner, school))).map((occasion) => {
    const { learner, day } = occasion;
    const draw = drawFor(seed, learner.pupil.id, day, "good work");
    const by = oneOf(draw, [learner.keyWorker, learner.teacher]);
    const form = { kind: "good work", ...formOf(words(learner)) };
    return newReward(entry(occasion, by, timeIn(draw, 9, 16)), form);
  });
}

interface Choosing {
  school: School;
  learners: readonly Learner[];
  lead: StaffMember;
  entry: EntryFor;
  words: (learner: Learner) => RewardWords;
}

/**
 * Those who are there until the week's last open day and had no Red week, the least often nominated first.
 */
function nomineesIn(place: number, soFar: readonly Reward[], { school, learners }: Choosing): Learner[] {
  const { year } = school;
  const lastDay = year.weeks[place]?.days.slice(-1)[0] ?? "";
  const often = new Map<string, number>();
  for (const { pupil } of soFar) often.set(pupil, (often.get(pupil) ?? 0) + 1);
  const isRecent = place > year.at - NOTICED_EVERY;
  const isNewest = place === year.at;
  const count = Math.max(2, Math.round(learners.length / 16)) - (isNewest ? 1 : 0);
  const others = learners
    .filter(({ pupil: { id } }) => id !== AWARDED && !(isRecent && UNNOTICED.includes(id)))
    .filter(({ weeks }) => {
      const week = weeks.find((one) => one.place === place);
      return week?.days.includes(lastDay) && week.row.overall !== "R";
    })
    .map((learner) => {
      const chance = drawFor(year.seed, learner.pupil.id, place, "nominated")();
      return { learner, turn: (often.get(learner.pupil.id) ?? 0) + chance };
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ learner }) => learner);
  return [...others, ...learners.filter(({ pupil }) => isNewest && pupil.id === AWARDED)];
}

function nominatedIn(place: number, soFar: readonly Reward[], choosing: Choosing): Reward[] {
  const { school, entry, words } = choosing;
  const { seed, at } = school.year;
  return nomineesIn(place, soFar, choosing).map((learner) => {
    const draw = drawFor(seed, learner.pupil.id, place, "nomination");
    const days = learner.weeks.find((week) => week.place === place)?.days ?? [];
    // Before the choice is made on the last day.
    const [day, time] = [oneOf(draw, days), timeIn(draw, 9, 13)];
    const reasons = learner.pupil.id === AWARDED && place === at ? FOUR_LESSONS : words(learner);
    const by = oneOf(draw, [learner.keyWorker, learner.teacher]);
    return newReward(entry({ learner, day }, by, time), { kind: "nomination", ...formOf(reasons) });
  });
}

/** Whose turn it is, of those who are there on the week's last open day, chosen then by the first lead. */
function chosenIn(place: number, soFar: readonly Reward[], choosing: Choosing): Reward[] {
  const { school, learners, lead, entry } = choosing;
  const { seed, weeks, at } = school.year;
  const day = weeks[place]?.days.slice(-1)[0] ?? "";
  const open = nominations(soFar, day).flatMap(({ id, pupil }) => {
    const learner = learners.find((one) => one.pupil.id === pupil && one.days.includes(day));
    return learner ? [{ id, learner }] : [];
  });
  const awarded = place === at ? open.find(({ learner }) => learner.pupil.id === AWARDED) : undefined;
  const { id, learner } = awarded ?? open[0] ?? {};
  if (id === undefined || learner === undefined) return [];
  const time = `14:${10 + below(drawFor(seed, place, "chosen"), 50)}`;
  // Somebody whose turn is longer ago may have been nominated and not be there: then this pupil anyway.
  return [chosenStudent(entry({ learner, day }, lead, time), id, soFar, true)];
}

/** All rewards, earlier ones first. */
export function rewardsOf(school: School, learners: readonly Learner[]): Reward[] {
  const { seed, at } = school.year;
  const entry = entriesFor(seed, "W");
  const lead = school.staff.find(({ role }) => role === "lead");
  const words = dealerOf(drawFor(seed, "nominations"), NOMINATED_FOR);
  let soFar: Reward[] = [];
  for (let place = 0; lead && place <= at; place += 1) {
    const choosing = { school, learners, lead, entry, words };
    const nominated = [...soFar, ...nominatedIn(place, soFar, choosing)];
    soFar = [...nominated, ...chosenIn(place, nominated, choosing)];
  }
  const all = [...goodWork(school, learners, entry), ...soFar];
  return all.sort((a, b) => (`${a.at}|${a.id}` < `${b.at}|${b.id}` ? -1 : 1));
}
