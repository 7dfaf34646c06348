/** Good work, and Student of the Week: nominated with reasons, chosen by staff, going round fairly. */
import type { Day } from "../words/days";
import { addDays, dayOf, longDay, momentIn, spaced, weekOf } from "../words/days";
import type { Form } from "../tables/forms";
import { filledIn } from "../tables/forms";
import { refusal } from "../words/problem";
import type { Reward } from "../tables/rewards";
import { rewards } from "../tables/rewards";
import type { NewRecord } from "./entry";

export const REWARD_FORM = ["kind", "subject", "piece", "criterion", "reason"] as const;
export type RewardForm = Form<(typeof REWARD_FORM)[number]>;

export const STUDENT_OF_THE_WEEK = "Student of the Week";

export function newReward({ id, pupil, name, by, now }: NewRecord, form: unknown): Reward {
  const filled = filledIn(rewards, REWARD_FORM, form);
  if (filled.kind === STUDENT_OF_THE_WEEK)
    throw refusal(
      "Nominate first. The Student of the Week is chosen from the nominations. Nothing was saved.",
    );
  if (filled.kind === "good work" && (filled.piece === "" || filled.criterion === ""))
    throw refusal("Name the piece of work and the criterion that it met. Nothing was saved.");
  if (filled.kind === "nomination" && filled.reason === "")
    throw refusal("Say why you nominate the pupil. Nothing was saved.");
  return { id, pupil, name, at: spaced(now), ...filled, by: by.name };
}

/** Nominations wait so long for a choice. Days. */
const NOMINATED_FOR = 14;

const weekOfReward = ({ at }: Reward): Day => weekOf(dayOf(momentIn(at)));

export const chosenIn = (week: Day, all: readonly Reward[]): Reward | undefined =>
  all.find((reward) => reward.kind === STUDENT_OF_THE_WEEK && weekOfReward(reward) === week);

/** The day on which a pupil was last Student of the Week; null for never. */
const lastChosen = (pupil: string, all: readonly Reward[]): Day | null =>
  all
    .filter((reward) => reward.kind === STUDENT_OF_THE_WEEK && reward.pupil === pupil)
    .map(({ at }) => dayOf(momentIn(at)))
    .sort()
    .pop() ?? null;

export type Nomination = Reward & { last: Day | null };

/** Never comes before any day. */
const turnOf = ({ last, at, id }: Nomination): string => `${last ?? "0000"} ${at} ${id}`;

/**
 * Open nominations in a fair order: who was never chosen, then whose turn is longest ago; of these the
 * earlier one.
 */
export function nominations(all: readonly Reward[], today: Day): Nomination[] {
  const since = addDays(today, -NOMINATED_FOR);
  return all
    .filter(({ kind, at }) => kind === "nomination" && at.slice(0, 10) > since)
    .map((reward) => ({ ...reward, last: lastChosen(reward.pupil, all) }))
    .filter(({ last, at }) => last === null || last < dayOf(momentIn(at)))
    .sort((a, b) => (turnOf(a) < turnOf(b) ? -1 : 1));
}

/** `again`: staff know that somebody else's turn is longer ago, and still choose this pupil. */
export function chosenStudent(
  { id, by, now }: Pick<NewRecord, "id" | "by" | "now">,
  nomination: string,
  all: readonly Reward[],
  again: boolean,
): Reward {
  const open = nominations(all, dayOf(now));
  const found = open.find((one) => one.id === nomination);
  if (!found) throw refusal("This nomination is no longer open. Nothing was changed.");
  const present = chosenIn(weekOf(dayOf(now)), all);
  if (present)
    throw refusal(`${present.name} is already this week's ${STUDENT_OF_THE_WEEK}. Nothing was changed.`);
  const fairer = open.find((one) => (one.last ?? "") < (found.last ?? ""));
  if (fairer && !again)
    throw refusal(
      `${found.name} was last chosen on ${longDay(found.last ?? "")}, and ${fairer.name}'s turn is longer ago. Choose again if you still want ${found.name}.`,
    );
  const { pupil, name, subject, piece, criterion, reason } = found;
  return {
    id,
    pupil,
    name,
    at: spaced(now),
    kind: STUDENT_OF_THE_WEEK,
    subject,
    piece,
    criterion,
    reason,
    by: by.name,
  };
}

/** As the provider's update says it. */
export function rewardLine({ kind, subject, piece, criterion, reason }: Reward): string {
  if (kind === STUDENT_OF_THE_WEEK) return [STUDENT_OF_THE_WEEK, reason].filter(Boolean).join(": ");
  const work = [piece, criterion && `(${criterion})`].filter(Boolean).join(" ");
  return [`Good work in ${subject}: ${work}`, reason].filter(Boolean).join(". ");
}

/**
 * Whether anybody has recognised the pupil since a day; a nomination is recognition too, though only the hub
 * knows.
 */
export const isRecognised = (pupil: string, since: Day, all: readonly Reward[]): boolean =>
  all.some((reward) => reward.pupil === pupil && reward.at.slice(0, 10) >= since);
