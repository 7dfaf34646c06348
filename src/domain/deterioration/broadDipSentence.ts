/** Why a broad dip is said: which areas were below their levels in which weeks. */
import type { BroadDip } from "../rule/broadDip";
import type { Day } from "../words/days";
import { shortDay } from "../words/days";
import { capitalised, inWords, listed, schoolWeeksInWords, weeksOf } from "../words/phrases";
import type { Rule } from "../words/ruleNumbers";
import { RULE } from "../words/ruleNumbers";

/**
 * `mondays[i]` names the week of index i; `nameOf` gives an area's name from its id. Worked example: `At
 * least two areas were below their levels in each of four school weeks in a row: Attendance and Behaviour (8
 * September), Behaviour and Literacy (15 September), ... The week of 29 September did not count: no area was
 * graded.`
 */
export function broadDipSentence(
  dip: BroadDip,
  mondays: readonly Day[],
  nameOf: (area: string) => string,
  rule: Rule = RULE,
): string {
  const told = dip.weeks.map(
    ({ at, areas }) => `${listed(areas.map(nameOf))} (${shortDay(mondays[at] ?? "")})`,
  );
  const first = dip.weeks[0]?.at ?? dip.at;
  const skipped = mondays.filter((_, i) => first < i && i < dip.at && dip.weeks.every(({ at }) => at !== i));
  return [
    `At least ${inWords(rule.dipAreas)} areas were below their levels in each of ${schoolWeeksInWords(told.length)} in a row: ${told.join(", ")}.`,
    ...(skipped.length > 0 ? [`${capitalised(weeksOf(skipped))} did not count: no area was graded.`] : []),
  ].join(" ");
}
