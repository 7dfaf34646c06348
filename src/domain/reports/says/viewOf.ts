/**
 * The view that fills a pupil's report: what every field says, in the form that templates are filled from.
 */
import type { Grade } from "../../words/grades";
import { isGrade } from "../../words/grades";
import { shortDay } from "../../words/days";
import { FIELDS } from "./fields";
import { LISTS } from "./lists";
import type { Own } from "./ownPeriod";
import { areasOf, markOfWeek, overallIn, weeksHere } from "./summary";
import { tagName } from "../../documents/tags";
import type { Grid, Value, View } from "../../documents/view";

/** Printed where a field has nothing to say and no phrase of its own. */
export const NOT_YET = "not yet assessed";

const valueOf = (said: string | { text: string; grade?: Grade | null }, nothing = NOT_YET): Value => {
  const { text, grade = null } = typeof said === "string" ? { text: said } : said;
  return text === "" ? { text: nothing, isEmpty: true } : { text, grade };
};

export function viewOf(own: Own): View {
  return {
    fields: new Map(FIELDS.map(({ tag, say, nothing }) => [tagName(tag), valueOf(say(own), nothing)])),
    lists: new Map(
      LISTS.map(({ tag, items }) => [
        tag,
        items(own).map(
          (item) => new Map(Object.entries(item).map(([name, said]) => [tagName(name), valueOf(said, "–")])),
        ),
      ]),
    ),
    grid: gridOf(own),
  };
}

function gridOf(own: Own): Grid {
  const weeks = weeksHere(own.period, own);
  const mark = (letter: unknown): Value => {
    const text = typeof letter === "string" ? letter : "";
    return text === "" || text === "?"
      ? { text: "–", isEmpty: true }
      : { text, grade: isGrade(text as Grade) ? (text as Grade) : null };
  };
  const areas = areasOf(own);
  return {
    weeks: weeks.map(({ week }) => ({ text: shortDay(week) })),
    areas: areas.map(({ name }) => ({ text: name })),
    marks: areas.map(({ id }) => weeks.map((week) => mark(markOfWeek(week, id, own)))),
    overall: weeks.map((week) => mark(overallIn(week, own))),
  };
}
