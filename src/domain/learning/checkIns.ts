/** How pupils rate their own week, and where that differs from what staff saw. */
import type { Form } from "../tables/forms";
import { filledIn, textIn } from "../tables/forms";
import { dayOf } from "../words/days";
import type { Grade, Mark } from "../words/grades";
import { GRADES, isGrade } from "../words/grades";
import { refusal } from "../words/problem";
import type { CheckIn } from "../tables/feedback";
import { checkIns } from "../tables/feedback";
import type { NewRecord } from "./entry";

export const CHECK_IN_FORM = ["sentence", "scribedBy"] as const;
/** `scribedBy` is `yes` where a member of staff wrote it down. */
export type CheckInForm = Form<(typeof CHECK_IN_FORM)[number]>;

/** Ratings by area id; an area that the pupil did not rate is left out. */
export type Ratings = Readonly<Record<string, string>>;

interface Named {
  id: string;
  name: string;
}

export function newCheckIn(
  entry: NewRecord,
  form: unknown,
  ratings: unknown,
  areas: readonly Named[],
): CheckIn {
  const { sentence, scribedBy } = filledIn(checkIns, CHECK_IN_FORM, form);
  const given = (typeof ratings === "object" && ratings !== null ? ratings : {}) as Record<string, unknown>;
  const rated = areas.flatMap(({ id, name }) => {
    const rating = textIn(given[id], name);
    if (rating === "") return [];
    if (!GRADES.some((grade) => grade === rating))
      throw refusal(`${name}: choose G, A or R. Nothing was saved.`);
    return [`${name} (${id}) ${rating}`];
  });
  if (rated.length === 0 && sentence === "")
    throw refusal("Rate an area or write a sentence. Nothing was saved.");
  const { id, pupil, name, by, now } = entry;
  return {
    id,
    pupil,
    name,
    on: dayOf(now),
    ratings: rated.join("; "),
    sentence,
    scribedBy: scribedBy === "" ? "" : by.name,
  };
}

/** `Attendance (A01) G; Engagement (A04) A` -> A01 G, A04 A. */
export const ratingsIn = (text: string): Map<string, Grade> =>
  new Map([...text.matchAll(/\((A\d+)\) ([GAR])/g)].map(([, id = "", grade]) => [id, grade as Grade]));

/**
 * Areas in which the pupil and staff saw the same week differently: something to talk about, no mistake of
 * either.
 */
export function talkingPoints(
  ratings: ReadonlyMap<string, Grade>,
  marks: Readonly<Record<string, Mark>>,
  areas: readonly Named[],
): { area: string; pupil: Grade; staff: Grade }[] {
  return areas.flatMap(({ id, name }) => {
    const [pupil, staff] = [ratings.get(id), marks[id] ?? null];
    return pupil && isGrade(staff) && pupil !== staff ? [{ area: name, pupil, staff }] : [];
  });
}
