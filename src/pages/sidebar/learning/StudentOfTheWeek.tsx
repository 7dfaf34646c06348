/** This week's Student of the Week, or the nominations in a fair order to choose from. */
import type { PupilPage } from "../../../domain/views/pupilView";
import { call } from "../../parts/call";
import { Button } from "../../parts/Form";
import { save } from "../../parts/saving";
import { dayText, Good, SectionBox, Soft } from "../../parts/words";

type Week = PupilPage["studentOfTheWeek"];

export const StudentOfTheWeekView = ({ week, teaches }: { week: Week; teaches: boolean }) => (
  <SectionBox title="Student of the Week">
    {week.chosen ? <Good of={[`${week.chosen} is this week's.`]} /> : <Soft>Not chosen yet this week.</Soft>}
    {week.nominations.length === 0 && <Soft>Nobody is nominated at the moment.</Soft>}
    <ul class="records">
      {week.nominations.map(({ id, name, reason, by, last }) => (
        <li key={id}>
          <b>{name}</b>
          <p>{reason}</p>
          <Soft>
            Nominated by {by}. {last ? `Last chosen on ${dayText(last)}.` : "Not chosen before."}
          </Soft>
          {!week.chosen && teaches && (
            <Button label="Choose" says={`Choose ${name}`} onClick={() => choose(id, false)} />
          )}
        </li>
      ))}
    </ul>
    {week.nominations.length > 0 && !teaches && <Soft>Teaching staff make the choice.</Soft>}
    {week.unrecognised.length > 0 && (
      <p class="rulebox">
        Nobody has recorded good work by these pupils for a while: {some(week.unrecognised)}. Have you seen
        any?
      </p>
    )}
  </SectionBox>
);

const SOME = 6;

const some = (names: readonly string[]): string =>
  names.slice(0, SOME).join(", ") + (names.length > SOME ? ` and ${names.length - SOME} more` : "");

/** Where somebody's turn is longer ago the add-on says so, and staff decide. */
function choose(nomination: string, again: boolean): void {
  const offers = (sentence: string) =>
    sentence.includes("turn is longer ago")
      ? { label: "Choose anyway", run: () => choose(nomination, true) }
      : null;
  void save({ form: "", run: () => call("chooseStudent", nomination, again), offers });
}
